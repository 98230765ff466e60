import { expect, test } from 'vitest';
import { QueryError } from '#engine';
import { tell } from '#messages';
import { sharedEngine } from '../support/engine.ts';

const engine = sharedEngine();

test('what people get wrong most is told in plain words, with what they may have meant', async () => {
  await engine().exec('create or replace table tickets (channel text, ticket_id bigint)');
  const told = async (sql: string) => {
    const error: unknown = await engine()
      .query(sql)
      .catch((caught: unknown) => caught);
    return error instanceof QueryError ? tell('en', error.text) : error;
  };
  expect([
    await told('select chanel from tickets'),
    await told('select channel'),
    await told('select 1 from ticket'),
    await told('select conut(*) from tickets'),
    await told('select sum(channel) from tickets'),
    await told('select count( from tickets'),
    await told('select 1 from tickets where'),
    await told('select t.chanel from tickets t'),
    await told('select x.channel from tickets'),
    await told('select channel, count(*) from tickets'),
    await told('select channel from tickets where count(*) > 1'),
  ]).toEqual([
    'There is no column “chanel” here. Did you mean channel, ticket_id?',
    'There is no column “channel” here: the query reads no table. Is its “from” missing?',
    'There is no table or cell “ticket”. Did you mean tickets?',
    'There is no function “conut”. Did you mean count?',
    'The function “sum” does not take these kinds of values: sum(VARCHAR). Convert them first, for example with ::int or ::date.',
    'The SQL cannot be read from “from” on. Look at that word and the one before it.',
    'The SQL ends too early: something is still open or missing at its end.',
    'There is no column “chanel” here. Did you mean channel?',
    'The query reads nothing under the name “x”. Did you mean tickets?',
    'Beside a count, sum or average, “channel” has to be grouped by: “group by all” groups by every such column.',
    '“where” looks at single rows, before anything is counted or summed. Put this condition into “having”, after “group by”.',
  ]);
});
