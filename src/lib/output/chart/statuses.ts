import type { Json, JsonObject } from './json.ts';
import type { DatumRow } from './rows.ts';

/**
 * The colour of each status, the same in every chart, told apart without red against green (after Okabe and Ito): warm for what
 * waits for the team, blue for what is done, grey for what waits for others or is not known.
 */
const colours: Readonly<Record<string, string>> = {
  new: '#56b4e9',
  open: '#e69f00',
  in_progress: '#009e73',
  pending: '#cc79a7',
  hold: '#8c8c8c',
  reopened: '#d55e00',
  solved: '#0072b2',
  closed: '#4b6a88',
  cancelled: '#a0522d',
  merged: '#b5a642',
  spam: '#7f6a93',
  deleted: '#6b6b6b',
};
const unknown = '#bdbdbd';

/** The statuses that occur, in the order of a ticket's life, with their colours. */
export function statusScale(rows: readonly DatumRow[]): JsonObject {
  const found = new Set(rows.map(({ status }): Json => status ?? null));
  const known = Object.keys(colours).filter((status) => found.has(status));
  const others = [...found].filter((status) => typeof status !== 'string' || !(status in colours));
  const domain = [...known, ...others];
  return {
    domain,
    range: domain.map((status) => (typeof status === 'string' && colours[status]) || unknown),
  };
}
