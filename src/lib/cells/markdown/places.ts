/** `{{cell.column}}` in prose. */
export interface Place {
  readonly cell: string;
  readonly column: string;
  readonly from: number;
  readonly to: number;
}

/** The places of a text that are none of code. */
export function placesOf(source: string): Place[] {
  const code = [
    ...source.matchAll(
      /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))|(`+)(?!`)[\s\S]*?[^`]\2(?!`)/gm,
    ),
  ];
  const isCode = (at: number) =>
    code.some((match) => match.index <= at && at < match.index + match[0].length);
  return [...source.matchAll(/\{\{\s*([^{}.\s]+)\s*\.\s*([^{}]+?)\s*\}\}/g)]
    .filter((match) => !isCode(match.index))
    .map((match) => ({
      cell: match[1]!,
      column: match[2]!,
      from: match.index,
      to: match.index + match[0].length,
    }));
}
