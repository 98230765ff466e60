import type { Locale } from '#messages';
import { cuts, type Cut, type KpiProse, type OwnSql } from './kpi.ts';

export interface KpiBody {
  readonly prose: Readonly<Record<Locale, KpiProse>>;
  readonly sql: OwnSql;
  /** SQL that belongs to one option of a variant, by the option's name. */
  readonly optionSql: Readonly<Record<string, OwnSql>>;
}

/**
 * Reads what follows the front matter: English prose, the Portuguese under `## pt-BR`, and own SQL in fences whose second
 * word is the cut (```` ```sql rows ````), and whose third, if there is one, the option of a variant that it is for. Disputes begin at a paragraph that opens with **Disputed.** or **Em disputa.**
 */
export function parseBody(body: string): KpiBody {
  const sql: Partial<Record<Cut, string>> = {};
  const optionSql: Record<string, Partial<Record<Cut, string>>> = {};
  const prose = body.replace(
    /^```sql[ \t]+(\w+)(?:[ \t]+(\w+))?[^\n]*\n([\s\S]*?)\n```[ \t]*$/gm,
    (fence, word: string, option: string | undefined, text: string) => {
      const cut = cuts.find((each) => each === word);
      if (!cut) return fence;
      const own = option === undefined ? sql : (optionSql[option] ??= {});
      own[cut] = text.trim();
      return '';
    },
  );
  const [english = '', portuguese = ''] = prose.split(/^## pt-BR[ \t]*$/m);
  return { prose: { en: split(english), 'pt-BR': split(portuguese) }, sql, optionSql };
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
