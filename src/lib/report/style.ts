/** A report's whole style, in itself so that it looks the same wherever it is opened. */
export const reportStyle = `
:root { color-scheme: light; --text: #1f2328; --muted: #5c646c; --line: #d8dee4; --soft: #f6f8fa; --accent: #0b63c5; --bad: #b3261e; }
body { margin: 0; color: var(--text); background: #fff; font: 15px/1.55 system-ui, "Segoe UI", Roboto, sans-serif; }
header, main, footer { max-width: 920px; margin: 0 auto; padding: 0 24px; }
header { padding-top: 24px; } header p { margin: 0; } header, footer { color: var(--muted); font-size: 13px; } footer { margin-top: 40px; padding-bottom: 32px; }
h1 { font-size: 28px; line-height: 1.2; margin: 12px 0 16px; } h2 { font-size: 20px; margin: 36px 0 12px; } h3 { font-size: 14px; margin: 20px 0 6px; } section > h3 { margin-top: 0; }
h3 code { font-weight: normal; color: var(--muted); }
a { color: var(--accent); } a[href^="#cell-"] { color: inherit; text-decoration: underline dotted var(--muted); text-underline-offset: 3px; } code { font: 13px/1.5 ui-monospace, Consolas, monospace; }
section, figure, .input { margin: 16px 0; } figure { overflow-x: auto; } figure svg { display: block; max-width: 100%; height: auto; }
figcaption { margin-top: 4px; font-size: 12px; color: var(--muted); }
.prose p, .prose li { max-width: 72ch; } blockquote { margin: 12px 0; padding-left: 14px; border-left: 3px solid var(--line); }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
table { border-collapse: collapse; width: 100%; font-size: 13px; font-variant-numeric: tabular-nums; }
th, td { padding: 5px 10px; text-align: left; border-bottom: 1px solid var(--line); vertical-align: top; white-space: nowrap; } td.long, .prose td { white-space: normal; } td.long { min-width: 36ch; overflow-wrap: anywhere; }
tbody tr:last-child td { border-bottom: 0; } th { background: var(--soft); font-weight: 600; }
th.number, td.number { text-align: right; } .empty, .note, .detail { color: var(--muted); } .note, .detail { font-size: 13px; margin: 6px 0; }
.cards { display: flex; flex-wrap: wrap; gap: 12px; margin: 16px 0; align-items: stretch; }
.headline { box-sizing: border-box; margin: 0; border: 1px solid var(--line); border-radius: 6px; padding: 14px 18px; min-width: 220px; max-width: 450px; } .headline .detail { margin: 3px 0; }
.headline .value { font-size: 32px; line-height: 1.3; font-weight: 600; margin: 0; font-variant-numeric: tabular-nums; }
.inputs { margin: 16px 0; } .input { margin: 2px 0; } .input span { color: var(--muted); } .failed { border-left: 3px solid var(--bad); padding-left: 12px; } .cannot { border-left: 3px solid var(--muted); padding-left: 12px; } .failed p { color: var(--bad); }
details { margin-top: 6px; font-size: 13px; } summary { color: var(--muted); cursor: pointer; } pre { background: var(--soft); border-radius: 6px; padding: 10px 12px; overflow-x: auto; }
.parts { display: none; } .steps { margin: 16px 0; } .steps section { margin: 6px 0 12px; }
footer h2 { border-top: 1px solid var(--line); padding-top: 16px; font-size: 14px; } dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 0; } dt { grid-column: 1; } dd { grid-column: 2; margin: 0; overflow-wrap: anywhere; }
@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; --text: #e3e6ea; --muted: #9aa4ae; --line: #373e47; --soft: #22272e; --accent: #6cb0ff; --bad: #ff8a80; } body { background: #1c2128; } }
@media print {
body { font-size: 10pt; line-height: 1.45; } header, main, footer { max-width: none; padding: 0; } footer { margin-top: 16pt; font-size: 8.5pt; line-height: 1.35; } footer h2 { font-size: 10pt; }
h1 { font-size: 20pt; } h2 { font-size: 14pt; margin-top: 20pt; } h1, h2, h3, .prose:not(:last-child) > p:last-child { break-after: avoid; } p, li { orphans: 3; widows: 3; }
.prose p, .prose li { max-width: none; } a { color: inherit; text-decoration: none !important; }
details, .steps { display: none; }
figure, .headline, .cannot, .failed, .short:not(.split), .short table, .prose .scroll, tr, footer { break-inside: avoid; } .headline { flex: 1 1 260px; min-width: 0; max-width: 400px; } .note, figcaption { break-before: avoid; } figure { overflow: visible; } figure svg { max-height: 225mm; }
.scroll { overflow: visible; border: 0; border-radius: 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); } thead { display: table-header-group; }
table { font-size: 8.5pt; } th, td { padding: 3pt 5pt; } th { white-space: normal; vertical-align: bottom; } td:not(.number, .line) { white-space: normal; overflow-wrap: break-word; } td.long { min-width: 0; overflow-wrap: anywhere; }
.many table { font-size: 7.5pt; } .many th, .many td { padding: 2pt 3pt; }
.split > .scroll { display: none; } .parts { display: block; } .parts table { margin-bottom: 10pt; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
}
@page { margin: 16mm 14mm 18mm; }
`;

/** What stands in the margin of each printed page. */
export function pageStyle(title: string): string {
  const words = title
    .replace(/[\p{Cc}\\]/gu, ' ')
    .replace(/["<>&']/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `);
  const look = 'font: 8pt system-ui, sans-serif; color: #5c646c;';
  return `@page { @bottom-left { content: "${words}"; ${look} } @bottom-right { content: counter(page) " / " counter(pages); ${look} } }
`;
}
