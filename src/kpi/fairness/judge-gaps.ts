import { makeReason } from '../../evidence/index.js';
import { adjustPValues } from '../../statistics/index.js';
import { judge } from '../compare/verdict.js';
import { isSignificant } from '../confidence.js';
import type { KpiDirection } from '../definition.js';
import type { ComparedGroup, GroupComparison } from './compare-groups.js';
import type { GapTerms } from './gap-terms.js';
import type { MeasuredGaps, TestedGap } from './measure-gaps.js';

/** Judges all gaps of all splits together; a gap seen from two sides is one test. */
export function judgeGaps(
  splits: readonly MeasuredGaps[],
  terms: GapTerms,
): readonly GroupComparison[] {
  const tests = splits.flatMap(testsOf);
  const pValues = tests.map(([{ found }]) => found.pValue);
  const adjusted = adjustPValues(pValues, { adjust: terms.adjust });
  const worth = new Map(tests.flatMap((sides, i) => sides.map((gap) => [gap, adjusted[i]!])));
  return splits.map(({ kpi, version, direction, gaps }) => {
    const groups = gaps.map((gap) =>
      gap.status === 'tested' ? judged(gap, worth.get(gap)!, tests.length, direction, terms) : gap,
    );
    const { reference } = terms;
    return Object.freeze({
      kpi,
      version,
      reference,
      groups: Object.freeze(groups),
      comparisons: tests.length,
    });
  });
}

/** The gaps of each test. */
function testsOf({ gaps, isOneGap }: MeasuredGaps): readonly Sides[] {
  const tested = gaps.filter((gap) => gap.status === 'tested');
  const [first, second] = tested;
  if (isOneGap && first && second) return [[first, second]];
  return tested.map((gap) => [gap]);
}

/** One gap, or the two sides of one. */
type Sides = readonly [TestedGap] | readonly [TestedGap, TestedGap];

function judged(
  { found, change }: TestedGap,
  adjustedPValue: number,
  comparisons: number,
  direction: KpiDirection,
  { confidence }: GapTerms,
): ComparedGroup {
  const { pValue } = found;
  const chance = !isSignificant(pValue, confidence)
    ? makeReason('kpi.gap-not-shown', 'info', { p: pValue })
    : !isSignificant(adjustedPValue, confidence)
      ? makeReason('kpi.gap-among-several', 'info', { p: adjustedPValue, comparisons })
      : null;
  const values = { from: found.reference, to: found };
  const { verdict, doubts } = judge(
    { change, finding: found, confidence },
    values,
    direction,
    chance,
  );
  return Object.freeze({
    status: 'compared',
    ...found,
    adjustedPValue,
    verdict,
    reasons: Object.freeze([...found.reasons, ...doubts]),
  });
}
