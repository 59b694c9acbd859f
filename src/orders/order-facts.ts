import { type PlainDate, parsePlainDate } from '../dates/index.js';
import {
  AptfolioError,
  at,
  checkBoolean,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
} from '../errors/index.js';
import { type CurrencyCode, type Money, parseMoney, parseMoneyIn } from '../money/index.js';
import {
  checkUniverse,
  compareRatings,
  effectiveRisk,
  findProduct,
  type Product,
  type ProductUniverse,
} from '../products/index.js';
import { RISK_LEVELS } from '../questionnaire/index.js';
import type { OrderContext, OrderToCheck } from './order-context.js';

/** What an order does to the client's holdings, whatever it is called. */
export interface OrderEffect {
  /** The product of which the client will hold more. */
  readonly acquires: Product | undefined;
  /** The product of which the client will hold less. */
  readonly redeems: Product | undefined;
  /** A redemption, or a switch to a product of lower risk. */
  readonly reducesRisk: boolean;
}

/** An order, its context and its effect, with every part checked. */
export interface OrderFacts extends OrderEffect {
  readonly order: OrderToCheck;
  readonly context: OrderContext;
}

/** Checks an order and its context and works out the effect. */
export function readFacts(order: OrderToCheck, context: OrderContext): OrderFacts {
  checkObject(context, 'context');
  const universe = checkUniverse(context.universe, 'context.universe');
  const read = readOrder(order, 'order');
  const effect = effectOf(read, universe, 'order');
  const { currency } = read.gross;
  const asOf = parsePlainDate(context.asOf, 'context.asOf');
  if (context.moneyNeededOn !== null) {
    parsePlainDate(context.moneyNeededOn, 'context.moneyNeededOn');
  }
  checkClient(context.client, asOf);
  checkConsent(context.consent);
  const openOrders = checkList<OrderToCheck>(context.openOrders, 'context.openOrders').map(
    (open, i) => readOrder(open, at('context.openOrders', i)),
  );
  for (const name of ['mayInsistOn', 'acknowledged', 'approved'] as const) {
    checkTexts(context[name], at('context', name));
  }
  return {
    order: read,
    context: {
      ...context,
      available: parseMoneyIn(context.available, currency, 'context.available'),
      holdings: readHoldings(context.holdings, currency),
      openOrders,
      ...readApprovalFrom(context.approvalFrom, currency),
    },
    ...effect,
  };
}

/** What every order must have, whether it is checked or still open. */
function readOrder(order: OrderToCheck, path: string): OrderToCheck {
  checkObject(order, path);
  checkText(order.id, at(path, 'id'));
  checkText(order.product, at(path, 'product'));
  const side = checkOneOf(order.side, at(path, 'side'), ['buy', 'sell', 'switch'] as const);
  if (side === 'switch') checkText((order as { from?: unknown }).from, at(path, 'from'));
  for (const name of ['proposalHash', 'idempotencyKey'] as const) {
    if (order[name] !== undefined) checkText(order[name], at(path, name));
  }
  if (order.solicited !== undefined) checkBoolean(order.solicited, at(path, 'solicited'));
  return { ...order, gross: parseMoney(order.gross, at(path, 'gross'), { sign: 'positive' }) };
}

function effectOf(order: OrderToCheck, universe: ProductUniverse, path: string): OrderEffect {
  const product = findProduct(order.product, universe, at(path, 'product'));
  if (order.side !== 'switch') {
    return order.side === 'buy'
      ? { acquires: product, redeems: undefined, reducesRisk: false }
      : { acquires: undefined, redeems: product, reducesRisk: true };
  }
  const left = findProduct(order.from, universe, at(path, 'from'));
  if (left === product) {
    const expected = 'another product than the one entered';
    throw new AptfolioError('inconsistent', at(path, 'from'), expected, order.from);
  }
  const reducesRisk = compareRatings(effectiveRisk(product), effectiveRisk(left)) < 0;
  return { acquires: product, redeems: left, reducesRisk };
}

function checkClient(client: OrderContext['client'], asOf: PlainDate): void {
  const path = 'context.client';
  checkObject(client, path);
  checkOneOf(client.level, at(path, 'level'), RISK_LEVELS);
  checkInteger(client.validMonths, at(path, 'validMonths'), { min: 1 });
  if (client.lowestCategory !== undefined) {
    checkBoolean(client.lowestCategory, at(path, 'lowestCategory'));
  }
  const assessedOn = parsePlainDate(client.assessedOn, at(path, 'assessedOn'));
  if (assessedOn <= asOf) return;
  throw new AptfolioError(
    'inconsistent',
    at(path, 'assessedOn'),
    `a date up to ${asOf}`,
    assessedOn,
  );
}

function checkConsent(consent: OrderContext['consent']): void {
  if (consent === null) return;
  checkObject(consent, 'context.consent');
  checkText(consent.proposalHash, 'context.consent.proposalHash');
}

function checkTexts(list: readonly string[] | undefined, path: string): void {
  if (list === undefined) return;
  checkList<string>(list, path).forEach((text, i) => {
    checkText(text, at(path, i));
  });
}

function readHoldings(
  holdings: OrderContext['holdings'],
  currency: CurrencyCode,
): Readonly<Record<string, Money>> {
  const path = 'context.holdings';
  const entries = Object.entries(checkObject(holdings, path));
  return Object.fromEntries(
    entries.map(([id, value]) => [id, parseMoneyIn(value, currency, at(path, id))]),
  );
}

function readApprovalFrom(
  amount: Money | undefined,
  currency: CurrencyCode,
): { readonly approvalFrom?: Money } {
  if (amount === undefined) return {};
  return {
    approvalFrom: parseMoneyIn(amount, currency, 'context.approvalFrom', { sign: 'positive' }),
  };
}
