import { cellAnchor } from '#cells';
import { say, type Locale } from '#messages';
import { escapeHtml } from './escape.ts';
import { tableHtml } from './html-table.ts';
import { proseToHtml } from './prose.ts';
import type { Report, ReportSection } from './report.ts';
import { pageStyle, reportStyle } from './style.ts';

/** A drawn report as one file: no script, no request, readable and printable anywhere, light and dark. */
export function toHtml(report: Report): string {
  const { locale, title, lead, facts, sections } = report;
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${reportStyle}${pageStyle(title)}</style>
</head>
<body>
<header><p>${escapeHtml(lead)}</p></header>
<main>
${hasTitle(sections) ? '' : `<h1>${escapeHtml(title)}</h1>\n`}${inRows(sections, locale).join('\n')}
</main>
<footer>
<h2>${say(locale, 'reporting.basis')}</h2>
<dl>${facts
    .map(({ label, values }) => `<dt>${escapeHtml(label)}</dt>${values.map(definitionHtml).join('')}`)
    .join('')}</dl>
</footer>
</body>
</html>
`;
}

function definitionHtml(value: string): string {
  return `<dd>${escapeHtml(value)}</dd>`;
}

/** A notebook that begins with its heading needs no second one. */
function hasTitle(sections: readonly ReportSection[]): boolean {
  return sections.some((section) => section.kind === 'prose' && /^# /m.test(section.source));
}

/** Cards that follow each other stand side by side; steps that do are one list. */
function inRows(sections: readonly ReportSection[], locale: Locale): string[] {
  const rows: { readonly group: string | null; readonly html: string[] }[] = [];
  for (const section of sections) {
    const group = groupOf(section);
    const last = rows.at(-1);
    if (group !== null && last?.group === group) last.html.push(sectionHtml(section, locale));
    else rows.push({ group, html: [sectionHtml(section, locale)] });
  }
  return rows.map(({ group, html }) =>
    group === null ? html.join('\n') : `<div class="${group}">${html.join('\n')}</div>`,
  );
}

function groupOf(section: ReportSection): string | null {
  if (section.kind === 'headline') return 'cards';
  if (section.kind === 'input') return 'inputs';
  return section.kind === 'table' && section.folded ? 'steps' : null;
}

function sectionHtml(section: ReportSection, locale: Locale): string {
  switch (section.kind) {
    case 'prose':
      return `<section class="prose">${wrapTables(proseToHtml(section.linked))}</section>`;
    case 'table':
      return tableSectionHtml(section, locale);
    case 'headline':
      return `<section class="headline">${placeHtml(section.name)}<h3>${escapeHtml(section.title)}</h3><p class="value">${escapeHtml(section.value)}</p>${section.details
        .map((detail) => `<p class="detail">${escapeHtml(detail)}</p>`)
        .join('')}${sqlHtml(section.sql, locale)}</section>`;
    case 'chart':
      return `<figure aria-label="${escapeHtml(section.title)}">${section.svg ?? ''}${captionHtml(section.note)}</figure>`;
    case 'input':
      return `<p class="input"><span>${escapeHtml(section.label)}:</span> ${escapeHtml(section.value)}</p>`;
    case 'cannot':
      return `<section class="cannot"><h3>${escapeHtml(section.name)}</h3><p>${escapeHtml(section.reason)}</p>${sqlHtml(section.sql, locale)}</section>`;
    case 'failed':
      return `<section class="failed">${headingHtml(null, section.name)}<p>${escapeHtml(section.message)}</p>${sqlHtml(section.sql, locale)}</section>`;
  }
}

/** A wide table of the prose scrolls by itself, and not the page. */
function wrapTables(html: string): string {
  return html.replaceAll('<table>', '<div class="scroll"><table>').replaceAll('</table>', '</table></div>');
}

function captionHtml(note: string | null): string {
  return note === null ? '' : `<figcaption>${escapeHtml(note)}</figcaption>`;
}

type TableSection = Extract<ReportSection, { kind: 'table' }>;

function tableSectionHtml(section: TableSection, locale: Locale): string {
  if (!section.folded) return shownTableHtml(section, locale);
  const size = say(locale, 'common.rows', { count: section.rowCount });
  const shown = shownTableHtml({ ...section, name: null, title: null }, locale);
  return `<details class="folded"><summary>${escapeHtml(section.name ?? '')} · ${escapeHtml(size)}</summary>${placeHtml(section.name)}${shown}</details>`;
}

function shownTableHtml(section: TableSection, locale: Locale): string {
  const { name, title, table, rowCount, units, sql, note } = section;
  const more =
    rowCount > table.rowCount
      ? say(locale, 'reporting.firstRows', { shown: table.rowCount, count: rowCount })
      : null;
  const notes = [more, note].filter((each) => each !== null);
  const { html, looks } = tableHtml(table, { units, locale });
  return `<section class="${['table', ...looks].join(' ')}">${placeHtml(name)}${headingHtml(title, name)}
${html}${notes.map((each) => `<p class="note">${escapeHtml(each)}</p>`).join('')}${sqlHtml(sql, locale)}</section>`;
}

/** Where values in prose lead to; a folded table opens by itself when its place is gone to. */
function placeHtml(name: string | null): string {
  return name === null ? '' : `<a id="${escapeHtml(cellAnchor(name).slice(1))}"></a>`;
}

/** What it is in words, and what the SQL of others calls it. */
function headingHtml(title: string | null, name: string | null): string {
  const parts = [
    ...(title === null ? [] : [escapeHtml(title)]),
    ...(name === null ? [] : [`<code>${escapeHtml(name)}</code>`]),
  ];
  return parts.length === 0 ? '' : `<h3>${parts.join(' ')}</h3>`;
}

function sqlHtml(sql: string, locale: Locale): string {
  if (sql.trim() === '') return '';
  return `<details class="sql"><summary>${say(locale, 'reporting.sql')}</summary><pre><code>${escapeHtml(sql.trim())}</code></pre></details>`;
}
