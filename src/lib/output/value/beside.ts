import { say, type MessageCode } from '#messages';
import type { Unit } from '#table';
import { valueText, type Written } from './words.ts';

/** One more number of the same rows as a headline. */
export interface Beside {
  readonly name: string;
  readonly value: number | null;
}

interface Title {
  readonly code: MessageCode;
  /** Null for that of the headline. */
  readonly unit: Unit | null;
}

/** What the catalogue puts beside its values, by the name of its column. */
const titles: ReadonlyMap<string, Title> = new Map<string, Title>([
  ['mean', { code: 'output.value.mean', unit: null }],
  ['median', { code: 'output.value.median', unit: null }],
  ['p90', { code: 'output.value.p90', unit: null }],
  ['under_1_hour', { code: 'output.beside.under_1_hour', unit: 'percent' }],
  ['over_8_hours', { code: 'output.beside.over_8_hours', unit: 'percent' }],
  ['still_open', { code: 'output.beside.still_open', unit: 'percent' }],
  ['over_1_day', { code: 'output.beside.over_1_day', unit: 'percent' }],
  ['over_3_days', { code: 'output.beside.over_3_days', unit: 'percent' }],
  ['over_7_days', { code: 'output.beside.over_7_days', unit: 'percent' }],
  ['over_30_days', { code: 'output.beside.over_30_days', unit: 'percent' }],
  ['wait_at_abandonment', { code: 'output.beside.wait_at_abandonment', unit: 'duration' }],
  ['human_touched', { code: 'output.beside.human_touched', unit: 'percent' }],
  ['reopened', { code: 'output.beside.reopened', unit: 'count' }],
  ['more_agents', { code: 'output.beside.more_agents', unit: 'percent' }],
  ['more_teams', { code: 'output.beside.more_teams', unit: 'percent' }],
  ['promoters', { code: 'output.beside.promoters', unit: 'count' }],
  ['passives', { code: 'output.beside.passives', unit: 'count' }],
  ['detractors', { code: 'output.beside.detractors', unit: 'count' }],
  ['positive', { code: 'output.beside.positive', unit: 'count' }],
  ['neutral', { code: 'output.beside.neutral', unit: 'count' }],
  ['negative', { code: 'output.beside.negative', unit: 'count' }],
  ['converted', { code: 'output.beside.converted', unit: 'count' }],
  ['revenue', { code: 'output.beside.revenue', unit: 'money' }],
  ['left_out', { code: 'output.beside.left_out', unit: 'count' }],
  ['error', { code: 'output.beside.error', unit: 'percent' }],
  ['baseline_error', { code: 'output.beside.baseline_error', unit: 'percent' }],
  ['share', { code: 'output.beside.share', unit: 'percent' }],
  ['invitations_accepted', { code: 'output.beside.invitations_accepted', unit: 'percent' }],
  ['csat_proactive', { code: 'output.beside.csat_proactive', unit: 'percent' }],
  ['csat_reactive', { code: 'output.beside.csat_reactive', unit: 'percent' }],
  ['converted_proactive', { code: 'output.beside.converted_proactive', unit: 'percent' }],
  ['converted_reactive', { code: 'output.beside.converted_reactive', unit: 'percent' }],
]);

/** Whether a column stands beside a headline’s value. */
export function isBeside(name: string): boolean {
  return titles.has(name);
}

/** Units of the columns beside a headline’s value, whose own is given. */
export function besideUnits(unit: Unit): Readonly<Record<string, Unit>> {
  return Object.fromEntries([...titles].map(([name, title]) => [name, title.unit ?? unit]));
}

/** `median 36 min`, `open still 4%`; a name that is the reader's own is said as it is. */
export function besideText({ name, value }: Beside, written: Written): string {
  const title = titles.get(name);
  const unit = title === undefined ? 'number' : (title.unit ?? written.unit);
  const said = title === undefined ? name.replaceAll('_', ' ') : say(written.locale, title.code);
  return `${said} ${valueText(value, { ...written, unit })}`;
}
