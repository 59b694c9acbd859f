/** What may become of one product. Weights are decimal fractions of what is to be invested. */
export interface ProductChoice {
  /** The most that may be held; at least `locked`. */
  readonly most: number;
  /** The part of `most` that daily limits of redemption set where all money is needed on a day; infinite where they set none. */
  readonly inTime: number;
  /** What is held today; 0 for a product that is not. */
  readonly held: number;
  /** The part of `held` that cannot be sold. */
  readonly locked: number;
  /** The least that may stay of a holding, unless nothing stays. */
  readonly leastKept: number;
  /** The least that may be bought; nothing where nothing may be bought. */
  readonly leastBought: number | undefined;
}

/** What may become of a product, as flags: nothing is held; something is kept and nothing bought; all is kept and more bought. */
export const OUT = 1;
export const KEPT = 2;
export const BOUGHT = 4;

/** The range of what is kept and of what is bought. */
export interface PartBounds {
  readonly kept: readonly [number, number];
  readonly bought: readonly [number, number];
}

/** The states that a product may be in at all. */
export function statesOf(choice: ProductChoice): number {
  const { most, held, locked, leastKept, leastBought } = choice;
  let states = locked > 0 ? 0 : OUT;
  if (locked > 0 || (held > 0 && leastKept <= Math.min(held, most))) states |= KEPT;
  if (leastBought !== undefined && most > held && leastBought <= most - held) states |= BOUGHT;
  return states;
}

/** The smallest ranges that hold all of the states. */
export function boundsOf(choice: ProductChoice, states: number): PartBounds {
  const { most, held, locked, leastKept, leastBought = 0 } = choice;
  const fewest = locked > 0 ? locked : leastKept;
  const kept: [number, number] = [
    states & OUT ? 0 : states & KEPT ? fewest : held,
    states & BOUGHT ? held : states & KEPT ? Math.min(held, most) : 0,
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
  for (const state of [OUT, KEPT, BOUGHT]) {
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
