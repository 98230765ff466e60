import { canonicalTables, type CanonicalColumn, type CanonicalTable, type Target } from '#import';

/** A place that a column of the file can fill, as the picker lists it. */
export interface Place extends Target {
  readonly sentence: CanonicalColumn['sentence'];
  /** What its table is, in both languages. */
  readonly of: string;
}

const hidden = new Set(['source_id', 'source_file', 'source_row']);
/** Of an answer the words are given; all else follows from them. */
const following = new Set(['score', 'score_normalised', 'scale', 'bucket', 'is_latest']);

/** What people call a column in exports, where neither its name nor its sentence says so. */
const alsoCalled: Readonly<Record<string, string>> = {
  'ratings.score_raw': 'nota score rating csat nps avaliação satisfação satisfaction stars estrelas',
  'tickets.ticket_id': 'protocolo número chamado atendimento caso case number',
  'tickets.created_at': 'abertura aberto criado criação opened date data',
  'tickets.last_solved_at': 'solução resolução resolvido solucionado resolved completed',
  'tickets.closed_at': 'fechamento encerramento encerrado fim closed end',
  'tickets.agent_id': 'atendente responsável técnico operador assignee owner',
  'tickets.customer_id': 'cliente solicitante requerente requester contact',
  'tickets.subject': 'assunto título title summary',
  'tickets.type': 'categoria motivo tema reason category topic',
  'tickets.team': 'equipe grupo setor departamento fila queue group department',
  'tickets.status': 'situação estado state',
  'tickets.wait_seconds': 'espera fila waiting queue',
  'tickets.handle_seconds': 'tma atendimento duração aht duration',
  'tickets.reported_first_response_seconds': 'primeira resposta frt first reply',
  'tickets.reported_resolution_seconds': 'tempo resolução solução time to resolve',
  'tickets.sla_resolution_met': 'sla prazo within overdue',
};

/** Tables that the rows of files fill; the others are kept by the program. */
export const fillableTables: readonly CanonicalTable[] = canonicalTables.filter(({ columns }) =>
  columns.some(({ name }) => name === 'source_row'),
);

const places: readonly Place[] = fillableTables.flatMap(({ name: table, columns, sentence: own }) =>
  columns
    .filter(
      ({ name, clock }) =>
        !hidden.has(name) && clock !== 'utc' && !(table === 'ratings' && following.has(name)),
    )
    .map(({ name: column, sentence }) => ({ table, column, sentence, of: `${own.en} ${own['pt-BR']}` })),
);

/** The places that fit what was typed: every word begins a word of the name or of a sentence in either language. The tables in use come first. */
export function searchPlaces(typed: string, tables: readonly string[]): readonly Place[] {
  const words = wordsOf(typed);
  const rank = ({ table }: Place) => {
    const at = tables.indexOf(table);
    return at === -1 ? tables.length : at;
  };
  return places
    .flatMap((place) => {
      const score = scoreOf(place, words);
      return score === null ? [] : [{ place, score }];
    })
    .toSorted((a, b) => rank(a.place) - rank(b.place) || b.score - a.score)
    .map(({ place }) => place);
}

/** How well a place fits; null where a word finds nothing in it. Its own name counts more than its sentences. */
function scoreOf({ table, column, sentence, of }: Place, words: readonly string[]): number | null {
  const name = wordsOf(`${table} ${column} ${alsoCalled[`${table}.${column}`] ?? ''}`);
  const said = wordsOf(`${sentence.en} ${sentence['pt-BR']} ${of}`);
  let score = 0;
  for (const word of words) {
    if (name.includes(word)) score += 3;
    else if (name.some((each) => each.startsWith(word))) score += 2;
    else if (said.some((each) => each.startsWith(word))) score += 1;
    else return null;
  }
  return score;
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
}
