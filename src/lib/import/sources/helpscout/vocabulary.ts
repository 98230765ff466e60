import type { Mapping } from '../../mapping.ts';

/** Help Scout's words: its threads carry the state that they left the conversation in. */
export const vocabularies: Mapping['vocabularies'] = {
  status: { active: 'open', ativo: 'open', pendente: 'pending' },
  author: { user: 'agent', team: 'agent', customer: 'customer', beaconchat: 'customer' },
  channel: {
    beacon: 'chat',
    'beacon v2': 'chat',
    chat: 'chat',
    emailfwd: 'email',
    notification: 'email',
    'web form': 'web_form',
  },
};
