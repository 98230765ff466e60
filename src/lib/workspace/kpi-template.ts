import { say, type Locale } from '#messages';

/** A small KPI to begin with: what each field may say stands beside it, in the reader's language. */
export function kpiTemplate({ id, name, locale }: { id: string; name: string; locale: Locale }): string {
  const written = JSON.stringify(name);
  const fields: readonly (readonly [string, string])[] = [
    [`id: ${id}`, say(locale, 'kpi-file.template.id')],
    [`name: {en: ${written}, pt-BR: ${written}}`, ''],
    ['theme: volume', 'volume, speed, resolution…'],
    ['unit: count', 'count, percent, duration…'],
    ['better: neither', 'up, down, neither'],
    ['shape: count', 'count, ratio, quantile…'],
    ['from: tickets', say(locale, 'kpi-file.template.from')],
    ["where: channel = 'email'", say(locale, 'kpi-file.template.where')],
    ['at: created_at', say(locale, 'kpi-file.template.at')],
    ['rows: [ticket_id, created_at, channel, status]', ''],
  ];
  const lines = fields.map(([field, about]) => (about === '' ? field : `${field.padEnd(25)} # ${about}`));
  const prose = (language: Locale) => say(language, 'kpi-file.template.prose');
  return `---\n${lines.join('\n')}\n---\n${prose('en')}\n\n## pt-BR\n\n${prose('pt-BR')}\n`;
}
