import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const headers = [
  'Id',
  'Requester',
  'Requester id',
  'Assignee',
  'Group',
  'Subject',
  'Tags',
  'Status',
  'Priority',
  'Via',
  'Created at',
  'Updated at',
  'Solved at',
  'Satisfaction Score',
  'Group stations',
  'Assignee stations',
  'Reopens',
  'Replies',
  'First reply time in minutes',
  'First reply time in minutes within business hours',
  'First resolution time in minutes',
  'Full resolution time in minutes',
  'Requester wait time in minutes',
];

const groups = ['Support', 'Billing', 'Returns', 'Logistics', 'Key Accounts'];
const channels = ['Email', 'Web form', 'Chat', 'WhatsApp', 'Phone', 'Messaging'];
const statuses = ['Solved', 'Closed', 'Open', 'Pending', 'On-hold'];
const priorities = ['Low', 'Normal', 'High', 'Urgent'];
const scores = ['Offered', 'Good', 'Bad', 'Unoffered'];
const subjects = ['Where is it', 'Wrong invoice', 'Cannot sign in', 'Refund, please', 'Broken'];
const minute = 60_000;
const batch = 10_000;

/** A ticket export of Zendesk, about 150 bytes a row, the same on every machine. */
export async function writeZendeskFile(path: string, rows: number): Promise<void> {
  await pipeline(Readable.from(parts(rows)), createWriteStream(path));
}

function* parts(rows: number): Generator<string> {
  yield `${headers.join(',')}\n`;
  const random = mulberry32(20_240_229);
  for (let from = 0; from < rows; from += batch) {
    let text = '';
    for (let row = from; row < Math.min(rows, from + batch); row++) text += line(row, rows, random);
    yield text;
  }
}

function line(row: number, rows: number, random: () => number): string {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() ** 2 * items.length)]!;
  const created = Date.UTC(2023, 0, 1) + Math.floor((row / rows) * 730 * 1440) * minute;
  const status = pick(statuses);
  const isSolved = status === 'Solved' || status === 'Closed';
  const first = Math.floor(random() ** 3 * 3000);
  const full = first + Math.floor(random() ** 3 * 12_000);
  const customer = Math.floor(random() * Math.max(1, rows / 4));
  const subject = `${pick(subjects)} ${row % 97}`;
  const cells = [
    1_000_000 + row,
    `Client ${customer}`,
    36_000_000 + customer,
    `Agent ${pick(agents)}`,
    pick(groups),
    subject.includes(',') ? `"${subject}"` : subject,
    row % 3 === 0 ? 'vip' : '-',
    status,
    pick(priorities),
    pick(channels),
    written(created),
    written(created + (isSolved ? full + 60 : first) * minute),
    isSolved ? written(created + full * minute) : '',
    pick(scores),
    1 + (row % 2),
    1 + (row % 3),
    row % 19 === 0 ? 1 : 0,
    1 + (row % 5),
    first,
    Math.floor(first / 3),
    isSolved ? full : '',
    isSolved ? full : '',
    Math.floor(full / 2),
  ];
  return `${cells.join(',')}\n`;
}

const agents = Array.from({ length: 60 }, (_, index) => index);

function written(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
