/** A deposit that does, in smallest units. */
export interface Deposited {
  readonly deposit: bigint;
}

/** A deposit for lines that lie so much further in, its purchases in whole steps or not. */
export type Attempt<T extends Deposited> = (by: number, inSteps?: boolean) => T | undefined;

/** The lesser of two deposits, of which either may not exist. */
export function lesserOf<T extends Deposited>(
  one: T | undefined,
  other: T | undefined,
): T | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one.deposit <= other.deposit ? one : other;
}

/** So often lines are drawn further in, four times as far each time, where purchases are in whole steps. */
const DRAWN_IN_STEPS = 8;

/** The least deposit of purchases in whole steps; charges and rounding may take a little of it. */
export function searchInSteps<T extends Deposited>(
  attempt: Attempt<T>,
  unit: number,
): T | undefined {
  let found = attempt(0, true);
  for (let k = 0, by = unit; found === undefined && k < DRAWN_IN_STEPS; k++, by *= 4) {
    found = attempt(by, true);
  }
  return found;
}

/** How often lines are drawn further in, twice as far each time, and how often the distance that does is then narrowed down. */
const DRAWN_IN = 32;
const NARROWED = 12;

/** The least deposit of lines that lie as little further in as does; of nothing, the least beyond a unit. */
export function drawIn<T extends Deposited>(
  attempt: Attempt<T>,
  unit: number,
  isEmpty: boolean,
): T | undefined {
  let [low, high] = [0, unit];
  let best: T | undefined;
  for (let tries = 0; best === undefined && tries < DRAWN_IN && (isEmpty || high < 1); tries++) {
    best = attempt(high);
    if (best === undefined) [low, high] = [high, 2 * high];
  }
  for (let tries = 0; best !== undefined && tries < NARROWED; tries++) {
    const middle = (low + high) / 2;
    const found = attempt(middle);
    if (found === undefined) low = middle;
    else {
      high = middle;
      if (found.deposit < best.deposit) best = found;
    }
  }
  return best;
}
