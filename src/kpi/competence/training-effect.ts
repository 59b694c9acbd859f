import { makeReason, type Reason } from '../../evidence/index.js';
import {
  hedgesG,
  pairedT,
  type TwoMeansTest,
  twoMeansTest,
  wilcoxonSignedRank,
} from '../../statistics/index.js';
import { excludesZero } from '../compare/verdict.js';
import { isSignificant } from '../confidence.js';
import { expectedRegression } from './expected-regression.js';
import { type Paired, readTrainees, type TrainingGroups } from './trainees.js';
import { missingScores, trainingCaveats } from './training-caveats.js';
import {
  type ControlledEffect,
  type Judged,
  type RegressionToTheMean,
  readTrainingOptions,
  type TrainingChange,
  type TrainingEffect,
  type TrainingOptions,
  type TrainingTerms,
} from './training-result.js';

/**
 * What a training did to the scores of the same advisers: before against after, and against a group without the training where there is one.
 *
 * With a control group the verdict rests on the difference of the two groups' changes (difference-in-differences), person by person. Without one it rests on the change
 * alone, and says so. Advisers chosen for low scores rise again by themselves (regression to the mean): tell `selection`, and the verdict without a control group rests on
 * what goes beyond that rise where group mean and reliability of the scores are known, or beyond the fall to be expected of those who did not stand below their group; with one it comes to both groups, and a caveat is given where the trained started lower.
 * Better or worse takes both the test and its interval, which with Wilcoxon's test may disagree where changes are alike (`kpi.test-and-interval-differ`).
 *
 * @param groups `trained`, and `control` if there is one: each person once, with both scores; null where a score is missing. In any order.
 * @returns `tested`, `no-variation` (all changed by the same, or are as far from what was to be expected) or `insufficient` (fewer than two people with both scores in a group).
 * @throws AptfolioError with a path such as `groups.trained[3].before` or `options.selection.reliability`.
 *
 * Source: Student, Biometrika 6 (1908) 1–25; F. Wilcoxon, Biometrics Bulletin 1 (1945) 80–83; L. V. Hedges, Journal of Educational Statistics 6 (1981) 107–128; O.
 * Ashenfelter and D. Card, Review of Economics and Statistics 67 (1985) 648–660; A. G. Barnett, J. C. van der Pols and A. J. Dobson, Regression to the mean,
 * International Journal of Epidemiology 34 (2005) 215–220.
 *
 * @example
 * ```ts
 * import { trainingEffect } from 'aptfolio/kpi';
 *
 * const effect = trainingEffect({
 *   trained: [['A', 61, 70], ['B', 58, 71], ['C', 64, 69], ['D', 55, 66], ['E', 62, 68]]
 *     .map(([id, before, after]) => ({ id, before, after })),
 * }, { selection: { kind: 'low-scores', groupMean: 72, reliability: 0.7 } });
 * effect.status; // => 'tested'
 * effect.change.difference; // => 8.8
 * effect.regression.expected; // => 3.6
 * effect.regression.beyond; // => 5.2
 * effect.verdict; // => 'better'
 * effect.reasons.map(({ code }) => code);
 * // => ['kpi.training-without-control', 'kpi.regression-to-the-mean']
 * ```
 */
export function trainingEffect(
  groups: TrainingGroups,
  options: TrainingOptions = {},
): TrainingEffect {
  const terms = readTrainingOptions(options);
  const trainees = readTrainees(groups);
  const { trained, control } = trainees;
  const missing = missingScores(trainees);
  const short = [trained, ...(control === undefined ? [] : [control])].filter((g) => g.length < 2);
  if (short.length > 0) {
    const tooFew = makeReason('kpi.sample-too-small', 'info', { n: short[0]!.length, minimum: 2 });
    return Object.freeze({ status: 'insufficient', reasons: Object.freeze([tooFew, ...missing]) });
  }
  const change = testOf(trained, terms);
  const controlled = control === undefined ? undefined : controlledEffect(trained, control, terms);
  const { selection } = terms;
  const regression = expectedRegression(trained, selection, (pairs) => testOf(pairs, terms));
  const evidence = { trained, control, selection, controlled, regression };
  const caveats = [...trainingCaveats(evidence), ...missing];
  const judged = controlled ?? regression?.test ?? change;
  const both = {
    n: trained.length,
    change,
    ...(controlled && { controlled }),
    ...(regression && { regression }),
  };
  if (judged.status === 'no-variation') {
    return Object.freeze({ status: 'no-variation', ...both, reasons: Object.freeze(caveats) });
  }
  const isShown = isSignificant(judged.pValue, terms.confidence);
  const doubts = isShown ? [] : [notShown(judged.pValue, controlled, regression)];
  if (isAtOdds(judged, isShown)) doubts.push(makeReason('kpi.test-and-interval-differ', 'info'));
  const verdict = doubts.length > 0 ? 'not-shown' : wayOf(judged);
  const reasons = Object.freeze([...caveats, ...doubts]);
  return Object.freeze({ status: 'tested', ...both, verdict, reasons });
}

/** Signed ranks allow for changes that are alike, the interval of their shift does not; better or worse takes both. */
function isAtOdds({ interval }: Judged, isShown: boolean): boolean {
  return interval !== undefined && excludesZero(interval) !== isShown;
}

function notShown(
  p: number,
  controlled: ControlledEffect | undefined,
  regression: RegressionToTheMean | undefined,
): Reason {
  if (controlled !== undefined) return makeReason('kpi.effect-not-shown', 'info', { p });
  const { expected } = regression ?? { expected: 0 };
  if (expected === 0) return makeReason('kpi.gain-not-shown', 'info', { p });
  return expected > 0
    ? makeReason('kpi.gain-beyond-not-shown', 'info', { p, expected })
    : makeReason('kpi.gain-beyond-fall-not-shown', 'info', { p, fall: -expected });
}

function testOf(pairs: readonly Paired[], { test, confidence }: TrainingTerms): TrainingChange {
  const after = pairs.map((pair) => pair.after);
  const before = pairs.map((pair) => pair.before);
  return test === 'paired-t'
    ? pairedT(after, before, { confidence })
    : wilcoxonSignedRank(after, before, { confidence });
}

/** The same people before and after are not independent, so the two groups' changes are compared, not four means. */
function controlledEffect(
  trained: readonly Paired[],
  control: readonly Paired[],
  { confidence }: TrainingTerms,
): ControlledEffect {
  const [first, second] = [changesOf(trained), changesOf(control)];
  const test: TwoMeansTest = twoMeansTest(first, second, { confidence });
  const effect = hedgesG(first, second, { confidence });
  const sizes = { trained: trained.length, control: control.length };
  return Object.freeze({
    ...test,
    ...sizes,
    assumption: 'parallel-trends',
    ...(effect.status === 'estimated' && {
      hedgesG: Object.freeze({ value: effect.value, interval: effect.interval }),
    }),
  });
}

function changesOf(pairs: readonly Paired[]): readonly number[] {
  return pairs.map(({ before, after }) => after - before);
}

function wayOf(judged: Judged): 'better' | 'worse' {
  const change = 'rankBiserial' in judged ? judged.rankBiserial : judged.difference;
  return change > 0 ? 'better' : 'worse';
}
