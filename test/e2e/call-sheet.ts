import { workbookBytes, type Cell } from '../import/readers/xlsx/workbook-file.ts';
import { textFile, type DroppedFile } from './watched.ts';

/**
 * Three hundred calls, ten a day in January 2021, in the shape of a call-centre sheet that is handed around.
 * Every sixth is abandoned and carries zeros. Of the 250 answered: waits of 5, 20, 35, 60 and 180 seconds in turn
 * (mean 60, 100 within 20), talks of 60 to 300 (mean 180), ratings 1, 3, 4, 5, 5 five at a time (150 of 250 are
 * satisfied), every second one resolved (125).
 */
interface Call {
  readonly id: string;
  readonly agent: string;
  readonly day: number;
  readonly hour: number;
  readonly topic: string;
  readonly answer: { wait: number; talk: number; rating: number; resolved: boolean } | null;
}

const waits = [5, 20, 35, 60, 180];
const talks = [60, 120, 180, 240, 300];
const ratings = [1, 3, 4, 5, 5];
const agents = ['Ana', 'Bia', 'Caio', 'Davi'];
const topics = ['Cobrança', 'Entrega', 'Devolução'];

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!;

const calls: readonly Call[] = Array.from({ length: 300 }, (_, row) => {
  const answered = row - Math.floor(row / 6);
  return {
    id: `C${String(row + 1).padStart(4, '0')}`,
    agent: pick(agents, row),
    day: Math.floor(row / 10) + 1,
    hour: (row % 10) + 9,
    topic: pick(topics, row),
    answer:
      row % 6 === 5
        ? null
        : {
            wait: pick(waits, answered),
            talk: pick(talks, answered),
            rating: pick(ratings, Math.floor(answered / 5)),
            resolved: answered % 2 === 0,
          },
  };
});

const headers = [
  'Call Id',
  'Agent',
  'Date',
  'Time',
  'Topic',
  'Answered (Y/N)',
  'Resolved',
  'Speed of answer in seconds',
  'AvgTalkDuration',
  'Satisfaction rating',
];

const two = (value: number) => String(value).padStart(2, '0');
const minutes = (seconds: number) => `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
const yes = (is: boolean) => (is ? 'Y' : 'N');

/** As it was first exported: `1-Jan-21`, `9:00`, `0:02:23`; ids of another series are other calls. */
export function callSheet(series = 'C'): DroppedFile {
  const rows = calls.map(({ id, agent, day, hour, topic, answer }) => [
    ...[
      id.replace('C', series),
      agent,
      `${day}-Jan-21`,
      `${hour}:00`,
      topic,
      yes(answer !== null),
      yes(answer?.resolved ?? false),
    ],
    ...[answer?.wait ?? 0, `0:${minutes(answer?.talk ?? 0)}`, answer?.rating ?? 0],
  ]);
  return textFile('calls.csv', lines(',', [headers, ...rows]));
}

/** As a spreadsheet with Brazilian settings made it anew: semicolons, Windows-1252, days with dots, times as fractions. */
export function callSheetWithSemicolons(): DroppedFile {
  const rows = calls.map(({ id, agent, day, hour, topic, answer }) => [
    ...[id, agent, `${two(day)}.01.2021`, (hour / 24).toFixed(14), topic],
    ...[yes(answer !== null), yes(answer?.resolved ?? false), answer?.wait ?? ''],
    ...[answer ? `12:${minutes(answer.talk)} AM` : '', answer?.rating ?? ''],
  ]);
  return textFile('chamadas.csv', lines(';', [headers, ...rows]), 'latin1');
}

/** As a workbook: days and durations are numbers with a format. */
export function callWorkbook(): DroppedFile {
  const firstDay = 44197;
  const rows = calls.map(({ id, agent, day, hour, topic, answer }): Cell[] => [
    ...[id, agent, { serial: firstDay + day - 1, format: 'd-mmm-yy' }],
    ...[{ serial: hour / 24, format: 'h:mm' }, topic, yes(answer !== null), yes(answer?.resolved ?? false)],
    ...[answer?.wait ?? null, answer ? { serial: answer.talk / 86_400, format: 'h:mm:ss' } : null],
    answer?.rating ?? null,
  ]);
  return { name: 'calls.xlsx', bytes: workbookBytes({ sheets: { Calls: [headers, ...rows] } }) };
}

function lines(delimiter: string, rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.join(delimiter)}\r\n`).join('');
}
