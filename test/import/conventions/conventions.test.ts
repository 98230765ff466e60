import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Engine } from '#engine';
import { openNodeEngine } from '#engine/node';
import {
  businessCalendars,
  conventions,
  events,
  kpiTargets,
  markedEvents,
  parseSettings,
  prepareDatabase,
  serializeSettings,
  targets,
  type Convention,
  type FileProblem,
} from '#import';
import { locales, tell } from '#messages';

const hour = 3600;

/** What is wrong in a file, as people are told, with the words it is about. */
function wrongIn<Value>({ parse }: Convention<Value>, source: string): string[] {
  return parse(source).problems.map((problem) => said(source, problem));
}

function said(source: string, { line, text, span }: FileProblem): string {
  return `${line} ‹${source.slice(span.from, span.to)}› ${tell('en', text)}`;
}

describe('targets.yaml', () => {
  const handmade = `# Agreed in January.
targets:
  # The board looks at this one.
  - kpi: csat
    value: 0.850 # as last year
  - kpi: csat
    value: 0.9
    for: chat
    from: 2026-03-01
    through: 2026-03-31
  - {kpi: nps, value: 40, for: 007}
`;
  const everyone = { kpi: 'csat', value: 0.85, member: null, from: null, to: null };
  const march = { from: '2026-03-01 00:00:00', to: '2026-04-01 00:00:00' };
  const chat = { kpi: 'csat', value: 0.9, member: 'chat', ...march };
  const nps = { kpi: 'nps', value: 40, member: '007', from: null, to: null };

  test('says them as people write them; the last day is part of the span', () => {
    expect(targets.parse(handmade)).toEqual({ value: [everyone, chat, nps], problems: [] });
  });

  test('what is not changed keeps its comments and its spelling, and what is changed its comments', () => {
    const text = targets.serialize([everyone, { ...chat, value: 0.92 }, nps], handmade, 'About.');
    expect(text).toBe(
      handmade
        .replace('value: 0.9\n', 'value: 0.92\n')
        .replace(/\{.*\}/, '{ kpi: nps, value: 40, for: "007" }'),
    );
    expect(targets.serialize([{ ...everyone, value: 0.8 }], handmade, 'About.')).toBe(
      '# Agreed in January.\ntargets:\n  # The board looks at this one.\n  - kpi: csat\n    value: 0.800 # as last year\n',
    );
  });

  test('a new one begins with what it is about, and says days as days and hours as hours', () => {
    const half = { from: '2026-03-01 12:30:00', to: '2026-03-02 08:00:05' };
    const made = targets.serialize([{ ...nps, ...half }, everyone], null, 'About.\nMore.');
    expect(made).toBe(`# About.
# More.

targets:
  - kpi: nps
    value: 40
    for: "007"
    from: 2026-03-01 12:30
    through: 2026-03-02 08:00:05
  - kpi: csat
    value: 0.85
`);
    expect(targets.parse(made).value).toEqual([{ ...nps, ...half }, everyone]);
  });

  test('line ends of Windows stay', () => {
    const windows = 'targets:\r\n  - kpi: csat\r\n    value: 0.85\r\n';
    expect(targets.serialize([everyone, nps], windows, '')).toBe(
      `${windows}  - kpi: nps\r\n    value: 40\r\n    for: "007"\r\n`,
    );
  });

  test('an empty file, and one of comments alone, say that there is none', () => {
    const empty = { value: [], problems: [] };
    expect(['', '# Nothing yet\n', 'targets:\n', 'targets: []\n'].map(targets.parse)).toEqual(
      Array.from({ length: 4 }, () => empty),
    );
    expect(targets.serialize([everyone], '# Nothing yet\n', 'About.')).toBe(
      '# Nothing yet\n\ntargets:\n  - kpi: csat\n    value: 0.85\n',
    );
  });

  test('what is wrong is said with its place, and what can be done', () => {
    expect(wrongIn(targets, '- kpi: csat\n')).toEqual([
      '1 ‹- kpi: csat› The file should begin with a name, a colon, and what it says: targets:',
    ]);
    expect(wrongIn(targets, 'targets:\n  - kpi: csat\n    valeu: 3\n    from: soon\n  - csat\n')).toEqual([
      '2 ‹kpi: csat› This entry needs “value”.',
      '3 ‹valeu› “valeu” means nothing here. There can be: kpi, value, for, from, through.',
      '4 ‹soon› “soon” is no day. Write it as 2026-03-31, or with a time: 2026-03-31 14:30.',
      '5 ‹csat› An entry of “targets” should be fields with what they say: kpi, value, for, from, through.',
    ]);
    expect(
      wrongIn(
        targets,
        'targets:\n  - kpi: [a]\n    value: 85%\n    from: 2026-04-01\n    through: 2026-03-31\n',
      ),
    ).toEqual([
      '2 ‹[a]› “kpi” should be a text.',
      '3 ‹85%› “value” should be a number, with a point: 0.85.',
      '5 ‹2026-03-31› This ends before it begins.',
    ]);
    expect(wrongIn(targets, 'targets: none\n')).toEqual([
      '1 ‹none› “targets” should be a list: below it one entry after the other, each begins with “- ”.',
    ]);
    expect(wrongIn(targets, 'targets:\n\t- kpi: csat\n')).toEqual([
      '2 ‹\t- kpi: csat› This line begins with a tab: indent with spaces.',
    ]);
  });
});

describe('events.yaml', () => {
  const outage = {
    label: 'Outage: payments',
    kind: 'outage',
    from: '2026-03-10 00:00:00',
    to: '2026-03-13 00:00:00',
  };
  const release = { label: '2.0', kind: null, from: '2026-04-01 00:00:00', to: null };

  test('says what happened, and from when to when', () => {
    const text = `# About.

events:
  - label: "Outage: payments"
    kind: outage
    from: 2026-03-10
    through: 2026-03-12
  - label: "2.0"
    from: 2026-04-01
`;
    expect(events.serialize([outage, release], null, 'About.')).toBe(text);
    expect(events.parse(text)).toEqual({ value: [outage, release], problems: [] });
  });

  test('needs a name and a day', () => {
    expect(wrongIn(events, 'events:\n  - kind: outage\n')).toEqual([
      '2 ‹kind: outage› This entry needs “label”.',
      '2 ‹kind: outage› This entry needs “from”.',
    ]);
  });
});

describe('calendars.yaml', () => {
  const text = `calendars:
  - name: Office
    zone: America/Sao_Paulo
    hours:
      monday: 09:00-12:00, 13:00-18:30
      friday: 09:00-24:00
    holidays:
      - 2026-12-25 # Natal
      - 2027-01-01
  - name: Nights
    hours:
      saturday: 22:00-06:00
rules:
  - calendar: Nights
    team: Nights
    channel: phone
  - calendar: Office
`;
  const office = {
    name: 'Office',
    zone: 'America/Sao_Paulo',
    hours: [
      { weekday: 1, opens: 9 * hour, closes: 12 * hour },
      { weekday: 1, opens: 13 * hour, closes: 18.5 * hour },
      { weekday: 5, opens: 9 * hour, closes: 24 * hour },
    ],
    holidays: ['2026-12-25', '2027-01-01'],
  };
  const nights = {
    name: 'Nights',
    zone: null,
    hours: [{ weekday: 6, opens: 22 * hour, closes: 6 * hour }],
    holidays: [],
  };
  const rules = [
    { calendar: 'Nights', team: 'Nights', channel: 'phone' },
    { calendar: 'Office', team: null, channel: null },
  ];

  test('says hours by the weekday, holidays, and which calendar holds for whom', () => {
    expect(businessCalendars.parse(text)).toEqual({
      value: { calendars: [office, nights], rules },
      problems: [],
    });
    expect(businessCalendars.serialize({ calendars: [office, nights], rules }, text, '')).toBe(text);
  });

  test('a holiday more leaves the comments of the others', () => {
    const longer = { ...office, holidays: [...office.holidays, '2027-02-09'] };
    expect(businessCalendars.serialize({ calendars: [longer, nights], rules }, text, '')).toBe(
      text.replace('      - 2027-01-01\n', '      - 2027-01-01\n      - 2027-02-09\n'),
    );
  });

  test('what cannot be is told with its place', () => {
    const wrong = `calendars:
  - name: Office
    zone: Brasilia
    hours:
      monday: nine to five
      moonday: 09:00-18:00
      sunday: 09:00-25:00
    holidays: 2026-12-25
  - name: Office
    hours: {}
`;
    expect(wrongIn(businessCalendars, wrong)).toEqual([
      `3 ‹Brasilia› ${tell('en', { code: 'import.zone.unknown', params: { zone: 'Brasilia' } })}`,
      '5 ‹nine to five› “nine to five” are no hours. Write them as 09:00-18:00; several with commas between them.',
      '6 ‹moonday› “moonday” means nothing here. There can be: monday, tuesday, wednesday, thursday, friday, saturday, sunday.',
      '7 ‹09:00-25:00› “09:00-25:00” are no hours. Write them as 09:00-18:00; several with commas between them.',
      '8 ‹2026-12-25› “holidays” should be a list, one a line, each with “- ” before it.',
      '9 ‹Office› There is another calendar “Office”: give one of them another name, or make them one.',
      '10 ‹{}› The calendar “Office” has no opening hours. Give it at least one stretch.',
    ]);
  });
});

describe('settings.yaml', () => {
  const text = '# Ours.\ntimeZone: America/Sao_Paulo # the head office\nweekStart: sunday\n';
  const read = (source: string) => parseSettings(source).value;

  test('says the zone and the first day of the week; what is not there is left to the reader', () => {
    expect([text, 'weekStart: saturday\n', '', '# Nothing\n'].map(read)).toEqual([
      { timeZone: 'America/Sao_Paulo', weekStart: 7 },
      { timeZone: null, weekStart: 6 },
      { timeZone: null, weekStart: null },
      { timeZone: null, weekStart: null },
    ]);
  });

  test('one is changed and the other stays, with its comments', () => {
    expect([
      serializeSettings({ timeZone: 'UTC' }, text, 'About.'),
      serializeSettings({ weekStart: 1 }, null, 'About.'),
    ]).toEqual([text.replace('America/Sao_Paulo', 'UTC'), '# About.\n\nweekStart: monday\n']);
  });

  test('what cannot be is told with its place', () => {
    const wrong = 'timezone: UTC\ntimeZone: Brasilia\nweekStart: friday\n';
    expect(parseSettings(wrong).problems.map((problem) => said(wrong, problem))).toEqual([
      '1 ‹timezone› “timezone” means nothing here. There can be: timeZone, weekStart.',
      '2 ‹Brasilia› “Brasilia” is not a time zone. Use a name such as America/Sao_Paulo, or an offset such as -03:00.',
      '3 ‹friday› A week cannot begin with “friday” here. It can be: monday, sunday, saturday.',
    ]);
  });
});

describe('the tables as a copy of the files', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNodeEngine({ threads: 1 });
    return () => engine.close();
  });
  beforeEach(async () => {
    await engine.exec('drop schema if exists base cascade');
    await prepareDatabase(engine);
  });
  const [ofTargets, ofEvents, ofCalendars] = conventions;

  test('say what a file says, and which file that was; without a file they say nothing', async () => {
    expect(await ofTargets?.copied(engine)).toBeNull();
    const file = { path: 'own/targets.yaml', text: 'targets:\n  - {kpi: csat, value: 0.85}\n' };
    expect(await ofTargets?.copy(engine, file)).toEqual([]);
    expect([await ofTargets?.copied(engine), await kpiTargets(engine, 'csat')]).toEqual([
      file,
      [{ sourceId: 'workspace', member: null, from: null, to: null, value: 0.85 }],
    ]);
    await ofTargets?.copy(engine, null);
    expect([await ofTargets?.copied(engine), await kpiTargets(engine, 'csat')]).toEqual([
      { path: '', text: '' },
      [],
    ]);
  });

  test('stay as they are while the file is broken', async () => {
    const good = { path: 'own/events.yaml', text: 'events:\n  - {label: A, from: 2026-03-10}\n' };
    await ofEvents?.copy(engine, good);
    const problems = await ofEvents?.copy(engine, { ...good, text: 'events:\n  - {label: B}\n' });
    expect(problems?.map(({ line }) => line)).toEqual([2]);
    expect([await ofEvents?.copied(engine), (await markedEvents(engine)).map(({ label }) => label)]).toEqual([
      good,
      ['A'],
    ]);
  });

  test('a rule for a calendar that nobody has is told, and takes nothing away', async () => {
    const good = { path: 'a', text: 'calendars:\n  - {name: A, hours: {monday: 09:00-18:00}}\n' };
    await ofCalendars?.copy(engine, good);
    const problems = await ofCalendars?.copy(engine, { path: 'a', text: 'rules:\n  - calendar: A\n' });
    expect(problems?.map(({ text }) => tell('en', text))).toEqual(['There is no calendar “A”.']);
    expect(await businessCalendars.read(engine)).toEqual(businessCalendars.parse(good.text).value);
  });

  test('what they say comes back as the same file, whatever it is about', async () => {
    for (const [at, text] of [
      '# About.\n\ntargets:\n  - kpi: csat\n    value: 0.85\n    for: chat\n    through: 2026-03-31\n',
      '# About.\n\nevents:\n  - label: A\n    kind: release\n    from: 2026-03-10\n',
      '# About.\n\ncalendars:\n  - name: A\n    hours:\n      monday: 22:00-06:00\n    holidays:\n      - 2026-12-25\nrules:\n  - calendar: A\n    team: Night\n',
    ].entries()) {
      expect(await conventions[at]?.textOf(engine, 'About.')).toBeNull();
      await conventions[at]?.copy(engine, { path: 'a', text });
      expect(await conventions[at]?.textOf(engine, 'About.')).toBe(text);
    }
  });

  test('what a file is about is a comment in every language', () => {
    const codes = ['targets', 'events', 'calendars'].map((name) => `conventions.about.${name}`);
    const made = locales.flatMap((locale) =>
      codes.map((code) => targets.serialize([], null, tell(locale, { code, params: {} }))),
    );
    expect(made.map((text) => targets.parse(text))).toEqual(made.map(() => ({ value: [], problems: [] })));
  });
});
