import { judgedMember, type Findings, type MemberTargets } from '#kpi';
import { say, type Locale } from '#messages';
import { toNumber, type Column, type Table } from '#table';
import { unusualDayText, valueText } from './words.ts';

const mostDays = 3;
const mostMembers = 5;

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
  const judged = judgedRows(table, targets).filter(({ result }) => result?.met !== null && result !== null);
  if (judged.length === 0) return [];
  const missed = judged.filter(({ result }) => result?.met === false);
  const met = say(locale, 'output.targets.met', { met: judged.length - missed.length, count: judged.length });
  const written = { unit: targets.unit, locale };
  const names = missed.slice(0, mostMembers).map(({ member, value, result }) =>
    say(locale, 'output.targets.member', {
      member: member ?? '',
      value: valueText(value, written),
      target: valueText(result?.value ?? null, written),
    }),
  );
  const members = [...names, ...(missed.length > names.length ? ['…'] : [])].join(', ');
  return [missed.length === 0 ? met : `${met} ${say(locale, 'output.targets.missed', { members })}`];
}

function judgedRows(table: Table, targets: MemberTargets) {
  const column = (name: string) => table.columns.find((each) => each.name === name);
  const [members, values] = [column(targets.column), column('value')];
  return Array.from({ length: table.rowCount }, (_, row) => {
    const named = members?.at(row);
    const member = typeof named === 'string' ? named : null;
    const value = toNumber(values?.at(row) ?? null);
    return { member, value, result: judgedMember(targets, member, value) };
  });
}
