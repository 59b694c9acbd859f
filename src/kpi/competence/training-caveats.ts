import { makeReason, type Reason } from '../../evidence/index.js';
import { mean, welchTest } from '../../statistics/index.js';
import type { Paired, Trainees } from './trainees.js';
import type {
  ControlledEffect,
  RegressionToTheMean,
  TrainingSelection,
} from './training-result.js';

/** What the caveats are read off. */
export interface TrainingEvidence {
  readonly trained: readonly Paired[];
  readonly control: readonly Paired[] | undefined;
  readonly selection: TrainingSelection;
  readonly controlled: ControlledEffect | undefined;
  readonly regression: RegressionToTheMean | undefined;
}

/** What else than the training may have moved the scores. */
export function trainingCaveats(evidence: TrainingEvidence): readonly Reason[] {
  const { trained, control } = evidence;
  const chosen = selectionCaveats(evidence);
  if (control === undefined) return [makeReason('kpi.training-without-control', 'warn'), ...chosen];
  return [makeReason('kpi.parallel-trends', 'warn'), ...startsApart(trained, control), ...chosen];
}

/** Who was left out, and which way that would turn the result. */
export function missingScores({ left }: Trainees): readonly Reason[] {
  const say = (code: string, people: number) =>
    people > 0 ? [makeReason(code, 'warn', { people })] : [];
  return [
    ...say('kpi.scores-missing-after', left.trained),
    ...say('kpi.scores-missing-in-control', left.control),
  ];
}

function selectionCaveats(evidence: TrainingEvidence): readonly Reason[] {
  const { trained, control, selection } = evidence;
  if (selection.kind === 'unrelated') return [];
  if (selection.kind === 'unknown') return [makeReason('kpi.selection-unknown', 'warn')];
  const { groupMean, reliability } = selection;
  const before = startOf(trained);
  if (groupMean !== undefined && before >= groupMean) {
    return [makeReason('kpi.selection-not-low', 'warn', { before, groupMean }), ...fall(evidence)];
  }
  // Scores without error do not regress, and of groups that start alike both do.
  if (reliability === 1 || (control !== undefined && startOf(control) <= before)) return [];
  return [regressionCaveat(evidence)];
}

/** Without a control group the verdict rests on what goes beyond the fall that comes by itself to those above their group. */
function fall({ controlled, regression }: TrainingEvidence): readonly Reason[] {
  if (controlled !== undefined || regression === undefined || regression.expected >= 0) return [];
  return [makeReason('kpi.verdict-beyond-fall', 'warn', { fall: -regression.expected })];
}

/** The rise that comes by itself makes a gain look larger, and a loss smaller. */
function regressionCaveat({ trained, controlled, regression }: TrainingEvidence): Reason {
  const gain = controlled?.difference ?? mean(trained.map(({ before, after }) => after - before));
  if (gain <= 0) return makeReason('kpi.regression-hides-loss', 'warn');
  if (controlled !== undefined || regression === undefined || regression.beyond > 0) {
    return makeReason('kpi.regression-to-the-mean', 'warn');
  }
  return makeReason('kpi.regression-explains-gain', 'warn', {
    gain,
    expected: regression.expected,
  });
}

function startOf(group: readonly Paired[]): number {
  return mean(group.map(({ before }) => before));
}

/** Two groups that start at different levels regress to the mean differently. */
function startsApart(trained: readonly Paired[], control: readonly Paired[]): readonly Reason[] {
  const start = welchTest(
    trained.map(({ before }) => before),
    control.map(({ before }) => before),
  );
  const apart = start.status === 'no-variation' ? start.difference !== 0 : start.pValue < 0.05;
  if (!apart) return [];
  const gap = Math.abs(start.difference);
  return [makeReason('kpi.training-control-differs', 'warn', { gap })];
}
