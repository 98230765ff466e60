import type { Mapping } from '../../mapping.ts';

/** Zoho Desk's words; a state of the account's own comes with the type that it counts as. */
export const vocabularies: Mapping['vocabularies'] = {
  status: {
    'on hold': 'hold',
    'em espera': 'hold',
    escalated: 'in_progress',
    'waiting on customer': 'pending',
  },
  channel: {
    forums: 'social',
    feedback: 'web_form',
    'feedback widget': 'web_form',
    'customer portal': 'portal',
    'web form': 'web_form',
    'ask the community': 'social',
    telephony: 'phone',
  },
  author: {
    'end user': 'customer',
    enduser: 'customer',
    contact: 'customer',
    in: 'customer',
    out: 'agent',
    agent: 'agent',
    blueprint: 'system',
    'light agent': 'agent',
  },
  boolean: { public: 'true', private: 'false', 'plain text': 'true' },
};
