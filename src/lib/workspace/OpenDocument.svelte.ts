import type { TextSession } from './session.ts';
import { nameOf, placeOf } from './path.ts';

export type DocumentState<S extends TextSession> =
  | { readonly status: 'opening' }
  | { readonly status: 'open'; readonly session: S }
  | { readonly status: 'failed'; readonly error: unknown };

/** A file that is open in a tab: its session, and the saved text that the session is compared with. */
export class OpenDocument<S extends TextSession = TextSession> {
  path = $state.raw('');
  state = $state.raw<DocumentState<S>>({ status: 'opening' });
  /** The text as last read from or written to its place; null while there is no file. */
  savedText = $state.raw<string | null>(null);
  /** The text that was last sent to its place, for as long as it is not known whether it arrived. */
  saving: string | null = null;

  readonly name = $derived(nameOf(this.path));
  readonly place = $derived(placeOf(this.path));
  readonly session = $derived(this.state.status === 'open' ? this.state.session : null);
  readonly dirty = $derived(this.session !== null && this.session.text !== this.savedText);

  constructor(path: string) {
    this.path = path;
  }
}
