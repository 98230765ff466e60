/** The same keys in another language: a sentence for a sentence, plural forms for plural forms. */
export type Translation<English> = {
  readonly [Key in keyof English]: English[Key] extends string
    ? string
    : { readonly one: string; readonly other: string };
};
