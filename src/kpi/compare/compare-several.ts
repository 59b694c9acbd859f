import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { makeReason } from '../../evidence/index.js';
import {
  adjustPValues,
  type ConfidenceOptions,
  P_VALUE_ADJUSTMENTS,
  type PValueAdjustment,
} from '../../statistics/index.js';
import { isSignificant, readConfidence } from '../confidence.js';
import { type BeforeAfter, CHANGE_VERDICTS } from './comparison.js';
import { reasonsUnshown } from './verdict.js';

/** How several comparisons are judged together. */
export interface SeveralOptions extends ConfidenceOptions {
  /**
   * Default `holm`: the chance of one false alarm among all is at most 1 − confidence. `benjamini-hochberg`: of the changes that are named, at most that share are
   * false alarms on average.
   */
  readonly adjust?: PValueAdjustment;
}

/** A comparison among several. */
export type JudgedTogether = BeforeAfter & {
  /** The p-value after the adjustment; null where there was none to adjust. */
  readonly adjustedPValue: number | null;
};

const OPTIONS: FieldsOf<SeveralOptions> = { confidence: true, adjust: true };

/**
 * Judges comparisons of several KPIs together: who looks at twenty figures finds one that changed by chance.
 *
 * @param comparisons of `compareBeforeAfter`, made with the same confidence.
 * @returns the same comparisons in their order, each with its adjusted p-value; a verdict that no longer stands becomes `not-shown`, without the
 * reasons that say of what is shown what it is not.
 * @throws AptfolioError with path `comparisons…` or `options…`; `inconsistent` for a comparison made with another confidence.
 *
 * Source: S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6 (1979) 65–70; Y. Benjamini and Y. Hochberg, Journal of
 * the Royal Statistical Society B 57 (1995) 289–300.
 *
 * @example
 * ```ts
 * import { accumulateAll, compareBeforeAfter, compareSeveral, serviceKpis } from 'aptfolio/kpi';
 *
 * const { renewalRate, clientChurn } = serviceKpis({ currency: 'CNY' });
 * const stateOf = (kpi, successes) => accumulateAll(kpi, [{ successes, trials: 400 }]).state;
 * const comparisons = [
 *   compareBeforeAfter(renewalRate, stateOf(renewalRate, 300), stateOf(renewalRate, 325)),
 *   compareBeforeAfter(clientChurn, stateOf(clientChurn, 40), stateOf(clientChurn, 30)),
 * ];
 * comparisons[0].verdict; // => 'better'
 * const together = compareSeveral(comparisons);
 * together[0].adjustedPValue; // => 0.06501888929143902
 * together[0].verdict; // => 'not-shown'
 * ```
 */
export function compareSeveral(
  comparisons: readonly BeforeAfter[],
  options: SeveralOptions = {},
): readonly JudgedTogether[] {
  const given = checkList<BeforeAfter>(comparisons, 'comparisons');
  const confidence = readConfidence(options);
  refuseUnknown(options, 'options', OPTIONS);
  const { adjust = 'holm' } = checkObject(options, 'options') as SeveralOptions;
  checkOneOf(adjust, 'options.adjust', P_VALUE_ADJUSTMENTS);
  given.forEach((comparison, i) => {
    checkComparison(comparison, confidence, at('comparisons', i));
  });
  const tested = given.flatMap((c) => (c.status === 'compared' ? [c.pValue] : []));
  const adjusted = adjustPValues(tested, { adjust });
  let next = 0;
  return Object.freeze(
    given.map((comparison) => {
      if (comparison.status !== 'compared') {
        return Object.freeze({ ...comparison, adjustedPValue: null });
      }
      const adjustedPValue = adjusted[next++]!;
      if (comparison.verdict === 'not-shown' || isSignificant(adjustedPValue, confidence)) {
        return Object.freeze({ ...comparison, adjustedPValue });
      }
      const reason = makeReason('kpi.change-among-several', 'info', {
        p: adjustedPValue,
        comparisons: tested.length,
      });
      const reasons = reasonsUnshown(comparison.reasons, reason);
      return Object.freeze({ ...comparison, adjustedPValue, verdict: 'not-shown', reasons });
    }),
  );
}

const STATUSES = ['compared', 'no-variation', 'described', 'insufficient'] as const;

/** Refuses what no comparison made, or one of another confidence. */
function checkComparison(comparison: unknown, confidence: number, path: string): void {
  const fields = checkObject(comparison, path);
  const status = checkOneOf(fields.status, at(path, 'status'), STATUSES);
  if (status !== 'compared') return;
  checkRange(fields.pValue, at(path, 'pValue'), { min: 0, max: 1 });
  checkOneOf(fields.verdict, at(path, 'verdict'), CHANGE_VERDICTS);
  checkList<unknown>(fields.reasons, at(path, 'reasons')).forEach((reason, i) => {
    checkObject(reason, at(at(path, 'reasons'), i));
  });
  if (fields.interval === undefined) return;
  const where = at(path, 'interval');
  const { confidence: own } = checkObject(fields.interval, where);
  if (own === confidence) return;
  throw new AptfolioError('inconsistent', at(where, 'confidence'), `${confidence}`, own);
}
