/** Headers by meaning, in English and Portuguese, as `plainWord` writes them; the likeliest first. */
export const headers = {
  ticket:
    'ticket id|id ticket|ticket|id do ticket|ticket number|numero do ticket|id chamado|id do chamado|chamado|numero do chamado|numero chamado|protocolo|numero do protocolo|id atendimento|id do atendimento|atendimento id|case id|case number|case|id caso|id do caso|incident id|incident number|incident|conversation id|id conversa|id da conversa|conversation|unique key|request id|issue id|issue key|numero do caso|numero caso|caso|ticket no|ticket nr|no do chamado|n do chamado|nr chamado|n chamado|id da solicitacao|numero da solicitacao|ordem de servico|os|id ocorrencia|numero da ocorrencia|id do protocolo|n do protocolo|codigo do chamado|cod chamado|number|numero|key|id',
  created:
    'created at|created time|created|created date|creation date|date created|createdate|property createdate|opened at|open date|opened|data de abertura|data abertura|aberto em|data de criacao|data criacao|criado em|data hora abertura|date month year|received date|date received|submitted on|submitted at|requested|reported date|start date|inicio|data inicio|data do atendimento|data atendimento|datahora|date|data|timestamp|data hora de abertura|data e hora de abertura|dt abertura|data de inicio|inicio do atendimento|data inicio atendimento|data de entrada|data entrada|data de registro|data registro|registrado em|data da solicitacao|data solicitacao|data da reclamacao|data da ocorrencia|dt criacao|dh abertura|hora de criacao|aberto|abertura',
  time: 'time|hora|horario|created hour|hora de abertura|hora abertura',
  updated:
    'updated at|updated time|updated|last updated|last update time|last modified|ultima atualizacao|atualizado em|data de atualizacao|data atualizacao|sys updated at|resolution action updated date|last activity at|modified at|data da ultima atualizacao|data ultima atualizacao|atualizado|dt atualizacao|ultima interacao|data da ultima interacao|modificado em',
  assigned:
    'assigned at|data de atribuicao|atribuido em|first assigned at|picked up at|open date blip|data atribuicao|inicio do atendimento em|data do primeiro atendimento|atendido em',
  firstReply:
    'first reply at|first response at|first response time at|first responded at|first response date|first agent reply date|property first agent reply date|data da primeira resposta|primeira resposta em|data primeira resposta|initial response time|first response date time|data hora primeira resposta|data e hora da primeira resposta|dt primeira resposta|data da 1a resposta|data 1 resposta|respondido em|data da resposta',
  solved:
    'solved at|resolved at|resolved time|resolved date|resolution date|date resolved|data da solucao|data solucao|data de solucao|data de resolucao|data resolucao|resolvido em|solucionado em|completion date|data hora da solucao|dt solucao|dt resolucao|solucao em|data de conclusao|data conclusao|concluido em|data da conclusao|finalizado em|data de finalizacao|data finalizacao',
  closed:
    'closed at|closed time|closed date|close date|closed|property closed date|data de fechamento|data fechamento|fechado em|data de encerramento|data encerramento|encerrado em|data fim|end date|date closed|data hora de fechamento|data e hora de fechamento|dt fechamento|dt encerramento|data hora encerramento|data de termino|data termino|fim do atendimento|data fim atendimento|fechamento|encerramento',
  due: 'due date|due at|due by|due by time|prazo|tempo para solucao|data limite|vencimento|sla due|data prevista|previsao|prazo de atendimento|prazo de solucao|data prevista de solucao|data de vencimento|prazo final|vencimento sla',
  status:
    'status|state|status ticket|ticket status|situacao|status do chamado|status chamado|incident state|estado|status atendimento|status do ticket|case status|resolvido|status da solicitacao|estado do chamado|situacao do chamado|situacao do ticket|status do caso|status do atendimento|fase|etapa',
  statusReason:
    'motivo de pendencia|status reason|pending reason|justification|justificativa|motivo do status|motivo da pendencia|motivo de fechamento|motivo do fechamento|motivo do encerramento|motivo de encerramento|resolution code|close code',
  channel:
    'channel|canal|via|source|origem|received via|contact type|contact channel|open data channel type|canal de atendimento|canal atendimento|channel name|canal de contato|contact method|meio de contato|source type|canal de abertura|canal de entrada|canal de origem|origem do chamado|origem do caso|case origin|forma de contato|tipo de canal|midia|meio|plataforma',
  type: 'type|tipo|ticket type|category|categoria|complaint type|tipo de chamado|tipo chamado|issue type|reason|motivo|motivo de contato|motivo do contato|topic|tema|contact reason|case type|product issue|property hs ticket category|tipo de caso|tipo do caso|tipo de atendimento|tipo atendimento|tipo de solicitacao|tipo de contato|assunto do contato|natureza|classificacao|tabulacao|tipo de ocorrencia|servico',
  intent:
    'intent|intencao|subcategory|subcategoria|sub category|descriptor|issue|sub type|detalhe|submotivo|sub motivo|subtipo|subtopico|subtema|categoria 2|assunto detalhado|item',
  priority:
    'priority|prioridade|severity|urgency|urgencia|property hs ticket priority|criticidade|severidade|nivel de prioridade|gravidade|impacto',
  subject:
    'subject|title|titulo|assunto|customer complaint|summary|name|resumo|short description|property subject|titulo do chamado|assunto do ticket|titulo do ticket|descricao resumida|resumo do chamado',
  team: 'team|equipe|group|grupo|assignment group|department|departamento|setor|agency|atribuido grupo tecnico|fila|queue|area|grupo de atendimento|squad|grupo responsavel|equipe responsavel|setor responsavel|departamento responsavel|area responsavel|nome da fila|celula|torre|nucleo|support group|assigned group',
  site: 'site|entidade|entity|store|loja|filial|unidade|branch|cidade da loja|polo|regional|localidade|sede',
  brand: 'brand|marca|product|produto|empresa marca|linha de produto|produto servico',
  language: 'language|idioma|lingua',
  tags: 'tags|labels|etiquetas|marcadores|tag',
  agentId:
    'agent id|id agente|id do agente|assignee id|owner id|id atendente|property hubspot owner id|user id|matricula|matricula do agente|id operador|id do operador|id do atendente|id analista|cod atendente|codigo do atendente|id responsavel',
  agent:
    'agent|agent name|agente|atendente|assignee|assigned to|owner|responsavel|atribuido tecnico|tecnico|nome do agente|nome agente|nome do atendente|operador|analista|handled by|support agent|nome do operador|nome operador|nome do analista|nome atendente|tecnico responsavel|consultor|colaborador|analista responsavel|atendente responsavel|agente responsavel|proprietario|proprietario do caso|case owner|resolved by|atendido por',
  customerId:
    'customer id|client id|id cliente|id do cliente|requester id|contact id|user id|caller id|customer number|codigo cliente|cpf|cnpj|id usuario|id do usuario|id contato|id do contato|id do consumidor|codigo do cliente|cod cliente|id pessoa|documento|cpf cnpj',
  customer:
    'customer|customer name|cliente|nome do cliente|nome cliente|requester|requerente requerente|requerente|solicitante|contact name|full name|contact|contato|nome do solicitante|consumidor|nome do consumidor|paciente|aluno|nome do contato|reclamante|associado',
  email:
    'email|e mail|customer email|requester email|email do cliente|email cliente|contact email|customer email address|e mail do cliente|email do solicitante|e mail do solicitante|email do contato|email usuario|endereco de e mail|email address',
  phone:
    'phone|phone number|telefone|celular|mobile phone|whatsapp number|telefone do cliente|celular do cliente|telefone celular|telefone do contato|fone|telefone contato|whatsapp|numero de telefone',
  organisation:
    'organization|organisation|company|company name|empresa|organizacao|account name|razao social|conta|cliente empresa|nome da empresa|nome fantasia',
  reopens:
    'reopens|reopen count|reaberturas|reopened count|quantidade de reaberturas|count reopens|qtd reaberturas|reaberto vezes|numero de reaberturas|qtde reaberturas|vezes reaberto|reopen counter',
  replies:
    'agent replies|replies|respostas|respostas do agente|agent interactions|numero de respostas|messages sent|interacoes do agente|qtd respostas|quantidade de respostas|mensagens do agente|mensagens enviadas',
  customerMessages:
    'customer messages|mensagens do cliente|customer interactions|messages received|qtd mensagens cliente|mensagens recebidas|interacoes do cliente',
  firstResponse:
    'first response time|tempo de primeira resposta|tempo da primeira resposta|tempo primeira resposta|frt|first reply time|response time|tempo de resposta|tempo resposta|first response time minutes|first response time hours|tempo primeira resposta min|tempo resposta min|first response minutes|tempo primeira resposta minutos|estatisticas tempo de atribuicao x|tempo ate primeira resposta|tempo 1 resposta|tempo de 1 resposta|tempo primeira resposta segundos|tempo de primeira resposta minutos|tempo medio primeira resposta|tpr|tempo de primeira resposta min|tempo de primeira resposta horas|tempo primeira resposta horas',
  resolution:
    'resolution time|tempo de resolucao|tempo resolucao|tempo resolucao horas|tempo resolucao h|tempo de resolucao horas|tempo de resolucao em horas|estatisticas tempo de solucao|time to resolution|time to resolve|resolution time hours|resolution time in hours|resolution hours|tempo de solucao|time to close|resolution time minutes|resolution minutes|tempo resolucao minutos|tempo resolucao min|tempo medio resolucao|tempo de resolucao minutos|tempo de resolucao min|tempo de resolucao h|tempo ate resolucao|tempo total de resolucao|tempo de solucao horas|tempo de solucao minutos|tempo solucao|duracao do chamado|tempo de resolucao dias|tempo resolucao dias|tempo de solucao em horas|tempo de fechamento|tmr',
  wait: 'wait time|waiting time|tempo de espera|tempo espera|espera|queue time|tempo de fila|tempo na fila|tempo espera minutos|tempo espera min|tempo espera segundos|tempo de espera segundos|tempo de espera minutos|tempo de espera s|tempo de espera min|tempo em fila|tempo fila|tme|tempo medio de espera|tempo de espera em segundos|tempo de espera em minutos',
  hold: 'estatisticas tempo de espera|on hold time|tempo pendente',
  handle:
    'handle time|handling time|tempo de atendimento|tempo atendimento|tempo atendimento minutos|tempo atendimento min|tarefas duracao|time spent|aht|tma|duracao|tempo de atendimento minutos|duracao atendimento|duracao minutos|duration|tempo de atendimento min|tempo de atendimento segundos|tempo atendimento segundos|tempo de atendimento em minutos|tempo medio de atendimento|duracao do atendimento|tempo trabalhado|horas trabalhadas',
  slaResolution:
    'sla|sla compliance|sla met|made sla|dentro do sla|sla cumprido|cumpriu sla|resolution status|sla atendido|within sla|sla no prazo|no prazo|dentro do prazo|atendido no prazo|sla ok|sla status|status sla|status do sla|cumprimento sla|cumprimento do sla',
  slaMissed:
    'tempo para resolver excedido|sla breached|sla violated|sla violado|fora do sla|overdue|estourado|sla estourado|violou sla|atrasado|em atraso|fora do prazo|sla vencido|vencido',
  csat: 'csat|csat score|satisfaction|satisfacao|satisfaction rating|satisfaction score|customer satisfaction|rating|nota|avaliacao|nota csat|nota de satisfacao|nota satisfacao|pesquisa de satisfacao satisfacao|satisfacao cliente|satisfacao do cliente|customer rating|customer satisfaction rating|score|nota avaliacao|feedback score|csat rating|nota do consumidor|avaliacao do cliente|stars|estrelas|pesquisa de satisfacao|nota da pesquisa|nota do atendimento|nota atendimento|avaliacao do atendimento|avaliacao atendimento|nota cliente|nota do cliente|satisfacao nota|csat nota|indice de satisfacao|rating score|nota da avaliacao|resultado da pesquisa',
  nps: 'nps|nps score|nota nps|net promoter score|score nps|nota do nps|nps nota|nota de nps|recomendacao|probabilidade de recomendacao',
  comment:
    'comment|comments|comentario|comentarios|feedback|feedback message|feedback comment|customer remarks|remarks|observacao|comentario do cliente|satisfaction comment|comentario cliente|comentario da pesquisa|comentario da avaliacao|comentario avaliacao|observacao do cliente|observacoes|justificativa da nota|opiniao',
  /** What the customer said, where no answer stands beside it. */
  remark:
    'customer remarks|remarks|remark|relato|relato do cliente|reclamacao|descricao|descricao do problema|descricao do chamado|description|problema|mensagem|mensagem do cliente|message|texto|text|conteudo|content|comentario|comentarios|comment|comments|feedback',
  ratedAt:
    'rated at|survey response date|response date|data da avaliacao|data avaliacao|recorded date|survey date|answered at|data resposta|data da resposta|data feedback|data do feedback|data da pesquisa|data pesquisa|avaliado em|respondida em|data da nota|data nps',
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
