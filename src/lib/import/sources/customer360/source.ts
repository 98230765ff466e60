import { text } from '#errors';
import type { RawTable } from '../../readers/reader.ts';
import { caseTables } from '../generic/source.ts';
import type { Recognition, Source } from '../source.ts';
import { columnUnder, headerIndex } from '../template.ts';

/** What a list of cases has that stands beside who the customer is. */
const traits = [
  'id do caso|numero do caso|case id|case number|caso|case',
  'canal de abertura|canal|channel|origem|case origin|origem do caso',
  'data de abertura|data abertura|aberto em|opened at|created at|date time opened|data hora de abertura',
  'data de fechamento|data fechamento|fechado em|closed at|date time closed|data hora de fechamento',
  'status|status do caso|case status',
  'agente|atendente|responsavel|agent|case owner|proprietario do caso',
  'tipo de caso|tipo do caso|case type|tipo',
  'nota|avaliacao|satisfacao|csat',
] as const;

const whoTheyAre =
  'segmento|segment|segmento do cliente|customer segment|estagio|stage|estagio do cliente|customer stage|tipo de cliente|ciclo de vida|lifecycle stage|perfil do cliente';

/** Case lists of a customer-360 view: cases, and in the same row who the customer is. */
export const customer360: Source = {
  vendor: 'customer360',
  title: null,
  recognise,
  tables: (raw) => caseTables(raw),
};

function recognise(raw: RawTable): Recognition {
  const headers = headerIndex(raw);
  const has = (words: string) => columnUnder(headers, words) !== null;
  const found = traits.filter(has).length;
  if (!has(traits[0]) || !has(whoTheyAre) || found < 4) return { score: 0, why: [] };
  return { score: Math.min(0.9, 0.4 + found * 0.06), why: [text('import.why.cases', { found })] };
}
