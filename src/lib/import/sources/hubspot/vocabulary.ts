import type { Mapping } from '../../mapping.ts';

/** HubSpot's first pipeline has these stages; those of other pipelines are the account's own: they are asked, or told by the list of stages. */
export const vocabularies: Mapping['vocabularies'] = {
  status: {
    '1': 'new',
    '2': 'pending',
    '3': 'open',
    '4': 'closed',
    'waiting on contact': 'pending',
    'waiting on us': 'open',
    'aguardando contato': 'pending',
    'aguardando o contato': 'pending',
    'aguardando nos': 'open',
    'aguardando nossa resposta': 'open',
  },
  channel: {
    form: 'web_form',
    'feedback form': 'web_form',
    phone: 'phone',
    'fb messenger': 'facebook',
    facebook: 'facebook',
    'google my business': 'other',
    zendesk: 'other',
  },
  event_kind: {
    'hs pipeline stage': 'status',
    'hubspot owner id': 'assignee',
    'hubspot team id': 'team',
    'hs ticket priority': 'priority',
  },
};
