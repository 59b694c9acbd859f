import { leftSideAt } from '../infeasible/rule-book.js';
import type { DiscreteModel } from './discrete-model.js';
import { isPermitted, SAME_WEIGHT } from './domain.js';
import type { CompiledLots, LotAccount } from './lots.js';

/** A rule that a portfolio breaks, and by how much in the unit of its bound. */
export interface RuleBreach {
  readonly rule: string;
  readonly by: number;
}

/** A breach below this is rounding. */
const ROUNDING = 1e-9;

/** Every rule that a portfolio breaks, tolerances set aside. `account` is that of lots. */
export function breachesOf(
  model: DiscreteModel,
  weights: Float64Array,
  account: LotAccount | undefined,
): readonly RuleBreach[] {
  return [
    ...breachesOfRules(model, weights, account),
    ...breachesOfSizes(model, weights),
    ...breachesOfCounts(model, weights),
  ].filter(({ by }) => by > ROUNDING);
}

function breachesOfRules(
  { book, lots }: DiscreteModel,
  weights: Float64Array,
  account: LotAccount | undefined,
): readonly RuleBreach[] {
  const { floors, ceilings, conditions, limits } = book;
  const found: RuleBreach[] = [];
  const fees = lots === undefined ? 0 : Number(account!.fees) / Number(lots.value);
  weights.forEach((weight, a) => {
    const [floor, ceiling] = [floors[a]!, ceilings[a]!];
    found.push({ rule: floor.name, by: floor.bound - weight });
    found.push({ rule: ceiling.name, by: weight - ceiling.bound });
  });
  for (const condition of conditions) {
    const { lower, upper } = condition;
    const side = leftSideAt(condition, weights);
    if (lots !== undefined && lower?.kind === 'budget') {
      const { cash } = account!;
      if (cash < lots.leastCash) found.push(inMoney(lower.name, lots.leastCash - cash, lots));
      if (cash > lots.mostCash) found.push(inMoney(lower.name, cash - lots.mostCash, lots));
      continue;
    }
    const net = lower?.kind === 'target-return' ? side - fees : side;
    if (lower !== undefined) found.push({ rule: lower.name, by: limits.get(lower)! - net });
    if (upper !== undefined) found.push({ rule: upper.name, by: net - limits.get(upper)! });
  }
  if (lots !== undefined && account!.cash < 0n) found.push(inMoney('cash', -account!.cash, lots));
  return found;
}

/** A breach that was found in whole units of money: even the smallest is none of rounding. */
function inMoney(rule: string, by: bigint, { value }: CompiledLots): RuleBreach {
  return { rule, by: Math.max(2 * ROUNDING, Number(by) / Number(value)) };
}

function breachesOfSizes(model: DiscreteModel, weights: Float64Array): readonly RuleBreach[] {
  const { problem, minTicket, minTrade, current, book } = model;
  return problem.assets.flatMap((name, a) => {
    if (book.floors[a] === book.ceilings[a]) return [];
    const held = Math.abs(weights[a]!);
    const traded = Math.abs(weights[a]! - current[a]!);
    return [
      { rule: `min-ticket:${name}`, by: held <= SAME_WEIGHT ? 0 : minTicket[a]! - held },
      { rule: `min-trade:${name}`, by: traded <= SAME_WEIGHT ? 0 : minTrade[a]! - traded },
    ];
  });
}

function breachesOfCounts(
  { maxHoldings, minHoldings }: DiscreteModel,
  weights: Float64Array,
): readonly RuleBreach[] {
  const held = holdingsOf(weights);
  return [
    { rule: 'max-holdings', by: held - maxHoldings },
    { rule: 'min-holdings', by: minHoldings - held },
  ];
}

/** How many assets are held. */
export function holdingsOf(weights: Float64Array): number {
  return weights.reduce((count, weight) => count + (Math.abs(weight) > SAME_WEIGHT ? 1 : 0), 0);
}

/** Whether some breaches stay within what may be broken. */
export function isWithinTolerance(
  { tolerances }: Pick<DiscreteModel, 'tolerances'>,
  breaches: readonly RuleBreach[],
): boolean {
  return breaches.every(({ rule, by }) => by <= (tolerances.get(rule) ?? 0) + ROUNDING);
}

/** Whether weights meet the rules on sizes and numbers. */
export function meetsSizes(model: DiscreteModel, weights: Float64Array): boolean {
  const held = holdingsOf(weights);
  if (held > model.maxHoldings || held < model.minHoldings) return false;
  return model.domains.every((domain, a) => isPermitted(domain, weights[a]!));
}
