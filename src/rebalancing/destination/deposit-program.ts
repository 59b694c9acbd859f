import { type LinearProgram, type LpResult, solveLp } from '../../numerics/index.js';

/** A product that could be bought. */
export interface Purchasable {
  /** What it is worth now, as a share of what is held. */
  readonly value: number;
  /** Least and most purchase, in the same unit; nothing may be bought where the most is 0. */
  readonly least: number;
  readonly most: number;
  /** What purchases are multiples of, in the same unit; absent where they may be any amount. */
  readonly step?: number;
  /** What of the money for it becomes value, above 0, and what it takes out of the account's money to pay for it, 1 without exchange. */
  readonly invested: number;
  readonly paid: number;
  /** The most of everything that it may be once it is bought; 1 without a limit. What is above it now stays so unless it is bought. */
  readonly mostWeight: number;
}

/** Something measured, with the share that each product has in it. */
export interface MeasuredLine {
  readonly id: string;
  readonly shares: readonly number[];
  readonly below: number;
  readonly above: number;
}

/** What the least deposit is sought for; everything is a share of what is held. */
export interface DepositProblem {
  readonly products: readonly Purchasable[];
  readonly lines: readonly MeasuredLine[];
  /** Money to invest before the deposit; below 0 where it is missing. */
  readonly free: number;
  /** What of the deposit may be spent; 1 unless a share of everything is kept as money. */
  readonly spendable: number;
  /** The least deposit that counts: of an account that holds nothing, none would leave everything as empty as it is. */
  readonly atLeast: number;
}

/** The least deposit and what is bought with it. */
export interface LeastDeposit {
  readonly deposit: number;
  readonly purchases: readonly number[];
}

/** After so many programs the best that was found must do. */
const MOST_STEPS = 400;

type Fate = 'open' | 'bought' | 'not-bought';

/** What is decided about the purchases so far. */
interface Branch {
  readonly fates: readonly Fate[];
  /** Least and most numbers of steps, by place. */
  readonly fewest: readonly number[];
  readonly most: readonly number[];
}

/**
 * The least deposit that, all spent on purchases, brings every line between its limits. Everything is linear in what is bought but for the
 * least purchases and for steps: a product is bought from its least on or not at all, in whole steps, which branch and bound decides. `undefined` if there
 * is no deposit.
 *
 * Source: A. H. Land and A. G. Doig, Econometrica 28 (1960) 497–520.
 */
export function leastDeposit(problem: DepositProblem): LeastDeposit | undefined {
  let best: LeastDeposit | undefined;
  const { products } = problem;
  const start: Branch = {
    fates: products.map(() => 'open'),
    fewest: products.map(() => 0),
    most: products.map(() => Number.POSITIVE_INFINITY),
  };
  const open = [start];
  for (let steps = 0; open.length > 0 && steps < MOST_STEPS; steps++) {
    const branch = open.pop()!;
    const found = solve(problem, branch);
    if (found === undefined || (best !== undefined && found.deposit >= best.deposit - NOISE)) {
      continue;
    }
    const next = chosenIn(problem, branch, found) ?? countedIn(problem, branch, found);
    if (next === undefined) best = found;
    else open.push(...next);
  }
  return best;
}

/** Both ways of a purchase that is too small, or that its most weight does not allow; nothing where none is. */
function chosenIn(
  problem: DepositProblem,
  branch: Branch,
  found: LeastDeposit,
): readonly Branch[] | undefined {
  const { fates } = branch;
  const everything = worthOf(problem, found);
  const place = found.purchases.findIndex((purchase, i) => {
    if (fates[i] !== 'open' || purchase <= NOISE) return false;
    const { least, value, invested, mostWeight } = problem.products[i]!;
    return (
      purchase < least - NOISE || value + purchase * invested > mostWeight * everything + NOISE
    );
  });
  if (place === -1) return undefined;
  return (['not-bought', 'bought'] as const).map((fate) => ({
    ...branch,
    fates: fates.map((known, i) => (i === place ? fate : known)),
  }));
}

/** A number of steps this near to a whole one is whole. */
const WHOLE = 1e-6;

/** Fewer or more steps of the purchase that is furthest from a whole number of them; nothing where all are whole. */
function countedIn(
  { products }: DepositProblem,
  branch: Branch,
  { purchases }: LeastDeposit,
): readonly Branch[] | undefined {
  let place = -1;
  let furthest = WHOLE;
  purchases.forEach((purchase, i) => {
    const { step } = products[i]!;
    if (step === undefined) return;
    const apart = Math.abs(purchase / step - Math.round(purchase / step));
    if (apart > furthest) [place, furthest] = [i, apart];
  });
  if (place === -1) return undefined;
  const below = Math.floor(purchases[place]! / products[place]!.step!);
  const set = (counts: readonly number[], count: number): readonly number[] =>
    counts.map((known, i) => (i === place ? count : known));
  // More of it, which is likelier to do, is taken off first.
  return [
    { ...branch, most: set(branch.most, below) },
    { ...branch, fewest: set(branch.fewest, below + 1) },
  ];
}

/** What everything is worth after the purchases. */
function worthOf({ products }: DepositProblem, { purchases }: LeastDeposit): number {
  return products.reduce(
    (sum, { value, invested }, i) => sum + value + purchases[i]! * invested,
    0,
  );
}

/** The lines that no deposit brings between their limits, if all others are. */
export function linesOutOfReach(problem: DepositProblem): readonly string[] {
  const count = problem.products.length;
  const program = programOf(
    problem,
    { fates: problem.products.map(() => 'open'), fewest: [], most: [] },
    'slack',
  );
  const result = solveLp(program);
  if (result.status !== 'optimal') return problem.lines.map(({ id }) => id);
  const missed = problem.lines.filter((_, row) => {
    const slack = count + 1 + 2 * row;
    return result.x[slack]! > NOISE || result.x[slack + 1]! > NOISE;
  });
  return missed.map(({ id }) => id);
}

const NOISE = 1e-11;

function solve(problem: DepositProblem, branch: Branch): LeastDeposit | undefined {
  const result: LpResult = solveLp(programOf(problem, branch, 'exact'));
  if (result.status !== 'optimal') return undefined;
  const count = problem.products.length;
  return { deposit: result.x[count]!, purchases: [...result.x.subarray(0, count)] };
}

/**
 * Columns: purchases, the deposit, and with `slack` two for each line, by which it may be below or above. With the value S of everything after
 * the purchases a line's row below is Σ share·value − below·S ≥ 0, and so on.
 */
function programOf(
  { products, lines, free, spendable, atLeast }: DepositProblem,
  { fates, fewest, most }: Branch,
  form: 'exact' | 'slack',
): LinearProgram {
  const count = products.length;
  const width = count + 1 + (form === 'slack' ? 2 * lines.length : 0);
  const held = products.reduce((sum, { value }) => sum + value, 0);
  const capped = [...products.keys()].filter((i) => {
    const { mostWeight, value } = products[i]!;
    return mostWeight < 1 && (value <= mostWeight * held || fates[i] === 'bought');
  });
  const rows: Float64Array[] = [];
  const lower: number[] = [];
  const upper: number[] = [];
  const addRow = (low: number, high: number, entryOf: (place: number) => number): Float64Array => {
    const row = new Float64Array(width);
    for (let i = 0; i < count; i++) row[i] = entryOf(i);
    rows.push(row);
    lower.push(low);
    upper.push(high);
    return row;
  };
  lines.forEach(({ shares, below, above }, line) => {
    const now = products.reduce((sum, { value }, i) => sum + shares[i]! * value, 0);
    const isBelow = addRow(below * held - now, Number.POSITIVE_INFINITY, (i) => {
      return (shares[i]! - below) * products[i]!.invested;
    });
    const isAbove = addRow(Number.NEGATIVE_INFINITY, above * held - now, (i) => {
      return (shares[i]! - above) * products[i]!.invested;
    });
    if (form === 'exact') return;
    isBelow[count + 1 + 2 * line] = 1;
    isAbove[count + 2 + 2 * line] = -1;
  });
  for (const one of capped) {
    const { value, mostWeight } = products[one]!;
    addRow(Number.NEGATIVE_INFINITY, mostWeight * held - value, (i) => {
      return ((i === one ? 1 : 0) - mostWeight) * products[i]!.invested;
    });
  }
  addRow(free, free, (i) => products[i]!.paid)[count] = -spendable;
  const cost = new Float64Array(width);
  if (form === 'exact') cost[count] = 1;
  else cost.fill(1, count + 1);
  return {
    cost,
    rows: {
      matrix: Float64Array.from(rows.flatMap((row) => [...row])),
      lower: Float64Array.from(lower),
      upper: Float64Array.from(upper),
    },
    lower: Float64Array.from({ length: width }, (_, i) => {
      if (i === count) return atLeast;
      if (i > count) return 0;
      const { least, step = 0 } = products[i]!;
      return Math.max(fates[i] === 'bought' ? least : 0, step * (fewest[i] ?? 0));
    }),
    upper: Float64Array.from({ length: width }, (_, i) => {
      if (i >= count) return Number.POSITIVE_INFINITY;
      if (fates[i] === 'not-bought') return 0;
      const { step } = products[i]!;
      const counted = step === undefined ? undefined : most[i];
      return counted === undefined
        ? products[i]!.most
        : Math.min(products[i]!.most, step! * counted);
    }),
  };
}
