import type { PlainDate } from '../../dates/index.js';
import { type DealingDesk, entryFeeUnits } from '../../products/index.js';
import { spreadUnits } from '../account/dealing-spread.js';
import { floorShareOf, inUnits, least, most, ratio } from '../account/exact.js';
import { toLocal } from '../account/rates.js';
import type { ReadAccount } from '../account/read-account.js';
import type { Holding } from '../account/read-holdings.js';
import { washSaleOnPurchase } from '../lots/wash-sale.js';
import type { CompiledPolicy } from '../policy/compiled-policy.js';
import type { Bound, Hindrance, Investable } from './bounds.js';
import { limitOf } from './limit-of.js';

/** What can be bought of a product, and why not more. */
export interface PurchaseBound
  extends Pick<Bound, 'high' | 'buyable' | 'buyDates' | 'buyHindrances' | 'buyReleasedOn'> {
  /** The most that the policy lets it be worth, in smallest units of the account's currency. */
  readonly mostWorth: bigint | undefined;
}

/** What can be bought today, restrictions aside: what account, product and policy permit, up to the day's limit and the most that may be held. */
export function findPurchase(
  holding: Holding,
  account: ReadAccount,
  { investable, lost }: Investable,
  policy: CompiledPolicy,
  desk: DealingDesk,
): PurchaseBound {
  const { id, value, local, item, rate, digits } = holding;
  const mostWorth = mostWorthOf(holding, { investable, lost }, policy);
  const none = (hindrance: Hindrance, on: PlainDate | null): PurchaseBound => ({
    high: value,
    mostWorth,
    buyable: 0n,
    buyDates: undefined,
    buyHindrances: [hindrance],
    buyReleasedOn: on,
  });
  const forbidden = forbiddenBy(holding, account);
  if (forbidden !== undefined) return none(forbidden, null);
  const dealing = desk.next(item.product, 'buy');
  if (dealing.status !== 'now') {
    const hindrance = { code: 'rebalancing.no-subscription', details: dealing.reasons };
    return none(hindrance, dealing.orderOn ?? null);
  }
  const { washSaleDays, identical } = policy.lots;
  const { recentTrades } = account.history;
  const facts = { recentTrades, on: desk.asOf, washSaleDays, identical };
  const spoils = washSaleDays === undefined ? undefined : washSaleOnPurchase(id, facts);
  if (spoils !== undefined) {
    return none({ code: 'rebalancing.wash-sale', details: [spoils.reason] }, spoils.from);
  }
  const hindrances: Hindrance[] = [];
  let buyable = limitOf(holding, 'buy', account, dealing.dealsOn);
  if (buyable !== undefined) hindrances.push({ code: 'rebalancing.daily-limit' });
  if (item.maximumHolding !== undefined) {
    const room = most(inUnits(item.maximumHolding, digits, 'down') - local, 0n);
    buyable = buyable === undefined ? room : least(buyable, room);
    hindrances.push({ code: 'rebalancing.maximum-holding' });
  }
  if (mostWorth !== undefined) {
    const room = paymentFor(toLocal(most(mostWorth - value, 0n), rate), holding);
    buyable = buyable === undefined ? room : least(buyable, room);
    // What an account of a household may hold is a limit of its own, beside the policy's.
    const { maxWeight, mostWorth: ownMost } = policy.trading;
    const own = ownMost?.get(id);
    const share = Math.min(
      maxWeight.get(id) ?? 1,
      own === undefined ? 1 : ratio(own, most(investable, 1n)),
    );
    hindrances.push({ code: 'rebalancing.max-weight', parameters: { most: share } });
  }
  return {
    high:
      buyable === undefined ? most(value, investable) : value + (buyable * rate.over) / rate.under,
    mostWorth,
    buyable,
    buyDates: dealing,
    buyHindrances: hindrances,
    buyReleasedOn: null,
  };
}

/** How often a payment is corrected by the fee of the last one. */
const TRIES = 4;

/** The payment of which no more than a net is left once entry fee and spread are paid. */
export function paymentFor(net: bigint, { entryFees, currency, item }: Holding): bigint {
  const chargesOf = (gross: bigint): bigint => {
    const entry = entryFeeUnits(entryFees, gross, currency);
    return entry + spreadUnits(item.product, gross, currency, gross - entry);
  };
  let gross = net;
  for (let tries = 0; tries < TRIES; tries++) {
    const next = net + chargesOf(gross);
    if (next === gross) break;
    gross = next;
  }
  return gross - chargesOf(gross) <= net ? gross : net;
}

/** The most that the policy, or a limit of the account, lets a product be worth. */
export function mostWorthOf(
  { id }: Holding,
  { investable, lost }: Investable,
  policy: CompiledPolicy,
): bigint | undefined {
  const { maxWeight, mostWorth } = policy.trading;
  const share = maxWeight.get(id);
  const own = mostWorth?.get(id);
  if (share === undefined) return own;
  const worth = floorShareOf(most(investable - lost, 0n), share);
  return own === undefined ? worth : least(worth, own);
}

function forbiddenBy(
  { id, item, price }: Holding,
  { status, wantedClasses }: ReadAccount,
): Hindrance | undefined {
  if (status === 'frozen') return { code: 'rebalancing.frozen' };
  if (status === 'no-purchases') return { code: 'rebalancing.no-purchases' };
  if (wantedClasses?.products.includes(id) === false) return { code: 'rebalancing.kept-only' };
  if (item.unitStep !== undefined && price === undefined) return { code: 'rebalancing.no-price' };
  return undefined;
}
