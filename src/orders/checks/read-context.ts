import { parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
  checkUniqueIds,
  refuseUnknown,
} from '../../errors/index.js';
import {
  checkCurrency,
  type Money,
  parseMoney,
  parseMoneyIn,
  parseQuantity,
} from '../../money/index.js';
import { checkUniverse, findProduct } from '../../products/index.js';
import type { CompiledPack } from '../../rules/index.js';
import { CONSENT_FORMAT } from '../proposal/consent.js';
import type { EvidenceDemand } from '../proposal/proposal.js';
import { readDemand } from '../proposal/read-content.js';
import {
  ACCOUNT_FIELDS,
  CONTEXT_FIELDS,
  LOT_FIELDS,
  PAST_FIELDS,
  POLICY_FIELDS,
  RECEIVABLE_FIELDS,
} from './fields.js';
import {
  type HoldingLot,
  ORDER_ACCOUNT_STATUSES,
  type OrderContext,
  type OrderPolicy,
  type PastOrder,
  type Receivable,
} from './order-context.js';
import type { OpenOrder } from './order-to-check.js';
import { readOrder } from './read-order.js';

/** Checks a context, whatever order it is for. */
export function readContext(context: OrderContext): OrderContext {
  const path = 'context';
  refuseUnknown(checkObject(context, path), path, CONTEXT_FIELDS);
  parsePlainDate(context.asOf, 'context.asOf');
  checkUniverse(context.universe, 'context.universe');
  checkAccount(context);
  checkPacks(context.packs);
  if (context.moneyNeededOn !== null) {
    parsePlainDate(context.moneyNeededOn, 'context.moneyNeededOn');
  }
  if (context.moneyNeeded !== undefined) parseMoney(context.moneyNeeded, 'context.moneyNeeded');
  for (const name of ['facts', 'productFacts', 'portfolio', 'calendar', 'fx'] as const) {
    if (context[name] !== undefined) checkObject(context[name], at(path, name));
  }
  checkAvailable(context.available);
  checkHoldings(context);
  checkLists(context);
  checkConsent(context.consent);
  checkPolicy(context.policy);
  const openOrders = checkList<OpenOrder>(context.openOrders, 'context.openOrders').map((open, i) =>
    readOrder(open, at('context.openOrders', i)),
  );
  return { ...context, openOrders };
}

function checkAccount({ account }: OrderContext): void {
  refuseUnknown(checkObject(account, 'context.account'), 'context.account', ACCOUNT_FIELDS);
  checkOneOf(account.status, 'context.account.status', ORDER_ACCOUNT_STATUSES);
  if (account.owners === undefined) return;
  checkList<string>(account.owners, 'context.account.owners').forEach((owner, i) => {
    checkText(owner, at('context.account.owners', i));
  });
}

function checkPacks(packs: OrderContext['packs']): void {
  if (packs === undefined) return;
  checkList<CompiledPack>(packs, 'context.packs').forEach((pack, i) => {
    const path = at('context.packs', i);
    checkObject(pack, path);
    checkText(pack.id, at(path, 'id'));
    checkObject(pack.pack, at(path, 'pack'));
  });
}

function checkAvailable(available: OrderContext['available']): void {
  if (!Array.isArray(available)) {
    parseMoney(available as Money, 'context.available');
    return;
  }
  (available as readonly Money[]).forEach((money, i) => {
    parseMoney(money, at('context.available', i));
  });
}

function checkHoldings({ holdings, lots = {}, universe }: OrderContext): void {
  const path = 'context.holdings';
  for (const [id, value] of Object.entries(checkObject(holdings, path))) {
    findProduct(id, universe, at(path, id));
    parseMoney(value, at(path, id));
  }
  for (const [id, list] of Object.entries(checkObject(lots, 'context.lots'))) {
    const where = at('context.lots', id);
    findProduct(id, universe, where);
    checkList<HoldingLot>(list, where).forEach((lot, i) => {
      refuseUnknown(checkObject(lot, at(where, i)), at(where, i), LOT_FIELDS);
      parsePlainDate(lot.boughtOn, at(at(where, i), 'boughtOn'));
      parseMoney(lot.value, at(at(where, i), 'value'), { sign: 'not-negative' });
    });
  }
}

function checkLists(context: OrderContext): void {
  const { asOf, receivables, history, demands, prices, universe } = context;
  if (receivables !== undefined) {
    checkList<Receivable>(receivables, 'context.receivables').forEach((one, i) => {
      const path = at('context.receivables', i);
      refuseUnknown(checkObject(one, path), path, RECEIVABLE_FIELDS);
      parseMoney(one.amount, at(path, 'amount'), { sign: 'not-negative' });
      const on = parsePlainDate(one.on, at(path, 'on'));
      if (on >= asOf) return;
      // What was booked before is in the money that is there, or it never came.
      throw new AptfolioError('inconsistent', at(path, 'on'), `a day from ${asOf}`, on);
    });
  }
  if (history !== undefined) {
    checkList<PastOrder>(history, 'context.history').forEach((past, i) => {
      const path = at('context.history', i);
      refuseUnknown(checkObject(past, path), path, PAST_FIELDS);
      checkText(past.product, at(path, 'product'));
      checkOneOf(past.side, at(path, 'side'), ['buy', 'sell', 'switch'] as const);
      parseMoney(past.gross, at(path, 'gross'), { sign: 'positive' });
      parsePlainDate(past.on, at(path, 'on'));
      const { minutesAgo, id, from } = past;
      if (id !== undefined) checkText(id, at(path, 'id'));
      if (from !== undefined) checkText(from, at(path, 'from'));
      if (minutesAgo !== undefined) checkInteger(minutesAgo, at(path, 'minutesAgo'), { min: 0 });
    });
  }
  if (demands !== undefined) {
    checkUniqueIds(checkList<EvidenceDemand>(demands, 'context.demands'), 'context.demands');
    demands.forEach((demand, i) => {
      readDemand(demand, at('context.demands', i));
    });
  }
  for (const [id, price] of Object.entries(checkObject(prices ?? {}, 'context.prices'))) {
    const path = at('context.prices', id);
    findProduct(id, universe, path);
    const { currency, amount } = checkObject(price, path);
    checkCurrency(currency, at(path, 'currency'));
    parseQuantity(amount, at(path, 'amount'), { sign: 'positive' });
  }
}

function checkConsent(consent: OrderContext['consent']): void {
  if (consent === null) return;
  checkObject(consent, 'context.consent');
  checkText(consent.proposalHash, 'context.consent.proposalHash');
  if (!('format' in consent) || consent.format !== CONSENT_FORMAT) return;
  checkObject(consent.orders, 'context.consent.orders');
  for (const name of ['consents', 'evidence'] as const) {
    const path = at('context.consent', name);
    checkList<unknown>(consent[name], path).forEach((item, i) => {
      checkObject(item, at(path, i));
    });
  }
}

function checkPolicy(policy: OrderPolicy | undefined): void {
  if (policy === undefined) return;
  checkObject(policy, 'context.policy');
  const limits = {
    duplicateMinutes: 0,
    sizeMultiple: 1,
    sizeScore: 0,
    sizeScoreFrom: 2,
    priceDeviation: 0,
  } as const;
  refuseUnknown(policy, 'context.policy', POLICY_FIELDS);
  for (const [name, min] of Object.entries(limits)) {
    const value = policy[name as keyof OrderPolicy];
    if (value !== undefined) checkRange(value, at('context.policy', name), { min });
  }
}

/** The amount of a currency among free money; `undefined` where nobody says. */
export function availableIn(
  available: OrderContext['available'],
  currency: Money['currency'],
): Money | undefined {
  if (!Array.isArray(available)) {
    return parseMoneyIn(available as Money, currency, 'context.available');
  }
  return (available as readonly Money[]).find((money) => money.currency === currency);
}
