/** The fields that a KPI's file cannot do without; a notebook has none of them. */
const kpiField = /^(id|name|theme|unit|shape|from):/;

/** Whether a file is meant to define a KPI, be it unfinished: its front matter has fields of one. */
export function isKpiText(text: string): boolean {
  const front = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)(?:\n---|$(?![\s\S]))/.exec(text)?.[1] ?? '';
  const lines = front.split('\n');
  return (
    !lines.some((line) => line.startsWith('deskbook:')) &&
    lines.filter((line) => kpiField.test(line)).length >= 2
  );
}
