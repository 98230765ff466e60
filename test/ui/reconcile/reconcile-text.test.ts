import { describe, expect, test } from 'vitest';
import { findKpi, type Attempt, type Kpi } from '#kpi';
import { parse } from '#notebook';
import {
  differenceText,
  howOf,
  readingsText,
  reconciledCells,
  variantAlone,
} from '../../../src/lib/ui/reconcile/reconcile-text.ts';

function kpi(id: string): Kpi {
  const found = findKpi(id);
  if (!found) throw new Error(`no KPI ${id}`);
  return found;
}

const attempt: Attempt = {
  departures: [],
  value: 0.834,
  unit: 'percent',
  n: 40,
  matches: true,
  difference: 0,
  relative: 0,
  step: 0.001,
  sql: "select avg((bucket = 'positive')::int) as value, count(*) as n\nfrom ratings",
};
const everyRating = { kind: 'variant', variant: 'every_rating' } as const;
const utc = { kind: 'zone', zone: 'UTC' } as const;

describe('a way of counting', () => {
  test('is told by what it departs in, in the reader’s words', () => {
    const csat = kpi('csat');
    expect(howOf(attempt, csat, 'en')).toBe('as Deskbook counts it');
    const both = { ...attempt, departures: [everyRating, utc] };
    expect([howOf(both, csat, 'en'), howOf(both, csat, 'pt-BR')]).toEqual([
      'by the variant “every rating of a ticket”; by days of the zone UTC',
      'pela variante “todas as avaliações de um ticket”; pelos dias do fuso UTC',
    ]);
  });

  test('can be had by a variant alone only where it departs in nothing else', () => {
    const of = (...departures: Attempt['departures']) => variantAlone({ ...attempt, departures });
    expect([of(), of(everyRating), of(utc), of(everyRating, utc)]).toEqual(['', 'every_rating', null, null]);
  });

  test('is off in points where it is a share, else in its unit', () => {
    const off = (unit: Attempt['unit'], difference: number) =>
      differenceText({ ...attempt, unit, difference }, 'en');
    expect([off('percent', 0.0084), off('count', -12), off('duration', 5400), off('nps', -3)]).toEqual([
      '+0.84 pp',
      '−12',
      '+1 h 30 min',
      '−3',
    ]);
  });

  test('becomes a sentence and a cell that has the KPI’s unit and the SQL that gave the number', () => {
    const text = reconciledCells(
      kpi('csat'),
      { ...attempt, departures: [everyRating] },
      'As the other screen.',
    );
    const { notebook, diagnostics } = parse(text);
    expect(diagnostics).toEqual([]);
    expect(
      notebook.cells.map(({ kind, name, attributes, source }) => ({ kind, name, attributes, source })),
    ).toEqual([
      { kind: 'markdown', name: null, attributes: [], source: 'As the other screen.' },
      {
        kind: 'sql',
        name: 'csat_reconciled',
        attributes: [
          { key: 'kpi', value: 'csat' },
          { key: 'shape', value: 'headline' },
          { key: 'variant', value: 'every_rating' },
          { key: 'version', value: '1' },
        ],
        source: attempt.sql,
      },
    ]);
  });
});

test('a number that can be read in several ways is shown in each of them', () => {
  expect([
    readingsText('90', 'duration', 'en'),
    readingsText('82,4 %', 'percent', 'pt-BR'),
    readingsText('?', 'count', 'en'),
  ]).toEqual(['1 min 30 s, 1 h 30 min, 3 d 18 h, or 90 d', '82,4%', '']);
});
