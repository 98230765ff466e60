import { beforeEach, describe, expect, test } from 'vitest';
import { openNodeEngine } from '#engine/node';
import type { Engine } from '#engine';
import {
  copiedMappings,
  copyMappings,
  keptMappings,
  parseMappingFile,
  prepareDatabase,
  serializeMappingFile,
  type Mapping,
} from '#import';
import { tell } from '#messages';

let engine: Engine;
beforeEach(async () => {
  engine = await openNodeEngine({ threads: 1 });
  await prepareDatabase(engine);
  return () => engine.close();
});

function mapping(vendor: string): Mapping {
  return {
    deskbook: 1,
    vendor,
    timeZone: null,
    tables: [
      {
        table: 'tickets',
        columns: { ticket_id: { kind: 'id', column: 'protocolo' } },
        requires: ['ticket_id'],
      },
    ],
    dateOrders: {},
    vocabularies: {},
  };
}

const headers = ['Protocolo', 'Situação'];
const text = (vendor: string, names = headers) =>
  serializeMappingFile({ headers: names, mapping: mapping(vendor) });
const said = (source: string) =>
  parseMappingFile(source).problems.map(({ line, text: problem }) => `${line} ${tell('en', problem)}`);
const vendors = async () => (await keptMappings(engine)).map((kept) => [kept.headers, kept.mapping.vendor]);

describe('a file of a mapping', () => {
  test('says the headers that it is for, and how they are read', () => {
    expect(JSON.parse(text('glpi'))).toEqual({ ...mapping('glpi'), headers });
    expect(parseMappingFile(text('glpi'))).toEqual({
      file: { headers, mapping: mapping('glpi') },
      problems: [],
    });
  });

  test('that is broken says so, with the line', () => {
    expect([
      ...said('{\n  "deskbook": 1,\n  "vendor": "glpi\n}\n'),
      ...said(text('glpi').replace('ticket_id', 'tickt_id')),
      ...said(JSON.stringify(mapping('glpi'))),
    ]).toEqual([
      '4 Something is still open here: a quotation mark, a bracket or a brace has no end, or a comma is missing.',
      '1 This is no mapping that Deskbook can use: something in it is missing, or is not known. Choose the columns anew with the next import, or take an earlier version of this file from its history.',
      '1 “headers” is missing: the list of the headers of the files that this mapping is for. ["Ticket ID", "Status"]',
    ]);
  });
});

describe('the table of mappings as a copy of files', () => {
  test('of two for the same headers the first counts, whatever the order of the columns', async () => {
    expect(await copiedMappings(engine)).toBeNull();
    const files = [
      { path: 'a', text: text('glpi') },
      { path: 'b', text: text('blip', ['SITUACAO', 'protocolo']) },
      { path: 'c', text: text('zoho', ['Protocolo']) },
    ];
    await copyMappings(engine, files);
    expect([await vendors(), await copiedMappings(engine)]).toEqual([
      [
        [['protocolo'], 'zoho'],
        [['protocolo', 'situacao'], 'glpi'],
      ],
      files,
    ]);
    await copyMappings(engine, []);
    expect([await vendors(), await copiedMappings(engine)]).toEqual([[], []]);
  });

  test('a file that is broken says what it said before, and one that never was right says nothing', async () => {
    await copyMappings(engine, [{ path: 'a', text: text('glpi') }]);
    await copyMappings(engine, [
      { path: 'a', text: '{' },
      { path: 'b', text: '{' },
    ]);
    await copyMappings(engine, [{ path: 'a', text: '{}' }]);
    expect(await vendors()).toEqual([[['protocolo', 'situacao'], 'glpi']]);
  });
});
