import { describe, expect, test } from 'vitest';
import { csv, imported, told } from '../files.ts';
import { json } from './json.ts';

const orders =
  'select order_id, customer_key, ordered_at, amount::varchar as amount, refunded::varchar as refunded, currency from orders order by order_id';

describe('orders', () => {
  test('Shopify: the lines of one order are one order, with what was given back', async () => {
    const { report, rows } = await imported([
      csv(
        'orders_export.csv',
        'Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Refunded Amount,Phone',
        '#1001,Ana@Example.com,paid,2025-03-01 10:05:00 -0300,fulfilled,BRL,90.00,100.50,2025-03-01 10:00:00 -0300,1,Shirt,45.00,0.00,',
        '#1001,Ana@Example.com,,,,,,,2025-03-01 10:00:00 -0300,1,Hat,45.00,,',
        '#1002,bia@example.com,partially_refunded,2025-03-02 10:05:00 -0300,,BRL,50.00,60.00,2025-03-02 10:00:00 -0300,2,Hat,25.00,20.00,',
      ),
    ]);
    expect(report.sources[0]).toMatchObject({ vendor: 'orders', rowsRead: 3, rowsRejected: 0 });
    expect(await rows(orders)).toEqual([
      {
        order_id: '#1001',
        customer_key: 'ana@example.com',
        ordered_at: '2025-03-01 13:00:00',
        amount: '100.5000',
        refunded: '0.0000',
        currency: 'BRL',
      },
      {
        order_id: '#1002',
        customer_key: 'bia@example.com',
        ordered_at: '2025-03-02 13:00:00',
        amount: '60.0000',
        refunded: '20.0000',
        currency: 'BRL',
      },
    ]);
  });

  test('VTEX: totals repeat on every line; nothing is earned by what was cancelled', async () => {
    const { report, rows } = await imported([
      csv(
        'vtex.csv',
        'Origin;Order;Sequence;Creation Date;Client Name;Client Last Name;Client Document;Email;Phone;Status;Last Change Date;Quantity_SKU;SKU Name;Total Value;Currency Code',
        'Marketplace;v1-01;501;2025-03-13 18:15:01Z;Ana;S;12345678900;ana@example.com;+5511;Faturado;2025-03-14 10:00:00Z;1;Camisa;1.234,56;BRL',
        'Marketplace;v1-01;501;2025-03-13 18:15:01Z;Ana;S;12345678900;ana@example.com;+5511;Faturado;2025-03-14 10:00:00Z;1;Chapéu;1.234,56;BRL',
        'Marketplace;v2-01;502;2025-03-14 18:15:01Z;Bia;S;22345678900;bia@example.com;+5511;Cancelado;2025-03-14 19:00:00Z;1;Camisa;99,90;BRL',
      ),
    ]);
    expect(report.sources[0]).toMatchObject({ vendor: 'orders', rowsRead: 3, rowsRejected: 0 });
    expect(await rows(orders)).toEqual([
      {
        order_id: 'v1-01',
        customer_key: 'ana@example.com',
        ordered_at: '2025-03-13 18:15:01',
        amount: '1234.5600',
        refunded: null,
        currency: 'BRL',
      },
      {
        order_id: 'v2-01',
        customer_key: 'bia@example.com',
        ordered_at: '2025-03-14 18:15:01',
        amount: '99.9000',
        refunded: '99.9000',
        currency: 'BRL',
      },
    ]);
  });

  test('VTEX’s API writes cents', async () => {
    const order = {
      orderId: 'v3-01',
      sequence: '503',
      status: 'handling',
      value: 106714,
      creationDate: '2025-03-13T01:19:14.6610588+00:00',
      clientProfileData: { email: 'ana@example.com', document: '12345678900' },
      storePreferencesData: { currencyCode: 'BRL' },
    };
    const { report, rows } = await imported([
      json('orders.json', [order, { ...order, orderId: 'v4-01', status: 'canceled', value: 990 }]),
    ]);
    expect(report.sources[0]).toMatchObject({ vendor: 'orders', rowsRead: 2, rowsRejected: 0 });
    expect(
      await rows(
        'select order_id, customer_key, amount::double as amount, refunded::double as refunded, currency from orders order by 1',
      ),
    ).toEqual([
      {
        order_id: 'v3-01',
        customer_key: 'ana@example.com',
        amount: 1067.14,
        refunded: null,
        currency: 'BRL',
      },
      { order_id: 'v4-01', customer_key: 'ana@example.com', amount: 9.9, refunded: 9.9, currency: 'BRL' },
    ]);
  });

  test('WooCommerce: a line an item', async () => {
    const { report, rows } = await imported([
      csv(
        'woo.csv',
        'order_id,order_number,order_date,status,order_total,refunded_total,order_currency,customer_id,billing_first_name,billing_email,line_item',
        '9,9,2025-03-13 10:00:00,completed,80.00,5.00,BRL,3,Ana,ana@example.com,Shirt',
        '9,9,2025-03-13 10:00:00,completed,80.00,5.00,BRL,3,Ana,ana@example.com,Hat',
        '10,10,2025-03-14 10:00:00,failed,30.00,,BRL,4,Bia,bia@example.com,Hat',
      ),
    ]);
    expect(report.sources[0]).toMatchObject({ vendor: 'orders', rowsRead: 3, rowsRejected: 0 });
    expect(
      await rows(
        'select order_id, amount::double as amount, refunded::double as refunded from orders order by ordered_at',
      ),
    ).toEqual([
      { order_id: '9', amount: 80, refunded: 5 },
      { order_id: '10', amount: 30, refunded: 30 },
    ]);
  });
});

describe('social posts', () => {
  test('Meta’s export of posts: the publish time, not the word “Lifetime”', async () => {
    const { report, rows } = await imported([
      csv(
        'posts.csv',
        'Post ID,Page ID,Page name,Title,Publish time,Permalink,Post type,Date,Impressions,Reach,Reactions,Comments,Shares',
        '100_1,100,Shop,Sale,03/13/2025 10:00,https://x.example/1,Photos,Lifetime,1200,800,30,4,6',
        '100_2,100,Shop,News,03/14/2025 11:00,https://x.example/2,Photos,Lifetime,,500,10,1,',
      ),
      csv('instagram_followers.csv', 'Date,Followers', '2025-03-13,5000', '2025-03-14,5010'),
    ]);
    expect(report.sources.map(({ vendor }) => vendor)).toEqual(['social']);
    expect(
      await rows(
        'select * exclude (source_id, source_file, posted_at_utc) from social_posts order by post_id',
      ),
    ).toEqual([
      {
        post_id: '100_1',
        network: 'facebook',
        posted_at: '2025-03-13 10:00:00',
        shares: 6,
        impressions: 1200,
        source_row: 1,
      },
      {
        post_id: '100_2',
        network: 'facebook',
        posted_at: '2025-03-14 11:00:00',
        shares: null,
        impressions: null,
        source_row: 2,
      },
    ]);
    expect(await rows('select network, day, followers from followers order by day')).toEqual([
      { network: 'instagram', day: '2025-03-13', followers: 5000 },
      { network: 'instagram', day: '2025-03-14', followers: 5010 },
    ]);
  });

  test('Portuguese headers, and a network in a column of its own', async () => {
    const { rows } = await imported([
      csv(
        'posts_x.csv',
        'Tweet id,Tweet permalink,Tweet text,time,impressions,engagements,retweets,replies,likes',
        '77,https://x.example/77,olá,2025-03-13 10:00 +0000,300,9,2,1,6',
      ),
      csv(
        'publicacoes.csv',
        'ID da publicação;Rede social;Horário de publicação;Impressões;Compartilhamentos',
        '5;linkedin;13/03/2025 09:00;90;3',
      ),
    ]);
    expect(
      await rows('select network, post_id, posted_at, shares, impressions from social_posts order by 1'),
    ).toEqual([
      { network: 'linkedin', post_id: '5', posted_at: '2025-03-13 09:00:00', shares: 3, impressions: 90 },
      { network: 'x', post_id: '77', posted_at: '2025-03-13 10:00:00', shares: 2, impressions: 300 },
    ]);
  });
});

test('a case list of a customer view: cases, and who the customer is', async () => {
  const { report, rows } = await imported([
    csv(
      'analitico.csv',
      'Número do caso;Canal de abertura;Data de abertura;Data de fechamento;Status;Agente;Tipo de caso;Nota;Cliente;E-mail do cliente;Segmento;Estágio',
      '1;WhatsApp;13/03/2025 10:00;13/03/2025 12:00;Fechado;Rui;Troca;5;Ana;ana@example.com;Ouro;Cliente recorrente',
      '2;E-mail;14/03/2025 10:00;;Em andamento;Rui;Dúvida;;Bia;bia@example.com;Prata;Potencial',
    ),
  ]);
  expect(report.sources[0]).toMatchObject({ vendor: 'customer360', rowsLoaded: 2, rowsRejected: 0 });
  expect(told(report).notes).toEqual([]);
  expect(
    await rows(
      'select ticket_id, channel, type, status, agent_id, customer_key, resolution_seconds from tickets order by 1',
    ),
  ).toEqual([
    {
      ticket_id: '1',
      channel: 'whatsapp',
      type: 'Troca',
      status: 'closed',
      agent_id: 'Rui',
      customer_key: 'ana@example.com',
      resolution_seconds: 7200,
    },
    {
      ticket_id: '2',
      channel: 'email',
      type: 'Dúvida',
      status: 'in_progress',
      agent_id: 'Rui',
      customer_key: 'bia@example.com',
      resolution_seconds: null,
    },
  ]);
  expect(await rows('select customer_key, name, segment, stage from customers order by 1')).toEqual([
    { customer_key: 'ana@example.com', name: 'Ana', segment: 'Ouro', stage: 'returning' },
    { customer_key: 'bia@example.com', name: 'Bia', segment: 'Prata', stage: 'potential' },
  ]);
  expect(await rows('select ticket_id, score from ratings')).toEqual([{ ticket_id: '1', score: 5 }]);
});
