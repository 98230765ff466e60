import { say, type Locale, type MessageCode } from '#messages';
import { personalKinds, type Finding } from '#privacy';

const named: Readonly<Record<string, MessageCode>> = {
  customer: 'bundle.field.customer',
  agent: 'bundle.field.agent',
  subject: 'bundle.field.subject',
  body: 'bundle.field.body',
  comment: 'bundle.field.comment',
  custom_fields: 'bundle.field.custom_fields',
  tags: 'bundle.field.tags',
  event_values: 'bundle.field.event_values',
  rejected: 'bundle.field.rejected',
  changes: 'bundle.field.changes',
};

/** What a field is about; a column that was found to tell of people by its own name. */
export function fieldText(id: string, locale: Locale): string {
  const code = named[id];
  return code ? say(locale, code) : id;
}

/** What was found there: `e-mail 4, name 5 in 200 values looked at`. */
export function foundText({ kinds, looked }: Finding, locale: Locale): string {
  const found = personalKinds.flatMap((kind) => {
    const count = kinds[kind];
    return count === undefined ? [] : [say(locale, `bundle.kind.${kind}`, { count })];
  });
  if (found.length === 0) return say(locale, 'bundle.foundNothing', { looked });
  return say(locale, 'bundle.found', { found: new Intl.ListFormat(locale).format(found), looked });
}
