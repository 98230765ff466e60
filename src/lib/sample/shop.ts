/** The shop: what it sells, where, through whom. */
export interface Site {
  readonly name: string;
  readonly weight: number;
  readonly carrier: string;
  readonly cities: readonly string[];
}

export const shop = 'Pitanga Casa';

export const sites: readonly Site[] = [
  {
    name: 'Sudeste',
    weight: 40,
    carrier: 'transportadora-rodolar',
    cities: [
      'São Paulo',
      'Campinas',
      'Rio de Janeiro',
      'Niterói',
      'Belo Horizonte',
      'Uberlândia',
      'Vitória',
      'Santos',
    ],
  },
  {
    name: 'Nordeste',
    weight: 27,
    carrier: 'transportadora-expresso',
    cities: [
      'Recife',
      'Olinda',
      'Salvador',
      'Feira de Santana',
      'Fortaleza',
      'Natal',
      'João Pessoa',
      'Maceió',
      'Aracaju',
    ],
  },
  {
    name: 'Sul',
    weight: 18,
    carrier: 'transportadora-rodolar',
    cities: ['Curitiba', 'Londrina', 'Porto Alegre', 'Caxias do Sul', 'Florianópolis', 'Joinville'],
  },
  {
    name: 'Centro-Oeste',
    weight: 9,
    carrier: 'transportadora-cerrado',
    cities: ['Brasília', 'Goiânia', 'Campo Grande', 'Cuiabá'],
  },
  {
    name: 'Norte',
    weight: 6,
    carrier: 'transportadora-cerrado',
    cities: ['Belém', 'Manaus', 'Palmas', 'Porto Velho'],
  },
];

export const channels = ['whatsapp', 'chat', 'email', 'phone', 'instagram', 'web_form', 'facebook'] as const;
export type Channel = (typeof channels)[number];

export const channelWeights: readonly (readonly [Channel, number])[] = [
  ['whatsapp', 40],
  ['chat', 16],
  ['email', 17],
  ['phone', 12],
  ['instagram', 8],
  ['web_form', 5],
  ['facebook', 2],
];

/** Types by channel: deliveries are asked about on WhatsApp, purchases on the site's chat and on Instagram. */
const typeWeights: Readonly<Record<string, readonly number[]>> = {
  whatsapp: [44, 16, 10, 8, 4, 9, 4, 5],
  chat: [22, 12, 8, 11, 5, 26, 7, 9],
  email: [25, 24, 17, 14, 8, 4, 6, 2],
  phone: [34, 18, 13, 15, 10, 4, 5, 1],
  instagram: [26, 11, 11, 4, 3, 28, 3, 14],
};
const typeNames = [
  'Entrega',
  'Troca e devolução',
  'Produto',
  'Pagamento',
  'Cancelamento',
  'Dúvida de compra',
  'Cadastro',
  'Promoção',
] as const;

export function typesOn(channel: Channel): readonly (readonly [string, number])[] {
  const weights = typeWeights[channel] ?? typeWeights['email'] ?? [];
  return typeNames.map((name, index) => [name, weights[index] ?? 0] as const);
}

export const products: readonly (readonly [string, number])[] = [
  ['jogo de panelas', 389.9],
  ['abajur de palha', 149.9],
  ['tapete Araucária', 459],
  ['sofá-cama Ipê', 1899],
  ['jogo de cama 300 fios', 279.9],
  ['cadeira Jatobá', 549],
  ['luminária de mesa', 129.9],
  ['mesa lateral', 319],
  ['kit de toalhas', 119.9],
  ['cortina de linho', 239.9],
  ['aparador Cedro', 899],
  ['conjunto de xícaras', 99.9],
  ['cesto de vime', 89.9],
  ['colchão de mola', 1499],
];

/** Teams, and the channels whose tickets come to each. */
export const teams = ['Mensagens', 'Chat', 'E-mail', 'Voz', 'Pós-venda'] as const;
export type Team = (typeof teams)[number];

const teamOfChannel = {
  whatsapp: 'Mensagens',
  chat: 'Chat',
  instagram: 'Mensagens',
  facebook: 'Mensagens',
  email: 'E-mail',
  web_form: 'E-mail',
  phone: 'Voz',
} as const satisfies Record<Channel, Team>;

export function teamFor(channel: Channel): Team {
  return teamOfChannel[channel];
}

export const botId = 'bot-pita';
export const botName = 'Pita (assistente virtual)';
