import { expect, test } from 'vitest';
import { openWasmEngine } from '#engine/wasm';
import { quoteLiteral } from '#sql';
import { rowsOf } from '#table';
import { maskedTextSql } from '../../src/lib/privacy/text-mask.ts';
import { corpus } from './corpus.ts';

test('in the page, too, every planted datum of the corpus is out of sight', async () => {
  const engine = await openWasmEngine({ storage: 'memory' });
  const values = corpus.map(({ text }, index) => `(${index}, ${quoteLiteral(text)})`).join(', ');
  const result = await engine.query(
    `select ${maskedTextSql('body')} as masked from (values ${values}) t(place, body) order by place`,
  );
  const texts = rowsOf(result).map(({ masked }) => String(masked));
  await engine.close();
  expect(
    corpus.flatMap(({ personal }, at) => personal.filter((datum) => texts[at]?.includes(datum))),
  ).toEqual([]);
});
