import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import { explanationSql } from '#explain';
import { findKpi } from '#kpi';
import { rowsOf } from '#table';
import { randomNumbers } from '../kpi/random-world.ts';
import { fill } from '../kpi/world.ts';
import { inPeriods } from './every-decomposition.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({ threads: 1 });
});
afterAll(() => engine.close());

const sql = explanationSql(findKpi('csat')!);
const chat = { dimension: 'channel', member: 'chat' };
const [before, after] = ['2026-01-10', '2026-02-20'];

interface Said {
  readonly at: string;
  readonly channel: string;
  readonly comment: string | null;
  readonly isGood?: boolean;
}

async function say(comments: readonly Said[]): Promise<void> {
  const text = (value: string | null) => (value === null ? 'null' : `'${value}'`);
  await fill(engine, {
    tickets: {
      columns: 'ticket_id, channel',
      values: comments.map(({ channel }, index) => `('${index}', '${channel}')`).join(','),
    },
    ratings: {
      columns: 'rating_id, ticket_id, kind, rated_at, bucket, is_latest, comment',
      values: comments
        .map(
          ({ at, comment, isGood = false }, index) =>
            `('${index}', '${index}', 'csat', '${at}', '${isGood ? 'positive' : 'negative'}', true, ${text(comment)})`,
        )
        .join(','),
    },
  });
}

const times = (count: number, said: Said) => Array.from({ length: count }, () => said);

async function words() {
  return rowsOf(await inPeriods(engine, sql.words(chat) ?? ''));
}

describe('words that mark the low ratings of a segment', () => {
  test('by hand: log-odds with as many words more on each side as there are here', async () => {
    await say([
      ...times(3, { at: after, channel: 'chat', comment: 'late' }),
      ...times(1, { at: after, channel: 'chat', comment: 'cold' }),
      ...times(2, { at: before, channel: 'chat', comment: 'cold' }),
      ...times(1, { at: after, channel: 'email', comment: 'late' }),
      ...times(3, { at: after, channel: 'email', comment: 'cold' }),
      ...times(1, { at: after, channel: 'chat', comment: null }),
    ]);
    // Four words here, 4 of 10 in all are “late”: prior 4 × 0.4 = 1.6. Here 4.6 against 3.4, before 1.6 against 4.4, elsewhere 2.6 against
    // 5.4. ln(4.6 ÷ 3.4) − ln(1.6 ÷ 4.4) = 1.313882, over √(1/4.6 + 1/1.6) = 0.917819; ln(4.6 ÷ 3.4) − ln(2.6 ÷ 5.4) = 1.033169, over
    // √(1/4.6 + 1/2.6) = 0.775891.
    const [found, ...others] = await words();
    expect(others).toEqual([]);
    expect(found).toMatchObject({ word: 'late', here: 3n, before: 0n, elsewhere: 1n, example: 'late' });
    expect(Number(found?.['z_before'])).toBe(1.43);
    expect(Number(found?.['z_elsewhere'])).toBe(1.33);
    expect(Number(found?.['z'])).toBe(1.33);
  });

  test.each([1, 2, 3, 4, 5])(
    'the planted word comes first: not what this segment always says, nor what everyone says now (seed %i)',
    async (seed) => {
      const random = randomNumbers(seed);
      const usual = [
        'entrega',
        'preço',
        'atendente',
        'demora',
        'produto',
        'troca',
        'boleto',
        'site',
        'frete',
      ];
      const comments = Array.from({ length: 900 }, (_, index): Said => {
        const at = index % 2 === 0 ? before : after;
        const channel = random() < 0.25 ? 'chat' : 'email';
        const drawn = Array.from({ length: 4 }, () => usual[Math.floor(random() * usual.length)] ?? '');
        const always = channel === 'chat' && random() < 0.5 ? ['robô'] : [];
        const season = at === after && random() < 0.5 ? ['natal'] : [];
        const planted = channel === 'chat' && at === after && random() < 0.35 ? ['Extravío'] : [];
        return { at, channel, comment: [...drawn, ...always, ...season, ...planted].join(' ') };
      });
      await say(comments);
      const found = await words();
      expect(found[0]?.['word']).toBe('extravio');
      expect(found.map(({ word }) => word).slice(0, 3)).not.toContain('natal');
    },
  );

  test('pairs are words that stand together, without accents and common words; what is said twice in a comment counts once', async () => {
    await say(times(3, { at: after, channel: 'chat', comment: 'NÃO chegou, nao chegou para mim' }));
    const found = await words();
    expect(found.map(({ word, here }) => [word, here])).toEqual([
      ['chegou', 3n],
      ['chegou mim', 3n],
      ['chegou nao', 3n],
      ['mim', 3n],
      ['nao', 3n],
      ['nao chegou', 3n],
    ]);
    expect(found[0]).toMatchObject({ z_before: null, z_elsewhere: null, z: null });
  });

  test('a KPI that is no survey has no words; a tag, of which a ticket has several, is no place', () => {
    expect(explanationSql(findKpi('reopen_rate')!).words(chat)).toBeNull();
    expect(sql.words({ dimension: 'tag', member: 'vip' })).toBeNull();
    expect(sql.moves({ dimension: 'tag', member: 'vip' }, 'en')).toBeNull();
  });

  test('the notebook csat-drop asks for words by the same statistic', () => {
    const own = sql.words(chat) ?? '';
    const statistic = own.slice(own.indexOf('spoken as ('), own.indexOf('  example\nfrom odds'));
    for (const file of ['csat-drop.md', 'pt-BR/csat-drop.md'])
      expect(readFileSync(`notebooks/${file}`, 'utf8')).toContain(statistic);
  });
});

describe('what moved with a segment', () => {
  const opened = (count: number, at: string, channel: string) =>
    Array.from({ length: count }, () => ({ at, channel }));

  async function moves(tickets: readonly { at: string; channel: string }[]) {
    await fill(engine, {
      tickets: {
        columns: 'ticket_id, channel, created_at',
        values: tickets.map(({ at, channel }, index) => `('${index}', '${channel}', '${at}')`).join(','),
      },
    });
    return rowsOf(await inPeriods(engine, sql.moves(chat, 'en') ?? ''));
  }

  test('by hand: twice as many a day, with its interval, while nothing changed elsewhere', async () => {
    // 40 days before, 47 after. Chat 0.5 a day, then 1: ln 2 ± 1.96 × √(1/20 + 1/47) = 0.693147 ± 0.523275. E-mail 1 a day and 1 a day.
    const [found, ...others] = await moves([
      ...opened(20, before, 'chat'),
      ...opened(47, after, 'chat'),
      ...opened(40, before, 'email'),
      ...opened(47, after, 'email'),
    ]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      measure: 'Tickets created (per day)',
      reading: 'moved here',
      before: 0.5,
      after: 1,
      n_before: 20n,
      n_after: 47n,
    });
    expect(Number(found?.['change'])).toBeCloseTo(1, 9);
    expect(Number(found?.['low'])).toBeCloseTo(0.1852, 3);
    expect(Number(found?.['high'])).toBeCloseTo(2.3751, 3);
    expect(Number(found?.['elsewhere'])).toBeCloseTo(0, 9);
  });

  test('what moved alike elsewhere moved everywhere; few rows say nothing', async () => {
    const everywhere = ['chat', 'email'].flatMap((channel) => [
      ...opened(40, before, channel),
      ...opened(94, after, channel),
    ]);
    expect((await moves(everywhere)).map(({ reading }) => reading)).toEqual(['moved everywhere']);
    const few = await moves([...opened(9, before, 'chat'), ...opened(90, after, 'chat')]);
    expect(few).toMatchObject([{ reading: 'too little data', change: null }]);
  });
});
