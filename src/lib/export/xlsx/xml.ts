/**
 * Text as a sheet holds it. A character that XML cannot have, and a carriage return, which XML would make a line feed, is written
 * in OOXML's own way (`_x000D_`), and so is the underscore of a text that looks like that.
 */
export function escapeXml(text: string): string {
  return text
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, coded)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function coded(character: string): string {
  const code = character.charCodeAt(0);
  const isAllowed = character === '\t' || character === '\n' || (code >= 0x20 && code < 0xfffe);
  return isAllowed ? character : `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
}
