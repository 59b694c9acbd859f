/** Bounds are shown to the hundredth of a percent. */
const STEPS = 10_000;

/** How far a bound may lie beyond a step and still be shown as it, since it is rounding. */
const ROUNDING = 1e-6;

/**
 * A bound as it is shown to people: rounded to 0.0001, away from where it comes from, so that what is shown suffices.
 */
export function shownBound(to: number, from: number): number {
  const steps = to * STEPS;
  const rounded = to > from ? Math.ceil(steps - ROUNDING) : Math.floor(steps + ROUNDING);
  return rounded / STEPS + 0;
}
