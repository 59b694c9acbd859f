import { addDays } from '../dates/index.js';
import { makeReason, type Reason } from '../evidence/index.js';
import { compareMoney, equalsMoney } from '../money/index.js';
import { largestPurchase, purchaseTerms } from '../products/index.js';
import type { OrderFacts } from './order-facts.js';

/** Do the product's status, lock-up, minimum and step allow it? */
export function checkTerms(facts: OrderFacts): readonly Reason[] {
  return [...checkStatus(facts), ...checkLockUp(facts), ...checkAmount(facts)];
}

function checkStatus({ acquires, redeems }: OrderFacts): readonly Reason[] {
  const found: Reason[] = [];
  if (acquires !== undefined && acquires.status !== 'open') {
    const { id, status } = acquires;
    found.push(makeReason('orders.no-subscription', 'block', { product: id, status }));
  }
  if (redeems?.status === 'redemption-suspended') {
    found.push(makeReason('orders.no-redemption', 'block', { product: redeems.id }));
  }
  return found;
}

function checkLockUp({ context, acquires }: OrderFacts): readonly Reason[] {
  const { asOf, moneyNeededOn } = context;
  if (acquires === undefined || moneyNeededOn === null || acquires.lockUpDays === 0) return [];
  const availableFrom = addDays(asOf, acquires.lockUpDays);
  if (availableFrom <= moneyNeededOn) return [];
  const parameters = { product: acquires.id, availableFrom, neededOn: moneyNeededOn };
  return [makeReason('orders.locked-beyond-need', 'block', parameters)];
}

function checkAmount({ order, acquires }: OrderFacts): readonly Reason[] {
  if (acquires === undefined) return [];
  const { gross } = order;
  const { currency, amount } = gross;
  const { id: product, minimumPurchase: minimum, step } = acquires;
  if (compareMoney(gross, purchaseTerms(acquires, currency).minimum) < 0) {
    return [makeReason('orders.below-minimum', 'block', { product, amount, minimum, currency })];
  }
  if (equalsMoney(largestPurchase(acquires, gross), gross)) return [];
  return [makeReason('orders.off-step', 'block', { product, amount, step, currency })];
}
