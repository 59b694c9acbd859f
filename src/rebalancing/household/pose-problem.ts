import { least, most, RATE_UNITS, rateUnits } from '../account/exact.js';
import type { Holding } from '../account/read-holdings.js';
import type { CompiledCap } from '../policy/read-caps.js';
import type { Bound } from '../reach/bounds.js';
import type { LocationCost } from './location-cost.js';
import { type ReadShareAccount, type ReadTarget, requiredIn } from './read-household.js';
import { capsLess, capsOf, type PosedCap } from './share-caps.js';
import type { Cell, ShareProblem } from './share-problem.js';
import { splitTarget } from './split-target.js';
import { withinMoney } from './within-money.js';

/** A sharing problem and what its places stand for. */
export interface PosedProblem extends ShareProblem {
  readonly kind: ReadTarget['kind'];
  /** The lines: products or asset classes, ascending. */
  readonly lines: readonly string[];
  readonly weights: readonly number[];
  /** Where the lines are classes: the products that they are wanted of, as weights of all money. Absent: whichever. */
  readonly aimed?: ReadonlyMap<string, number>;
  /** All money to invest. */
  readonly whole: bigint;
  /** The holding and its bound behind each cell. */
  readonly origins: readonly { readonly holding: Holding; readonly bound: Bound }[];
  readonly caps: readonly PosedCap[];
}

/** Puts accounts and target into amounts of the household's currency. */
export function poseProblem(
  accounts: readonly ReadShareAccount[],
  target: ReadTarget,
  costOf: LocationCost,
  caps: readonly CompiledCap[],
): PosedProblem {
  const lines = linesOf(accounts, target);
  const places = new Map(lines.map((id, i) => [id, i]));
  const mayGrow = mayGrowIn(target);
  const cells: Cell[] = [];
  const origins: { readonly holding: Holding; readonly bound: Bound }[] = [];
  accounts.forEach((one, account) => {
    const required = new Set(requiredIn(one.given));
    one.account.holdings.forEach((holding, i) => {
      const { id, local } = holding;
      if (local === 0n && !mayGrow(id) && !required.has(id)) return;
      const bound = one.bounds[i]!;
      const { product } = holding.item;
      const exposures =
        target.kind === 'products'
          ? [[places.get(holding.id)!, 1] as const]
          : Object.entries(product.lookThrough)
              .filter(([, share]) => share > 0)
              .map(([id, share]) => [places.get(id)!, share] as const);
      const limits = limitsOf(one, holding, bound, mayGrow(holding.id));
      const cost = costOf(product, one.given);
      cells.push({ account, product: holding.id, cost, exposures, ...limits });
      origins.push({ holding, bound });
    });
  });
  const money = accounts.map(moneyOf(cells));
  const whole = money.reduce((sum, amount) => sum + amount, 0n);
  const weights = lines.map((id) => target.weights.get(id) ?? 0);
  const targets = splitTarget(most(whole, 0n), weights);
  const { kind } = target;
  const within = withinMoney({ cells, money, origins }, accounts);
  const posed = { kind, cells: within, money, targets, lines, weights, whole, origins };
  return { ...posed, caps: capsOf(accounts, within, caps) };
}

/** The problem of what is left of each account's money once trading has been charged for. */
export function lessCharges(
  problem: PosedProblem,
  accounts: readonly ReadShareAccount[],
  target: ReadTarget,
  charged: readonly bigint[],
): PosedProblem {
  const mayGrow = mayGrowIn(target);
  const money = problem.money.map((amount, i) => most(amount - charged[i]!, 0n));
  const whole = money.reduce((sum, amount) => sum + amount, 0n);
  const cells = problem.cells.map((cell, j): Cell => {
    const { account, product: id } = cell;
    const one = accounts[account]!;
    if (one.given.limits?.[id] === undefined) return cell;
    const { holding, bound } = problem.origins[j]!;
    return { ...cell, ...limitsOf(one, holding, bound, mayGrow(id), charged[account]!) };
  });
  const targets = splitTarget(whole, problem.weights);
  const within = withinMoney({ ...problem, cells, money }, accounts);
  return {
    ...problem,
    cells: within,
    money,
    whole,
    targets,
    caps: capsLess(problem.caps, charged),
  };
}

/** Whether more may be bought of a product than the limits of an account require: any where products are wanted, and those on the list of asset classes. */
function mayGrowIn({ kind, products }: ReadTarget): (id: string) => boolean {
  const wanted = new Set(products);
  return (id) => kind === 'products' || wanted.has(id);
}

function linesOf(
  accounts: readonly ReadShareAccount[],
  { kind, weights, products }: ReadTarget,
): readonly string[] {
  const held = accounts.flatMap(({ account, given }) => {
    const may = new Set([...products, ...requiredIn(given)]);
    return account.holdings
      .filter(({ id, local }) => local > 0n || may.has(id))
      .flatMap(({ id, item }) =>
        kind === 'products' ? [id] : Object.keys(item.product.lookThrough),
      );
  });
  return [...new Set([...weights.keys(), ...held])].sort();
}

/** What is to be invested in an account: what it holds, and its free money unless it is frozen; never below 0. */
function moneyOf(cells: readonly Cell[]): (one: ReadShareAccount, place: number) => bigint {
  return ({ account, money, toHousehold }, place) => {
    const held = cells.reduce((sum, cell) => (cell.account === place ? sum + cell.held : sum), 0n);
    return account.status === 'frozen' ? held : most(held + toHousehold(money.free), 0n);
  };
}

/**
 * What can be done today, within the account's own limits as far as that allows.
 *
 * @param charged what of the account's money trading takes, of which limits are no shares.
 */
function limitsOf(
  { given, money, toHousehold }: ReadShareAccount,
  { id, value }: Holding,
  { low, high }: Bound,
  mayGrow: boolean,
  charged = 0n,
): Pick<Cell, 'held' | 'least' | 'most'> {
  const limit = given.limits?.[id];
  const whole = most(toHousehold(most(money.investable, 0n)) - charged, 0n);
  const share = (part: number): bigint => (whole * rateUnits(part)) / RATE_UNITS;
  const held = toHousehold(value);
  const lowest = toHousehold(low);
  const required = limit?.least === undefined ? 0n : share(limit.least);
  const highest = mayGrow ? toHousehold(high) : least(toHousehold(high), most(held, required));
  const atMost =
    limit?.most === undefined ? highest : least(highest, most(share(limit.most), lowest));
  const atLeast = most(lowest, least(required, atMost));
  return { held, least: atLeast, most: most(atMost, atLeast) };
}
