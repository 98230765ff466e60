/** Headers by meaning, in English and Portuguese, as `plainWord` writes them; the likeliest first. */
export const headers = {
  ticket:
    'ticket id|id ticket|ticket|id do ticket|ticket number|numero do ticket|id chamado|id do chamado|chamado|numero do chamado|numero chamado|protocolo|numero do protocolo|id atendimento|id do atendimento|atendimento id|case id|case number|case|id caso|id do caso|incident id|incident number|incident|conversation id|id conversa|id da conversa|conversation|unique key|number|numero|request id|issue id|issue key|key|id',
  created:
    'created at|created time|created|created date|creation date|date created|createdate|property createdate|opened at|open date|opened|data de abertura|data abertura|aberto em|data de criacao|data criacao|criado em|data hora abertura|date month year|received date|date received|submitted on|submitted at|requested|reported date|start date|inicio|data inicio|data do atendimento|data atendimento|datahora|date|data|timestamp',
  time: 'time|hora|horario|created hour|hora de abertura|hora abertura',
  updated:
    'updated at|updated time|updated|last updated|last update time|last modified|ultima atualizacao|atualizado em|data de atualizacao|data atualizacao|sys updated at|resolution action updated date|last activity at|modified at',
  assigned: 'assigned at|data de atribuicao|atribuido em|first assigned at|picked up at|open date blip',
  firstReply:
    'first reply at|first response at|first response time at|first responded at|first response date|first agent reply date|property first agent reply date|data da primeira resposta|primeira resposta em|data primeira resposta|initial response time|first response date time',
  solved:
    'solved at|resolved at|resolved time|resolved date|resolution date|date resolved|data da solucao|data solucao|data de solucao|data de resolucao|data resolucao|resolvido em|solucionado em|completion date',
  closed:
    'closed at|closed time|closed date|close date|closed|property closed date|data de fechamento|data fechamento|fechado em|data de encerramento|data encerramento|encerrado em|data fim|end date|date closed',
  due: 'due date|due at|due by|due by time|prazo|tempo para solucao|data limite|vencimento|sla due',
  status:
    'status|state|status ticket|ticket status|situacao|status do chamado|status chamado|incident state|estado|status atendimento|status do ticket|case status|resolvido',
  statusReason:
    'motivo de pendencia|status reason|pending reason|justification|justificativa|motivo do status',
  channel:
    'channel|canal|via|source|origem|received via|contact type|contact channel|open data channel type|canal de atendimento|canal atendimento|channel name|canal de contato|contact method|meio de contato|source type',
  type: 'type|tipo|ticket type|category|categoria|complaint type|tipo de chamado|tipo chamado|issue type|reason|motivo|motivo de contato|motivo do contato|topic|tema|contact reason|case type|product issue|property hs ticket category',
  intent: 'intent|intencao|subcategory|subcategoria|sub category|descriptor|issue|sub type',
  priority: 'priority|prioridade|severity|urgency|urgencia|property hs ticket priority',
  subject:
    'subject|title|titulo|assunto|customer complaint|summary|name|resumo|short description|property subject',
  team: 'team|equipe|group|grupo|assignment group|department|departamento|setor|agency|atribuido grupo tecnico|fila|queue|area|grupo de atendimento',
  site: 'site|entidade|entity|store|loja|filial|unidade|branch',
  brand: 'brand|marca|product|produto',
  language: 'language|idioma|lingua',
  tags: 'tags|labels|etiquetas|marcadores|tag',
  agentId:
    'agent id|id agente|id do agente|assignee id|owner id|id atendente|property hubspot owner id|user id',
  agent:
    'agent|agent name|agente|atendente|assignee|assigned to|owner|responsavel|atribuido tecnico|tecnico|nome do agente|nome agente|nome do atendente|operador|analista|handled by|support agent',
  customerId:
    'customer id|client id|id cliente|id do cliente|requester id|contact id|user id|caller id|customer number|codigo cliente|cpf|cnpj',
  customer:
    'customer|customer name|cliente|nome do cliente|nome cliente|requester|requerente requerente|requerente|solicitante|contact name|full name|contact|contato',
  email:
    'email|e mail|customer email|requester email|email do cliente|email cliente|contact email|customer email address',
  phone: 'phone|phone number|telefone|celular|mobile phone|whatsapp number|telefone do cliente',
  organisation: 'organization|organisation|company|company name|empresa|organizacao|account name',
  reopens: 'reopens|reopen count|reaberturas|reopened count|quantidade de reaberturas|count reopens',
  replies:
    'agent replies|replies|respostas|respostas do agente|agent interactions|numero de respostas|messages sent',
  customerMessages: 'customer messages|mensagens do cliente|customer interactions|messages received',
  firstResponse:
    'first response time|tempo de primeira resposta|tempo da primeira resposta|tempo primeira resposta|frt|first reply time|response time|tempo de resposta|tempo resposta|first response time minutes|first response time hours|tempo primeira resposta min|tempo resposta min|first response minutes|tempo primeira resposta minutos|estatisticas tempo de atribuicao x',
  resolution:
    'resolution time|tempo de resolucao|tempo resolucao|tempo resolucao horas|tempo resolucao h|tempo de resolucao horas|tempo de resolucao em horas|estatisticas tempo de solucao|time to resolution|time to resolve|resolution time hours|resolution time in hours|resolution hours|tempo de solucao|time to close|resolution time minutes|resolution minutes|tempo resolucao minutos|tempo resolucao min|tempo medio resolucao',
  wait: 'wait time|waiting time|tempo de espera|tempo espera|espera|queue time|tempo de fila|tempo na fila|tempo espera minutos|tempo espera min|tempo espera segundos',
  hold: 'estatisticas tempo de espera|on hold time|tempo pendente',
  handle:
    'handle time|handling time|tempo de atendimento|tempo atendimento|tempo atendimento minutos|tempo atendimento min|tarefas duracao|time spent|aht|tma|duracao|tempo de atendimento minutos|duracao atendimento|duracao minutos|duration',
  slaResolution:
    'sla|sla compliance|sla met|made sla|dentro do sla|sla cumprido|cumpriu sla|resolution status|sla atendido|within sla',
  slaMissed:
    'tempo para resolver excedido|sla breached|sla violated|sla violado|fora do sla|overdue|estourado',
  csat: 'csat|csat score|satisfaction|satisfacao|satisfaction rating|satisfaction score|customer satisfaction|rating|nota|avaliacao|nota csat|nota de satisfacao|nota satisfacao|pesquisa de satisfacao satisfacao|satisfacao cliente|satisfacao do cliente|customer rating|customer satisfaction rating|score|nota avaliacao|feedback score|csat rating|nota do consumidor|avaliacao do cliente|stars|estrelas',
  nps: 'nps|nps score|nota nps|net promoter score|score nps',
  comment:
    'comment|comments|comentario|comentarios|feedback|feedback message|feedback comment|customer remarks|remarks|observacao|comentario do cliente|satisfaction comment|comentario cliente',
  ratedAt:
    'rated at|survey response date|response date|data da avaliacao|data avaliacao|recorded date|survey date|answered at|data resposta|data da resposta|data feedback|data do feedback',
  ratingId:
    'rating id|id rating|survey id|feedback id|id feedback|id avaliacao|id da avaliacao|response id|id pesquisa|id',
  messageId: 'message id|id mensagem|id da mensagem|comment id|id',
  body: 'body|message|mensagem|message content|content|texto|text|conteudo|message body',
  author: 'author|autor|author type|sender|sender type|remetente|from|message type|sent by|enviado por',
  isPublic: 'is public|public|publico|publica',
  sentAt:
    'sent at|message created at|created at|sent datetime|timestamp|enviado em|data|date|data envio|data hora',
  orderId: 'order id|id pedido|id do pedido|pedido|order number|order|numero do pedido',
  amount: 'amount|total|value|valor|valor total|order total|order value|total price|valor do pedido',
  orderedAt:
    'ordered at|order date|data do pedido|data pedido|data da compra|purchase date|order purchase timestamp|created at',
  currency: 'currency|moeda',
} as const;
