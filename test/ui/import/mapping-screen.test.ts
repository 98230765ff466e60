import { describe, expect, test } from 'vitest';
import { addUse, usesOf, type ColumnUse, type Mapping } from '#import';
import { say, type MessageCode } from '#messages';
import { searchPlaces } from '../../../src/lib/ui/import/canonical-search.ts';
import { describeTable, describeUnless, describeUse } from '../../../src/lib/ui/import/describe-mapping.ts';
import { settingsOf } from '../../../src/lib/ui/import/field-settings.ts';
import { vendorName, writtenBytes } from '../../../src/lib/ui/import/names.ts';

const t = (code: MessageCode, params = {}) => say('en', code, params);
const blank: Mapping = {
  deskbook: 1,
  vendor: 'generic',
  timeZone: null,
  tables: [],
  dateOrders: {},
  vocabularies: {},
};
const column = (name: string, ...samples: string[]) => ({ name, header: name, samples });

function settings(mapping: Mapping, name: string, target: string, columns = [column(name)]) {
  const use = usesOf(mapping, name).find((each) => each.name === target);
  if (!use) throw new Error(`Nothing reads ${name}`);
  return settingsOf({ mapping, use, columns, review: null, timeZone: 'America/Sao_Paulo', t });
}

function fieldAfter(mapping: Mapping, name: string, target: string, id: string, value: string) {
  const setting = settings(mapping, name, target).find((each) => each.id === id);
  const after = setting?.options.find((option) => option.value === value)?.mapping;
  return after?.tables[0]?.columns[target];
}

describe('the search for a place', () => {
  test('finds columns by words of either language, those of the tables in use first', () => {
    const found = searchPlaces('pesquisa palavras', ['tickets']);
    expect(found[0]).toMatchObject({ table: 'ratings', column: 'comment' });
    expect(searchPlaces('assunto', ['tickets'])[0]).toMatchObject({ table: 'tickets', column: 'subject' });
    expect(searchPlaces('nota', ['tickets', 'ratings'])[0]).toMatchObject({ column: 'score_raw' });
    expect(searchPlaces('xyzzy', [])).toEqual([]);
  });

  test('offers neither what the program fills itself nor the twins in UTC', () => {
    const names = searchPlaces('', []).map(({ column: name }) => name);
    expect(names.filter((name) => name.endsWith('_utc') || /^source_/.test(name))).toEqual([]);
  });
});

describe('the settings of a column', () => {
  const dated = addUse(addUse(blank, 'Aberto', { table: 'tickets', column: 'created_at' }), 'Resposta', {
    table: 'tickets',
    column: 'first_human_reply_at',
  });

  test('of an instant are its order, its clock, the column of its time, and whether it counts from another', () => {
    const columns = [column('Resposta'), column('Hora', '10:00')];
    expect(
      settings(dated, 'Resposta', 'first_human_reply_at', columns).map(({ id, value }) => [id, value]),
    ).toEqual([
      ['readAs', 'instant'],
      ['order', ''],
      ['clock', ''],
      ['time', ''],
    ]);
    expect(fieldAfter(dated, 'Resposta', 'first_human_reply_at', 'readAs', 'offset')).toEqual({
      kind: 'offset',
      from: 'created_at',
      column: 'Resposta',
      unit: 'minutes',
    });
    expect(fieldAfter(dated, 'Resposta', 'first_human_reply_at', 'clock', 'utc')).toEqual({
      kind: 'instant',
      column: 'Resposta',
      utc: true,
    });
  });

  test('of a duration are its unit and its decimal mark, of an answer its scale, of a yes or no its sense', () => {
    const wait = addUse(blank, 'Espera', { table: 'tickets', column: 'wait_seconds' });
    expect(fieldAfter(wait, 'Espera', 'wait_seconds', 'unit', 'minutes')).toMatchObject({ unit: 'minutes' });
    const score = addUse(blank, 'Nota', { table: 'ratings', column: 'score_raw' });
    expect(fieldAfter(score, 'Nota', 'score', 'scale', '0-10')).toMatchObject({ scale: '0-10' });
    const sla = addUse(blank, 'Fora do SLA', { table: 'tickets', column: 'sla_resolution_met' });
    expect(fieldAfter(sla, 'Fora do SLA', 'sla_resolution_met', 'sense', 'not')).toMatchObject({ not: true });
    const tags = addUse(blank, 'Etiquetas', { table: 'tickets', column: 'tags' });
    expect(fieldAfter(tags, 'Etiquetas', 'tags', 'separator', 'semicolon')).toMatchObject({ separator: ';' });
  });
});

describe('what is fixed is told in words', () => {
  test('the rows that a table takes', () => {
    const told = describeTable(
      {
        table: 'tickets',
        columns: { kind: { kind: 'constant', value: 'csat' } },
        requires: [],
        where: { column: 'Tipo', is: ['chamado'], not: true },
        latest: { of: 'Número', by: ['Versão'] },
        completes: true,
        distinct: true,
      },
      t,
    );
    expect(told).toEqual([
      'only rows whose “Tipo” is not “chamado”',
      'of the rows with one “Número” only the last, in the order of Versão',
      'fills what other files left empty, and adds no row',
      'one row for each, however often it is named',
      'kind is always csat',
    ]);
  });

  test('how a column is read, and when it is left out', () => {
    const use = (field: ColumnUse['field']): ColumnUse => ({ index: 0, table: 'tickets', name: 'x', field });
    const told = [
      describeUse(use(null), t),
      describeUse(use({ kind: 'extract', column: 'a', pattern: '(.)' }), t),
      describeUse(use({ kind: 'instant', column: 'a' }), t),
      describeUnless({ kind: 'text', column: 'a', unless: { column: 'status', is: ['open'] } }, t),
    ];
    expect(told).toEqual([
      'kept under its own name',
      'the part that fits (.)',
      null,
      'left empty where status is “open”',
    ]);
  });
});

test('sizes and systems are named as people know them', () => {
  expect([writtenBytes(0, 'en'), writtenBytes(1_234_567, 'pt-BR'), writtenBytes(3.2e9, 'en')]).toEqual([
    '0 B',
    '1,2 MB',
    '3.2 GB',
  ]);
  expect([vendorName('zendesk', t), vendorName('generic', t), vendorName('Nosso sistema', t)]).toEqual([
    'Zendesk',
    'Another export',
    'Nosso sistema',
  ]);
});
