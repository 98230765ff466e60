import type { Translation } from '../translation.ts';
import type { eventsEn } from '../en/events.ts';

export const eventsPtBR: Translation<typeof eventsEn> = {
  'events.brought': 'de {source}; somente leitura',
  'events.change': 'Alterar',
  'events.first': 'Primeiro dia',
  'events.hint':
    'Um lançamento, uma queda, uma regra nova, uma mudança na equipe: o que é marcado aqui aparece em todo gráfico ao longo do tempo e pode ser testado como causa.',
  'events.kind': 'Tipo',
  'events.kind.campaign': 'campanha',
  'events.kind.other': 'outro',
  'events.kind.outage': 'queda',
  'events.kind.policy': 'política',
  'events.kind.release': 'lançamento',
  'events.kind.staffing': 'equipe',
  'events.last': 'Último dia, se durou',
  'events.mark': 'Marcar um evento…',
  'events.name': 'O que aconteceu',
  'events.none': 'Nenhum evento marcado.',
  'events.remove': 'Remover',
  'events.removed': 'O evento foi removido.',
  'events.save': 'Salvar',
  'events.saved': 'O evento foi marcado.',
  'events.title': 'Eventos',
  'events.undone': 'Desfeito.',
};
