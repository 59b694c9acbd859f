import { daysBetween } from '../../../dates/index.js';
import type { Money } from '../../../money/index.js';
import { fromMinorUnits } from '../../../money/index.js';
import { nextDealing, type Product, productOn } from '../../../products/index.js';
import type { FactValue } from '../../../rules/index.js';
import { portfolioFacts } from '../../../suitability/index.js';
import { backOn } from '../check-terms.js';
import { dayOf, heldUnits, type OrderFacts } from '../order-facts.js';
import { type OrderOfDay, ordersOfDay } from '../orders-of-day.js';
import type { AmountWriter } from './amounts.js';

/** Facts by whole name; what is not known is `undefined`, what was looked for in vain `null`. */
export type Derived = Readonly<Record<string, FactValue | undefined>>;

/** What order, product file, holdings and past orders say, under the names of the packs. */
export function derivedFacts(facts: OrderFacts, amounts: AmountWriter): Derived {
  return {
    ...ofOrder(facts, amounts),
    ...ofProduct(facts, amounts),
    ...ofHistory(facts, amounts),
    ...ofPortfolio(facts, amounts),
  };
}

function ofOrder({ order, context }: OrderFacts, amounts: AmountWriter): Derived {
  const { acknowledged = {} } = order;
  const said = (...codes: readonly string[]): true | undefined =>
    codes.some((code) => Object.hasOwn(acknowledged, code)) ? true : undefined;
  return {
    'order.amount': amounts.write('order.amount', order.gross),
    'order.solicited': order.solicited,
    'order.repeatConfirmed': said(
      'orders.looks-like-duplicate',
      'orders.repeated-within',
      'orders.repeated-perhaps',
    ),
    'order.amountConfirmed': said(
      'orders.unusual-size',
      'orders.outlying-size',
      'orders.size-above-all',
    ),
    'client.moneyNeededOn': context.moneyNeededOn,
  };
}

/** Of the product that is acquired, or else of the one that is redeemed, as it is on the day of the order. */
function ofProduct(facts: OrderFacts, amounts: AmountWriter): Derived {
  const { acquires, redeems, order } = facts;
  const given = (acquires ?? redeems) as Product;
  const product = productOn(given, dayOf(facts));
  const { currency } = order.gross;
  const limit = (fact: string, amount: string | undefined): FactValue | undefined =>
    amount === undefined ? null : amounts.write(fact, { currency, amount });
  const market = product.targetMarket;
  return {
    'product.issuerRisk': Number(product.issuerRisk.slice(1)),
    'product.sellerRisk': Number(product.distributorRisk.slice(1)),
    'product.status': product.status,
    'product.currency': product.currency ?? currency,
    'product.leverage': product.leverage ?? 1,
    'product.lockUpEndsOn': acquires === undefined ? undefined : lockUpEnd(facts, given),
    'product.noticeDays': acquires === undefined ? undefined : noticeDays(facts, given),
    'product.clientDailyLimit': limit('product.clientDailyLimit', product.dealing?.dailyPurchase),
    'product.clientLimit': limit('product.clientLimit', product.maximumHolding),
    ...(market === undefined
      ? {}
      : {
          'product.targetSegments': market.clientKinds ?? null,
          'product.targetHorizonYears': market.minimumHorizonYears ?? null,
          'product.targetObjectives': market.objectives ?? null,
          'product.targetLossBearing': market.minimumLossCapacity ?? null,
          'product.holdingYears': market.minimumHorizonYears,
        }),
  };
}

/** The day on which money put in now is back; `null` without a lock-up, a term or a maturity. */
function lockUpEnd(facts: OrderFacts, product: Product): FactValue | undefined {
  const { dealing, lockUpDays } = product;
  const isBound =
    lockUpDays > 0 ||
    dealing?.rollingTerm !== undefined ||
    dealing?.maturity !== undefined ||
    dealing?.redemption !== undefined;
  return isBound ? backOn(facts, product) : null;
}

/** Calendar days from notice to money; 0 without notice. */
function noticeDays({ context, order }: OrderFacts, product: Product): FactValue | undefined {
  if ((product.dealing?.redemptionNotice ?? 0) === 0) return 0;
  const { calendar } = context;
  if (calendar === undefined) return undefined;
  const asOf = order.orderOn ?? context.asOf;
  const sale = nextDealing(product, { side: 'sell', asOf, calendar });
  return sale.status === 'never' ? undefined : daysBetween(sale.orderOn, sale.settlesOn);
}

const MINUTES_OF_DAY = 1440;

/** Of the client's past orders; absent where they are not known. */
function ofHistory(facts: OrderFacts, amounts: AmountWriter): Derived {
  const { context, order } = facts;
  const { history, asOf } = context;
  if (history === undefined) return {};
  const gross = (list: readonly OrderOfDay[]): readonly Money[] => list.map((one) => one.gross);
  const same = history.filter(
    ({ product, side }) => product === order.product && side === order.side,
  );
  const today = ordersOfDay(facts, dayOf(facts));
  // Without minutes an order of today or yesterday may or may not be within the day.
  const isOpen = history.some(
    ({ on, minutesAgo }) => minutesAgo === undefined && daysBetween(on, asOf) <= 1,
  );
  const within = history.filter(
    ({ minutesAgo }) => minutesAgo !== undefined && minutesAgo <= MINUTES_OF_DAY,
  );
  const minutes = same.map(({ minutesAgo }) => minutesAgo);
  const bought = today.filter(({ product, side }) => product === order.product && side !== 'sell');
  return {
    'history.sameOrderMinutesAgo':
      same.length === 0
        ? null
        : minutes.includes(undefined)
          ? undefined
          : Math.min(...(minutes as number[])),
    'history.sameOrderOn':
      same.length === 0
        ? null
        : same.reduce((last, { on }) => (on > last ? on : last), '0001-01-01' as string),
    'history.orders24h': isOpen ? undefined : within.length,
    'history.orderSum24h': isOpen ? undefined : amounts.sum('history.orderSum24h', gross(within)),
    'history.orderSumToday': amounts.sum('history.orderSumToday', gross(today)),
    'history.productSumToday': amounts.sum('history.productSumToday', gross(bought)),
    'history.medianOrderAmount': amounts.median('history.medianOrderAmount', gross(history)),
  };
}

/** Of the whole portfolio where it is given, else of what is held of the product alone. */
function ofPortfolio(facts: OrderFacts, amounts: AmountWriter): Derived {
  const { context, order } = facts;
  const { currency } = order.gross;
  const coming = context.openOrders
    .filter((open) => open.product === order.product && open.side !== 'sell')
    .map(({ gross }) => gross);
  const held = fromMinorUnits(currency, heldUnits(context, order.product, currency));
  const own = {
    'portfolio.productValue': amounts.sum('portfolio.productValue', [held, ...coming]),
  };
  const { portfolio } = context;
  if (portfolio === undefined) return own;
  const { gross, product, funding } = order;
  if (order.side === 'switch') {
    const from = portfolio.holdings.find((one) => one.product === order.from)?.id;
    if (from === undefined) return own;
    const { facts: found } = portfolioFacts({
      ...portfolio,
      order: { side: 'switch', product, amount: gross, from },
    });
    return { ...own, ...(found as Derived) };
  }
  if (funding === undefined || !portfolio.holdings.some(({ id }) => id === funding)) return own;
  const move =
    order.side === 'buy'
      ? ({ side: 'buy', product, amount: gross, from: funding } as const)
      : ({ side: 'sell', product, amount: gross, to: funding } as const);
  return { ...own, ...(portfolioFacts({ ...portfolio, order: move }).facts as Derived) };
}
