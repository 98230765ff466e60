import { expect, test } from 'vitest';
import { prepareDatabase, proposeMapping, readFile, reviewMapping, setWord, type Mapping } from '#import';
import { tell } from '#messages';
import { sharedEngine } from '../support/engine.ts';
import { csv } from './files.ts';

const engine = sharedEngine();

/** An export of nobody in particular: half of its words and dates are its own. */
const messy = csv(
  'atendimentos.csv',
  'Protocolo,Situação,Aberto em,Espera (min),Nota,Resolvido no prazo',
  'A1,Aberto,03/04/2024 10:00,12,5,sim',
  'A2,Na gaveta,05/06/2024 11:00,7,9,não',
  'A3,Na gaveta,,oito,1,talvez',
  ',Fechado,07/08/2024 12:00,3,4,sim',
);

const mapping: Mapping = {
  deskbook: 1,
  vendor: 'ours',
  timeZone: null,
  tables: [
    {
      table: 'tickets',
      requires: ['ticket_id'],
      columns: {
        ticket_id: { kind: 'id', column: 'Protocolo' },
        status: { kind: 'word', column: 'Situação', vocabulary: 'status' },
        created_at: { kind: 'instant', column: 'Aberto em' },
        wait_seconds: { kind: 'duration', column: 'Espera (min)', unit: 'minutes' },
        sla_resolution_met: { kind: 'boolean', column: 'Resolvido no prazo' },
      },
    },
    {
      table: 'ratings',
      requires: ['score_raw'],
      columns: {
        rating_id: { kind: 'id', column: 'Protocolo' },
        kind: { kind: 'constant', value: 'csat' },
        score: { kind: 'score', column: 'Nota', scale: '1-5' },
      },
    },
  ],
  dateOrders: {},
  vocabularies: {},
};

async function reviewed(by: Mapping, strict = true) {
  await prepareDatabase(engine());
  const [raw] = await readFile(engine(), messy);
  const review = await reviewMapping(engine(), raw!, by, { timeZone: 'America/Sao_Paulo', strict });
  return {
    ...review,
    told: review.problems.map(({ severity, text, column }) => [severity, tell('en', text), column]),
  };
}

test('a review counts the rows, names what could not be read, and says what must be settled first', async () => {
  const { rows, told } = await reviewed(mapping);
  expect({
    ...rows,
    reasons: rows.reasons.map(({ reason, ...rest }) => ({ ...rest, why: tell('en', reason) })),
  }).toEqual({
    read: 4,
    loaded: 3,
    rejected: 1,
    duplicate: 0,
    superseded: 0,
    reasons: [
      {
        why: '“Protocolo” is empty: the row cannot be told from others.',
        count: 1,
        rows: [{ row: 4, raw: ',Fechado,07/08/2024 12:00,3,4,sim' }],
      },
    ],
  });
  expect(told).toEqual([
    [
      'error',
      '1 word of “Situação” has no meaning yet: “Na gaveta”. Give it one, or leave it unknown on purpose.',
      'Situação',
    ],
    [
      'error',
      '1 word of “Resolvido no prazo” has no meaning yet: “talvez”. Give it one, or leave it unknown on purpose.',
      'Resolvido no prazo',
    ],
    [
      'warning',
      'Every date of “Aberto em” could be read with day and month the other way round.',
      'Aberto em',
    ],
    [
      'warning',
      '1 of 4 values of “Espera (min)” cannot be read as wait_seconds and would be left empty: “oito”.',
      'Espera (min)',
    ],
    ['warning', '1 answer of “Nota” stands on no scale and would have no score: “9”.', 'Nota'],
  ]);
});

test('words stand with their rows and meanings, those that only a person can tell first; one left unknown on purpose is settled', async () => {
  const left = setWord(setWord(mapping, 'status', 'Na gaveta', null), 'boolean', 'talvez', 'false');
  const { words, problems } = await reviewed(left);
  expect((await reviewed(mapping)).words[0]).toEqual({
    vocabulary: 'status',
    columns: ['Situação'],
    values: expect.arrayContaining(['open', 'closed']),
    words: [
      { word: 'Na gaveta', rows: 2, meaning: null, basis: 'unknown' },
      { word: 'Aberto', rows: 1, meaning: 'open', basis: 'known' },
      { word: 'Fechado', rows: 1, meaning: 'closed', basis: 'known' },
    ],
  });
  expect(words.map(({ words: all }) => all.map(({ word, basis }) => `${word}: ${basis}`))).toEqual([
    ['Na gaveta: left', 'Aberto: known', 'Fechado: known'],
    ['talvez: stated', 'sim: known', 'não: known'],
  ]);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('dates show how the first, the last and the ambiguous rows are read, and follow a stated order', async () => {
  const { dates } = await reviewed({ ...mapping, dateOrders: { 'Aberto em': 'mdy' } });
  expect(dates).toEqual([
    {
      column: 'Aberto em',
      way: 'parts',
      orders: [{ order: 'mdy', basis: 'stated' }],
      offsets: false,
      first: { row: 1, written: '03/04/2024 10:00', read: '2024-03-04 10:00:00' },
      last: { row: 4, written: '07/08/2024 12:00', read: '2024-07-08 12:00:00' },
      open: [
        { row: 1, written: '03/04/2024 10:00', read: '2024-03-04 10:00:00' },
        { row: 2, written: '05/06/2024 11:00', read: '2024-05-06 11:00:00' },
        { row: 4, written: '07/08/2024 12:00', read: '2024-07-08 12:00:00' },
      ],
      openRows: 3,
      earliest: '2024-03-04 10:00:00',
      latest: '2024-07-08 12:00:00',
    },
  ]);
});

test('answers are told with what they count as on their scale', async () => {
  const { scores } = await reviewed(mapping);
  expect(scores).toEqual([
    {
      column: 'Nota',
      scale: '1-5',
      answers: [
        { word: '1', rows: 1, bucket: 'negative' },
        { word: '4', rows: 1, bucket: 'positive' },
        { word: '5', rows: 1, bucket: 'positive' },
        { word: '9', rows: 1, bucket: null },
      ],
    },
  ]);
});

test('a mapping that lacks what its table requires is a problem, not a failure', async () => {
  const [tickets] = mapping.tables;
  const { ticket_id: _, ...columns } = tickets!.columns;
  const { told, rows, previews } = await reviewed({ ...mapping, tables: [{ ...tickets!, columns }] }, false);
  expect(told[0]).toEqual([
    'error',
    'The table tickets needs a column for ticket_id. Choose one, or take the table out.',
    null,
  ]);
  expect([rows.loaded, previews]).toEqual([0, []]);
});

test('a proposal of an unknown export can be reviewed as it is', async () => {
  await prepareDatabase(engine());
  const [raw] = await readFile(engine(), messy);
  const proposal = await proposeMapping(engine(), raw!);
  const review = await reviewMapping(engine(), raw!, proposal.mapping, { timeZone: 'UTC', strict: true });
  expect(review.previews.map(({ table, rows }) => [table, rows.rowCount])).toContainEqual(['tickets', 3]);
});
