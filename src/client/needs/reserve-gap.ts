import { makeReason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  convertMoney,
  isPositive,
  type Money,
  subtractMoney,
  sumMoney,
} from '../../money/index.js';
import { isLiquid } from '../balance-sheet/liquid.js';
import type { Situation } from '../situation.js';
import { type Finding, hasRateFor, NOTHING, unknown } from './finding.js';

/** Less at hand, in all currencies, than the reserve; a missing rate matters only where what is known does not suffice. */
export function reserveGap<C extends CurrencyCode>(situation: Situation<C>): Finding<C> {
  const { view, currency, policy, reserve } = situation;
  const { months, irregular, amount: wanted } = reserve;
  const atHand = view.holdings.filter(
    (holding) => isLiquid(holding, policy.liquidWithinDays) && isPositive(holding),
  );
  const known = atHand.filter((holding) => hasRateFor(holding.currency, situation));
  const missing = atHand
    .filter((holding) => !known.includes(holding))
    .map((holding) => `fx.${holding.currency}`);
  if (wanted === null) return unknown([...reserve.missing, ...missing]);
  const liquid = sumMoney<CurrencyCode>(
    currency,
    known.map((holding) => convertMoney(holding, currency, view.fx)),
  ) as Money<C>;
  const amount = subtractMoney<CurrencyCode>(wanted, liquid) as Money<C>;
  if (!isPositive(amount)) return NOTHING;
  if (missing.length > 0) return unknown(missing);
  const parameters = { amount, reserve: wanted, liquid, months };
  const reason = makeReason('client.need-reserve', 'warn', parameters);
  const evidence = { months, irregularIncomes: irregular, reserve: wanted, liquid };
  const need = { kind: 'reserve-gap', id: 'reserve-gap', amount, ...evidence, reason } as const;
  return { needs: [need], missing: [] };
}
