import { quoteLiteral } from '#sql';
import { givenNames, surnames } from './given-names.ts';

/** What in a text tells who somebody is. */
export const personalKinds = ['email', 'cnpj', 'cpf', 'card', 'phone', 'postcode', 'ip', 'name'] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** What is put in the place of each. */
export function tokenOf(kind: PersonalKind): string {
  return `[${kind}]`;
}

interface Pattern {
  readonly kind: PersonalKind;
  /** In the syntax of RE2, which knows no looking ahead: the first group is what stands before, the last what stands after; both stay. */
  readonly regexp: string;
}

const accents: Readonly<Record<string, string>> = {
  a: '[aáàâãä]',
  e: '[eéèêë]',
  i: '[iíî]',
  o: '[oóòôõö]',
  u: '[uúü]',
  c: '[cç]',
  n: '[nñ]',
};
const capitals: Readonly<Record<string, string>> = {
  A: '[AÁÀÂÃ]',
  E: '[EÉÊ]',
  I: '[IÍ]',
  O: '[OÓÔÖ]',
  U: '[UÚÜ]',
  C: '[CÇ]',
  N: '[NÑ]',
};

const before = '(^|[^\\p{L}\\p{N}])';
const after = '([^\\p{L}\\p{N}]|$)';
const beforeDigits = '(^|[^\\p{N}])';
const afterDigits = '([^\\p{N}]|$)';
const apart = '[ .\\x{a0}-]?';

/** An address as it is typed, also `ana (at) shop ponto com`. */
const addresses = [
  "[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+",
  '(?i:[\\p{L}\\p{N}._%+-]+ ?(?:\\(at\\)|\\[at\\]|\\(arroba\\)| arroba | at ) ?[\\p{L}\\p{N}-]+(?: ?(?:\\.|\\(dot\\)|\\[dot\\]| ponto | dot ) ?(?:com|net|org|br|pt|uk|us|co|edu|gov|info|io|me|app|online))+)',
];

/** With the area's code or the country's, in groups or in one; the last group of a number has four digits, so that dates are none. */
const phones = [
  `(?:\\+|00)[1-9]\\d{0,2}${apart}(?:\\(\\d{1,4}\\)${apart})?\\d{1,5}(?:${apart}\\d{2,5}){1,4}`,
  `\\(?0?\\d{2}\\)?${apart}(?:9${apart})?\\d{4}${apart}\\d{4}`,
  '\\(?\\d{3}\\)?[ .-]\\d{3}[ .-]\\d{4}',
  '0\\d{2,4}[ -]?\\d{3,4}[ -]?\\d{3,4}',
  '(?:0800|0300|0500)[ -]?\\d{3}[ -]?\\d{4}',
  '9?\\d{4}[ -]\\d{4}',
  '9\\d{8}',
  '55\\d{10,11}',
];

const particle = '(?:(?i:d[aeo]s?|e|y|von|van|de la|del|di|bin|al)[ ]+)?';
const capital = "\\p{Lu}[\\p{L}'’-]+";
const given = `(?i:${givenNames.map(accented).join('|')})`;
/** What follows a name: another one, or an initial. */
const more = `(?:[ ]+${particle}(?:${capital}|\\p{Lu}\\.))*`;
const surnameInCapitals = `(?:${surnames.map((name) => capitalised(name)).join('|')})`;

/** Words that a name stands behind; those of the first list are said of oneself, a name may then be written without capitals. */
const ofOneself =
  "(?i:my name is|my name’s|my name's|the name is|i am called|call me|meu nome (?:é|e|eh)|me chamo|chamo-me|em nome d[eoa]|on behalf of)";
const addressed =
  "(?i:dear|hi|hello|hey|mr\\.?|mrs\\.?|ms\\.?|miss|dr\\.?|dra\\.?|sir|madam|this is|i am|i'm|i’m|regards|best|sincerely|cheers|thanks|thank you|signed|attn|speak to|speak with|spoke to|spoke with|talked to|customer|agent|name|olá|ola|oi|prezad[oa]s?|car[oa]|bom dia|boa tarde|boa noite|sr\\.?|sra\\.?|senhora?|dona|seu|aqui é [oa]|sou [oa]|fal[eo]i? com(?: [oa])?|falar com(?: [oa])?|att|atenciosamente|abraços?|abs|obrigad[oa]|grat[oa]|assinado|titular|cliente|atendente|nome)";

/** In this order: what is longer first, so that a part of it is not taken for something else. */
const patterns: readonly Pattern[] = [
  ...addresses.map((regexp) => ({ kind: 'email' as const, regexp: `${before}(${regexp})()` })),
  digits('card', '\\d{4}[ -]?\\d{4}[ -]?\\d{4}[ -]?\\d{4}(?:[ -]?\\d{1,3})?'),
  {
    kind: 'cnpj',
    regexp: `${before}([0-9A-Z]{2}\\.[0-9A-Z]{3}\\.[0-9A-Z]{3}/[0-9A-Z]{4}-\\d{2})${after}`,
  },
  digits('cnpj', '\\d{2}[. ]?\\d{3}[. ]?\\d{3}[/ ]?\\d{4}[- ]?\\d{2}'),
  digits('cpf', '\\d{3}[. ]?\\d{3}[. ]?\\d{3}[-/. ]?\\d{2}'),
  digits('ip', '(?:\\d{1,3}\\.){3}\\d{1,3}'),
  ...phones.map((regexp) => digits('phone', regexp)),
  digits('postcode', '\\d{5}-\\d{3}'),
  { kind: 'postcode', regexp: `${before}([A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2})${after}` },
  { kind: 'name', regexp: `${before}(${given}${more})${after}` },
  { kind: 'name', regexp: `${before}(${surnameInCapitals}${more})${after}` },
  // Of a name without capitals the first is known; behind it surnames are, and whatever `da` or `dos` leads to.
  {
    kind: 'name',
    regexp: `(\\[name\\][ ]+)((?i:d[aeo]s?[ ]+\\p{L}+|${surnames.map(accented).join('|')}))${after}`,
  },
  { kind: 'name', regexp: `(${ofOneself}[\\s:,]+)(\\p{L}[\\p{L}'’-]+(?:[ ]+${particle}${capital})*)()` },
  {
    kind: 'name',
    regexp: `((?:^|[^\\p{L}])(?:${addressed}[,:]?[\\s–-]+)+)((?:${capital}|\\[name\\])(?:[ ]+${particle}${capital})*)()`,
  },
];

/** SQL that gives a text with all that tells who somebody is put out of sight. */
export function maskedTextSql(sql: string): string {
  return patterns.reduce((masked, { kind, regexp }) => {
    const once = (text: string): string =>
      `regexp_replace(${text}, ${quoteLiteral(regexp)}, ${quoteLiteral(`\\1${tokenOf(kind)}\\3`)}, 'g')`;
    // Two side by side share what stands between them: the second is met the second time.
    return regexp.endsWith('()') ? once(masked) : once(once(masked));
  }, sql);
}

/** SQL that tells whether a text has something of a kind. */
export function hasKindSql(sql: string, kind: PersonalKind): string {
  return patterns
    .filter((each) => each.kind === kind)
    .map(({ regexp }) => `regexp_matches(${sql}, ${quoteLiteral(regexp)})`)
    .join(' or ');
}

function digits(kind: PersonalKind, regexp: string): Pattern {
  return { kind, regexp: `${beforeDigits}(${regexp})${afterDigits}` };
}

/** A name's pattern with and without its accents. */
function accented(name: string): string {
  return name.replace(/[aeioucn]/g, (letter) => accents[letter] ?? letter);
}

function capitalised(name: string): string {
  const first = name.slice(0, 1).toUpperCase();
  return `${accents[first.toLowerCase()] === undefined ? first : (capitals[first] ?? first)}${accented(name.slice(1))}`;
}
