import type { PlainDate } from '../../dates/index.js';
import { spreadRate } from '../account/dealing-spread.js';
import { ratio } from '../account/exact.js';
import { toAccount } from '../account/rates.js';
import type { ReadAccount } from '../account/read-account.js';
import type { Holding } from '../account/read-holdings.js';
import type { LotMethod } from '../lots/lot.js';
import type { SaleRule } from '../lots/lot-state.js';
import { sellLots } from '../lots/sell-lots.js';
import { taxAdded } from '../lots/tax-of.js';
import type { Bound } from '../reach/bounds.js';

/** Exit fee, half the spread and tax of a sale as a share of its amount: the mean over all that can be sold today. */
export function saleCostOf(
  account: ReadAccount,
  { id, item, currency, exitRate, rate }: Holding,
  { sellable, sellableLots }: Bound,
  method: LotMethod,
  asOf: PlainDate,
): number {
  if (sellable === 0n) return 0;
  const spread = spreadRate(item.product, sellable, currency);
  if (sellableLots === undefined) return spread + exitRate;
  const { tax, history } = account;
  const sale = sellLots(sellableLots, sellable, saleRuleOf(account, { id }, method, asOf));
  if (sale.status !== 'sold') return spread + exitRate;
  let exit = 0n;
  const gains = sale.parts.map(({ exitFee, gain, term }) => {
    exit += exitFee;
    return gain === undefined ? { term } : { term, gain: toAccount(gain, rate) };
  });
  const taxed = tax === undefined ? 0n : taxAdded(gains, history.realised.possible, tax);
  return spread + ratio(exit, sellable) + ratio(taxed, toAccount(sellable, rate));
}

/** The order in which the lots of a holding are sold. */
export function saleRuleOf(
  { tax, history }: ReadAccount,
  { id }: Pick<Holding, 'id'>,
  method: LotMethod,
  asOf: PlainDate,
): SaleRule {
  const order = history.lotOrder.get(id);
  return {
    method,
    asOf,
    ...(order === undefined ? {} : { order }),
    ...(tax === undefined ? {} : { tax }),
  };
}
