import type { Mapping } from '../../mapping.ts';

/** The numbers of Freshdesk's API. States from 6 on are the account's own: they are asked. */
export const vocabularies: Mapping['vocabularies'] = {
  status: {
    '2': 'open',
    '3': 'pending',
    '4': 'solved',
    '5': 'closed',
    'aguardando cliente': 'pending',
    'aguardando o cliente': 'pending',
    'aguardando terceiros': 'hold',
  },
  priority: { '1': 'low', '2': 'normal', '3': 'high', '4': 'urgent' },
  channel: {
    '1': 'email',
    '2': 'portal',
    '3': 'phone',
    '4': 'other',
    '5': 'x',
    '6': 'facebook',
    '7': 'chat',
    '8': 'app',
    '9': 'web_form',
    '10': 'email',
    '11': 'social',
    '13': 'whatsapp',
    'outbound email': 'email',
    'e mail de saida': 'email',
    'e mail enviado': 'email',
    'widget de feedback': 'web_form',
    'feedback widget': 'web_form',
    freshchat: 'chat',
    ecommerce: 'other',
  },
  author: { true: 'customer', false: 'agent' },
};
