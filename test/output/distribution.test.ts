import { beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import {
  distributionSql,
  toCountedValues,
  toDistribution,
  valuesSql,
  type Distribution,
  type FilteredColumn,
} from '#output';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({});
  await engine.exec(
    `create table many as
      select n, n::decimal(9,2) as price, if(n = 5, 'infinity'::double, n) as score, date '2026-01-01' + n as day,
        timestamp '2026-01-01' + to_days(n) as at, if(n % 4 = 0, null, 'w' || n % 2) as word, 7 as same, 'id' || n as id
      from range(40) t(r), lateral (select r::integer as n)`,
  );
  return () => engine.close();
});

async function look(column: FilteredColumn): Promise<Distribution> {
  return toDistribution(await engine.query(distributionSql('many', column)), column);
}

const twos = Array.from({ length: 20 }, () => 2);

describe('how the values of a column lie', () => {
  test('numbers, days and moments are in twenty bins from the least to the greatest', async () => {
    // 40 values from 0 to 39: a bin is 1.95 wide, so that values 0 and 1 are in the first, 38 and 39 in the last.
    expect(await look({ name: 'n', type: 'INTEGER', kind: 'integer' })).toEqual({
      kind: 'bins',
      bins: twos,
      low: 0,
      high: 39,
      nulls: 0,
    });
    expect(await look({ name: 'price', type: 'DECIMAL(9,2)', kind: 'decimal' })).toMatchObject({
      bins: twos,
      high: '39.00',
    });
    // 2026-01-01 is day 20,454.
    expect(await look({ name: 'day', type: 'DATE', kind: 'date' })).toMatchObject({
      bins: twos,
      low: 20_454,
    });
    expect(await look({ name: 'at', type: 'TIMESTAMP', kind: 'timestamp' })).toMatchObject({ bins: twos });
  });

  test('what is no number is in none', async () => {
    const bins = [2, 2, 1, ...twos.slice(3)];
    expect(await look({ name: 'score', type: 'DOUBLE', kind: 'float' })).toMatchObject({ bins, high: 39 });
  });

  test('one value alone is in the first', async () => {
    const bins = [40, ...Array.from({ length: 19 }, () => 0)];
    expect(await look({ name: 'same', type: 'INTEGER', kind: 'integer' })).toMatchObject({ bins });
  });

  test('words are counted, the most frequent first, and the empty apart', async () => {
    // Of 40, ten are empty; of the 30 others twenty are odd.
    expect(await look({ name: 'word', type: 'VARCHAR', kind: 'text' })).toEqual({
      kind: 'values',
      values: [
        { value: 'w1', count: 20 },
        { value: 'w0', count: 10 },
      ],
      distinct: 2,
      rows: 40,
      nulls: 10,
    });
    expect(await look({ name: 'id', type: 'VARCHAR', kind: 'text' })).toMatchObject({
      distinct: 40,
      nulls: 0,
    });
  });

  test('values to choose from have the empty one among them', async () => {
    const table = await engine.query(valuesSql('many', { name: 'word', type: 'VARCHAR', kind: 'text' }, 2));
    expect(toCountedValues(table)).toEqual([
      { value: 'w1', count: 20 },
      { value: 'w0', count: 10 },
    ]);
  });
});
