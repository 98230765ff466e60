import type { Scale } from '../mapping.ts';
import { isNullWord, plainWord } from './word.ts';

export type Bucket = 'positive' | 'neutral' | 'negative';

/** What one answer means. A survey that was sent and not answered has a scale of its own: none. */
export interface Score {
  readonly scale: Scale;
  readonly score: number;
  readonly normalised: number;
  readonly bucket: Bucket;
}

interface ScaleRule {
  readonly low: number;
  readonly high: number;
  /** From here on an answer is positive; up to `negativeTo` it is negative. */
  readonly positiveFrom: number;
  readonly negativeTo: number;
}

/** The rule of each scale of numbers: top two of five and seven, top of three, from 8 of ten, from 80 of a hundred. */
export const scaleRules: Readonly<Record<Scale, ScaleRule>> = {
  good_bad: { low: 0, high: 1, positiveFrom: 1, negativeTo: 0 },
  thumbs: { low: 0, high: 1, positiveFrom: 1, negativeTo: 0 },
  '1-3': { low: 1, high: 3, positiveFrom: 3, negativeTo: 1 },
  '1-5': { low: 1, high: 5, positiveFrom: 4, negativeTo: 2 },
  '1-7': { low: 1, high: 7, positiveFrom: 6, negativeTo: 3 },
  '0-10': { low: 0, high: 10, positiveFrom: 8, negativeTo: 4 },
  '0-100': { low: 0, high: 100, positiveFrom: 80, negativeTo: 49 },
  freshdesk: { low: -103, high: 103, positiveFrom: 101, negativeTo: -101 },
};

/** NPS has a rule of its own: promoters from 9, detractors to 6. */
export const npsRule: ScaleRule = { low: 0, high: 10, positiveFrom: 9, negativeTo: 6 };

export const scales: readonly Scale[] = [
  'good_bad',
  'thumbs',
  '1-3',
  '1-5',
  '1-7',
  '0-10',
  '0-100',
  'freshdesk',
];

/** Freshdesk's codes in the order from worst to best: they are not equally spaced numbers. */
export const freshdeskCodes: readonly number[] = [-103, -102, -101, 100, 101, 102, 103];

const goodBad: Readonly<Record<string, number>> = {
  good: 1,
  bad: 0,
  bom: 1,
  ruim: 0,
  'good with comment': 1,
  'bad with comment': 0,
};
const thumbs: Readonly<Record<string, number>> = {
  'thumbs up': 1,
  'thumbs down': 0,
  like: 1,
  dislike: 0,
  up: 1,
  down: 0,
  positive: 1,
  negative: 0,
  positiva: 1,
  negativa: 0,
  positivo: 1,
  negativo: 0,
  gostei: 1,
  'nao gostei': 0,
  curtiu: 1,
  'nao curtiu': 0,
};
const three: Readonly<Record<string, number>> = { great: 3, okay: 2, ok: 2, 'not good': 1 };
const five: Readonly<Record<string, number>> = {
  'very satisfied': 5,
  satisfied: 4,
  neutral: 3,
  dissatisfied: 2,
  'very dissatisfied': 1,
  unsatisfied: 2,
  'very unsatisfied': 1,
  'muito satisfeito': 5,
  satisfeito: 4,
  neutro: 3,
  insatisfeito: 2,
  'muito insatisfeito': 1,
  'muito satisfeita': 5,
  satisfeita: 4,
  neutra: 3,
  insatisfeita: 2,
  'muito insatisfeita': 1,
  otima: 5,
  'muito boa': 5,
  pessima: 1,
  otimo: 5,
  excelente: 5,
  excellent: 5,
  'muito bom': 5,
  'very good': 5,
  regular: 3,
  average: 3,
  poor: 2,
  pessimo: 1,
  'very poor': 1,
  'muito ruim': 1,
  terrible: 1,
};
/** Steps of five beside words that only five have: good beside excellent is the second best. */
const betweenFive: Readonly<Record<string, number>> = {
  good: 4,
  bad: 2,
  fair: 3,
  bom: 4,
  boa: 4,
  ruim: 2,
  razoavel: 3,
};
const freshdesk: Readonly<Record<string, number>> = {
  'extremely happy': 103,
  'very happy': 102,
  happy: 101,
  neutral: 100,
  unhappy: -101,
  'very unhappy': -102,
  'extremely unhappy': -103,
  'extremamente feliz': 103,
  'muito feliz': 102,
  feliz: 101,
  neutro: 100,
  infeliz: -101,
  'muito infeliz': -102,
  'extremamente infeliz': -103,
};
const unanswered = new Set([
  'offered',
  'unoffered',
  'sent',
  'not answered',
  'oferecida',
  'oferecido',
  'enviada',
  'nao respondida',
  'sem resposta',
  'nao avaliada',
  'no rating',
  'none',
]);

/** A survey that went out and has no answer. */
export function isUnanswered(word: string): boolean {
  return unanswered.has(plainWord(word));
}

/** A distinct value of a column of answers, and in how many rows it stands. */
export interface CountedAnswer {
  readonly text: string;
  readonly rows: number;
}

/** What a column of answers is written in, given its distinct values. `asNps` where the header says so. */
export function scoreReader(
  answers: readonly CountedAnswer[],
  stated: Scale | null,
  asNps: boolean,
): (value: string) => Score | null {
  const words = new Set(
    answers.filter(({ text }) => numberOf(text) === null).map(({ text }) => plainWord(text)),
  );
  const scale = stated ?? (asNps ? '0-10' : numericScale(withoutStrays(answers)));
  return (value) => {
    const number = numberOf(value);
    if (number !== null) return scale === null ? null : ofNumber(number, scale, asNps);
    if (stated === '1-3') return ofThree(plainWord(value));
    return stated === null || !isNumeric(stated) ? ofWord(plainWord(value), words) : null;
  };
}

const strayShare = 0.01;

/** The numbers of a column but for its very highest, if they are so few that they are slips: one 55 among thousands up to 5. */
function withoutStrays(answers: readonly CountedAnswer[]): number[] {
  const counted = answers.flatMap(({ text, rows }) => {
    const number = numberOf(text);
    return number === null ? [] : [{ number, rows }];
  });
  const strays = strayShare * counted.reduce((sum, { rows }) => sum + rows, 0);
  const rowsAbove = (limit: number) =>
    counted.reduce((sum, { number, rows }) => sum + (number > limit ? rows : 0), 0);
  const high = [5, 7, 10, 100].find((limit) => rowsAbove(limit) <= strays) ?? Infinity;
  return counted.map(({ number }) => number).filter((number) => number <= high);
}

/** The scale that numbers are on; a column of zeros only is on none. Zero is an answer only from 0 to 10 and above. */
export function numericScale(numbers: readonly number[]): Scale | null {
  const high = numbers.reduce((most, number) => Math.max(most, number), -Infinity);
  if (numbers.some((number) => number < -1 || (number > 100 && number <= 103))) return 'freshdesk';
  if (high <= 0) return null;
  if (high <= 5) return '1-5';
  if (high <= 7) return '1-7';
  return high <= 10 ? '0-10' : '0-100';
}

export function ofNumber(number: number, scale: Scale, asNps: boolean): Score | null {
  if (scale === 'freshdesk') return ofFreshdesk(number);
  const rule = asNps ? npsRule : scaleRules[scale];
  if (number < rule.low || number > rule.high) return null;
  return {
    scale,
    score: number,
    normalised: (number - rule.low) / (rule.high - rule.low),
    bucket: number >= rule.positiveFrom ? 'positive' : number <= rule.negativeTo ? 'negative' : 'neutral',
  };
}

function ofFreshdesk(code: number): Score | null {
  const place = freshdeskCodes.indexOf(code);
  if (place < 0) return null;
  return {
    scale: 'freshdesk',
    score: code,
    normalised: place / (freshdeskCodes.length - 1),
    bucket: place > 3 ? 'positive' : place < 3 ? 'negative' : 'neutral',
  };
}

/** The same word stands on different scales: "neutral" beside "happy" is Freshdesk's, beside "satisfied" one of five. */
function ofWord(word: string, company: ReadonlySet<string>): Score | null {
  const beside = (list: Readonly<Record<string, number>>) =>
    word in list && [...company].some((other) => other in list && other !== 'neutral' && other !== 'neutro');
  if (beside(freshdesk)) return ofFreshdesk(freshdesk[word] ?? 0);
  if (
    beside(three) ||
    ((word === 'good' || word === 'bad') && [...company].some((other) => other === 'okay' || other === 'ok'))
  ) {
    return ofThree(word);
  }
  const onFive: Readonly<Record<string, number>> = { ...five, ...betweenFive };
  const isOfFive = [...company].some((other) => other in five && other !== 'neutral' && other !== 'neutro');
  if (isOfFive && word in onFive) return ofNumber(onFive[word] ?? 0, '1-5', false);
  if (word in goodBad) return ofNumber(goodBad[word] ?? 0, 'good_bad', false);
  return word in thumbs ? ofNumber(thumbs[word] ?? 0, 'thumbs', false) : null;
}

/** Good and bad are the ends of three where something stands between them. */
function ofThree(word: string): Score | null {
  const onThree: Readonly<Record<string, number>> = { ...three, good: 3, bad: 1, bom: 3, boa: 3, ruim: 1 };
  return word in onThree ? ofNumber(onThree[word] ?? 0, '1-3', false) : null;
}

function isNumeric(scale: Scale): boolean {
  return scale !== 'good_bad' && scale !== 'thumbs';
}

/** `4`, `4,5`, `4/5`, `4 stars`, `★★★★`. */
function numberOf(value: string): number | null {
  if (isNullWord(value)) return null;
  const stars = /^[★⭐]+[☆]*$/u.test(value.trim()) ? (value.match(/[★⭐]/gu) ?? []).length : null;
  if (stars !== null) return stars;
  const match = /^([+-]?\d+(?:[.,]\d+)?)(?:\s*\/\s*\d+|\s*(?:stars?|estrelas?))?$/i.exec(value.trim());
  return match?.[1] === undefined ? null : Number(match[1].replace(',', '.'));
}
