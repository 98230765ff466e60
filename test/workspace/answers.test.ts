import { expect, test } from 'vitest';
import { importFiles } from '#import';
import { parse } from '#notebook';
import { answersOf, overviewNotebook } from '../../src/lib/workspace/answers.ts';
import { csv, imported } from '../import/files.ts';

const header = 'Ticket ID,Subject,Status,Priority,Source,Agent,Created time,Resolved time,Last update time';
const ticket = (id: number) =>
  `${id},s,Closed,Low,Email,Rui,2025-01-01 10:00:00,2025-01-01 12:00:00,2025-01-01 12:00:00`;

test('an import’s own page answers from its own rows, and its notebook stays with them', async () => {
  const { engine } = await imported([csv('one.csv', header, ticket(1), ticket(2))]);
  const later = await importFiles(engine, [csv('two.csv', header, ticket(3), ticket(4), ticket(5))], {
    into: 'new',
  });
  const two = later.sources[0]!.sourceId;
  const created = async (sources: readonly string[] | null) => {
    const { headlines } = await answersOf(engine, '2025-01-01 12:00:00', { sources });
    return headlines.find(({ kpi }) => kpi.id === 'tickets_created')?.headline.value;
  };
  const alone = await answersOf(engine, '2025-01-01 12:00:00', { sources: [two] });
  const { notebook } = parse(await overviewNotebook(alone, 'en', { sources: [two] }));
  expect({ all: await created(null), alone: await created([two]), filters: notebook.meta.filters }).toEqual({
    all: 5,
    alone: 3,
    filters: { source: [two] },
  });
  await engine.close();
});
