import { applyOperation, parse, type Notebook, type Operation } from '#notebook';
import { Runtime, type CellState, type RuntimeOptions } from '#runtime';
import { quoteIdentifier } from '#sql';
import { rowsOf } from '#table';
import { tell } from '#messages';
import { nativeEngine } from '../support/native.ts';

let books = 0;

/** A runtime over a few tables of its own; what happens to cells is read by their names. */
export class Harness {
  readonly runtime: Runtime;
  readonly book = `book_${(books += 1)}`;
  notebook: Notebook;
  readonly scopes: unknown[] = [];

  static async open(text: string, options: Partial<RuntimeOptions> = {}): Promise<Harness> {
    const engine = await nativeEngine();
    return new Harness(text, engine, options);
  }

  private constructor(
    text: string,
    readonly engine: Awaited<ReturnType<typeof nativeEngine>>,
    options: Partial<RuntimeOptions>,
  ) {
    this.notebook = parse(text).notebook;
    this.runtime = new Runtime(engine, {
      book: this.book,
      notebook: this.notebook,
      asOf: '2026-03-10 12:00:00',
      reserved: ['tickets'],
      now: () => 0,
      prepareBook: async (book, scope, isNew) => {
        this.scopes.push(scope);
        const channel = scope['channel']?.[0];
        await engine.exec(
          `${isNew ? `attach ':memory:' as ${quoteIdentifier(book)};` : ''}
          create or replace view ${book}.main.tickets as
          select * from (values (1, 'email', timestamp '2026-03-01'), (2, 'chat', timestamp '2026-03-02'), (3, 'chat', null)) t(id, channel, created_at)
          ${channel === undefined ? '' : `where channel = '${channel}'`}`,
        );
      },
      dropBook: (book) => engine.exec(`detach ${quoteIdentifier(book)}`),
      ...options,
    });
  }

  id(name: string): string {
    const cell = this.notebook.cells.find((other) => other.name === name || other.id === name);
    if (!cell) throw new Error(`no cell ${name}`);
    return cell.id;
  }

  run(...names: string[]): Promise<void> {
    return this.runtime.run(names.map((name) => this.id(name)));
  }

  edit(operation: Operation): void {
    this.notebook = applyOperation(this.notebook, operation).notebook;
    this.runtime.update(this.notebook);
  }

  setSource(name: string, source: string): void {
    this.edit({ kind: 'setSource', id: this.id(name), source });
  }

  /** `{value}`, `{error}` or the bare status of each cell that is asked for. */
  outcomes(...names: string[]): unknown[] {
    return names.map((name) => outcome(this.runtime.state(this.id(name))));
  }

  stale(): string[] {
    return this.notebook.cells.filter(({ id }) => this.runtime.isStale(id)).map(({ name, id }) => name ?? id);
  }
}

export function outcome(state: CellState): unknown {
  if (state.status === 'failed') return { error: tell('en', state.error.text), from: state.from };
  if (state.status !== 'done') return state.status;
  const { output } = state;
  switch (output.kind) {
    case 'table':
      return { value: rowsOf(output.firstPage).map((row) => Object.values(row).join(' ')) };
    case 'chart':
      return { value: output.data?.rowCount ?? null };
    case 'markdown':
      return { value: output.source };
    case 'input':
      return { value: output.variables };
    case 'statement':
      return { value: output.statements };
  }
}

export function sql(name: string, source: string): string {
  return `\`\`\`sql ${name}\n${source}\n\`\`\`\n\n`;
}
