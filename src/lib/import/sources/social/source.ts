import { text } from '#errors';
import type { RawTable } from '../../readers/reader.ts';
import { plainWord } from '../../vocabulary/index.ts';
import type { Recognition, Source } from '../source.ts';
import { columnUnder, fit, headerIndex } from '../template.ts';
import { followers, marks, posts, traits, type Network } from './mapping.ts';

/** Exports of social networks: posts with their shares and impressions, and followers by day. */
export const social: Source = {
  vendor: 'social',
  title: null,
  recognise,
  tables: (raw) => {
    const kind = kindOf(raw);
    if (kind === null) return [];
    const fitted = fit(kind === 'posts' ? posts(networkOf(raw)) : followers(networkOf(raw)), raw);
    return fitted ? [fitted] : [];
  },
};

function recognise(raw: RawTable): Recognition {
  const kind = kindOf(raw);
  if (kind === null) return { score: 0, why: [] };
  return { score: 0.85, why: [text(kind === 'posts' ? 'import.why.posts' : 'import.why.followers')] };
}

/** Posts have an id, a time, and shares or impressions; followers are a day and a number. Either needs to know the network. */
function kindOf(raw: RawTable): 'posts' | 'followers' | null {
  const headers = headerIndex(raw);
  const has = (words: string) => columnUnder(headers, words) !== null;
  if (networkOf(raw) === null && !has('network|rede|rede social|red social|platform|plataforma')) return null;
  if (has(traits.post) && has(traits.posted) && (has(traits.shares) || has(traits.impressions)))
    return 'posts';
  return has(traits.followerCount) && has('date|day|data|dia|fecha') ? 'followers' : null;
}

/** By a header that only it has, or by the file's name. */
function networkOf(raw: RawTable): Network | null {
  const headers = headerIndex(raw);
  const networks = ['instagram', 'facebook', 'x'] as const;
  const marked = networks.find((network) => columnUnder(headers, marks[network]) !== null);
  const name = ` ${plainWord(raw.file.name)} `;
  const named = networks.find((network) => names[network].some((word) => name.includes(` ${word} `)));
  return named ?? marked ?? null;
}

const names: Readonly<Record<Network, readonly string[]>> = {
  facebook: ['facebook', 'fb'],
  instagram: ['instagram', 'ig'],
  x: ['x', 'twitter', 'tweet', 'tweets'],
};
