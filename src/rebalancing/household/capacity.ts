import type { PlainDate } from '../../dates/index.js';
import { most } from '../account/exact.js';
import { floorOf } from '../account/settle-cash.js';
import type { Inside } from '../policy/compiled-policy.js';
import { chargesOf } from '../rounding/charges.js';
import { type Fit, isFit } from '../rounding/fit.js';
import { fitSale, type SaleRules } from '../rounding/fit-sale.js';
import type { PosedProblem } from './pose-problem.js';
import type { ReadShareAccount } from './read-household.js';
import { saleRuleOf } from './sale-cost.js';

/** What an account can pay without a sale, in its own currency; below 0 where it lacks money. */
export function freeOf({ account }: ReadShareAccount, { policy }: Inside): bigint {
  const { cashTotal, withdrawal } = account;
  return cashTotal - withdrawal - floorOf(policy.cash, account);
}

/**
 * The most that an account can pay, in the household's currency: free money above the floor and everything that can be sold, less the fees, the spread
 * and the tax of just these sales. Steps and minimums of trades are left to the account itself.
 */
export function capacityOf(
  place: number,
  { cells, origins }: Pick<PosedProblem, 'cells' | 'origins'>,
  one: ReadShareAccount,
  { inside, asOf }: { readonly inside: Inside; readonly asOf: PlainDate },
): bigint {
  const { account, toHousehold, toOwn } = one;
  const places = new Map(account.holdings.map(({ id }, i) => [id, i]));
  const fits = cells.flatMap((cell, j): Fit[] => {
    if (cell.account !== place || cell.held <= cell.least) return [];
    const { holding, bound } = origins[j]!;
    const stays = cell.least > toHousehold(bound.low) ? toOwn(cell.least) : bound.low;
    if (holding.value <= stays) return [];
    const rules: SaleRules = {
      ...NO_RULES,
      lots: saleRuleOf(account, holding, inside.policy.lots.method, asOf),
    };
    const fit = fitSale(places.get(cell.product)!, holding, bound, holding.value - stays, rules);
    return isFit(fit) ? [fit] : [];
  });
  const received = fits.reduce((sum, { amount }) => sum + amount, freeOf(one, inside));
  const payable = toHousehold(received - chargesOf(fits, account).total);
  // What is paid is rounded up to the account's unit.
  return most(payable - (toHousehold(1n) - 1n), 0n);
}

const NO_RULES = Object.freeze({ amountStep: 1n, minimum: 0n, rounding: 'down' } as const);
