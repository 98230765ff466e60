import { findPattern } from '#notebook';

/** What is looked for, how, and what takes its place: the same in a notebook as in all files. */
export class FindQuery {
  text = $state('');
  replacement = $state('');
  replaces = $state(false);
  matchCase = $state(false);
  wholeWord = $state(false);
  isRegex = $state(false);
  /** Grows each time one is asked what to find: the keyboard goes there. */
  asked = $state(0);

  /** Null for what cannot be read, and for nothing. */
  protected readonly pattern = $derived(
    findPattern({
      text: this.text,
      matchCase: this.matchCase,
      wholeWord: this.wholeWord,
      isRegex: this.isRegex,
    }),
  );
  readonly isUnreadable = $derived(this.text !== '' && this.pattern === null);
}
