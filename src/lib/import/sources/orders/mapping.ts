import type { Field } from '../../mapping.ts';
import type { Template } from '../template.ts';

const text = (column: string): Field => ({ kind: 'text', column });
const id = (column: string): Field => ({ kind: 'id', column });
const key = (column: string): Field => ({ kind: 'key', column });
const money = (column: string): Field => ({ kind: 'money', column });
const instant = (column: string): Field => ({ kind: 'instant', column });
const first = (...of: Field[]): Field => ({ kind: 'first', of });

/** One shop system: how its export is known, what is an order, and what is left of one that was cancelled. */
export interface Shop {
  readonly title: string;
  /** Headers all of which it has. */
  readonly needs: readonly string[];
  readonly orders: Template;
  readonly cancelled: Template | null;
}

/** Nothing is earned by an order that was cancelled: all of it counts as given back, unless the file says how much. */
function cancelled(order: Field, amount: string, where: Template['where'] & object): Template {
  return {
    table: 'orders',
    requires: ['order_id', 'refunded'],
    completes: true,
    where,
    columns: { order_id: order, refunded: money(amount) },
  };
}

const shopifyEmail = 'email';

/** Shopify repeats the order's name on every line of it; its totals stand on the first line only. */
export const shopify: Shop = {
  title: 'Shopify',
  needs: ['name', 'email', 'financial status', 'lineitem name|lineitem quantity', 'total', 'created at'],
  orders: {
    table: 'orders',
    requires: ['order_id'],
    where: { column: 'total', is: [''], not: true },
    columns: {
      order_id: id('name'),
      customer_id: text(shopifyEmail),
      customer_key: first(key(shopifyEmail), key('phone|billing phone')),
      ordered_at: instant('created at|paid at'),
      amount: money('total'),
      refunded: money('refunded amount'),
      currency: text('currency'),
    },
  },
  cancelled: null,
};

const vtexOrder = id('order|order id|orderid');
const vtexTotal = 'total value|valor total';

/** VTEX writes a line for every product, each with the order's totals. */
export const vtex: Shop = {
  title: 'VTEX',
  needs: ['order', 'sequence', 'creation date', 'total value', 'status', 'client document|email|client name'],
  orders: {
    table: 'orders',
    requires: ['order_id'],
    latest: { of: 'order|order id|orderid', by: ['last change date', 'creation date'] },
    columns: {
      order_id: vtexOrder,
      customer_id: first(text('email'), id('client document')),
      customer_key: first(key('email'), key('client document'), key('phone')),
      ordered_at: instant('creation date'),
      amount: money(vtexTotal),
      currency: text('currency code|currency'),
    },
  },
  cancelled: cancelled(vtexOrder, vtexTotal, {
    column: 'status',
    is: ['canceled', 'cancelled', 'cancelado', 'cancelada', 'cancel', 'canceling', 'cancelando'],
  }),
};

const wooOrder = id('order id|order number|order');
const wooTotal = 'order total|total|order total amount';
const wooEmail = 'billing email|customer email|email billing';

/** WooCommerce, with a line an order or a line an item, each with the order's totals. */
export const wooCommerce: Shop = {
  title: 'WooCommerce',
  needs: [
    'order id|order number',
    'order date|date|date created',
    'order total',
    'billing email|customer email|billing first name',
    'status|order status',
  ],
  orders: {
    table: 'orders',
    requires: ['order_id'],
    latest: { of: 'order id|order number', by: ['order date|date|date created'] },
    columns: {
      order_id: wooOrder,
      customer_id: first(text(wooEmail), id('customer id|customer user')),
      customer_key: first(key(wooEmail), key('billing phone')),
      ordered_at: instant('order date|date|date created'),
      amount: money(wooTotal),
      refunded: money('refunded total|refund total|order refund amount|refunded amount|total refunded'),
      currency: text('order currency|currency'),
    },
  },
  cancelled: cancelled(wooOrder, wooTotal, {
    column: 'status|order status',
    is: [
      'cancelled',
      'failed',
      'refunded',
      'wc-cancelled',
      'wc-failed',
      'wc-refunded',
      'cancelado',
      'malsucedido',
      'reembolsado',
    ],
  }),
};

const cents = (column: string): Field => ({ kind: 'money', column, per: 100 });
const vtexAmount = 'value|total value';

/** VTEX's API writes its amounts in cents. */
export const vtexApi: Shop = {
  title: 'VTEX',
  needs: [
    'order id',
    'sequence',
    'creation date',
    'value|total value',
    'status',
    'client profile data email|client name',
  ],
  orders: {
    table: 'orders',
    requires: ['order_id'],
    columns: {
      order_id: id('order id'),
      customer_id: first(
        id('client profile data user profile id'),
        text('client profile data email|client name'),
      ),
      customer_key: first(key('client profile data email'), key('client profile data document')),
      ordered_at: { kind: 'instant', column: 'creation date', utc: true },
      amount: cents(vtexAmount),
      currency: text('store preferences data currency code|currency code'),
    },
  },
  cancelled: {
    table: 'orders',
    requires: ['order_id', 'refunded'],
    completes: true,
    where: { column: 'status', is: ['canceled', 'cancelled', 'cancel'] },
    columns: { order_id: id('order id'), refunded: cents(vtexAmount) },
  },
};

export const shops: readonly Shop[] = [shopify, vtex, vtexApi, wooCommerce];
