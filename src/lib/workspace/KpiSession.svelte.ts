import type { TextSession } from './session.ts';

/** An open KPI of the reader's: its text, as it is being written. */
export class KpiSession implements TextSession {
  path = $state('');
  text = $state.raw('');
  onedit: (() => void) | null = null;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  write(text: string): void {
    if (text === this.text) return;
    this.text = text;
    this.onedit?.();
  }

  close(): void {
    this.onedit = null;
  }
}
