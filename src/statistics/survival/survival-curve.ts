import { at, checkInteger, checkObject } from '../../errors/index.js';
import type { SurvivalScale } from './estimate.js';
import { allSteps, type LazySteps, readerOf, withReader } from './lazy-steps.js';
import { checkShareOf, checkStep, readCurve, timeOfStep } from './read-curve.js';

/** Survival from one time on, up to the next step. */
export interface SurvivalStep {
  readonly time: number;
  /** How many were under observation just before this time, still without the event. */
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** The share still without the event, from 0 to 1. */
  readonly survival: number;
  /** Greenwood's; `null` where survival is 0: how sure that is cannot be said. */
  readonly standardError: number | null;
  /** `null` where survival is 0, and on the scale `log-log` where it is 1. */
  readonly low: number | null;
  readonly high: number | null;
}

/** A survival curve: 1 up to the first step, then constant between the steps. */
export interface SurvivalCurve {
  /** One for each time at which somebody had the event or was last seen, by rising time; none if nobody was observed. Made when first read. */
  readonly steps: readonly SurvivalStep[];
  /** All clients. */
  readonly n: number;
  readonly events: number;
  readonly interval: SurvivalScale;
  readonly confidence: number;
  readonly method: 'kaplan-meier';
}

/** The steps of a survival curve. */
export type StepReader = LazySteps<SurvivalStep>;

/** A frozen curve, whose steps are made when they are first read. */
export function withSteps(
  reader: StepReader,
  figures: Omit<SurvivalCurve, 'steps'>,
): SurvivalCurve {
  const steps = allSteps(reader);
  const curve = {
    get steps() {
      return steps();
    },
    ...figures,
  };
  return withReader(curve, reader);
}

/** The steps of a curve of `kaplanMeier`, also of one that was written and read again; refuses what is no such curve. */
export function readSteps(curve: SurvivalCurve, path: string): StepReader {
  checkObject(curve, path);
  const own = readerOf(curve, 'kaplan-meier');
  if (own !== undefined) return own;
  const { steps } = readCurve(curve, path, 'kaplan-meier');
  const pathOf = (index: number): string => at(at(path, 'steps'), index);
  return {
    length: steps.length,
    timeAt: (index) => timeOfStep(steps[index], pathOf(index)),
    stepAt: (index) => readStep(steps[index], pathOf(index)),
  };
}

function readStep(step: SurvivalStep | undefined, path: string): SurvivalStep {
  const { events } = checkStep(step, path);
  checkInteger(events, at(path, 'events'), { min: 0 });
  checkShareOf(step, path, 'survival');
  return step as SurvivalStep;
}
