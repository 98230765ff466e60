import { column, imported, instant } from './table.ts';

export const orders = imported({
  name: 'orders',
  en: 'One row per order of a customer.',
  pt: 'Uma linha por pedido de um cliente.',
  key: ['order_id'],
  columns: [
    column('order_id', 'VARCHAR', 'The order’s id.', 'O id do pedido.'),
    column('customer_id', 'VARCHAR', 'Who ordered.', 'Quem comprou.'),
    column(
      'customer_key',
      'VARCHAR',
      'The customer’s normalised e-mail, phone or tax number.',
      'E-mail, telefone ou CPF/CNPJ normalizado do cliente.',
    ),
    instant('ordered_at', 'When it was placed', 'Quando foi feito'),
    column('amount', 'DECIMAL(18,4)', 'The total, in its currency.', 'O total, em sua moeda.'),
    column('refunded', 'DECIMAL(18,4)', 'What was refunded of it.', 'Quanto foi devolvido.'),
    column('currency', 'VARCHAR', 'The currency, such as BRL or USD.', 'A moeda, como BRL ou USD.'),
  ],
});

export const socialPosts = imported({
  name: 'social_posts',
  en: 'One row per post on a social network.',
  pt: 'Uma linha por publicação em rede social.',
  key: ['network', 'post_id'],
  columns: [
    column('post_id', 'VARCHAR', 'The post’s id.', 'O id da publicação.'),
    column('network', 'VARCHAR', 'The network.', 'A rede.'),
    instant('posted_at', 'When it was posted', 'Quando foi publicada'),
    column('shares', 'BIGINT', 'How often it was shared.', 'Quantas vezes foi compartilhada.'),
    column('impressions', 'BIGINT', 'How often it was shown.', 'Quantas vezes foi exibida.'),
  ],
});

export const followers = imported({
  name: 'followers',
  en: 'One row per network and day: how many followers.',
  pt: 'Uma linha por rede e dia: quantos seguidores.',
  key: ['network', 'day'],
  columns: [
    column('network', 'VARCHAR', 'The network.', 'A rede.'),
    column('day', 'DATE', 'The day.', 'O dia.'),
    column('followers', 'BIGINT', 'Followers at the end of that day.', 'Seguidores no fim desse dia.'),
  ],
});

export const periodFacts = imported({
  name: 'period_facts',
  en: 'Figures that arrive already summed or averaged, with their weight; rows of different grain_id are never added.',
  pt: 'Números que já chegam somados ou em média, com seu peso; linhas de grain_id diferentes nunca se somam.',
  key: [],
  columns: [
    column(
      'grain_id',
      'VARCHAR',
      'What one row stands for; only rows of the same grain may be added.',
      'O que uma linha representa; só linhas do mesmo grão podem ser somadas.',
    ),
    instant('from_at', 'When the period began', 'Quando o período começou'),
    instant('to_at', 'When the period ended', 'Quando o período terminou'),
    column('site', 'VARCHAR', 'The site.', 'O site.'),
    column('channel', 'VARCHAR', 'The channel.', 'O canal.'),
    column('team', 'VARCHAR', 'The team.', 'A equipe.'),
    column('agent_id', 'VARCHAR', 'The agent.', 'O agente.'),
    column('label', 'VARCHAR', 'The label or tag.', 'A etiqueta.'),
    column('metric', 'VARCHAR', 'What was measured.', 'O que foi medido.'),
    column(
      'unit',
      'VARCHAR',
      'Its unit: count, percent, seconds, score or money.',
      'Sua unidade: count, percent, seconds, score ou money.',
    ),
    column('value', 'DOUBLE', 'The figure.', 'O número.'),
    column('weight_metric', 'VARCHAR', 'What the figure is weighted by.', 'Pelo que o número é ponderado.'),
    column(
      'weight',
      'DOUBLE',
      'That weight; without it no total can be computed.',
      'Esse peso; sem ele não se calcula total.',
    ),
  ],
});

export const annotations = imported({
  name: 'annotations',
  en: 'Things that happened and may explain a number: a release, a campaign, an outage.',
  pt: 'Acontecimentos que podem explicar um número: um lançamento, uma campanha, uma queda.',
  key: [],
  columns: [
    instant('at', 'When it began', 'Quando começou'),
    instant('to_at', 'When it ended', 'Quando terminou'),
    column('label', 'VARCHAR', 'What happened.', 'O que aconteceu.'),
    column('kind', 'VARCHAR', 'What kind of thing it is.', 'Que tipo de acontecimento é.'),
  ],
});
