import { at, checkObject, checkOneOf, checkRange, refuseUnknown } from '../../errors/index.js';
import type { Reason } from '../../evidence/index.js';
import type {
  ConfidenceOptions,
  PairedTTest,
  StandardisedDifference,
  TwoMeansTest,
  WilcoxonSignedRankTest,
} from '../../statistics/index.js';
import { readConfidence } from '../confidence.js';

/** How the trained were chosen. */
export type TrainingSelection =
  /** Everybody, by lot, or for a reason that has nothing to do with their scores. */
  | { readonly kind: 'unrelated' }
  | {
      /** For low scores before the training. */
      readonly kind: 'low-scores';
      /** The mean of the group from which they were chosen, from 0 to 100; with `reliability` it tells the rise to be expected anyway. */
      readonly groupMean?: number;
      /** Correlation of two scores of the same person without a training in between, from 0 to 1. */
      readonly reliability?: number;
    }
  | { readonly kind: 'unknown' };

/** How the effect is worked out. */
export interface TrainingOptions extends ConfidenceOptions {
  /** Default `paired-t`; `wilcoxon-signed-rank` for few people or skewed changes. With a control group it concerns the change alone. */
  readonly test?: 'paired-t' | 'wilcoxon-signed-rank';
  /** Default `{ kind: 'unknown' }`, which is a caveat of its own. */
  readonly selection?: TrainingSelection;
}

/** The trained against the control group, change against change. */
export type ControlledEffect = TwoMeansTest & {
  /** People in each group. */
  readonly trained: number;
  readonly control: number;
  /** The effect in standard deviations of the changes; absent if nothing varies. */
  readonly hedgesG?: StandardisedDifference;
  /** What no figure here can show: without the training both groups would have changed alike. */
  readonly assumption: 'parallel-trends';
};

/** What comparing scores of the same people showed. */
export type TrainingChange = PairedTTest | WilcoxonSignedRankTest;

/** The rise that comes by itself to those chosen for low scores. */
export interface RegressionToTheMean {
  /** (1 − reliability) × (mean of the group − mean of the chosen before), in points; a fall, below 0, where the chosen stood above their group (`kpi.selection-not-low`, `kpi.verdict-beyond-fall`). */
  readonly expected: number;
  /** The mean change less what was to be expected. */
  readonly beyond: number;
  /** Of each person's score after less the one to be expected without the training, against 0; group mean and reliability are taken as known. */
  readonly test: TrainingChange;
}

interface Both {
  /** People with both scores among the trained. */
  readonly n: number;
  /** Of the trained, after against before; d_z and g with their intervals stand in the paired t test. */
  readonly change: TrainingChange;
  /** Present with a control group. */
  readonly controlled?: ControlledEffect;
  /** Present if the trained were chosen for low scores and group mean and reliability are known. */
  readonly regression?: RegressionToTheMean;
  readonly reasons: readonly Reason[];
}

/** What a training did. */
export type TrainingEffect =
  | (Both & {
      readonly status: 'tested';
      /** By `controlled` where it is there; else by `regression.test` where that is, else by `change`; at a significance of 1 − confidence. */
      readonly verdict: 'better' | 'worse' | 'not-shown';
    })
  | (Both & { readonly status: 'no-variation' })
  | { readonly status: 'insufficient'; readonly reasons: readonly Reason[] };

/** A test that found something to test. */
export type Judged =
  | Extract<TrainingChange, { readonly status: 'tested' }>
  | Extract<ControlledEffect, { readonly status: 'tested' }>;

/** The options with every default filled in. */
export type TrainingTerms = Required<TrainingOptions>;

/** Checks the options and fills in the defaults. */
export function readTrainingOptions(options: unknown): TrainingTerms {
  const fields = checkObject(options, 'options');
  refuseUnknown(fields, 'options', { test: true, selection: true, confidence: true });
  const { test = 'paired-t', selection = { kind: 'unknown' } } = fields;
  return {
    confidence: readConfidence(fields),
    test: checkOneOf(test, 'options.test', ['paired-t', 'wilcoxon-signed-rank'] as const),
    selection: readSelection(selection),
  };
}

function readSelection(value: unknown): TrainingSelection {
  const path = 'options.selection';
  const fields = checkObject(value, path);
  const kinds = ['unrelated', 'low-scores', 'unknown'] as const;
  const kind = checkOneOf(fields.kind, at(path, 'kind'), kinds);
  if (kind !== 'low-scores') {
    refuseUnknown(fields, path, { kind: true });
    return { kind };
  }
  refuseUnknown(fields, path, { kind: true, groupMean: true, reliability: true });
  const read = (key: 'groupMean' | 'reliability', max: number) =>
    fields[key] === undefined
      ? {}
      : { [key]: checkRange(fields[key], at(path, key), { min: 0, max }) };
  return { kind, ...read('groupMean', 100), ...read('reliability', 1) };
}
