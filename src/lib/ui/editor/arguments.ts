/** A piece of a signature; those that are an argument have its number. */
export interface SignaturePiece {
  readonly text: string;
  readonly argument: number | null;
}

/** A signature such as `(x, 'a, b', …)` cut into its arguments and what stands between them. */
export function signaturePieces(signature: string): SignaturePiece[] {
  let argument = 0;
  return (signature.match(/'[^']*'|[(),]\s*|[^'(),]+/g) ?? []).reduce<SignaturePiece[]>((pieces, text) => {
    const isMark = /^[(),]/.test(text);
    const last = pieces.at(-1);
    if (!isMark && last?.argument === argument)
      return [...pieces.slice(0, -1), { text: last.text + text, argument }];
    const piece = { text, argument: isMark ? null : argument };
    if (text.startsWith(',')) argument += 1;
    return [...pieces, piece];
  }, []);
}

/** Which argument of a signature a place of a call is: one that can be repeated takes all that follow. */
export function argumentIn(pieces: readonly SignaturePiece[], argument: number): number | null {
  const last = pieces.findLast((piece) => piece.argument !== null);
  if (!last || last.argument === null) return null;
  if (argument <= last.argument) return argument;
  return last.text.trim() === '…' ? last.argument : null;
}
