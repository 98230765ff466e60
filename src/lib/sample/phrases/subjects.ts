/** What people write about: type, then intent, with the subjects and first messages of each. `{…}` is filled in. */
export interface Intent {
  readonly intent: string;
  readonly weight: number;
  readonly subjects: readonly string[];
  readonly openings: readonly string[];
  readonly answers: readonly string[];
}

export interface Topic {
  readonly type: string;
  readonly intents: readonly Intent[];
}

export const topics: readonly Topic[] = [
  {
    type: 'Entrega',
    intents: [
      {
        intent: 'rastreio',
        weight: 5,
        subjects: [
          'Onde está meu pedido {order}?',
          'Código de rastreio do pedido {order}',
          'Rastreio não atualiza',
        ],
        openings: [
          'Oi, bom dia! Queria saber onde está meu pedido {order}, por favor',
          'Meu pedido {order} não atualiza no rastreio faz dias, podem ver?',
          'Boa tarde, não recebi o código de rastreio do pedido {order}',
          'vcs podem me dizer se o {product} já saiu pra entrega?',
        ],
        answers: [
          'Oi, {first}! Consultei aqui: o pedido {order} está em trânsito e deve chegar nos próximos dias úteis.',
          'Já localizei, {first}. O objeto saiu do nosso centro de distribuição e está com a transportadora.',
          'Segue o código atualizado do pedido {order}. O rastreio costuma atualizar em até 24 horas.',
        ],
      },
      {
        intent: 'atraso',
        weight: 4,
        subjects: [
          'Entrega atrasada – pedido {order}',
          'Pedido {order} não chegou',
          'Prazo de entrega vencido',
        ],
        openings: [
          'O prazo do pedido {order} venceu e nada ainda. O que houve?',
          'Comprei o {product} e era pra ter chegado semana passada',
          'Olá! Minha entrega está atrasada, pedido {order}. Preciso de uma posição',
          'moro em {city} e o prazo já passou, cadê meu {product}?',
        ],
        answers: [
          'Sinto muito pelo transtorno, {first}. Abri um chamado com a transportadora sobre o pedido {order}.',
          'Oi, {first}, peço desculpas pela demora. A previsão nova é de três dias úteis e estou acompanhando.',
          'Falei com a transportadora: o pedido {order} está na base de {city} e sai para entrega amanhã.',
        ],
      },
      {
        intent: 'endereço',
        weight: 1.4,
        subjects: ['Alterar endereço do pedido {order}', 'Endereço errado no pedido'],
        openings: [
          'Coloquei o endereço errado no pedido {order}, dá tempo de trocar?',
          'Preciso mudar o endereço de entrega, vou estar no trabalho',
          'O entregador veio e não tinha ninguém, dá pra remarcar?',
        ],
        answers: [
          'Consegui alterar o endereço do pedido {order}, {first}. Pode ficar tranquila(o)!',
          'O pedido já foi despachado, mas pedi à transportadora que tente de novo amanhã.',
        ],
      },
    ],
  },
  {
    type: 'Troca e devolução',
    intents: [
      {
        intent: 'troca',
        weight: 4,
        subjects: ['Quero trocar o {product}', 'Troca do pedido {order}', 'Tamanho errado'],
        openings: [
          'Queria trocar o {product}, veio de um tamanho que não coube no lugar',
          'Como faço pra trocar? Pedido {order}',
          'Recebi a cor errada do {product}, quero trocar',
        ],
        answers: [
          'Claro, {first}! Enviei por e-mail o código de postagem da troca do pedido {order}.',
          'Você tem 30 dias para a troca. Já deixei o código de postagem liberado, é só levar aos Correios.',
        ],
      },
      {
        intent: 'reembolso',
        weight: 3,
        subjects: ['Reembolso do pedido {order}', 'Devolução – quando recebo?'],
        openings: [
          'Devolvi o {product} faz uma semana e o dinheiro não voltou',
          'Quando cai o estorno do pedido {order}?',
          'Quero devolver e receber o reembolso, como faço?',
        ],
        answers: [
          'O estorno do pedido {order} foi aprovado hoje, {first}. No cartão aparece em até duas faturas.',
          'Assim que o produto chegar ao nosso centro, o reembolso sai em até cinco dias úteis.',
        ],
      },
    ],
  },
  {
    type: 'Produto',
    intents: [
      {
        intent: 'defeito',
        weight: 3,
        subjects: ['{product} com defeito', 'Produto chegou quebrado', 'Peça faltando no {product}'],
        openings: [
          'O {product} chegou quebrado, vou mandar foto',
          'Veio faltando uma peça do {product}, pedido {order}',
          'Usei duas vezes o {product} e já parou',
        ],
        answers: [
          'Que chato, {first}, me desculpe! Vou enviar outro {product} sem custo.',
          'Com as fotos já consegui aprovar a reposição da peça do pedido {order}.',
        ],
      },
      {
        intent: 'montagem',
        weight: 1,
        subjects: ['Manual de montagem do {product}', 'Dúvida na montagem'],
        openings: ['Não veio o manual do {product}', 'Tem vídeo de montagem do {product}?'],
        answers: [
          'Segue o manual em PDF e o vídeo da montagem do {product}, {first}.',
          'Te mandei o passo a passo por e-mail!',
        ],
      },
    ],
  },
  {
    type: 'Pagamento',
    intents: [
      {
        intent: 'pix',
        weight: 2,
        subjects: ['Pix não confirmado – {order}', 'Paguei e o pedido continua pendente'],
        openings: [
          'Paguei o pix do pedido {order} e continua aguardando pagamento',
          'Fiz o pix ontem e não caiu aí?',
        ],
        answers: [
          'Pagamento localizado, {first}! O pedido {order} já está em separação.',
          'O Pix voltou para a sua conta porque o código tinha vencido; gerei um novo.',
        ],
      },
      {
        intent: 'cobrança',
        weight: 2,
        subjects: ['Cobrança em duplicidade', 'Valor errado na fatura', 'Nota fiscal do pedido {order}'],
        openings: [
          'Fui cobrada duas vezes no cartão pelo pedido {order}',
          'O valor da fatura não bate com o da compra',
          'Preciso da segunda via da nota fiscal do pedido {order}',
        ],
        answers: [
          'Confirmei a duplicidade, {first}, e já pedi o estorno à operadora.',
          'A nota fiscal do pedido {order} foi reenviada para o seu e-mail.',
        ],
      },
    ],
  },
  {
    type: 'Cancelamento',
    intents: [
      {
        intent: 'arrependimento',
        weight: 1,
        subjects: ['Cancelar pedido {order}', 'Desisti da compra'],
        openings: ['Quero cancelar o pedido {order}', 'Comprei errado, cancela pra mim por favor'],
        answers: [
          'Pedido {order} cancelado, {first}. O estorno segue em até cinco dias úteis.',
          'Tudo certo, cancelado! Se precisar, estamos por aqui.',
        ],
      },
    ],
  },
  {
    type: 'Dúvida de compra',
    intents: [
      {
        intent: 'disponibilidade',
        weight: 2,
        subjects: ['Tem {product} em estoque?', 'Quando volta o {product}?'],
        openings: [
          'Vocês têm {product} a pronta entrega?',
          'Quando volta a ter {product} branco?',
          'O {product} serve pra apartamento pequeno?',
        ],
        answers: [
          'Temos sim, {first}! Separei o link do {product} para você.',
          'Chega na próxima semana, {first}. Quer que eu avise?',
        ],
      },
      {
        intent: 'frete',
        weight: 1,
        subjects: ['Frete para {city}', 'Prazo de entrega para {city}'],
        openings: ['Quanto fica o frete pra {city}?', 'Vcs entregam em {city}? Qual o prazo?'],
        answers: [
          'Para {city} o frete é grátis acima de R$ 299, {first}!',
          'Entregamos sim! O prazo aparece ao pôr o CEP no carrinho.',
        ],
      },
    ],
  },
  {
    type: 'Cadastro',
    intents: [
      {
        intent: 'acesso',
        weight: 1,
        subjects: ['Não consigo entrar na minha conta', 'Esqueci a senha', 'Trocar e-mail do cadastro'],
        openings: [
          'Não consigo entrar na conta, o e-mail da senha não chega',
          'Preciso trocar o e-mail do meu cadastro',
        ],
        answers: [
          'Reenviei o link da senha, {first}. Veja também no spam.',
          'E-mail alterado! Pode entrar com o novo.',
        ],
      },
    ],
  },
  {
    type: 'Promoção',
    intents: [
      {
        intent: 'cupom',
        weight: 1,
        subjects: ['Cupom não funciona', 'Dúvida sobre o cashback'],
        openings: ['O cupom PITANGA10 não funciona no carrinho', 'Meu cashback sumiu, cadê?'],
        answers: [
          'O cupom vale para compras acima de R$ 150, {first}. Apliquei manualmente para você!',
          'O cashback entra 15 dias depois da entrega.',
        ],
      },
    ],
  },
];

export const spamSubjects = [
  'Aumente suas vendas em 300%',
  'Proposta comercial imperdível',
  'Invoice overdue',
  'Parceria com influenciadores',
  'Sua caixa de entrada está cheia',
];
export const spamBodies = [
  'Olá, tudo bem? Temos uma solução que vai transformar o seu negócio. Podemos agendar 15 minutos?',
  'Dear sir, please find attached the invoice due today.',
  'Somos especialistas em tráfego pago e gostaríamos de apresentar uma proposta.',
];
