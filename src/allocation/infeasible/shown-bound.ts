/** How far a bound may lie beyond a step and still be shown as it, since it is rounding. */
const ROUNDING = 1e-6;

/**
 * A bound as texts show it: rounded away from where it comes from, so that what is shown suffices. Percentages have two decimals, other
 * numbers two decimals or three digits.
 */
export function shownBound(to: number, from: number, style: 'percent' | 'number'): number {
  const steps = style === 'percent' ? 10_000 : stepsOfNumber(Math.abs(to));
  const exact = to * steps;
  const rounded = to > from ? Math.ceil(exact - ROUNDING) : Math.floor(exact + ROUNDING);
  return rounded / steps + 0;
}

function stepsOfNumber(size: number): number {
  let steps = size < 1 ? 1000 : 100;
  while (size * steps < 100 && steps < 1e8) steps *= 10;
  return steps;
}
