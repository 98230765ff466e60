import { parse, serialize } from '#notebook';
import type { Kept } from './kept.ts';
import { textOf, type Tale, type Version } from './tale.ts';

/**
 * What is wrong with what was found after a kill: of each notebook there must be one file, and nothing in it may be
 * older than its tale allows; there must be no other file but a notebook that nobody had begun to write in.
 */
export function faultsOf(kept: Kept, tales: readonly Tale[], killedAt: number): string[] {
  const unclaimed = new Map(kept.files);
  const faults: string[] = kept.drafts > 0 ? [`${kept.drafts} texts stay in the journal`] : [];
  for (const tale of tales) {
    const allowed = tale.allowed(killedAt);
    const found = allowed.findLast((version) => version && unclaimed.get(version.name) === textOf(version));
    if (found) unclaimed.delete(found.name);
    else if (!allowed.includes(null)) faults.push(lossOf(allowed, kept));
    tale.settle(found ?? null);
  }
  for (const [name, text] of unclaimed) if (!isFresh(text)) faults.push(`nobody wrote ${name}: ${text}`);
  for (const [name, text] of kept.files) faults.push(...damages(name, text));
  return faults;
}

function damages(name: string, text: string): string[] {
  const { notebook, diagnostics } = parse(text);
  return [
    ...(serialize(notebook) === text ? [] : [`${name} is not what it is read as`]),
    ...diagnostics.map((diagnostic) => `${name}: ${diagnostic.text.code}`),
  ];
}

const fresh = textOf({ name: '', cells: ['select count(*) as tickets from tickets'] });

function isFresh(text: string): boolean {
  return text === fresh;
}

function lossOf(allowed: readonly (Version | null)[], { files }: Kept): string {
  const [oldest] = allowed;
  const latest = allowed.at(-1);
  const name = oldest?.name ?? latest?.name ?? '';
  const found = files.get(name);
  return [
    `lost: ${name} holds ${found === undefined ? 'nothing' : JSON.stringify(found)}`,
    `at least ${JSON.stringify(oldest && textOf(oldest))}`,
    `at most ${JSON.stringify(latest && textOf(latest))}`,
  ].join('\n      ');
}
