import { expect, test } from 'vitest';
import { tell } from '#messages';
import { findKpi, needs, type KpiProfile } from '#kpi';

const ratings: KpiProfile = {
  tables: {
    ratings: { rows: 40, columns: { kind: 40, is_latest: 40, bucket: 25 } },
    tickets: { rows: 90, columns: { ticket_id: 90 } },
  },
  facts: { 'csat answers': 0, 'one scale': 2 },
};

function written(id: string, profile: KpiProfile, variant = ''): string[] {
  return needs(findKpi(id)!, profile, variant).map(({ places, wanted, isMet }) =>
    [
      isMet ? 'has' : 'lacks',
      places.map(({ place, rows }) => `${place} ${rows}`).join(' or '),
      wanted ? tell('en', wanted) : '',
    ]
      .filter((part) => part !== '')
      .join(': '),
  );
}

test('what a KPI reads is listed with the rows that know it, and what it asks of the rows in words', () => {
  expect(written('csat', ratings)).toEqual([
    'has: ratings 40',
    'has: ratings.kind 40',
    'has: ratings.is_latest 40',
    'has: ratings.bucket 25',
    'lacks: ratings.rated_at 0: To place its rows in a period',
    'has: Answers to satisfaction surveys',
  ]);
});

test('another variant needs other things, and says why a check fails', () => {
  const lacking = written('csat', ratings, 'mean_score').filter((line) => line.startsWith('lacks'));
  expect(lacking).toEqual([
    'lacks: ratings.score 0',
    'lacks: ratings.rated_at 0: To place its rows in a period',
    'lacks: Needs ratings of one scale: this export has several, and scores of different scales have no common mean.',
  ]);
  expect(written('csat', ratings, 'aggregated').slice(0, 2)).toEqual([
    'lacks: period_facts 0',
    'lacks: period_facts.value 0',
  ]);
});

test('a variant that there is not needs nothing', () => {
  expect(needs(findKpi('csat')!, ratings, 'no_such')).toEqual([]);
});
