/** What a number counts. */
export interface Unit {
  /** Whether it is a share of something: a percentage. */
  readonly share: boolean;
  /** By what it is multiplied. */
  readonly times: number;
}

/** What a figure is worth, as text: `0.015 share`, `90`. */
export function figureOf(value: number, { share, times }: Unit): string {
  // Twelve digits: 1.1 × 10,000 is 11,000.
  const worth = Number((value * times).toPrecision(12));
  return share ? `${worth} share` : String(worth);
}

/** A number that counts, without a unit. */
export const PLAIN: Unit = { share: false, times: 1 };

/** A number of hundredths. */
export const PERCENT: Unit = { share: true, times: 0.01 };
