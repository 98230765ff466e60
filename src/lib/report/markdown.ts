import { toMarkdown } from '#export';
import { say, type Locale } from '#messages';
import type { Report, ReportSection } from './report.ts';

/** A report as Markdown: for a wiki, an issue, a message. A chart is its words; the SQL is in the notebook. */
export function toText({ locale, title, lead, facts, sections }: Report): string {
  const first = sections.some((each) => each.kind === 'prose' && /^# /m.test(each.source))
    ? []
    : [`# ${title}`];
  const basis = facts.flatMap(({ label, values }) =>
    values.map((value, index) => `${index === 0 ? `- **${label}:**` : '  -'} ${plain(value)}`),
  );
  return `${[
    `*${plain(lead)}*`,
    ...first,
    ...sections.flatMap((section) => sectionText(section, locale) ?? []),
    '---',
    `**${say(locale, 'reporting.basis')}**`,
    basis.join('\n'),
  ].join('\n\n')}\n`;
}

function sectionText(section: ReportSection, locale: Locale): string | null {
  switch (section.kind) {
    case 'prose':
      return section.source.trim();
    case 'table': {
      if (section.folded) return null;
      const { title, name, table, rowCount, units, note } = section;
      const size = { shown: table.rowCount, count: rowCount };
      const more = rowCount > table.rowCount ? [say(locale, 'reporting.firstRows', size)] : [];
      const heading = [
        ...(title === null ? [] : [`**${plain(title)}**`]),
        ...(name === null ? [] : [`\`${name.replaceAll('`', '')}\``]),
      ];
      return [
        ...(heading.length > 0 ? [heading.join(' · ')] : []),
        toMarkdown(table, { locale, units }).trimEnd(),
        ...[...more, ...(note === null ? [] : [note])].map((each) => `*${plain(each)}*`),
      ].join('\n\n');
    }
    case 'headline':
      return [`**${plain(section.title)}: ${plain(section.value)}**`, ...section.details.map(plain)].join(
        '  \n',
      );
    case 'chart':
      return `*${plain([section.title, ...(section.note === null ? [] : [section.note])].join(' '))}*`;
    case 'input':
      return `${plain(section.label)}: **${plain(section.value)}**`;
    case 'cannot':
      return `**${plain(section.name)}:** ${plain(section.reason)}`;
    case 'failed':
      return `**${plain(section.name ?? '')}:** ${plain(section.message)}`;
  }
}

/** Data is text, never markup. */
function plain(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/[\\`*_[\]<>|]/g, '\\$&');
}
