import type { PeriodSheet } from '../period-facts.ts';

/** Chatwoot's reports as sheets: one row an agent, inbox, team or label, averages in words, the period in a line above. */
export const reports: PeriodSheet = {
  report: 'chatwoot',
  axes: {
    agent: 'agent name|nome do agente|nombre del agente|nombre de agente',
    team: 'team name|nome da equipe|nome do time|nombre del equipo',
    site: 'inbox name|nome da caixa de entrada|nome da caixa|nombre de la bandeja de entrada|nombre de la entrada',
    channel: 'inbox type|tipo da caixa de entrada|tipo de caixa de entrada|tipo de bandeja de entrada',
    label: 'label|etiqueta|marcador|label title',
  },
  metrics: {
    conversations:
      'assigned conversations|conversations assigned|no of conversations|conversations count|conversations|conversas atribuidas|n de conversas|numero de conversas|contagem de conversas|conversas|conversaciones asignadas|numero de conversaciones|conversaciones',
    messages_in: 'messages received|incoming messages|mensagens recebidas|mensajes recibidos',
    messages_out: 'messages sent|outgoing messages|mensagens enviadas|mensajes enviados',
    first_response_time:
      'avg first response time|average first response time|avg first response|tempo medio de primeira resposta|tempo medio da primeira resposta|tempo medio para primeira resposta|tiempo medio de primera respuesta|tiempo promedio de primera respuesta',
    resolution_time:
      'avg resolution time|average resolution time|avg resolution|tempo medio de resolucao|tiempo medio de resolucion|tiempo promedio de resolucion',
    response_time:
      'avg customer waiting time|average customer waiting time|avg customer waiting|avg reply time|average reply time|tempo medio de espera do cliente|tempo medio de resposta|tiempo medio de espera del cliente|tiempo promedio de espera del cliente|tiempo medio de respuesta',
    resolutions:
      'resolution count|resolutions|contagem de resolucao|contagem de resolucoes|numero de resolucoes|recuento de resoluciones|numero de resoluciones',
  },
};

/** The inboxes’ rows have two cells more than their header: the mean wait and the resolutions, in this order, as in the other reports. */
export const unnamedCells = ['response_time', 'resolutions'] as const;
