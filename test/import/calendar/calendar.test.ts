import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openNodeEngine } from '#engine/node';
import type { Engine } from '#engine';
import {
  applyCalendars,
  calendarRules,
  calendars,
  datasetFingerprint,
  importFiles,
  prepareDatabase,
  removeSource,
  setWorkspaceZone,
  type CalendarSpec,
} from '#import';
import { tell } from '#messages';
import { quoteLiteral } from '#sql';
import { AppError } from '#errors';
import { businessSeconds, wallClockToMs, type OpenHours } from '#time';
import { deleteCalendar, saveCalendar, setCalendarRules } from '../../support/calendars.ts';
import { csv, rowsAsText } from '../files.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine({ threads: 1 });
  return () => engine.close();
});
beforeEach(async () => {
  await prepareDatabase(engine);
  for (const table of ['tickets', 'calls', 'business_hours', 'holidays', 'calendar_rules', 'sources'])
    await engine.exec(`delete from base.${table}`);
  await setWorkspaceZone(engine, 'UTC');
});

const hour = 3600;

function office(name: string, opens: number, closes: number, rest: Partial<CalendarSpec> = {}): CalendarSpec {
  const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: opens * hour, closes: closes * hour }));
  return { name, hours, holidays: [], ...rest };
}

function ticket(id: string, instants: Readonly<Record<string, string>>, rest = ''): string {
  const columns = Object.entries(instants).map(([name, at]) => `timestamp '${at}' as ${name}_at_utc`);
  return `insert into base.tickets by name select 'a' as source_id, '${id}' as ticket_id, ${columns.join(', ')}${rest}`;
}

const measured = `select ticket_id as id, first_response_business_seconds as response, first_resolution_business_seconds as first, resolution_business_seconds as last, wait_business_seconds as wait from base.tickets order by ticket_id`;

async function failure(action: () => Promise<unknown>): Promise<string> {
  try {
    await action();
  } catch (error) {
    if (error instanceof AppError) return tell('en', error.text);
    throw error;
  }
  return 'no failure';
}

describe('calendars', () => {
  test('are kept with their zone, hours and holidays, and replaced by name', async () => {
    await saveCalendar(engine, office('Office', 8, 12));
    await saveCalendar(
      engine,
      office('Office', 9, 18, { zone: 'Europe/Lisbon', holidays: ['2026-12-25', '2026-12-25'] }),
    );
    await saveCalendar(engine, {
      name: 'Night',
      hours: [{ weekday: 5, opens: 22 * hour, closes: 6 * hour }],
      holidays: [],
    });
    expect(await calendars(engine)).toEqual([
      {
        sourceId: 'workspace',
        name: 'Night',
        zone: null,
        hours: [{ weekday: 5, opens: 79200, closes: 108000 }],
        holidays: [],
      },
      { sourceId: 'workspace', ...office('Office', 9, 18), zone: 'Europe/Lisbon', holidays: ['2026-12-25'] },
    ]);
  });

  test('that cannot be are refused with a sentence, and nothing is changed', async () => {
    await saveCalendar(engine, office('Office', 9, 18));
    const refused = [
      office(' ', 9, 18),
      office('Zone', 9, 18, { zone: 'America/Nowhere' }),
      { name: 'Never', hours: [], holidays: [] },
      { name: 'Eighth', hours: [{ weekday: 8, opens: 0, closes: 10 }], holidays: [] },
      office('Long', 9, 40),
      office('Leap', 9, 18, { holidays: ['2026-02-29'] }),
    ];
    const sentences = [];
    for (const spec of refused) sentences.push(await failure(() => saveCalendar(engine, spec)));
    sentences.push(await failure(() => setCalendarRules(engine, [{ calendar: 'Lost' }])));
    expect(sentences).toEqual([
      'A calendar needs a name.',
      '“America/Nowhere” is not a time zone. Use a name such as America/Sao_Paulo, or an offset such as -03:00.',
      'The calendar “Never” has no opening hours. Give it at least one stretch.',
      'A stretch of the calendar “Eighth” is not possible: weekdays go from 1 to 7, and a stretch lasts up to 24 hours.',
      'A stretch of the calendar “Long” is not possible: weekdays go from 1 to 7, and a stretch lasts up to 24 hours.',
      '“2026-02-29” is no day of the calendar “Leap”. Write it as 2026-12-25.',
      'There is no calendar “Lost”.',
    ]);
    expect((await calendars(engine)).map(({ name }) => name)).toEqual(['Office']);
  });

  test('are part of what the data’s fingerprint tells apart', async () => {
    const before = await datasetFingerprint(engine);
    await saveCalendar(engine, office('Office', 9, 18));
    const saved = await datasetFingerprint(engine);
    await setCalendarRules(engine, [{ calendar: 'Office' }]);
    const ruled = await datasetFingerprint(engine);
    await deleteCalendar(engine, 'Office');
    expect([new Set([before, saved, ruled]).size, await datasetFingerprint(engine)]).toEqual([3, before]);
  });

  test('take their rules along when they are deleted', async () => {
    await saveCalendar(engine, office('Office', 9, 18));
    await saveCalendar(engine, office('Shop', 10, 22));
    await setCalendarRules(engine, [{ calendar: 'Office' }, { channel: 'phone', calendar: 'Shop' }]);
    await deleteCalendar(engine, 'Office');
    expect(await calendarRules(engine)).toEqual([{ team: null, channel: 'phone', calendar: 'Shop' }]);
    expect((await calendars(engine)).map(({ name }) => name)).toEqual(['Shop']);
  });
});

describe('business seconds of tickets', () => {
  const instants = {
    created: '2026-03-06 17:00',
    assigned: '2026-03-06 17:10',
    first_human_reply: '2026-03-09 09:30',
    first_solved: '2026-03-09 12:00',
    last_solved: '2026-03-10 12:00',
  };

  test('are unknown while no rule names a calendar, and again when none does any more', async () => {
    await engine.exec(ticket('1', instants));
    await saveCalendar(engine, office('Office', 9, 18));
    const unknown = [{ id: '1', response: null, first: null, last: null, wait: null }];
    expect(await rowsAsText(engine, measured)).toEqual(unknown);
    await setCalendarRules(engine, [{ calendar: 'Office' }]);
    expect(await rowsAsText(engine, measured)).toEqual([
      { id: '1', response: 1.5 * hour, first: 4 * hour, last: 13 * hour, wait: 600 },
    ]);
    await setCalendarRules(engine, []);
    expect(await rowsAsText(engine, measured)).toEqual(unknown);
  });

  test('follow the calendar’s hours, its holidays and the workspace’s zone', async () => {
    await engine.exec(ticket('1', instants));
    await saveCalendar(engine, office('Office', 9, 18));
    await setCalendarRules(engine, [{ calendar: 'Office' }]);
    const response = async () => (await rowsAsText(engine, measured))[0]?.['response'];
    await saveCalendar(engine, office('Office', 9, 18, { holidays: ['2026-03-09'] }));
    expect(await response()).toBe(hour);
    await saveCalendar(engine, office('Office', 9, 18));
    await setWorkspaceZone(engine, 'America/Sao_Paulo');
    expect(await response()).toBe(4 * hour);
    await saveCalendar(engine, office('Office', 9, 18, { zone: 'UTC' }));
    expect(await response()).toBe(1.5 * hour);
  });

  test('are unknown where an instant is, where time runs backwards, and in years that are typing errors', async () => {
    await saveCalendar(engine, office('Office', 9, 18));
    await setCalendarRules(engine, [{ calendar: 'Office' }]);
    await engine.exec(
      [
        ticket('1', { created: '2026-03-06 17:00' }),
        ticket('2', { created: '2026-03-06 17:00', last_solved: '2026-03-06 16:59' }),
        ticket('3', { created: '0022-04-15 10:00', last_solved: '2026-03-06 16:59' }),
        ticket('4', { created: '2026-03-06 10:00', last_solved: '9999-12-31 23:59' }),
        ticket('5', { created: '2026-03-06 10:00', last_solved: '2026-03-06 10:00' }),
        `insert into base.tickets by name select 'a' as source_id, '6' as ticket_id, timestamp '2026-03-06 10:00' as last_solved_at_utc`,
      ].join(';'),
    );
    await applyCalendars(engine);
    const last = (await rowsAsText(engine, measured)).map(({ id, last }) => [id, last]);
    expect(last).toEqual([
      ['1', null],
      ['2', null],
      ['3', null],
      ['4', null],
      ['5', 0],
      ['6', null],
    ]);
  });

  test('take the rule that says most: team and channel, team, channel, all', async () => {
    const day = { created: '2026-03-06 00:00', last_solved: '2026-03-07 00:00' };
    const of = (id: string, team: string | null, channel: string | null) =>
      ticket(
        id,
        day,
        `, ${quoteLiteral(team)}::varchar as team, ${quoteLiteral(channel)}::varchar as channel`,
      );
    await engine.exec(
      [
        of('1', 'sales', 'phone'),
        of('2', 'sales', 'email'),
        of('3', 'billing', 'phone'),
        of('4', "o'hara", 'email'),
        of('5', null, null),
      ].join(';'),
    );
    for (const [index, name] of ['One', 'Two', 'Three', 'Four', 'Five'].entries())
      await saveCalendar(engine, office(name, 0, index + 1));
    const rules = [
      { channel: 'phone', calendar: 'Three' },
      { calendar: 'Four' },
      { team: 'sales', calendar: 'Two' },
      { team: 'sales', channel: 'phone', calendar: 'One' },
      { team: "o'hara", calendar: 'Five' },
    ];
    await setCalendarRules(engine, rules);
    const seconds = (await rowsAsText(engine, measured)).map(({ last }) => last);
    expect(seconds).toEqual([1, 2, 3, 5, 4].map((hours) => hours * hour));
    expect((await calendarRules(engine)).map(({ calendar }) => calendar)).toEqual(
      rules.map(({ calendar }) => calendar),
    );
  });

  test('of a source’s own rule hold for that source alone; its calendar can be named by the workspace', async () => {
    const day = { created: '2026-03-06 00:00', last_solved: '2026-03-07 00:00' };
    await engine.exec(
      [
        ticket('1', day),
        ticket('2', day).replace("'a' as source_id", "'b' as source_id"),
        `insert into base.business_hours by name select 'a' as source_id, 'Own' as calendar, 5 as weekday, 36000 as opens_second, 3600 as closes_second`,
        `insert into base.calendar_rules by name select 'a' as source_id, 'Own' as calendar`,
      ].join(';'),
    );
    await applyCalendars(engine);
    const last = async () => (await rowsAsText(engine, measured)).map((row) => row['last']);
    expect(await last()).toEqual([14 * hour, null]);
    await setCalendarRules(engine, [{ calendar: 'Own' }]);
    expect(await last()).toEqual([14 * hour, 14 * hour]);
    await removeSource(engine, 'a');
    expect(await last()).toEqual([null]);
  });

  test('are counted with every import, of its calls too', async () => {
    await saveCalendar(engine, office('Office', 9, 18, { zone: 'America/Sao_Paulo' }));
    await setCalendarRules(engine, [{ calendar: 'Office' }]);
    await importFiles(
      engine,
      [
        csv(
          'ligacoes.csv',
          'ID da ligação;Atendente;Data;Hora;Motivo;Atendida;Resolvido;Tempo de espera;Tempo de conversa;Nota',
          'A1;Diane;02.03.2026;08:59:00;Contrato;Sim;Sim;109;0:02:23;3',
          'A2;Diane;02.03.2026;10:00:00;Contrato;Sim;Sim;60;0:02:23;3',
        ),
      ],
      { timeZone: 'America/Sao_Paulo' },
    );
    expect(
      await rowsAsText(
        engine,
        'select call_id as id, wait_seconds as wait, wait_business_seconds as business from contacts order by call_id',
      ),
    ).toEqual([
      { id: 'A1', wait: 109, business: 49 },
      { id: 'A2', wait: 60, business: 60 },
    ]);
  });

  test('and calls say of each whether it began in them, with an end or without', async () => {
    await saveCalendar(
      engine,
      office('Office', 9, 18, { zone: 'America/Sao_Paulo', holidays: ['2018-11-02'] }),
    );
    // Of Friday 2 November, a holiday, and of Monday the 5th, when clocks are an hour ahead: nine is 11:00 UTC.
    const began = ['11-02 14:00', '11-05 10:59:59', '11-05 11:00', '11-05 19:59:59', '11-05 20:00'];
    await engine.exec(
      [
        ...began.map((at, index) => ticket(String(index + 1), { created: `2018-${at}` })),
        `insert into base.tickets by name select 'a' as source_id, '6' as ticket_id`,
        `insert into base.calls by name select 'a' as source_id, 'k' as call_id, timestamp '2018-11-05 11:00' as started_at_utc`,
      ].join(';'),
    );
    const told = async () => {
      const rows = await rowsAsText(
        engine,
        'select in_business_hours as told from contacts order by contact_id',
      );
      return rows.map((row) => row['told']);
    };
    expect(await told()).toEqual([null, null, null, null, null, null, null]);
    await setCalendarRules(engine, [{ calendar: 'Office' }]);
    expect(await told()).toEqual([true, false, false, true, true, false, null]);
    await setCalendarRules(engine, []);
    expect(await told()).toEqual([null, null, null, null, null, null, null]);
  });

  test('equal the reference on random tickets of random calendars', async () => {
    let state = 20_260_306;
    const random = (limit: number) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return Math.floor((state / 2147483648) * limit);
    };
    const zones = ['America/Sao_Paulo', 'Europe/Berlin', 'Australia/Lord_Howe', '-03:00'];
    const start = wallClockToMs('2017-06-01') ?? 0;
    const made = zones.map((zone, index) => ({
      name: `c${index}`,
      zone,
      hours: Array.from({ length: 2 + random(12) }, () => ({
        weekday: 1 + random(7),
        opens: random(86_400),
        closes: random(86_400),
      })),
      holidays: Array.from({ length: 40 }, () =>
        new Date(start + random(800) * 86_400_000).toISOString().slice(0, 10),
      ),
    }));
    for (const calendar of made) await saveCalendar(engine, calendar);
    const rows = Array.from({ length: 2000 }, (_, id) => {
      const from = start + random(60_000_000) * 1000;
      return { id, team: random(zones.length), from, to: from + random(3_000_000) * 1000 - 100_000_000 };
    });
    const values = rows.map(
      ({ id, team, from, to }) => `(${id}, 'c${team}', epoch_ms(${from}), epoch_ms(${to}))`,
    );
    await engine.exec(
      `insert into base.tickets by name select 'a' as source_id, id::varchar as ticket_id, team, f as created_at_utc, t as last_solved_at_utc from (values ${values.join(', ')}) v(id, team, f, t)`,
    );
    await setCalendarRules(
      engine,
      made.map(({ name }) => ({ team: name, calendar: name })),
    );
    const found = await rowsAsText(
      engine,
      'select resolution_business_seconds as seconds from base.tickets order by ticket_id::integer',
    );
    const expected = rows.map(({ team, from, to }) => {
      const { zone, hours, holidays } = made[team]!;
      const open: OpenHours[] = hours.map(({ weekday, opens, closes }) => ({
        weekday,
        opensSecond: opens,
        closesSecond: closes,
      }));
      return { seconds: businessSeconds({ zone, hours: open, holidays }, from, to) };
    });
    expect(found).toEqual(expected);
    expect(expected.filter(({ seconds }) => seconds === null).length).toBeGreaterThan(10);
  });
});
