import { checkRange } from '../../errors/index.js';
import { lastTimeOf } from './survival-at.js';
import { readSteps, type StepReader, type SurvivalCurve } from './survival-curve.js';

/** The time by which a share has had the event, or that the curve does not fall that far. */
export type SurvivalQuantile =
  | {
      readonly status: 'reached';
      readonly time: number;
      /** `null`: the lower band does not fall that far. */
      readonly low: number | null;
      /** `null`: the upper band does not fall that far, so there is no upper bound. */
      readonly high: number | null;
      readonly confidence: number;
      readonly method: 'brookmeyer-crowley';
    }
  | {
      readonly status: 'not-reached';
      /** The quantile lies behind it with this confidence; `null` if even the lower band does not fall that far. */
      readonly low: number | null;
      /** The last time seen; `null` if nobody was observed. */
      readonly lastTime: number | null;
      readonly confidence: number;
    };

/**
 * The time by which a given share has had the event: 0.5 for the median.
 *
 * It is the first time at which survival is at most 1 − `probability`; where the curve lies at exactly that level before it falls on, the
 * middle of that stretch. The bounds are where the upper and the lower band of the curve reach the level in the same way, so they follow
 * from the curve's scale and confidence. Both are as in R's print of `survfit`.
 *
 * @param curve of `kaplanMeier`.
 * @param probability the share with the event (as in R; lifelines asks for the share without), between 0 and 1, exclusive.
 * @returns `reached`, or `not-reached` where too few had the event so far.
 * @throws AptfolioError by path: `curve.method` and the like for what is no such curve; `out-of-range` and the like for `probability`.
 *
 * Source: R. Brookmeyer and J. Crowley, A confidence interval for the median survival time, Biometrics 38 (1982) 29–41.
 *
 * @example
 * ```ts
 * import { kaplanMeier, survivalQuantile } from 'aptfolio/statistics';
 *
 * const curve = kaplanMeier([{ time: 3, events: 1, censored: 0 }, { time: 6, events: 2, censored: 1 }]);
 * survivalQuantile(curve, 0.5).time; // => 6
 * survivalQuantile(curve, 0.8).status; // => 'not-reached'
 * ```
 */
export function survivalQuantile(curve: SurvivalCurve, probability: number): SurvivalQuantile {
  const steps = readSteps(curve, 'curve');
  const level = 1 - checkRange(probability, 'probability', { exclusiveMin: 0, exclusiveMax: 1 });
  const { survival: time, low, high } = timesAt(level, steps);
  const { confidence } = curve;
  if (time === null) {
    return Object.freeze({ status: 'not-reached', low, lastTime: lastTimeOf(steps), confidence });
  }
  return Object.freeze({
    status: 'reached',
    time,
    low,
    high,
    confidence,
    method: 'brookmeyer-crowley',
  });
}

/** Survival is a product of rounded factors: this near the level it lies on it. */
const ROUNDING = 1e-10;

type Band = 'survival' | 'low' | 'high';

/** By band: the first time at which it is down at the level, or the middle of the stretch on which it is exactly there. */
function timesAt(
  level: number,
  { length, stepAt }: StepReader,
): Readonly<Record<Band, number | null>> {
  const times: Record<Band, number | null> = { survival: null, low: null, high: null };
  const open = new Set<Band>(['survival', 'low', 'high']);
  for (let i = 0; i < length && open.size > 0; i++) {
    const step = stepAt(i);
    for (const band of open) {
      const height = step[band];
      if (height === null || height >= level + ROUNDING) continue;
      const first = times[band] ?? step.time;
      const isBelow = height < level - ROUNDING;
      times[band] = isBelow ? first + (step.time - first) / 2 : first;
      if (isBelow) open.delete(band);
    }
  }
  return times;
}
