import { text, type Text } from '#errors';
import { encodingNames } from '../readers/reader.ts';
import type { DateDecision, DecidedFamily } from '../survey/dates.ts';
import type { Decision } from '../report.ts';
import type { SourceLoad } from './load.ts';
import { scalesOf } from './scores.ts';

/** What was decided about a source's files: encoding, delimiter, dates by column, zone. */
export function decisionsOf({ parts, zones }: SourceLoad): Decision[] {
  const several = parts.length > 1;
  const files = parts.flatMap(({ plan }) => {
    const { raw, survey } = plan;
    const file = several ? raw.file.name : '';
    const { encoding, delimiter, headerRow } = raw.decisions;
    const label = (name: string, params = {}): Text =>
      text(several ? `import.decision.${name}In` : `import.decision.${name}`, { ...params, file });
    return [
      ...(raw.sheet === null ? [] : [{ label: label('sheet'), value: raw.sheet }]),
      ...(encoding === null ? [] : [{ label: label('encoding'), value: encodingNames[encoding] }]),
      ...(delimiter === null ? [] : [{ label: label('delimiter'), value: delimiterName(delimiter) }]),
      ...(headerRow === null || headerRow === 1
        ? []
        : [{ label: label('header'), value: String(headerRow) }]),
      ...Object.entries(survey.dates).flatMap(([column, decision]) => ({
        label: label('dates', { column }),
        value: datesText(decision),
      })),
      ...scalesOf(plan).map(({ column, scale }) => ({
        label: label('scale', { column }),
        value: text(`import.scale.${scale}`),
      })),
    ];
  });
  const zoneless = parts.some(({ plan }) =>
    Object.values(plan.survey.dates).some(
      ({ way, offsets }) => !offsets && way !== 'seconds' && way !== 'milliseconds',
    ),
  );
  const stated = parts.every(({ plan }) => plan.mapping.timeZone !== null);
  const zone = text(stated ? 'import.zone.mapping' : 'import.zone.taken', { zone: zones.source });
  return [
    ...files,
    ...(zoneless ? [{ label: text('import.decision.zone'), value: zone }] : []),
    { label: text('import.decision.workspaceZone'), value: zones.workspace },
  ];
}

const delimiters: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
};

function delimiterName(delimiter: string): Text | string {
  const name = delimiters[delimiter];
  return name === undefined ? delimiter : text(`import.delimiter.${name}`);
}

function datesText({ way, families, offsets }: DateDecision): Text {
  if (way === 'seconds' || way === 'milliseconds' || way === 'serial') return text(`import.dates.${way}`);
  if (way === 'iso') return text(offsets ? 'import.dates.isoOffsets' : 'import.dates.iso');
  const [first, second] = families;
  if (!first) return text('import.dates.none');
  if (!second) return familyText(first);
  return text('import.dates.several', {
    first: first.example,
    firstOrder: first.order.toUpperCase(),
    second: second.example,
    secondOrder: second.order.toUpperCase(),
  });
}

function familyText({ example, order, rows, basis }: DecidedFamily): Text {
  const params = { example, order: order.toUpperCase(), count: rows };
  return text(`import.dates.${basis}`, params);
}
