import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { quoteLiteral } from '#sql';
import { rowsOf } from '#table';
import { maskedTextSql } from '../../src/lib/privacy/text-mask.ts';
import { corpus, harmless } from './corpus.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({ threads: 1 });
});
afterAll(() => engine.close());

async function masked(texts: readonly string[]): Promise<readonly unknown[]> {
  const values = texts.map((text, index) => `(${index}, ${quoteLiteral(text)})`).join(', ');
  const result = await engine.query(
    `select ${maskedTextSql('body')} as masked from (values ${values}) t(place, body) order by place`,
  );
  return rowsOf(result).map(({ masked: text }) => text);
}

/** Half a name tells as much: each part has to go, but what only joins them. */
function wordsOf(personal: readonly string[]): readonly string[] {
  return personal
    .flatMap((datum) => datum.split(/\s+/))
    .filter((word) => !/^(d[aeo]s?|ponto|arroba|\(?at\)?|\(?dot\)?|\d{1,3})$/.test(word));
}

test('every planted datum of the corpus is out of sight', async () => {
  const texts = await masked(corpus.map(({ text }) => text));
  const left = corpus.flatMap(({ personal }, index) =>
    wordsOf(personal)
      .filter((word) => String(texts[index]).includes(word))
      .map((word) => `${word}: ${texts[index]}`),
  );
  expect(left).toEqual([]);
});

test('what tells nothing of anybody stays as it is', async () => {
  expect(await masked(harmless)).toEqual(harmless);
});

test('what is put in its place says what it was', async () => {
  expect(
    await masked([
      'Meu nome é João da Silva, CPF 529.982.247-25, ligue (11) 98765-4321 ou joao@x.com',
      'Dear Mr. Smith, card 4111 1111 1111 1111 from 203.0.113.7',
    ]),
  ).toEqual([
    'Meu nome é [name], CPF [cpf], ligue [phone] ou [email]',
    'Dear Mr. [name], card [card] from [ip]',
  ]);
});
