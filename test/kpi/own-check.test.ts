import { describe, expect, test } from 'vitest';
import { catalogue, compile, copyOfKpi, freeId, readOwnKpis, sourceOf } from '#kpi';
import { kpiFile, told } from './kpi-file.ts';

function check(source: string): string[] {
  return readOwnKpis([{ path: 'own/a.md', text: source }]).flatMap(({ diagnostics }) =>
    told(source, diagnostics),
  );
}

describe('what is wrong in a KPI’s file is told at its place', () => {
  test.each([
    [
      'a field that is misspelt',
      kpiFile({ wehre: 'true' }),
      ['warning 10 “wehre”: “wehre” means nothing in a KPI. Did you mean where?'],
    ],
    ['no name', kpiFile({ name: null }), ['error 1 “---”: This KPI has no “name”, which it needs.']],
    [
      'a unit that there is not',
      kpiFile({ unit: 'percents' }),
      [
        'error 5 “percents”: “percents” is nothing that “unit” can be. Did you mean percent? It can be: count | percent | duration | score | money | nps | number.',
      ],
    ],
    [
      'a table that there is not',
      kpiFile({ from: 'tikets' }),
      ['error 7 “tikets”: There is no table “tikets”. Did you mean tickets?'],
    ],
    [
      'a column of the rows behind it',
      kpiFile({ rows: '[ticket_id, chanel]' }),
      ['warning 10 “chanel”: tickets has no column “chanel”. Did you mean channel?'],
    ],
    [
      'a need that the table has not',
      kpiFile({ needs: '[tickets, tickets.creatd_at]' }),
      ['error 10 “tickets.creatd_at”: tickets has no column “creatd_at”. Did you mean created_at?'],
    ],
    [
      'a dimension that there is not',
      kpiFile({ by: 'chanel' }),
      ['error 10 “chanel”: There is no dimension “chanel”. Did you mean channel?'],
    ],
    [
      'a check that there is not',
      kpiFile({ requires: '[one scal]' }),
      ['error 10 “[one scal]”: Deskbook has no check called “one scal”. Did you mean one scale?'],
    ],
    [
      'an id that cells could not bear',
      kpiFile({ id: 'My KPI' }),
      [
        'error 2 “My KPI”: An id is written in small letters without accents, digits and _, and begins with a letter: my_kpi.',
      ],
    ],
    [
      'a second statement',
      kpiFile({ where: 'true; drop table tickets' }),
      [
        'error 8 “;”: “where” should be one SQL expression: here it ends early, or a bracket or quotation mark is left open.',
      ],
    ],
    [
      'a bracket that is left open',
      kpiFile({ where: "(type = 'refund'" }),
      [
        'error 8 “(”: “where” should be one SQL expression: here it ends early, or a bracket or quotation mark is left open.',
      ],
    ],
    [
      'a bracket that closes what is not its own',
      kpiFile({ where: "type = 'a') or (true" }),
      [
        'error 8 “)”: “where” should be one SQL expression: here it ends early, or a bracket or quotation mark is left open.',
      ],
    ],
    [
      'a comment that would take along what comes after the field, and one that ends with its line',
      kpiFile({
        with: "|-\n  vips as (\n    -- who pays more\n    select ticket_id from tickets where priority = 'vip'\n  )",
        where: "type = 'refund' -- and returns",
      }),
      [
        'error 8 “--”: “where” should be one SQL expression: here it ends early, or a bracket or quotation mark is left open.',
      ],
    ],
    [
      'what the page’s engine lacks',
      kpiFile({ where: "subject ->> 'a' = 'b'" }),
      [
        'error 8 “->>”: The page’s engine cannot read JSON, so “->>” cannot run. Import the file instead: its fields become columns.',
      ],
    ],
    [
      'a colon without quotation marks',
      kpiFile({ where: "subject = 'a: b'" }),
      [
        "error 8 “subject = 'a: b'”: Put this text in quotation marks: it begins with a sign, or holds one, that means something here.",
      ],
    ],
    [
      'a field that is there twice',
      kpiFile().replace('unit: count', 'unit: count\nunit: percent'),
      ['error 6 “unit”: This field is there twice: keep one of the two.'],
    ],
    [
      'front matter without an end',
      '---\nid: refunds\n',
      ['error 1 “---”: A KPI begins with a line “---”, then its fields, then another line “---”.'],
    ],
    [
      'a fence that names no cut',
      kpiFile({}, 'Prose.\n\n```sql headlin\nselect 1 as value, 1 as n\n```\n\n## pt-BR\n\nProsa.\n'),
      [
        'error 13 “headlin”: “headlin” is nothing that “```sql … headlin” can be. Did you mean headline? It can be: headline | trend | breakdown | table | extremes | distribution | percentiles | cohort | rows.',
      ],
    ],
    [
      'own SQL that is more than a query',
      kpiFile(
        {},
        'Prose.\n\n```sql headline\nselect 1 as value, 1 as n;\ndrop table tickets\n```\n\n## pt-BR\n\nProsa.\n',
      ),
      ['error 15 “drop”: A KPI’s own SQL is one query: a single “select”, nothing before or after it.'],
    ],
    ['nothing', kpiFile(), []],
    ['nothing, in a file of Windows', `\ufeff${kpiFile().replaceAll('\n', '\r\n')}`, []],
  ])('%s', (_, source, expected) => expect(check(source)).toEqual(expected));

  test('a place is right where an expression goes over several lines', () => {
    const source = kpiFile({ where: "|-\n  type = 'refund'\n  and subject ->> 'a' = 'b'" });
    expect(check(source)[0]?.slice(0, 16)).toBe('error 10 “->>”: ');
  });
});

test('nothing is wrong in our own files, read as a reader’s', () => {
  const files = catalogue.map(({ id }) => ({ path: `own/${id}.md`, text: sourceOf(id) ?? '' }));
  const read = readOwnKpis(files, []);
  expect(read.flatMap(({ path, diagnostics }) => diagnostics.map(({ text }) => [path, text]))).toEqual([]);
  expect(read.map(({ kpi }) => kpi)).toEqual(catalogue);
});

test('a copy of any of ours says the same under a name of its own', () => {
  const names = { en: 'CSAT: mine', 'pt-BR': 'Minha satisfação' };
  for (const kpi of catalogue) {
    const source = copyOfKpi(sourceOf(kpi.id) ?? '', { id: `my_${kpi.id}`, name: names });
    const [own] = readOwnKpis([{ path: 'own/a.md', text: source }]);
    expect([kpi.id, own?.diagnostics]).toEqual([kpi.id, []]);
    expect(own?.kpi).toEqual({
      ...kpi,
      id: `my_${kpi.id}`,
      name: names,
      order: 1000,
      version: own?.kpi?.version,
    });
    const cut = kpi.cut;
    expect(own?.kpi && compile({ kpi: own.kpi, shape: cut })).toBe(compile({ kpi, shape: cut }));
  }
});

test('an id that is taken gets a number', () => {
  const [first] = catalogue;
  expect(freeId('mine', catalogue)).toBe('mine');
  expect(first && freeId(first.id, catalogue)).toBe(`${first?.id}_2`);
});

test('a file that counts no versions has another one once it defines something else, and not for its prose', () => {
  const versions = [
    kpiFile(),
    kpiFile({}, 'Other words.\n\n## pt-BR\n\nOutras palavras.\n'),
    kpiFile({ where: "type = 'return'" }),
    kpiFile({ version: '3' }),
  ].map((text) => readOwnKpis([{ path: 'own/a.md', text }])[0]?.kpi?.version);
  expect([versions[0] === versions[1], versions[0] === versions[2], versions[3]]).toEqual([true, false, 3]);
});
