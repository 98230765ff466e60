import type { PeriodSheet } from '../period-facts.ts';

/** Sheets of a call centre that arrive summed by day, agent or queue: totals of calls, and averages that rest on them. */
export const sums: PeriodSheet = {
  report: 'calls',
  axes: {
    day: 'date|day|data|dia|fecha|data do dia|period|periodo',
    agent: 'agent|agent name|agente|atendente|operador|operator|nome do agente|nombre del agente',
    team: 'queue|queue name|fila|skill|team|equipe|department|departamento|setor|cola|grupo|group',
    site: 'site|call centre|call center|unidade|sede',
  },
  metrics: {
    calls_offered:
      'incoming calls|calls offered|offered calls|offered|calls received|received calls|total calls|inbound calls|calls|chamadas recebidas|ligacoes recebidas|recebidas|total de chamadas|total de ligacoes|chamadas oferecidas|llamadas entrantes|llamadas recibidas|llamadas ofrecidas|total de llamadas',
    calls_accepted:
      'answered calls|calls answered|calls handled|handled calls|handled|answered|chamadas atendidas|ligacoes atendidas|atendidas|llamadas atendidas|llamadas contestadas|atendidas total|contestadas',
    calls_abandoned:
      'abandoned calls|calls abandoned|abandoned|abandons|chamadas abandonadas|ligacoes abandonadas|abandonadas|abandonos|llamadas abandonadas',
    calls_missed: 'missed calls|calls missed|chamadas perdidas|ligacoes perdidas|perdidas|llamadas perdidas',
    wait_time:
      'answer speed avg|average speed of answer|avg speed of answer|asa|asa seconds|waiting time avg|avg wait time|average wait time|avg waiting time|tempo medio de espera|tme|espera media|tempo medio de espera s|tempo medio de espera segundos|tiempo medio de espera|tiempo promedio de espera',
    talk_time:
      'talk duration avg|avg talk time|average talk time|att|avg talk duration|tempo medio de conversa|tempo medio de conversacao|tmc|tiempo medio de conversacion|tiempo promedio de conversacion',
    handle_time:
      'average handle time|avg handle time|aht|tempo medio de atendimento|tma|tempo medio operacional|tmo|tiempo medio de atencion|tiempo promedio de atencion|tiempo medio operativo',
    service_level:
      'service level|service level 20 seconds|service level %|sla|sl|nivel de servico|nivel de servico %|nivel de servicio',
  },
};
