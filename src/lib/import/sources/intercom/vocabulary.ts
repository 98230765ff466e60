import type { Mapping } from '../../mapping.ts';

/** Intercom's own words: the kinds of a conversation's parts are states and people too. */
export const vocabularies: Mapping['vocabularies'] = {
  status: {
    close: 'closed',
    snooze: 'pending',
    unsnoozed: 'open',
    'timer unsnooze': 'open',
    'assign and reopen': 'open',
    'note and reopen': 'open',
    'assign and unsnooze': 'open',
    snoozed: 'pending',
  },
  author: {
    lead: 'customer',
    user: 'customer',
    contact: 'customer',
    admin: 'agent',
    bot: 'bot',
    team: 'agent',
  },
  channel: {
    conversation: 'chat',
    messenger: 'chat',
    'in app': 'chat',
    inapp: 'chat',
    push: 'app',
    'phone call': 'phone',
    'phone switch': 'phone',
    email: 'email',
    'customer initiated': 'chat',
    ticket: 'portal',
  },
  priority: { priority: 'high', 'not priority': 'normal' },
  boolean: {
    'customer initiated': 'false',
    'admin initiated': 'false',
    'campaigns initiated': 'true',
  },
};
