import { expect, test } from 'vitest';
import { compile, findKpi, openPeriod, setPeriod, type Cut } from '#kpi';
import { bindParameters } from '#sql';
import { sharedEngine } from '../support/engine.ts';
import { formatRows } from './rows.ts';
import { fill, type World } from './world.ts';

const engine = sharedEngine();

/** The rows of one cut of a KPI on a world. */
async function rows(id: string, shape: Cut, world: World): Promise<string[]> {
  await fill(engine(), world);
  const kpi = findKpi(id);
  if (!kpi) throw new Error(`no KPI ${id}`);
  const sql = compile({ kpi, shape, withPeriod: false });
  return formatRows(
    await engine().query(`${setPeriod(openPeriod, '2026-03-10 00:00:00')};\n${bindParameters(sql).sql}`),
  );
}

test('low_rating_comments: words of the dissatisfied stand out against those of the satisfied, accents folded', async () => {
  const world: World = {
    tickets: { columns: 'ticket_id', values: `('1')` },
    ratings: {
      columns: 'rating_id, kind, is_latest, bucket, rated_at, comment',
      values: `('1', 'csat', true, 'negative', '2026-03-01', 'Atraso na entrega, muito atraso'), ('2', 'csat', true, 'negative', '2026-03-02', 'atrasó! entrega ruim'), ('3', 'csat', true, 'positive', '2026-03-03', 'Entrega rapida'),
        ('4', 'csat', true, 'positive', '2026-03-03', 'entrega perfeita'), ('5', 'csat', true, 'neutral', '2026-03-03', 'atraso'), ('6', 'csat', false, 'negative', '2026-03-03', 'atraso')`,
    },
  };
  const found = await rows('low_rating_comments', 'breakdown', world);
  expect(found.map((row) => row.split(', ').slice(0, 3).join(', '))).toEqual([
    'atraso, 2, 0',
    'atraso entrega, 2, 0',
    'entrega, 2, 2',
  ]);
  // Words and pairs: 9 of the dissatisfied, 6 of the satisfied. atraso: 10 · 2 ÷ 15 = 4/3 is added on both sides, so that
  // it has 10/3 of 9 + 10 and 4/3 of 6 + 10.
  const expected = Math.log(10 / 3 / (19 - 10 / 3)) - Math.log(4 / 3 / (16 - 4 / 3));
  expect(Number(found[0]!.split(', ')[3])).toBeCloseTo(expected, 12);
  expect((await rows('low_rating_comments', 'rows', world)).map((row) => row.slice(0, 19))).toEqual([
    '2026-03-01 00:00:00',
    '2026-03-02 00:00:00',
  ]);
});
