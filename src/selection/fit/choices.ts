/** What may become of one product. Weights are decimal fractions of what is to be invested. */
export interface ProductChoice {
  /** The most that may be held; at least `locked`. */
  readonly most: number;
  /** The part of `most` that daily limits of redemption set where all money is needed on a day; infinite where they set none. */
  readonly inTime: number;
  /** The most that daily limits let be bought before the last day of subscription; infinite where they set none. */
  readonly bought: number;
  /** What is held today; 0 for a product that is not. */
  readonly held: number;
  /** The part of `held` that cannot be sold. */
  readonly locked: number;
  /** The least that may stay of a holding, unless nothing stays. */
  readonly leastKept: number;
  /** The least that may be sold of a holding, unless nothing stays; 0 for no such limit. */
  readonly leastSold: number;
  /** The least that may be bought; nothing where nothing may be bought. */
  readonly leastBought: number | undefined;
}

/**
 * What may become of a product, as flags: nothing is held; something is kept and nothing bought; all is kept and more bought; all is kept and nothing
 * bought, where a part cannot be sold down to nothing.
 */
export const OUT = 1;
export const KEPT = 2;
export const BOUGHT = 4;
export const WHOLE = 8;

/** The states in which something is held. */
export const HOLDING: readonly number[] = [KEPT, WHOLE, BOUGHT];

/** The range of what is kept and of what is bought. */
export interface PartBounds {
  readonly kept: readonly [number, number];
  readonly bought: readonly [number, number];
}

/** The states that a product may be in at all. */
export function statesOf(choice: ProductChoice): number {
  const { most, held, locked, leastBought, leastSold } = choice;
  let states = locked > 0 ? 0 : OUT;
  if (leastSold > 0 && held > 0 && held <= most) states |= WHOLE;
  if (locked > 0 || (held > 0 && fewestOf(choice) <= mostKept(choice))) states |= KEPT;
  if (leastBought !== undefined && most > held && leastBought <= most - held) states |= BOUGHT;
  return states;
}

/** The least of what is kept where something is. */
function fewestOf({ locked, leastKept }: ProductChoice): number {
  return locked > 0 ? locked : leastKept;
}

/** The most of what is kept where a part is sold, or may be. */
function mostKept({ held, locked, most, leastSold }: ProductChoice): number {
  return Math.max(locked, Math.min(held - leastSold, most));
}

/** The smallest ranges that hold all of the states. */
export function boundsOf(choice: ProductChoice, states: number): PartBounds {
  const { most, held, leastBought = 0 } = choice;
  const all = states & (BOUGHT | WHOLE);
  const kept: [number, number] = [
    states & OUT ? 0 : states & KEPT ? fewestOf(choice) : held,
    all ? held : states & KEPT ? mostKept(choice) : 0,
  ];
  const bought: [number, number] =
    states & BOUGHT ? [states === BOUGHT ? leastBought : 0, most - held] : [0, 0];
  return { kept, bought };
}

/** By how much a product is from the nearest of its states; 0 where it is in one. */
export function distanceFrom(
  choice: ProductChoice,
  states: number,
  kept: number,
  bought: number,
): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const state of [OUT, ...HOLDING]) {
    if (!(states & state)) continue;
    const bounds = boundsOf(choice, state);
    const away = outside(kept, bounds.kept) + outside(bought, bounds.bought);
    nearest = Math.min(nearest, away);
  }
  return nearest;
}

function outside(value: number, [lower, upper]: readonly [number, number]): number {
  return Math.max(0, lower - value, value - upper);
}
