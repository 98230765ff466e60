import { expect, test } from 'vitest';
import { openNodeEngine } from '#engine/node';
import { jsonChunks, jsonText } from '#export';
import { tableFrom, type Table } from '#table';

const page = (...values: readonly number[]) => tableFrom([{ name: 'n', type: 'INTEGER', values }]);

async function written(...pages: readonly Table[]): Promise<string> {
  const chunks: string[] = [];
  for await (const chunk of jsonChunks(pages)) chunks.push(chunk);
  return chunks.join('');
}

test('pages become one list, a row a line', async () => {
  expect(await written(page(1, 2), page(), page(3))).toBe('[\n{"n":1},\n{"n":2},\n{"n":3}\n]\n');
  expect([await written(), await written(page()), jsonText(page())]).toEqual(['[]\n', '[]\n', '[]']);
});

test('what is nested is JSON too, and no number loses a digit', async () => {
  const engine = await openNodeEngine({});
  const table = await engine.query(
    `select {a: [1, null], 'at': date '2026-01-05'} as nested, map {'k': 9007199254740993} as pairs, 1.10::decimal(4,2) as money`,
  );
  await engine.close();
  expect(JSON.parse(jsonText(table))).toEqual([
    { nested: { a: [1, null], at: '2026-01-05' }, pairs: { k: '9007199254740993' }, money: 1.1 },
  ]);
});
