/** What a tab of the editor area shows. Plain data: it is written to the journal and read again at the next start. */
export type TabContent =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'notebook'; readonly path: string }
  | { readonly kind: 'text'; readonly path: string }
  /** What the cells of a notebook read of one another, drawn. */
  | { readonly kind: 'graph'; readonly path: string }
  | { readonly kind: 'walkthrough' }
  /** Two exports side by side. */
  | { readonly kind: 'compare' }
  | { readonly kind: 'import'; readonly id: string }
  | { readonly kind: 'table'; readonly name: string }
  | { readonly kind: 'source'; readonly id: string }
  | { readonly kind: 'calendars' }
  /** An earlier version of a file, beside what the file says now. */
  | { readonly kind: 'version'; readonly id: string }
  /** A file from elsewhere that may not run yet. */
  | { readonly kind: 'received'; readonly id: string; readonly name: string }
  | { readonly kind: 'kpi'; readonly id: string };

export type TabKind = TabContent['kind'];

export interface Tab {
  /** The tab's own number, the same when it goes on with another content. */
  readonly key: number;
  readonly id: string;
  readonly content: TabContent;
  /** Shown in italics; the next preview takes its place. */
  readonly preview: boolean;
  /** Pinned: first in the line, narrow, and only closed when it is meant. */
  readonly sticky: boolean;
}

export function isOfKind<Kind extends TabKind>(
  content: TabContent,
  kind: Kind,
): content is Extract<TabContent, { kind: Kind }> {
  return content.kind === kind;
}

/** Two tabs with the same content are the same tab. */
export function tabId(content: TabContent): string {
  switch (content.kind) {
    case 'welcome':
    case 'settings':
    case 'keys':
    case 'calendars':
    case 'walkthrough':
    case 'compare':
      return content.kind;
    case 'notebook':
    case 'text':
    case 'graph':
      return `${content.kind}:${content.path}`;
    case 'import':
    case 'source':
    case 'kpi':
    case 'version':
    case 'received':
      return `${content.kind}:${content.id}`;
    case 'table':
      return `table:${content.name}`;
  }
}

/** Reads what the journal kept; null for anything this version does not know. */
export function toTabContent(value: unknown): TabContent | null {
  const kind = field(value, 'kind');
  const alone = (['welcome', 'settings', 'keys', 'calendars', 'walkthrough', 'compare'] as const).find(
    (one) => one === kind,
  );
  if (alone) return { kind: alone };
  const path = field(value, 'path');
  if ((kind === 'notebook' || kind === 'text' || kind === 'graph') && path) return { kind, path };
  const id = field(value, 'id');
  if ((kind === 'import' || kind === 'kpi' || kind === 'source' || kind === 'version') && id)
    return { kind, id };
  const name = field(value, 'name');
  if (kind === 'received' && id && name) return { kind, id, name };
  if (kind === 'table' && name) return { kind, name };
  return null;
}

function field(value: unknown, key: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'string' ? found : null;
}
