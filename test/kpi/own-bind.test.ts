import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bindOwnKpi, catalogue, measureAny, readOwnKpis, sourceOf, type Kpi } from '#kpi';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { kpiFile, told } from './kpi-file.ts';
import { fill } from './world.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await fill(engine, {
    tickets: { columns: 'ticket_id, created_at, type', values: "('a', '2026-03-01', 'refund')" },
  });
});
afterAll(() => engine.close());

async function bound(source: string): Promise<string[]> {
  return told(source, await bindOwnKpi(engine, source));
}

describe('SQL that does not fit the tables is told at its place', () => {
  test.each([
    [
      'a column in a condition',
      kpiFile({ where: "tipe = 'refund'" }),
      ['error 8 “tipe”: There is no column “tipe” here. Did you mean type,'],
    ],
    [
      'a column in quotation marks, after a letter of two bytes',
      kpiFile({ where: `"subject = 'ção' and tipe = 'refund'"` }),
      ['error 8 “tipe”: There is no column “tipe” here. Did you mean type,'],
    ],
    [
      'a column on the second line',
      kpiFile({ where: "|-\n  type = 'refund'\n  and tipe = 'refund'" }),
      ['error 10 “tipe”: There is no column “tipe” here. Did you mean type,'],
    ],
    [
      'a function',
      kpiFile({ shape: 'ratio', unit: 'percent', value: 'averag(reopens)' }),
      ['error 10 “averag”: There is no function “averag”. Did you mean '],
    ],
    [
      'a condition that is none',
      kpiFile({ where: 'subject' }),
      ['error 8 “subject”: “where” should be a condition, true or false for each row; this is VARCHAR.'],
    ],
    [
      'a date that is none',
      kpiFile({ at: 'subject' }),
      ['error 9 “subject”: “at” should be a date or an instant; this is VARCHAR.'],
    ],
    [
      'a value that is no aggregate, in the cut that it spoils',
      kpiFile({ shape: 'ratio', unit: 'number', value: 'reopens' }),
      ['error 10 “reopens”: Beside a count, sum or average, “reopens” has to be grouped by'],
    ],
    [
      'own SQL, at its word',
      kpiFile(
        { shape: 'custom' },
        'Prose.\n\n```sql headline\nselect count(*) as value,\n  count(nothing) as n\nfrom tickets\n```\n\n## pt-BR\n\nProsa.\n',
      ),
      ['error 15 “nothing”: There is no column “nothing” here. Did you mean'],
    ],
    [
      'own SQL without its columns',
      kpiFile(
        { shape: 'custom' },
        'Prose.\n\n```sql headline\nselect count(*) as tickets from tickets\n```\n\n## pt-BR\n\nProsa.\n',
      ),
      ['error 14 “select”: The headline’s query has to give the columns value and n; it lacks: value, n.'],
    ],
    ['nothing', kpiFile({ where: "created_at >= $period_start and type = 'refund'" }), []],
  ])('%s', async (_, source, expected) => {
    const found = await bound(source);
    expect(found.map((line, index) => line.slice(0, expected[index]?.length))).toEqual(expected);
  });
});

test('all of our own files bind', async () => {
  for (const { id } of catalogue) expect([id, await bound(sourceOf(id) ?? '')]).toEqual([id, []]);
}, 60_000);

test('nothing is run, and an ended search is not gone on with', async () => {
  const stopped = new AbortController();
  stopped.abort(new Error('another key'));
  await expect(bindOwnKpi(engine, kpiFile(), stopped.signal)).rejects.toThrow('another key');
});

function own(source: string): Kpi {
  const [read] = readOwnKpis([{ path: 'own/a.md', text: source }]);
  if (!read?.kpi) throw new Error(JSON.stringify(read?.diagnostics));
  return read.kpi;
}

test('one of the reader’s that the engine refuses is not computable, and keeps nobody from the rest', async () => {
  const options = { period: null, asOf: null };
  const refused = await measureAny(engine, null, own(kpiFile({ where: "lower(tipe) = 'refund'" })), options);
  expect([refused.status, refused.reason?.code]).toEqual(['not_computable', 'engine.query.noColumn']);
  const fine = await measureAny(engine, null, own(kpiFile()), options);
  expect([fine.status, fine.value, fine.n]).toEqual(['ok', 1, 1]);
});
