/** One thing watched from an age on until it ended or was last seen. */
export interface Spell {
  /** Age at which it ended or was last seen. */
  readonly age: number;
  readonly ended: boolean;
  /** It was watched only from the age after this one; −1 if from the beginning. */
  readonly unseenThrough: number;
  /** At least 0. */
  readonly weight: number;
}

/**
 * The Kaplan–Meier median: the first age at which at most half survive, `null` if more than half still do at the
 * last end that was seen. What has not ended counts while it was watched; so does what began before the watch.
 *
 * Source: E. L. Kaplan and P. Meier, Nonparametric Estimation from Incomplete Observations, Journal of the American
 * Statistical Association 53 (1958) 457–481; entry after the beginning as in J. P. Klein and M. L. Moeschberger,
 * Survival Analysis (2003), section 4.6.
 */
export function survivalMedian(spells: readonly Spell[]): number | null {
  const entries = [...spells].sort(
    (a, b) => a.unseenThrough - b.unseenThrough || a.weight - b.weight,
  );
  const exits = [...spells].sort((a, b) => a.age - b.age || a.weight - b.weight);
  let surviving = 1;
  let entered = 0;
  let entry = 0;
  let left = 0;
  for (let exit = 0; exit < exits.length; ) {
    const { age } = exits[exit]!;
    while (entry < entries.length && entries[entry]!.unseenThrough < age) {
      entered += entries[entry++]!.weight;
    }
    let gone = 0;
    let ended = 0;
    for (; exit < exits.length && exits[exit]!.age === age; exit++) {
      gone += exits[exit]!.weight;
      if (exits[exit]!.ended) ended += exits[exit]!.weight;
    }
    const atRisk = entered - left;
    if (ended > 0) surviving *= Math.max(0, 1 - ended / atRisk);
    // Half that is met exactly may be missed by a rounding.
    if (surviving <= 0.5 + 1e-12) return age;
    left += gone;
  }
  return null;
}
