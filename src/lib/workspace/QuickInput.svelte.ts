import type { Text } from '#errors';

export interface PickItem {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  readonly icon?: string;
}

export type QuickInputState =
  | { readonly kind: 'closed' }
  /** Quick Open, or the palette when the text begins with `>`. */
  | { readonly kind: 'search'; readonly text: string }
  | {
      readonly kind: 'prompt';
      readonly title: Text;
      readonly value: string;
      readonly answer: (value: string | null) => void;
    }
  | {
      readonly kind: 'pick';
      readonly title: Text;
      readonly items: readonly PickItem[];
      readonly chosen: string | null;
      readonly answer: (id: string | null) => void;
    };

/** The box at the top of the window: the palette, Quick Open, and short questions. */
export class QuickInput {
  state = $state.raw<QuickInputState>({ kind: 'closed' });

  search(text: string): void {
    this.close();
    this.state = { kind: 'search', text };
  }

  prompt(title: Text, value = ''): Promise<string | null> {
    this.close();
    return new Promise((answer) => {
      this.state = { kind: 'prompt', title, value, answer };
    });
  }

  pick(title: Text, items: readonly PickItem[], chosen: string | null = null): Promise<string | null> {
    this.close();
    return new Promise((answer) => {
      this.state = { kind: 'pick', title, items, chosen, answer };
    });
  }

  /** Ends the question, with an answer or without. */
  close(answer: string | null = null): void {
    const before = this.state;
    this.state = { kind: 'closed' };
    if (before.kind === 'prompt' || before.kind === 'pick') before.answer(answer);
  }
}
