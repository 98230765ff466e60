import { checkTarget, ownTargets, setOwnTargets, type OwnTarget } from '../kpi-targets.ts';
import type { Convention } from './convention.ts';
import { readSpan, writtenSpan } from './days.ts';
import { ListFile, rewritten, type Entry } from './list-file.ts';

/** The targets of the workspace, in `targets.yaml`. */
export const targets: Convention<readonly OwnTarget[]> = {
  name: 'targets',
  parse(source) {
    const file = new ListFile(source, ['targets']);
    const value = file.entries('targets', ['kpi', 'value', 'for', 'from', 'through']).flatMap(toTarget);
    return file.reading(value);
  },
  serialize: (value, before, about) => rewritten(before, about, { targets: value.map(toFields) }),
  check: (value) => value.forEach(checkTarget),
  isEmpty: (value) => value.length === 0,
  read: ownTargets,
  write: setOwnTargets,
};

function toTarget(entry: Entry): OwnTarget[] {
  const kpi = entry.needed('kpi', entry.text('kpi'));
  const value = entry.needed('value', entry.number('value'));
  const member = entry.text('for');
  const { from, to } = readSpan(entry);
  return kpi === null || value === null ? [] : [{ kpi, member, from, to, value }];
}

function toFields({ kpi, value, member, from, to }: OwnTarget): Readonly<Record<string, unknown>> {
  return { kpi, value, ...(member === null ? {} : { for: member }), ...writtenSpan({ from, to }) };
}
