import { judgedMember, type Findings, type MemberTargets, type Refusal } from '#kpi';
import { say, tell, type Locale } from '#messages';
import { toNumber, type Column, type Table } from '#table';
import { unusualDayText, valueText, type Written } from './words.ts';

const mostDays = 3;
const mostMembers = 5;

/** Why the data cannot give a KPI, and what of it they can give. */
export function refusalText({ reason, alternatives }: Refusal, locale: Locale): string {
  const others = { alternatives: alternatives.join(', ') };
  return alternatives.length === 0
    ? tell(locale, reason)
    : `${tell(locale, reason)} ${say(locale, 'gallery.alternatives', others)}`;
}

/** What is to be said under a KPI's rows: the latest unusual days, and who missed a target. */
export function findingTexts({ unit, unusual, targets }: Findings, table: Table, locale: Locale): string[] {
  const days = unusual.slice(0, mostDays).map((day) => unusualDayText(day, { unit, locale }));
  return targets ? [...days, ...targetTexts(table, targets, locale)] : days;
}

/** A breakdown's rows with what each is judged by; as they are where none has a target. */
export function withTargets(table: Table, targets: MemberTargets | null | undefined): Table {
  const rows = targets ? judgedRows(table, targets) : [];
  if (!rows.some(({ result }) => result !== null)) return table;
  const added: Column[] = [
    { name: 'target', type: 'DOUBLE', kind: 'float', at: (row) => rows[row]?.result?.value ?? null },
    { name: 'attainment', type: 'DOUBLE', kind: 'float', at: (row) => rows[row]?.result?.attainment ?? null },
    { name: 'met', type: 'BOOLEAN', kind: 'boolean', at: (row) => rows[row]?.result?.met ?? null },
  ];
  return { ...table, columns: [...table.columns, ...added] };
}

function targetTexts(table: Table, targets: MemberTargets, locale: Locale): string[] {
  const rows = judgedRows(table, targets);
  const missed = rows.filter(({ result }) => result?.met === false);
  const open = rows.filter(({ result }) => result?.met === null && result.standing === 'soFar');
  const met = rows.filter(({ result }) => result?.met === true).length;
  const count = met + missed.length + open.length;
  if (count === 0) return [];
  const members = (some: readonly JudgedRow[]) => membersText(some, { unit: targets.unit, locale });
  const said = [
    say(locale, 'output.targets.met', { met, count }),
    ...(missed.length > 0 ? [say(locale, 'output.targets.missed', { members: members(missed) })] : []),
    ...(open.length > 0 ? [say(locale, 'output.targets.open', { members: members(open) })] : []),
  ];
  return [said.join(' ')];
}

function membersText(rows: readonly JudgedRow[], written: Written): string {
  const names = rows.slice(0, mostMembers).map(({ member, value, result }) =>
    say(written.locale, 'output.targets.member', {
      member: member ?? '',
      value: valueText(value, written),
      target: valueText(result?.value ?? null, written),
    }),
  );
  return [...names, ...(rows.length > names.length ? ['…'] : [])].join(', ');
}

interface JudgedRow {
  readonly member: string | null;
  readonly value: number | null;
  readonly result: ReturnType<typeof judgedMember>;
}

function judgedRows(table: Table, targets: MemberTargets): readonly JudgedRow[] {
  const column = (name: string) => table.columns.find((each) => each.name === name);
  const [members, values] = [column(targets.column), column('value')];
  return Array.from({ length: table.rowCount }, (_, row) => {
    const named = members?.at(row);
    const member = typeof named === 'string' ? named : null;
    const value = toNumber(values?.at(row) ?? null);
    return { member, value, result: judgedMember(targets, member, value) };
  });
}
