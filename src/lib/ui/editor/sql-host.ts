import type { NameAt, Span } from '#sql';
import type { Mark } from './editor.ts';

/** What a SQL editor asks of the notebook around it. */
export interface SqlHost {
  /** What is wrong with the text as it is now, found without running it. */
  readonly check: () => Promise<readonly Mark[]>;
  /** Where the cursor is, or what is chosen, whenever that changes. */
  readonly look: (place: Span) => void;
  readonly goTo: (name: NameAt) => void;
  readonly listUses: (name: NameAt) => void;
  /** Whether the notebook says what the name means, so that it can be given another. */
  readonly isOwn: (name: NameAt) => boolean;
  readonly rename: (name: NameAt, to: string) => void;
  /** Makes the text another one, as a step of its own. */
  readonly replace: (text: string) => void;
  readonly words: SqlHostWords;
}

export interface SqlHostWords {
  readonly newName: string;
  readonly fixes: string;
}
