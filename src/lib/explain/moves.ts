import { compileSegmentMoves, definitionOf, findKpi, isChoice, parseVariant, type Kpi } from '#kpi';
import { say, type Locale } from '#messages';

/** What may move with any KPI: how much came, how fast it was answered and solved, how often it came back. */
const companions = [
  'tickets_created',
  'first_response_time',
  'resolution_time',
  'reopen_rate',
  'transfer_rate',
  'csat',
  'csat_response_rate',
];

/** What a segment's companions are compared by. */
type Segment = Omit<Parameters<typeof compileSegmentMoves>[1], 'readings'>;

/** How the other KPIs changed in a segment and elsewhere, in the reader's language; null where none can be cut so. */
export function movesSql(explained: Kpi, segment: Segment, locale: Locale): string | null {
  const kpis = companions.flatMap((id) => {
    const kpi = id === explained.id ? undefined : findKpi(id);
    const choice = kpi && parseVariant(kpi, '');
    if (!kpi || !choice || !isChoice(choice)) return [];
    const definition = definitionOf(kpi, choice);
    const { unit, shape } = definition;
    const measured = shape === 'count' ? 'count' : unit === 'duration' ? 'hours' : 'percent';
    return [
      { kpi, definition, title: say(locale, `explaining.measure.${measured}`, { kpi: kpi.name[locale] }) },
    ];
  });
  const readings = {
    here: say(locale, 'explaining.reading.here'),
    everywhere: say(locale, 'explaining.reading.everywhere'),
    chance: say(locale, 'explaining.reading.chance'),
    few: say(locale, 'explaining.reading.few'),
  };
  return compileSegmentMoves(kpis, { ...segment, readings });
}
