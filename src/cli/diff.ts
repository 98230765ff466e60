import { readFile } from 'node:fs/promises';
import { commonMoment, compareExports, withDatabase, type Compared, type Comparison } from '#compare';
import { openNodeEngine } from '#engine/node';
import { asOf, knownSources } from '#import';
import { findKpi } from '#kpi';
import { say, type Locale } from '#messages';
import { diff, isUnchanged, parse, type CellDiff, type NotebookDiff } from '#notebook';
import { effectText, valueText } from '#output';
import { noValue } from '#table';
import { dataOptions, jsonOption, type Call, type Command } from './command.ts';
import { readInto } from './data.ts';
import { exitCodes } from './terminal.ts';
import { textTable } from './text-table.ts';
import { UsageError } from './usage-error.ts';

export const diffCommand: Command = {
  name: 'diff',
  synopsis: 'A B [options]',
  summary: 'cli.diff.summary',
  details: 'cli.diff.details',
  options: [...dataOptions, { name: 'whole', summary: 'cli.diff.whole' }, jsonOption],
  run,
};

/** Of a cell without a name its first words stand for it. */
const mostOfLine = 60;

async function run(call: Call): Promise<number> {
  const [earlier, later, ...more] = call.args.words;
  if (earlier === undefined || later === undefined || more.length > 0) throw new UsageError('cli.usage.diff');
  const areNotebooks = [earlier, later].every((path) => /\.(md|markdown)$/i.test(path));
  return areNotebooks ? diffNotebooks(earlier, later, call) : diffExports(earlier, later, call);
}

async function diffExports(
  earlier: string,
  later: string,
  { args, locale, terminal }: Call,
): Promise<number> {
  const engine = await openNodeEngine();
  try {
    await readInto(engine, [later], args);
    // Files of other weeks have other names, and sources without a vendor are called by them: one source is the same as the other.
    const [source, ...others] = await knownSources(engine);
    const same = others.length === 0 ? source?.sourceId : undefined;
    const found = await withDatabase(engine, 'earlier_export', async (aside) => {
      await readInto(aside, [earlier], args, same);
      await engine.lock();
      const end = await asOf(aside);
      return withDatabase(engine, 'mixed_exports', async (mixed) =>
        compareExports(
          engine,
          { earlier: aside.database, later: engine.database, mixture: mixed.database },
          args.has('whole')
            ? {
                end,
                earlier: { period: null, asOf: end },
                later: { period: null, asOf: await asOf(engine) },
              }
            : { end, earlier: commonMoment(end), later: null },
        ),
      );
    });
    terminal.out(args.has('json') ? `${JSON.stringify(found, null, 2)}\n` : exportsText(found, locale));
    return found.changed.length === 0 ? exitCodes.fine : exitCodes.different;
  } finally {
    await engine.close();
  }
}

function exportsText({ identical, units, changed, same }: Comparison, locale: Locale): string {
  if (identical) return `${say(locale, 'cli.diff.identical')}\n`;
  const columns = (['kpi', 'earlier', 'later', 'change', 'because'] as const).map((name) => ({
    title: say(locale, `cli.diff.column.${name}`),
    align: name === 'kpi' || name === 'because' ? ('start' as const) : ('end' as const),
  }));
  return [
    `${say(locale, 'cli.diff.units', { ...units })}\n`,
    changed.length === 0
      ? `${say(locale, 'cli.diff.none')}\n`
      : textTable(
          columns,
          changed.map((each) => rowOf(each, locale)),
        ),
    `${say(locale, 'cli.diff.same', { count: same.length })}\n`,
  ].join('\n');
}

function rowOf({ kpi, unit, earlier, later, change, because }: Compared, locale: Locale): readonly string[] {
  const value = (each: number | null): string =>
    each === null ? noValue : valueText(each, { unit, locale });
  return [
    findKpi(kpi)?.name[locale] ?? kpi,
    `${value(earlier.value)} (n = ${earlier.n})`,
    `${value(later.value)} (n = ${later.n})`,
    change === null ? noValue : effectText(change, { unit, locale }),
    because
      .map(({ reason, effect }) =>
        say(locale, `cli.diff.reason.${reason}`, { effect: effectText(effect, { unit, locale }) }),
      )
      .join('; '),
  ];
}

async function diffNotebooks(
  earlier: string,
  later: string,
  { args, locale, terminal }: Call,
): Promise<number> {
  const [before, after] = [
    parse(await readFile(earlier, 'utf8')).notebook,
    parse(await readFile(later, 'utf8')).notebook,
  ];
  const found = diff(before, after);
  const changed = found.cells.filter(({ changes }) => changes.length > 0);
  if (args.has('json'))
    terminal.out(`${JSON.stringify({ front: found.front, cells: changed.map(cellJson) }, null, 2)}\n`);
  else terminal.out(notebooksText(found, changed, locale));
  return isUnchanged(found) ? exitCodes.fine : exitCodes.different;
}

function notebooksText(found: NotebookDiff, changed: readonly CellDiff[], locale: Locale): string {
  if (isUnchanged(found)) return `${say(locale, 'cli.diff.none')}\n`;
  const lines = changed.map((entry) => {
    const { after, before, changes } = entry;
    const cell = after ?? before;
    const name = cell?.name ?? cell?.source.trim().split('\n')[0]?.slice(0, mostOfLine) ?? '';
    return `${name}: ${changes.map((change) => say(locale, `history.change.${change}`)).join(', ')}`;
  });
  return [...(found.front ? [say(locale, 'cli.diff.front')] : []), ...lines, ''].join('\n');
}

function cellJson({ before, after, changes }: CellDiff) {
  return {
    name: (after ?? before)?.name ?? null,
    changes,
    before: before?.source ?? null,
    after: after?.source ?? null,
  };
}
