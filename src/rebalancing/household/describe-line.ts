import { type CurrencyCode, fromMinorUnits } from '../../money/index.js';
import { neumaierSum } from '../../numerics/index.js';
import type { HouseholdAct } from './describe-household.js';
import { lineReasons } from './explain-share.js';
import type { PosedProblem } from './pose-problem.js';
import type { HouseholdLine } from './result.js';

/** Writes what of a product or asset class there is, what is planned of it and what the trades reach. */
export function describeLine<C extends CurrencyCode>(
  line: number,
  act: HouseholdAct<C>,
): HouseholdLine<C> {
  const { household, accounts, problem, plan } = act;
  const { targets, lines, weights, whole } = problem;
  const planned = amountOf(line, problem, plan.sharing.amounts);
  const apart = plan.problem.targets[line]! - BigInt(Math.round(planned));
  // Amounts of classes are rounded product by product and account by account.
  const isApart = Math.abs(Number(apart)) > roundingOf(line, problem);
  const held = problem.cells.map((cell) => cell.held);
  const share = (amount: number): number => (whole > 0n ? amount / Number(whole) : 0);
  const reached = reachedOf(lines[line]!, act);
  const missing = targets[line]! - BigInt(Math.round(reached.amount));
  return Object.freeze({
    id: lines[line]!,
    current: share(amountOf(line, problem, held)),
    target: weights[line]!,
    planned: share(planned),
    reached: reached.weight,
    missing: fromMinorUnits(household.currency, missing),
    reasons: Object.freeze(
      isApart
        ? lineReasons(line, apart, plan.problem, plan.sharing, accounts, household.currency)
        : [],
    ),
  });
}

function amountOf(line: number, { cells }: PosedProblem, amounts: readonly bigint[]): number {
  const parts = cells.flatMap(({ exposures }, j) =>
    exposures.flatMap(([place, share]) => (place === line ? [share * Number(amounts[j]!)] : [])),
  );
  return neumaierSum(parts);
}

function roundingOf(line: number, { cells }: PosedProblem): number {
  const parts = cells.filter(({ exposures }) =>
    exposures.some(([place, share]) => place === line && share < 1),
  );
  return parts.length;
}

/** Weight and amount of a line after the trades. */
function reachedOf<C extends CurrencyCode>(
  id: string,
  { household, pool, after: { values, measured } }: HouseholdAct<C>,
): { readonly weight: number; readonly amount: number } {
  const { holdings, inside } = pool;
  if (household.target.kind === 'products') {
    const place = holdings.findIndex((holding) => holding.id === id);
    return { weight: measured.products[place]!, amount: Number(values[place]!) };
  }
  const place = inside.assetClasses.indexOf(id);
  const parts = holdings.map(({ item }, i) => item.exposures[place]! * Number(values[i]!));
  return { weight: measured.classes[place]!, amount: neumaierSum(parts) };
}
