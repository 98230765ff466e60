import { ViewPlugin, type EditorView, type ViewUpdate } from '@codemirror/view';

/** As long as it is shown, and as long as it is not. */
const beat = 600;

/**
 * The cursor blinks by a timer: CodeMirror's own animation has the browser draw a frame for every one of the screen's, for as long as
 * an editor has the focus.
 */
export const blink = ViewPlugin.fromClass(
  class {
    #timer: ReturnType<typeof setInterval> | undefined;

    constructor(private readonly view: EditorView) {}

    update({ docChanged, selectionSet, focusChanged }: ViewUpdate): void {
      if (docChanged || selectionSet || focusChanged) this.#begin();
    }

    destroy(): void {
      clearInterval(this.#timer);
    }

    #begin(): void {
      clearInterval(this.#timer);
      this.#show(true);
      if (this.view.hasFocus && !matchMedia('(prefers-reduced-motion: reduce)').matches)
        this.#timer = setInterval(() => this.#show(this.#isHidden), beat);
    }

    get #layer(): HTMLElement | null {
      return this.view.dom.querySelector<HTMLElement>('.cm-cursorLayer');
    }

    get #isHidden(): boolean {
      return this.#layer?.style.visibility === 'hidden';
    }

    #show(shown: boolean): void {
      const layer = this.#layer;
      if (layer) layer.style.visibility = shown ? '' : 'hidden';
    }
  },
);
