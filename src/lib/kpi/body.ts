import type { Locale } from '#messages';
import { cuts, type Cut, type KpiProse, type OwnSql } from './kpi.ts';

export interface KpiBody {
  readonly prose: Readonly<Record<Locale, KpiProse>>;
  readonly sql: OwnSql;
  /** SQL that belongs to one option of a variant, by the option's name. */
  readonly optionSql: Readonly<Record<string, OwnSql>>;
  readonly fences: readonly Fence[];
}

/** A fence of own SQL, and where it stands in the body. */
export interface Fence {
  /** The word that should name a cut. */
  readonly word: string;
  readonly option: string | null;
  readonly cut: Cut | null;
  readonly sql: string;
  /** Of the word, and of the SQL. */
  readonly wordFrom: number;
  readonly sqlFrom: number;
}

/**
 * Reads what follows the front matter: English prose, the Portuguese under `## pt-BR`, and own SQL in fences whose second
 * word is the cut (```` ```sql rows ````), and whose third, if there is one, the option of a variant that it is for. Disputes begin at a paragraph that opens with **Disputed.** or **Em disputa.**
 */
export function parseBody(body: string): KpiBody {
  const sql: Partial<Record<Cut, string>> = {};
  const optionSql: Record<string, Partial<Record<Cut, string>>> = {};
  const fences: Fence[] = [];
  const prose = body.replace(fencePattern, (whole: string, ...parts: unknown[]) => {
    const fence = toFence(whole, parts);
    fences.push(fence);
    if (fence.cut === null) return whole;
    const own = fence.option === null ? sql : (optionSql[fence.option] ??= {});
    own[fence.cut] = fence.sql;
    return '';
  });
  const [english = '', portuguese = ''] = prose.split(/^## pt-BR[ \t]*$/m);
  return { prose: { en: split(english), 'pt-BR': split(portuguese) }, sql, optionSql, fences };
}

const fencePattern = /^```sql([ \t]+)(\w+)(?:[ \t]+(\w+))?[^\n]*\n([\s\S]*?)\n```[ \t]*\r?$/gm;

function toFence(whole: string, [gap, word, option, written, at]: readonly unknown[]): Fence {
  const text = String(written);
  const start = Number(at);
  const sql = text.trim();
  return {
    word: String(word),
    option: typeof option === 'string' ? option : null,
    cut: cuts.find((cut) => cut === word) ?? null,
    sql,
    wordFrom: start + '```sql'.length + String(gap).length,
    sqlFrom: start + whole.indexOf('\n') + 1 + (text.length - text.trimStart().length),
  };
}

function split(prose: string): KpiProse {
  const at = prose.search(/^\*\*(Disputed|Em disputa)\b/m);
  const [meaning, disputes] = at < 0 ? [prose, ''] : [prose.slice(0, at), prose.slice(at)];
  return { meaning: tidy(meaning), disputes: tidy(disputes) };
}

function tidy(prose: string): string {
  return prose
    .replace(/\r\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
