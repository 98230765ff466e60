import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AppError, text } from '#errors';
import { describe as describeError, messagesEn, messagesPtBR, say, tell, type Sentence } from '#messages';

const en: Readonly<Record<string, Sentence>> = messagesEn;
const ptBR: Readonly<Record<string, Sentence>> = messagesPtBR;

describe('messages', () => {
  test('places are filled, numbers in the reader’s own way', () => {
    expect(say('en', 'common.rows', { count: 1 })).toBe('1 row');
    expect(say('en', 'common.rows', { count: 20431 })).toBe('20,431 rows');
    expect(say('pt-BR', 'common.rows', { count: 20431 })).toBe('20.431 linhas');
    expect(say('pt-BR', 'common.rows', { count: 0 })).toBe('0 linhas');
  });

  test('an unknown code is shown, not hidden', () => {
    expect(tell('en', text('no.such', { a: 1 }))).toBe('no.such');
    expect(describeError('pt-BR', new AppError('common.cancel'))).toBe('Cancelar');
  });

  test('both languages have the same sentences with the same places', () => {
    expect(Object.keys(ptBR).sort()).toEqual(Object.keys(en).sort());
    const differing = Object.keys(en).filter((key) => places(en[key]) !== places(ptBR[key]));
    expect(differing).toEqual([]);
  });

  test('no key stands in two areas', () => {
    const keys = readdirSync('src/lib/messages/en')
      .filter((name) => name !== 'index.ts')
      .flatMap((name) => [
        ...readFileSync(join('src/lib/messages/en', name), 'utf8').matchAll(/^ {2}'([\w.-]+)':/gm),
      ])
      .map((match) => match[1]!);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  test('a sentence that nobody says is deleted', () => {
    const sources = walk('src')
      .filter((path) => /\.(ts|svelte)$/.test(path) && !path.includes('/messages/'))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const builtFromParts = [...sources.matchAll(/`([\w-]+(?:\.[\w-]+)*\.)\$\{/g)].map((match) => match[1]!);
    const unsaid = Object.keys(en).filter(
      (key) => !sources.includes(`'${key}'`) && !builtFromParts.some((start) => key.startsWith(start)),
    );
    expect(unsaid).toEqual([]);
  });
});

function places(sentence: Sentence | undefined): string {
  const forms = typeof sentence === 'string' ? sentence : `${sentence?.one} ${sentence?.other}`;
  return [...new Set(forms.match(/\{\w+\}/g) ?? [])].sort().join(' ');
}

function walk(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
