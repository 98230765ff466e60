import { cellAnchor } from '#cells';
import { say, type Locale } from '#messages';
import { formatValue, type Table, type Unit } from '#table';
import { escapeHtml } from './escape.ts';
import { proseToHtml } from './prose.ts';
import type { Report, ReportSection } from './report.ts';
import { reportStyle } from './style.ts';

/** A report as one file: no script, no request, readable and printable anywhere, light and dark. */
export function toHtml(report: Report): string {
  const { locale, title, facts, sections } = report;
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
${sections.map((section) => sectionHtml(section, locale)).join('\n')}
</main>
<footer>
<dl>${facts.map(({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>
</footer>
</body>
</html>
`;
}

function sectionHtml(section: ReportSection, locale: Locale): string {
  switch (section.kind) {
    case 'prose':
      return `<section class="prose">${proseToHtml(section.source)}</section>`;
    case 'table':
      return tableHtml(section, locale);
    case 'headline':
      return `<section class="headline">${placeHtml(section.cell ?? null)}<h3>${escapeHtml(section.title)}</h3><p class="value">${escapeHtml(section.value)}</p>${section.details
        .map((detail) => `<p class="detail">${escapeHtml(detail)}</p>`)
        .join('')}${sqlHtml(section.sql, locale)}</section>`;
    case 'chart':
      return `<figure aria-label="${escapeHtml(section.title)}">${section.svg}${captionHtml(section.note)}</figure>`;
    case 'input':
      return `<p class="input"><span>${escapeHtml(section.label)}</span> ${escapeHtml(section.value)}</p>`;
    case 'cannot':
      return `<section class="cannot">${nameHtml(section.name)}<p>${escapeHtml(section.reason)}</p>${sqlHtml(section.sql, locale)}</section>`;
    case 'failed':
      return `<section class="failed">${nameHtml(section.name)}<p>${escapeHtml(section.message)}</p>${sqlHtml(section.sql, locale)}</section>`;
  }
}

function captionHtml(note: string | null): string {
  return note === null ? '' : `<figcaption>${escapeHtml(note)}</figcaption>`;
}

type TableSection = Extract<ReportSection, { kind: 'table' }>;

function tableHtml(section: TableSection, locale: Locale): string {
  if (!section.folded) return shownTableHtml(section, locale);
  const size = say(locale, 'common.rows', { count: section.rowCount });
  return `<details class="folded"><summary>${escapeHtml(section.name ?? '')} · ${escapeHtml(size)}</summary>${placeHtml(section.name)}${shownTableHtml({ ...section, name: null }, locale)}</details>`;
}

function shownTableHtml(section: TableSection, locale: Locale): string {
  const { name, table, rowCount, units, sql, note } = section;
  const more =
    rowCount > table.rowCount
      ? say(locale, 'cli.report.firstRows', { shown: table.rowCount, count: rowCount })
      : null;
  const notes = [more, note].filter((each) => each !== null);
  return `<section class="table">${placeHtml(name)}${nameHtml(name)}
<div class="scroll"><table><thead><tr>${table.columns
    .map((column) => `<th scope="col"${aligned(column)}>${escapeHtml(column.name)}</th>`)
    .join('')}</tr></thead>
<tbody>
${bodyHtml(table, units, locale)}
</tbody></table></div>${notes.map((each) => `<p class="note">${escapeHtml(each)}</p>`).join('')}${sqlHtml(sql, locale)}</section>`;
}

function bodyHtml(
  { columns, rowCount }: Table,
  units: Readonly<Record<string, Unit>>,
  locale: Locale,
): string {
  if (rowCount === 0)
    return `<tr><td class="empty" colspan="${columns.length}">${say(locale, 'cli.report.empty')}</td></tr>`;
  const rows = Array.from({ length: rowCount }, (_, row) => {
    const cells = columns.map((column) => {
      const shown = formatValue(column.at(row), column, { locale, unit: units[column.name] });
      return `<td${shown.length > 48 ? ' class="long"' : aligned(column)}>${escapeHtml(shown)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return rows.join('\n');
}

function aligned({ kind }: Table['columns'][number]): string {
  return ['integer', 'decimal', 'float', 'interval'].includes(kind) ? ' class="number"' : '';
}

/** Where values in prose lead to; a folded table opens by itself when its place is gone to. */
function placeHtml(name: string | null): string {
  return name === null ? '' : `<a id="${escapeHtml(cellAnchor(name).slice(1))}"></a>`;
}

function nameHtml(name: string | null): string {
  return name === null ? '' : `<h3><code>${escapeHtml(name)}</code></h3>`;
}

function sqlHtml(sql: string, locale: Locale): string {
  return `<details><summary>${say(locale, 'cli.report.sql')}</summary><pre><code>${escapeHtml(sql)}</code></pre></details>`;
}
