import type { DurationUnit, Field } from '../../mapping.ts';
import type { RawTable } from '../../readers/reader.ts';
import { dateWay } from '../../survey/dates.ts';
import { isNullWord, meaning, plainWord, vocabulary } from '../../vocabulary/index.ts';
import { numericScale } from '../../vocabulary/score.ts';
import { scoreReader } from '../../vocabulary/score.ts';

/** A field that its header suggests, if the first values agree; with the unit, the scale and the time of day that they show. */
export function asValuesSay(field: Field, raw: RawTable): Field | null {
  switch (field.kind) {
    case 'first': {
      const of = field.of.flatMap((each) => asValuesSay(each, raw) ?? []);
      return of.length === 0 ? null : of.length === 1 ? of[0]! : { ...field, of };
    }
    case 'instant':
      return instantAsValuesSay(field, raw);
    case 'duration':
      return durationAsValuesSay(field, raw);
    case 'integer':
    case 'number':
    case 'money':
      return samples(raw, field.column).every((value) => /\d/.test(value)) ? field : null;
    case 'boolean':
      return samplesMean(raw, field.column, 'boolean') ? field : null;
    case 'word':
      return field.vocabulary === 'priority' || samplesMean(raw, field.column, field.vocabulary)
        ? field
        : null;
    case 'score':
      return isAnswers(samples(raw, field.column)) ? field : null;
    default:
      return field;
  }
}

function instantAsValuesSay(field: Field & { kind: 'instant' }, raw: RawTable): Field | null {
  const days = samples(raw, field.column);
  if (days.length > 0 && dateWay(days) === null) return null;
  const { time, ...day } = field;
  if (time === undefined) return field;
  const hasOwnTime = days.some((value) => /\d[:h]\d{2}/.test(value));
  const isTime = samples(raw, time).every((value) => /\d[:h]\d{2}|^0?\.\d+$/.test(value));
  return hasOwnTime || !isTime ? day : field;
}

/** The unit stands in the header (`tempo_resolucao_horas`); clock texts and words need none; without either a number is no duration, and nothing but zeros is nothing measured. */
function durationAsValuesSay(field: Field & { kind: 'duration' }, raw: RawTable): Field | null {
  const values = samples(raw, field.column);
  const header = plainWord(raw.columns.find(({ name }) => name === field.column)?.header ?? field.column);
  const unit = unitInHeader(header);
  if (values.length > 0 && values.every((value) => !/[1-9]/.test(value))) return null;
  if (dateWay(values) === 'iso' || dateWay(values) === 'parts') return null;
  const tells = values.length > 0 && values.every((value) => /:|\d *\p{L}/u.test(value));
  return unit !== null || tells ? { ...field, unit: unit ?? field.unit } : null;
}

export function unitInHeader(header: string): DurationUnit | null {
  if (/\b(ms|millis|milliseconds|milissegundos)\b/.test(header)) return 'milliseconds';
  if (/\b(s|sec|secs|seconds|seg|segundos)\b/.test(header)) return 'seconds';
  if (/\b(min|mins|minutes|minutos)\b/.test(header)) return 'minutes';
  if (/\b(h|hr|hrs|hours|horas)\b/.test(header)) return 'hours';
  return /\b(d|days|dias)\b/.test(header) ? 'days' : null;
}

function samplesMean(raw: RawTable, column: string, name: string): boolean {
  const words = samples(raw, column);
  const known = vocabulary(name);
  return words.length === 0 || known === undefined || words.some((word) => meaning(known, word) !== null);
}

function isAnswers(values: readonly string[]): boolean {
  if (values.length === 0) return false;
  const numbers = values.map(Number).filter((number) => !Number.isNaN(number));
  if (numbers.length === values.length) return numericScale(numbers) !== null;
  const read = scoreReader(
    values.map((text) => ({ text, rows: 1 })),
    null,
    false,
  );
  return values.filter((value) => read(value) !== null).length >= values.length / 2;
}

function samples(raw: RawTable, column: string): readonly string[] {
  return (raw.columns.find(({ name }) => name === column)?.samples ?? []).filter(
    (value) => !isNullWord(value),
  );
}
