import { text } from '#errors';
import { isZone, type WeekStart } from '#time';
import { ListFile, rewritten, type Reading } from './list-file.ts';

/** What is set for the workspace, whoever opens it; null where the file leaves it to the reader. */
export interface WorkspaceSettings {
  readonly timeZone: string | null;
  readonly weekStart: WeekStart | null;
}

/** The days a week may begin with, by the number that ISO gives them. */
const weekStarts = { monday: 1, sunday: 7, saturday: 6 } as const;

export function parseSettings(source: string): Reading<WorkspaceSettings> {
  const file = new ListFile(source, ['timeZone', 'weekStart']);
  const zone = file.fields?.text('timeZone') ?? null;
  const day = file.fields?.text('weekStart') ?? null;
  const [, weekStart = null] = Object.entries(weekStarts).find(([name]) => name === day) ?? [];
  if (zone !== null && !isZone(zone)) file.fields?.wrong('timeZone', text('import.zone.unknown', { zone }));
  if (day !== null && weekStart === null)
    file.fields?.wrong('weekStart', text('conventions.noWeekStart', { value: day }));
  return file.reading({ timeZone: zone, weekStart });
}

/** The file with settings changed; what it leaves to the reader it goes on to leave. */
export function serializeSettings(
  settings: Partial<WorkspaceSettings>,
  before: string | null,
  about: string,
): string {
  const was = parseSettings(before ?? '').value;
  const { timeZone, weekStart } = { ...was, ...settings };
  const day = Object.entries(weekStarts).find(([, number]) => number === weekStart)?.[0];
  return rewritten(before, about, {
    ...(timeZone === null ? {} : { timeZone }),
    ...(day === undefined ? {} : { weekStart: day }),
  });
}
