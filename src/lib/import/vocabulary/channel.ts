import type { Vocabulary } from './vocabulary.ts';

/** How a customer got in touch. */
export const channel: Vocabulary = {
  name: 'channel',
  values: [
    'email',
    'web_form',
    'chat',
    'messaging',
    'whatsapp',
    'instagram',
    'facebook',
    'x',
    'sms',
    'phone',
    'callback',
    'app',
    'api',
    'portal',
    'self_service',
    'in_person',
    'social',
    'other',
  ],
  words: {
    email:
      'email|e mail|mail|mail in|correio|outbound email|outbound e mail|correio eletronico|channel email|inbound email|incoming email|correo|correo electronico',
    web_form:
      'web form|webform|web|form|formulario|formulario web|site|website|internet|feedback widget|online|web cliente|contact form|web widget form',
    chat: 'chat|live chat|livechat|chat online|web chat|webchat|widget|bate papo|website chat|channel web widget|web widget|chat interno|chat ao vivo|chat on line',
    messaging:
      'messaging|native messaging|messenger native|telegram|line|viber|wechat|mensagem|mensageria|sunshine|rcs|channel telegram|channel line',
    whatsapp: 'whatsapp|whats app|wpp|zap|whatsapp business|channel whatsapp|whats',
    instagram: 'instagram|instagram direct|instagram dm|ig|channel instagram',
    facebook: 'facebook|facebook messenger|messenger|facebook post|fb|channel facebook page|facebook page',
    x: 'x|twitter|twitter dm|x corp|channel twitter profile|channel twitter',
    sms: 'sms|text|text message|torpedo|channel twilio sms|twilio sms|channel sms',
    phone:
      'phone|telephone|telefone|voice|voz|call|ligacao|ligacao recebida|ligacao realizada|phone call|customer care call|inbound|telefonema|phone call inbound|phone call outbound|voicemail|call center|channel voice|llamada|llamadas|telefono|ligacoes|chamada|chamada telefonica',
    callback: 'callback|call back|retorno',
    app: 'app|mobile|mobile app|aplicativo|mobihelp|mobile sdk|ios|android',
    api: 'api|integration|integracao|webhook|rule|gatilho|trigger|channel api',
    portal:
      'portal|customer portal|self service portal|help center|central de ajuda|portal do cliente|web agente|web service|help desk portal',
    self_service: 'self service|selfservice|autoatendimento|knowledge base|base de conhecimento|bot',
    in_person: 'in person|walk in|walkup|presencial|balcao|store|loja',
    social:
      'social|social media|redes sociais|rede social|youtube|tiktok|linkedin|reclame aqui|reclameaqui|channel tiktok',
    other:
      'other|others|outro|outros|internal communication|internal|interno|side conversation|systems operations center|closed ticket|linked problem',
  },
};
