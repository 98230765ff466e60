/** A report's whole style, in itself so that it looks the same wherever it is opened. */
export const reportStyle = `
:root { color-scheme: light dark; --text: #1f2328; --muted: #5c646c; --line: #d8dee4; --soft: #f6f8fa; --accent: #0b63c5; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --text: #e3e6ea; --muted: #9aa4ae; --line: #373e47; --soft: #22272e; --accent: #6cb0ff; --bad: #ff8a80; } body { background: #1c2128; } }
body { margin: 0; color: var(--text); font: 15px/1.55 system-ui, "Segoe UI", Roboto, sans-serif; }
main, footer { max-width: 920px; margin: 0 auto; padding: 24px; }
h1 { font-size: 28px; line-height: 1.2; } h2 { font-size: 20px; margin-top: 36px; } h3 { font-size: 14px; margin: 0 0 6px; }
a { color: var(--accent); } a[href^="#cell-"] { color: inherit; text-decoration: underline dotted var(--muted); text-underline-offset: 3px; } code { font: 13px/1.5 ui-monospace, Consolas, monospace; }
section, figure, .input { margin: 16px 0; } figure svg { max-width: 100%; height: auto; }
figcaption { font-size: 12px; opacity: 0.75; }
.prose p, .prose li { max-width: 72ch; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
table { border-collapse: collapse; width: 100%; font-size: 13px; font-variant-numeric: tabular-nums; }
th, td { padding: 5px 10px; text-align: left; border-bottom: 1px solid var(--line); vertical-align: top; white-space: nowrap; } td.long { white-space: normal; min-width: 36ch; }
tbody tr:last-child td { border-bottom: 0; } th { background: var(--soft); font-weight: 600; white-space: nowrap; }
.number { text-align: right; white-space: nowrap; } .empty, .note, .detail, footer { color: var(--muted); } .note, .detail { font-size: 13px; margin: 6px 0; }
.headline { border: 1px solid var(--line); border-radius: 6px; padding: 14px 18px; display: inline-block; min-width: 220px; margin-right: 12px; }
.headline .value { font-size: 32px; font-weight: 600; margin: 0; font-variant-numeric: tabular-nums; }
.input span { color: var(--muted); } .failed { border-left: 3px solid var(--bad); padding-left: 12px; } .cannot { border-left: 3px solid var(--muted); padding-left: 12px; } .failed p { color: var(--bad); }
details { margin-top: 6px; font-size: 13px; } summary { color: var(--muted); cursor: pointer; } pre { background: var(--soft); border-radius: 6px; padding: 10px 12px; overflow-x: auto; }
footer { border-top: 1px solid var(--line); font-size: 13px; } dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 0; } dd { margin: 0; }
@media print { details { display: none; } section, figure { break-inside: avoid; } }
`;
