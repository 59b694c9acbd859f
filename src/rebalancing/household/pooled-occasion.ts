import type { DealingDesk } from '../../products/index.js';
import { least, most, ratio } from '../account/exact.js';
import type { CompiledCap } from '../policy/read-caps.js';
import type { Bound } from '../reach/bounds.js';
import { type CapRow, capRowsOf } from '../reach/caps.js';
import type { LimitRule, Limits } from '../reach/limits.js';
import type { Occasion } from '../reach/situation.js';
import { measurePool, type Pool } from './pool.js';
import type { PosedProblem } from './pose-problem.js';
import type { ReadShareAccount } from './read-household.js';
import { limitOf } from './share-caps.js';
import type { Cell } from './share-problem.js';

/** All accounts of a household as one account that is to be brought somewhere. */
export function pooledOccasion(
  problem: PosedProblem,
  accounts: readonly ReadShareAccount[],
  pool: Pool,
  desk: DealingDesk,
  aim: Pick<Occasion, 'inset' | 'tradesAll'>,
): Occasion {
  const { holdings, inside, breached } = pool;
  const { whole } = problem;
  const { account } = accounts[0]!;
  const values = holdings.map(({ value }) => value);
  const { low, high } = pooledLimits(problem, pool, problem.cells);
  return {
    inside,
    account: { ...account, holdings, history: { ...account.history, breached } },
    desk,
    money: {
      kept: 0n,
      free: values.reduce((rest, value) => rest - value, whole),
      investable: whole,
      mustRaise: accounts.some(({ money }) => money.mustRaise),
    },
    aim: pool.aim,
    now: measurePool(pool, values, whole),
    caps: pooledCaps(problem, pool),
    bounds: low.map((lowest, i) => ({ ...NOTHING_ELSE, low: lowest, high: high[i]! })),
    task: 'rebalance',
    ...aim,
  };
}

/** Only how much may be held is asked of all accounts together; what is traded is asked of each. */
const NOTHING_ELSE: Omit<Bound, 'low' | 'high'> = Object.freeze({
  sellable: 0n,
  sellableLots: undefined,
  buyable: undefined,
  buyDates: undefined,
  saleDates: () => undefined,
  buyHindrances: Object.freeze([]),
  sellHindrances: Object.freeze([]),
  buyReleasedOn: null,
  sellReleases: Object.freeze([]),
});

/** What a rule leaves of the cells, account by account. */
export function limitCells(
  { cells, origins }: PosedProblem,
  accounts: readonly ReadShareAccount[],
  rule: LimitRule,
): readonly Cell[] {
  const limited = [...cells];
  accounts.forEach(({ money }, account) => {
    const places = [...cells.keys()].filter((j) => cells[j]!.account === account);
    const { low, high } = rule({
      account: { holdings: places.map((j) => ({ id: cells[j]!.product, value: cells[j]!.held })) },
      bounds: places.map((j) => ({
        ...origins[j]!.bound,
        low: cells[j]!.least,
        high: cells[j]!.most,
      })),
      money,
    });
    places.forEach((j, k) => {
      limited[j] = { ...cells[j]!, least: least(low[k]!, high[k]!), most: high[k]! };
    });
  });
  return limited;
}

/** What all accounts together may hold of each product, each with its own money. */
export function pooledLimits(
  { money }: PosedProblem,
  { holdings }: Pool,
  cells: readonly Cell[],
): Limits {
  const places = new Map(holdings.map(({ id }, place) => [id, place]));
  const low = holdings.map(() => 0n);
  const high = holdings.map(() => 0n);
  for (const cell of cells) {
    const place = places.get(cell.product)!;
    low[place]! += cell.least;
    // What is above all the money that is left is not above its most.
    const payable = most(cell.held, money[cell.account]!);
    high[place]! += most(cell.least, least(cell.most, payable));
  }
  return { low, high, buy: holdings.map(() => []), sell: holdings.map(() => []) };
}

/** Caps of which all accounts together may come to as much as each by itself. */
function pooledCaps({ caps, cells, whole }: PosedProblem, { holdings }: Pool): readonly CapRow[] {
  if (caps.length === 0 || whole <= 0n) return [];
  const limits = new Map<CompiledCap, number>();
  for (const one of caps) limits.set(one.cap, (limits.get(one.cap) ?? 0) + limitOf(one, cells));
  const pooled = [...limits].map(([cap, limit]) => ({
    ...cap,
    max: Math.min(1, ratio(BigInt(Math.ceil(limit)), whole)),
  }));
  return capRowsOf(holdings, pooled);
}
