import { makeReason, type Parameters } from '../../evidence/index.js';
import { verdictOf } from '../compare/verdict.js';
import type { KpiDirection } from '../definition.js';
import type { ControlChartKind, ControlFinding } from './chart.js';
import { type Frame, limitAt, type Run } from './find-runs.js';
import type { RunRule } from './run-rules.js';

/** What a finding is said of. */
interface FindingSubject {
  readonly kind: ControlChartKind;
  readonly direction: KpiDirection;
  /** The period at an index of the frames. */
  readonly periodAt: (index: number) => string;
}

/** Puts a run into a finding; `frame` is the point at which the rule was met. */
export function makeFinding(
  rule: RunRule,
  run: Run,
  frame: Frame,
  { kind, direction, periodAt }: FindingSubject,
): ControlFinding {
  const verdict = verdictOf(CHANGE[run.direction], direction);
  const periods = run.members.map(periodAt);
  const { code, parameters } = wordsOf(rule, run, frame, kind);
  const span = { from: periods[0] as string, to: periods.at(-1) as string, n: periods.length };
  return Object.freeze({
    rule: rule.id,
    period: periodAt(run.at),
    periods: Object.freeze(periods),
    direction: run.direction,
    verdict,
    reason: makeReason(code, verdict === 'worse' ? 'warn' : 'info', { ...span, ...parameters }),
  });
}

const CHANGE = { up: 1, down: -1, none: 0 } as const;

function wordsOf(
  rule: RunRule,
  run: Run,
  frame: Frame,
  kind: ControlChartKind,
): { code: string; parameters: Parameters } {
  const side = run.direction === 'up' ? 'side-above' : 'side-below';
  switch (rule.kind) {
    case 'beyond': {
      const { points, of, sigmas } = rule;
      if (points === 1 && of === 1) {
        const limit = limitAt(frame, run.direction === 'up' ? sigmas : -sigmas);
        return {
          code: kind === 'ewma' ? 'kpi.control.average-beyond' : 'kpi.control.beyond-limit',
          parameters: { value: frame.value, limit, side },
        };
      }
      if (sigmas === 0 && points === of) return { code: 'kpi.control.run', parameters: { side } };
      return { code: 'kpi.control.zone', parameters: { side, points, of, sigmas } };
    }
    case 'trend': {
      const way = run.direction === 'up' ? 'way-up' : 'way-down';
      return { code: 'kpi.control.trend', parameters: { way } };
    }
    case 'alternating':
      return { code: 'kpi.control.alternating', parameters: {} };
    case 'within':
    case 'outside':
      return { code: `kpi.control.${rule.kind}`, parameters: { sigmas: rule.sigmas } };
  }
}
