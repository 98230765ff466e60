import type { Locale } from '#messages';

/** The most digits after the point that a decimal with fifteen digits has. */
const mostPlaces = 15;
const decimalFormats = Object.fromEntries(
  Array.from({ length: mostPlaces + 1 }, (_, places) => [`decimal${places}`, decimalFormat(places)]),
);

/** How numbers are shown. Durations and dates are Excel's own, so that they can be added up and filtered. */
const formats: Readonly<Record<string, string>> = {
  integer: '0',
  count: '#,##0',
  percent: '0.00%',
  score: '0.00',
  number: '#,##0.00##',
  money: '#,##0.00',
  nps: '+0.0;-0.0;0.0',
  duration: '[h]:mm:ss;-[h]:mm:ss',
  time: 'hh:mm:ss',
  ...decimalFormats,
};

const localFormats: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: { ...datesAs('yyyy-mm-dd'), points: pointsAs('pp') },
  'pt-BR': { ...datesAs('dd/mm/yyyy'), points: pointsAs('p.p.') },
};

/**
 * The look of a cell, by its place in the file. `guarded` is text that stays text even when it is edited; `header` is too.
 * What follows is a number in one of the formats above.
 */
const names = ['general', 'guarded', 'header', ...Object.keys(formats), ...Object.keys(localFormats.en)];
const places: ReadonlyMap<string, number> = new Map(names.map((name, place) => [name, place]));

export function stylePlace(name: string): number {
  return places.get(name) ?? 0;
}

const firstOwnFormat = 164;
const header = '<font><b/><sz val="11"/><name val="Calibri"/></font>';

/** `xl/styles.xml`. */
export function stylesXml(locale: Locale): string {
  const codes = Object.values({ ...formats, ...localFormats[locale] });
  const own = codes.map(
    (code, i) => `<numFmt numFmtId="${firstOwnFormat + i}" formatCode="${quoted(code)}"/>`,
  );
  const numbers = codes.map(
    (_, i) =>
      `<xf numFmtId="${firstOwnFormat + i}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  const looks = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>',
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" quotePrefix="1" applyFont="1" applyFill="1"/>',
    ...numbers,
  ];
  return (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<numFmts count="${own.length}">${own.join('')}</numFmts>` +
    `<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>${header}</fonts>` +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE8E8E8"/><bgColor indexed="64"/></patternFill></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${looks.length}">${looks.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    '</styleSheet>'
  );
}

function decimalFormat(digits: number): string {
  return digits === 0 ? '0' : `0.${'0'.repeat(digits)}`;
}

function datesAs(day: string): Record<string, string> {
  return { date: day, timestamp: `${day} hh:mm:ss`, instant: `${day} hh:mm:ss"+00"` };
}

/** Percentage points, with their sign. */
function pointsAs(word: string): string {
  return `+0.00" ${word}";-0.00" ${word}";0.00" ${word}"`;
}

function quoted(code: string): string {
  return code.replaceAll('"', '&quot;');
}
