import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogue, compile, optionTitle, parseKpi, type Kpi } from '#kpi';
import { isLocale } from '#messages';

const example = `---
id: csat
name: {en: CSAT, pt-BR: Satisfação (CSAT)}
theme: satisfaction
unit: percent
better: up
shape: ratio
from: ratings
where: kind = 'csat' and is_latest and bucket is not null
value: avg((bucket = 'positive')::int)
at: rated_at
variants:
  definition:
    satisfied: {}
    percent_of_scale: {value: avg(score_normalised)}
    mean_score: {value: avg(score), unit: score, requires: one scale}
    every_rating: {where: kind = 'csat' and bucket is not null}
---
Share of valid answers that are satisfied.

**Disputed.** Percent of scale.

## pt-BR

Parcela das respostas válidas.

**Em disputa.** Percentual da escala.
`;

function parsed(text: string): Kpi {
  const { kpi, diagnostics } = parseKpi(text);
  if (!kpi) throw new Error(JSON.stringify(diagnostics));
  return kpi;
}

function problems(text: string): unknown[] {
  const { kpi, diagnostics } = parseKpi(text);
  return [
    kpi === null ? 'refused' : 'taken',
    ...diagnostics.map(({ text: { code, params } }) => [code, params['field']]),
  ];
}

describe('a KPI file', () => {
  test('as the contract shows it has no diagnostic, and both languages', () => {
    const { kpi, diagnostics } = parseKpi(example);
    expect([diagnostics, kpi?.name, kpi?.prose]).toEqual([
      [],
      { en: 'CSAT', 'pt-BR': 'Satisfação (CSAT)' },
      {
        en: {
          meaning: 'Share of valid answers that are satisfied.',
          disputes: '**Disputed.** Percent of scale.',
        },
        'pt-BR': {
          meaning: 'Parcela das respostas válidas.',
          disputes: '**Em disputa.** Percentual da escala.',
        },
      },
    ]);
  });

  test('writes the SQL of the contract', () => {
    expect(compile({ kpi: parsed(example), shape: 'trend', grain: 'week' }))
      .toBe(`select date_trunc('week', rated_at) as week, avg((bucket = 'positive')::int) as value, count(*) as n
from ratings
where kind = 'csat' and is_latest and bucket is not null
  and rated_at >= $period_start and rated_at < $period_end
group by week
order by week`);
  });

  test('without its period has the rest of its conditions', () => {
    expect(
      compile({ kpi: parsed(example), shape: 'headline', variant: 'every_rating', withPeriod: false }),
    ).toBe(
      `select avg((bucket = 'positive')::int) as value, count(*) as n\nfrom ratings\nwhere kind = 'csat' and bucket is not null`,
    );
  });

  test('of its own writing with an or in its condition keeps the period for all of it', () => {
    const either = parsed(
      example.replace(
        "kind = 'csat' and is_latest and bucket is not null\nvalue",
        'is_latest or score > 3\nvalue',
      ),
    );
    expect(compile({ kpi: either, shape: 'headline' })).toContain(
      'where (is_latest or score > 3)\n  and rated_at',
    );
  });

  test('takes Windows line ends', () => {
    expect(parsed(example.replaceAll('\n', '\r\n')).prose['pt-BR'].meaning).toBe(
      'Parcela das respostas válidas.',
    );
  });

  test.each([
    ['no front matter', 'prose', ['refused', ['kpi-file.noFront', undefined]]],
    ['broken YAML', '---\nid: [\n---\n', ['refused', ['kpi-file.yaml.indent', undefined]]],
    ['no name', example.replace(/name:.*\n/, ''), ['refused', ['kpi-file.missing', 'name']]],
    [
      'one language',
      example.replace(', pt-BR: Satisfação (CSAT)', ''),
      ['refused', ['kpi-file.expectedName', 'name']],
    ],
    [
      'no value',
      example.replace(/value:.*\n(?=at)/, '').replace(/variants:[\s\S]*?---/, '---'),
      ['refused', ['kpi-file.missing', 'value']],
    ],
    [
      'an unknown shape',
      example.replace('shape: ratio', 'shape: round'),
      ['refused', ['kpi-file.expected', 'shape']],
    ],
    [
      'an unknown field',
      example.replace('at: rated_at', 'at: rated_at\ncolour: red'),
      ['taken', ['kpi-file.unknownField', 'colour']],
    ],
    [
      'an unknown axis',
      example.replace('  definition:', '  flavour:'),
      ['refused', ['kpi-file.expected', 'variants.flavour']],
    ],
    [
      'no Portuguese prose',
      example.replace(/## pt-BR[\s\S]*/, ''),
      ['taken', ['kpi-file.noProse', undefined]],
    ],
    [
      'an unknown preset',
      example.replace('variants:', 'presets: {Zendesk: nonsense}\nvariants:'),
      ['refused', ['kpi.variant.unknown', undefined]],
    ],
  ])('with %s says so', (_, text, expected) => expect(problems(text)).toEqual(expected));
});

describe('the catalogue', () => {
  const files = readdirSync('src/lib/kpi/catalogue').filter((name) => name.endsWith('.md'));

  test('every file parses without a diagnostic, under its own id', () => {
    const found = files.map(
      (name) => [name, parseKpi(readFileSync(`src/lib/kpi/catalogue/${name}`, 'utf8'))] as const,
    );
    expect(found.filter(([, { diagnostics }]) => diagnostics.length > 0)).toEqual([]);
    expect(found.map(([name, { kpi }]) => `${kpi?.id}.md` === name)).toEqual(found.map(() => true));
    expect(catalogue.map(({ id }) => `${id}.md`).sort()).toEqual(files.sort());
  });

  test('explains each KPI and its disputes in both languages', () => {
    const silent = catalogue.flatMap(({ id, prose }) =>
      Object.entries(prose)
        .filter(
          ([locale, { meaning, disputes }]) =>
            !isLocale(locale) || meaning.length < 100 || disputes.length < 40,
        )
        .map(([locale]) => `${id} ${locale}`),
    );
    expect(silent).toEqual([]);
  });

  test('names every variant that is not one of the usual ones in both languages', () => {
    const nameless = catalogue.flatMap(({ id, variants }) =>
      Object.values(variants)
        .flat()
        .filter((option) => optionTitle(option, 'pt-BR') === option.name)
        .map(({ name }) => `${id} ${name}`),
    );
    expect(nameless).toEqual([]);
  });
});

describe('the target that a file starts with', () => {
  const withTarget = (target: string): string => example.replace('variants:', `target: ${target}\nvariants:`);

  test('is a value in the unit of the KPI, with a note in both languages or in one for both', () => {
    expect([
      parsed(example).target,
      parsed(withTarget('{value: 0.8}')).target,
      parsed(withTarget('{value: 0.8, note: {en: usual, pt-BR: usual no setor}}')).target,
      parsed(withTarget('{value: 0.8, note: 80/20}')).target,
    ]).toEqual([
      null,
      { value: 0.8, note: null },
      { value: 0.8, note: { en: 'usual', 'pt-BR': 'usual no setor' } },
      { value: 0.8, note: { en: '80/20', 'pt-BR': '80/20' } },
    ]);
  });

  test('without a number, or with a field that means nothing, refuses the file', () => {
    expect([
      problems(withTarget('{note: none}')),
      problems(withTarget('{value: high}')),
      problems(withTarget('{value: 1, until: 2}')),
    ]).toEqual([
      ['refused', ['kpi-file.expectedNumber', 'target.value']],
      ['refused', ['kpi-file.expectedNumber', 'target.value']],
      ['refused', ['kpi-file.unknownField', 'target.until']],
    ]);
  });
});
