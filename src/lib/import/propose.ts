import { text, type Text } from '#errors';
import type { Engine } from '#engine';
import { assignedTo } from './assign.ts';
import { wordMeaning } from './compile/field-sql.ts';
import type { Mapping } from './mapping.ts';
import { findMapping } from './mapping-store.ts';
import type { ColumnProposal, Proposal, Question } from './proposal.ts';
import type { RawTable } from './readers/reader.ts';
import { certain, generic, sources, type Recognition, type Source } from './sources/index.ts';
import { leaves, surveyTable, wordsOf, type Survey } from './survey/survey.ts';
import { isNullWord, plainWord, vocabulary } from './vocabulary/index.ts';

/** What is known of a table besides itself. */
export interface Company {
  /** The vendor, if the file is not to be recognised by its headers. */
  readonly vendor?: string | undefined;
  /** All tables read together. */
  readonly among?: readonly RawTable[];
}

/** What a file seems to be, how its columns would be read, and what only a person can tell. */
export async function proposeMapping(
  engine: Engine,
  raw: RawTable,
  company: Company = {},
): Promise<Proposal> {
  const { mapping, score, why } = await chooseMapping(engine, raw, company);
  const survey = await surveyTable(engine, raw, mapping);
  return {
    vendor: mapping.vendor,
    score,
    why,
    mapping,
    columns: raw.columns.map(({ name, header, samples }) =>
      columnProposal(mapping, { name, header, samples }, score),
    ),
    questions: [
      ...orderQuestions(survey),
      ...wordQuestions(mapping, survey),
      { kind: 'zone', proposed: mapping.timeZone },
    ],
    complete: score >= certain && mapping.tables.length > 0,
  };
}

/** The mapping that was confirmed for such a file, or the one of the source that knows it best. */
export async function chooseMapping(
  engine: Engine,
  raw: RawTable,
  { vendor, among = [raw] }: Company = {},
): Promise<Pick<Proposal, 'mapping' | 'score' | 'why'>> {
  const original = sheetWithTheSameRows(raw, among);
  if (original) return leftOutAsCopy(raw, original);
  const remembered = vendor === undefined ? await findMapping(engine, raw) : null;
  if (remembered) return { mapping: remembered, score: 1, why: [text('import.why.remembered')] };
  const { source, recognition } = recognise(raw, among, vendor);
  return { mapping: mappingOf(source, raw, among), ...recognition };
}

/** An earlier sheet of the same workbook with the same records: a cleaned copy beside the data, or the data beside the copy. */
function sheetWithTheSameRows(raw: RawTable, among: readonly RawTable[]): RawTable | null {
  const place = among.findIndex(({ id }) => id === raw.id);
  if (raw.format !== 'xlsx' || place < 1) return null;
  return among.slice(0, place).find((other) => holdsTheSameRows(raw, other)) ?? null;
}

const fewestAlike = 5;

/** As many rows, mostly the same names, and the same first values under the first of them. */
function holdsTheSameRows(raw: RawTable, other: RawTable): boolean {
  if (raw.file.name !== other.file.name || raw.rowsRead !== other.rowsRead) return false;
  const names = new Set(other.columns.map(({ name }) => name));
  const shared = raw.columns.filter(({ name }) => names.has(name)).length;
  const [first, second] = [raw.columns[0], other.columns[0]];
  return (
    2 * shared >= raw.columns.length &&
    first?.name === second?.name &&
    (first?.samples.length ?? 0) >= fewestAlike &&
    first?.samples.join('\0') === second?.samples.join('\0')
  );
}

function leftOutAsCopy(raw: RawTable, { sheet }: RawTable): Pick<Proposal, 'mapping' | 'score' | 'why'> {
  const mapping = { ...mappingOf(generic, raw, [raw]), tables: [] };
  return { mapping, score: 1, why: [text('import.why.sameRows', { sheet: sheet ?? '' })] };
}

function recognise(
  raw: RawTable,
  among: readonly RawTable[],
  vendor: string | undefined,
): { source: Source; recognition: Recognition } {
  const named = sources.find((source) => source.vendor === vendor);
  if (named) return { source: named, recognition: { score: 1, why: [text('import.why.stated')] } };
  const ranked = sources.map((source) => ({ source, recognition: source.recognise(raw, among) }));
  const best = ranked.reduce((a, b) => (b.recognition.score > a.recognition.score ? b : a));
  const { score, leftOut = false } = best.recognition;
  if (score >= certain && (leftOut || best.source.tables(raw, among).length > 0)) return best;
  return { source: generic, recognition: generic.recognise(raw, among) };
}

function mappingOf(source: Source, raw: RawTable, among: readonly RawTable[]): Mapping {
  return {
    deskbook: 1,
    vendor: source.vendor,
    timeZone: source.timeZone ?? null,
    tables: source.tables(raw, among),
    dateOrders: {},
    vocabularies: source.vocabularies ?? {},
  };
}

function columnProposal(
  mapping: Mapping,
  { name, header, samples }: { name: string; header: string; samples: readonly string[] },
  score: number,
): ColumnProposal {
  const targets = assignedTo(mapping, name);
  const own = targets.some(({ column }) => column !== 'custom_fields');
  return {
    column: name,
    header,
    samples,
    targets,
    confidence: own ? Math.max(score, 0.5) : 0,
    reason: reasonOf(mapping, targets.length > 0, own, header),
  };
}

function reasonOf(mapping: Mapping, used: boolean, own: boolean, header: string): Text {
  if (!used) return text('import.reason.unused');
  if (!own) return text('import.reason.customField');
  return text(mapping.vendor === 'generic' ? 'import.reason.header' : 'import.reason.vendor', {
    header: plainWord(header),
    vendor: mapping.vendor,
  });
}

function orderQuestions({ dates }: Survey): Question[] {
  return Object.entries(dates).flatMap(([column, { families }]) => {
    const assumed = families.filter(({ basis }) => basis === 'assumed');
    const [first] = assumed;
    return first
      ? [
          {
            kind: 'date_order',
            column,
            examples: assumed.map(({ example }) => example),
            options: ['dmy', 'mdy', 'ymd'],
            proposed: first.order,
          } satisfies Question,
        ]
      : [];
  });
}

function wordQuestions(mapping: Mapping, survey: Survey): Question[] {
  const fields = mapping.tables.flatMap(({ columns }) => Object.values(columns)).flatMap(leaves);
  const asked = new Map<string, Question>();
  for (const field of fields) {
    if (field.kind !== 'word') continue;
    for (const { text: word, rows } of wordsOf(survey, field.column, field.vocabulary)) {
      if (isNullWord(word) || wordMeaning(word.trim(), field.vocabulary, mapping) !== null) continue;
      const options = vocabulary(field.vocabulary)?.values ?? [];
      asked.set(`${field.vocabulary}/${word}`, {
        kind: 'word',
        vocabulary: field.vocabulary,
        word: word.trim(),
        rows,
        options,
        proposed: null,
      });
    }
  }
  return [...asked.values()].slice(0, mostQuestions);
}

const mostQuestions = 50;
