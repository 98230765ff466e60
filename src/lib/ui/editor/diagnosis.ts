import { nextDiagnostic, setDiagnostics } from '@codemirror/lint';
import type { ChangeDesc, Extension } from '@codemirror/state';
import { EditorView, ViewPlugin, keymap, type ViewUpdate } from '@codemirror/view';
import type { Mark } from './editor.ts';
import { toDiagnostic } from './mark.ts';

const pause = 400;

const nothing = '[]';

/** What is wrong with a text: what its document knows of it, and what a check finds once the typing pauses. */
class Diagnosis {
  #known: readonly Mark[] = [];
  #found: readonly Mark[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #version = 0;
  /** What is marked, while the text is the same: to mark it again would close what explains it. */
  #shown = nothing;

  constructor(
    private readonly view: EditorView,
    private readonly check: () => Promise<readonly Mark[]>,
  ) {}

  update({ docChanged, focusChanged, changes, view }: ViewUpdate): void {
    if (docChanged) {
      this.#found = this.#found.map((mark) => moved(mark, changes));
      if (this.#shown !== nothing) this.#shown = '';
    }
    if (docChanged || (focusChanged && view.hasFocus)) this.#later();
  }

  know(marks: readonly Mark[]): void {
    this.#known = marks;
    this.#show();
  }

  destroy(): void {
    this.#version += 1;
    clearTimeout(this.#timer);
  }

  /** All that is marked around a place. */
  at(place: number): readonly Mark[] {
    return this.#all().filter(({ from, to }) => from <= place && place <= Math.max(to, from + 1));
  }

  #later(): void {
    clearTimeout(this.#timer);
    const version = ++this.#version;
    this.#timer = setTimeout(() => void this.#run(version), pause);
  }

  async #run(version: number): Promise<void> {
    const found = await this.check();
    if (version !== this.#version) return;
    this.#found = found;
    this.#show();
  }

  #show(): void {
    const said = JSON.stringify(this.#all());
    if (said === this.#shown) return;
    this.#shown = said;
    const diagnostics = this.#all().map((mark) => toDiagnostic(this.view, mark));
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  /** What a run has found is found again by the check: it is said once. */
  #all(): readonly Mark[] {
    const isKnown = ({ message }: Mark) => this.#known.some((known) => known.message === message);
    return [...this.#known, ...this.#found.filter((mark) => !isKnown(mark))];
  }
}

function moved(mark: Mark, changes: ChangeDesc): Mark {
  return { ...mark, from: changes.mapPos(mark.from, 1), to: changes.mapPos(mark.to, -1), fixes: [] };
}

export interface Diagnosed {
  readonly extension: Extension;
  know(view: EditorView, marks: readonly Mark[]): void;
  at(view: EditorView, place: number): readonly Mark[];
}

/** Checks the text of an editor while one writes. */
export function diagnosis(check: () => Promise<readonly Mark[]>): Diagnosed {
  const plugin = ViewPlugin.define((view) => new Diagnosis(view, check));
  return {
    extension: [plugin, keymap.of([{ key: 'F8', run: nextDiagnostic }])],
    know: (view, marks) => view.plugin(plugin)?.know(marks),
    at: (view, place) => view.plugin(plugin)?.at(place) ?? [],
  };
}
