import { expect, test } from 'vitest';
import { parse, type Cell } from '#notebook';
import type { CellSnapshot } from '#runtime';
import { RanCell } from '../../../src/lib/ui/outputs/RanCell.svelte.ts';

const cellOf = (text: string): Cell => parse(text).notebook.cells[0]!;

test('a cell that is typed into is, for its result, the cell that was run', async () => {
  const kpi = cellOf('```sql csat kpi=csat\nselect 1 as value\n```');
  const asRun: CellSnapshot = {
    state: { status: 'idle' },
    isStale: false,
    lastOutput: null,
    source: kpi.source,
  };
  let now = $state.raw(kpi);
  let snapshot = $state.raw(asRun);
  let drawn = 0;
  let seen: Cell | undefined;
  const stop = $effect.root(() => {
    const ran = new RanCell(
      () => now,
      () => snapshot,
    );
    $effect.pre(() => {
      drawn += 1;
      seen = ran.cell;
    });
  });
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  const shows = async () => {
    await settled();
    return [drawn, seen?.source, seen?.name, seen?.attributes.length];
  };

  expect(await shows()).toEqual([1, 'select 1 as value', 'csat', 1]);
  now = { ...kpi, source: 'select 2 as value' };
  snapshot = { ...asRun, isStale: true };
  expect(await shows()).toEqual([1, 'select 1 as value', 'csat', 1]);
  now = { ...kpi, source: 'select 2 as value', name: 'csat_now' };
  expect(await shows()).toEqual([2, 'select 1 as value', 'csat_now', 1]);
  snapshot = { ...asRun, source: 'select 2 as value' };
  expect(await shows()).toEqual([3, 'select 2 as value', 'csat_now', 1]);
  stop();
});

test('a cell that never ran is as it stands', async () => {
  const cell = cellOf('```sql a\nselect 1\n```');
  const idle: CellSnapshot = { state: { status: 'idle' }, isStale: false, lastOutput: null, source: null };
  const ran = new RanCell(
    () => cell,
    () => idle,
  );
  expect(ran.cell).toEqual(cell);
});
