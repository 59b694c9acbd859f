import { makeReason, type Reason } from '../../evidence/index.js';
import type { MeasuredReliability, Omega } from './reliability-result.js';

/** Why nothing could be measured. */
export function tooFew(n: number, k: number): Reason {
  if (n < 2) return makeReason('questionnaire.too-few-responses', 'warn', { n, minimum: 2 });
  return makeReason('questionnaire.too-few-items', 'warn', { k, minimum: 2 });
}

/** What was left out before anything was measured. */
export function omissions(unvaried: readonly string[], dropped: number): readonly Reason[] {
  const reasons = unvaried.map((item) =>
    makeReason('questionnaire.item-without-variance', 'warn', { item }),
  );
  if (dropped === 0) return reasons;
  return [...reasons, makeReason('questionnaire.responses-dropped', 'info', { dropped })];
}

type Figures = Omit<MeasuredReliability, 'status' | 'reasons'>;

/** What a reader of the figures must know. `singular`: some items determine others. */
export function findings(figures: Figures, singular: boolean): readonly Reason[] {
  const { alpha, reversed, omega, omegaMaximumLikelihood } = figures;
  const reasons = reversed.map((item) =>
    makeReason('questionnaire.item-reversed', 'warn', { item }),
  );
  if (alpha === null) reasons.push(makeReason('questionnaire.total-without-variance', 'warn'));
  if (alpha !== null && alpha.value < 0) {
    reasons.push(makeReason('questionnaire.alpha-negative', 'warn', { alpha: alpha.value }));
  }
  if (singular) reasons.push(makeReason('questionnaire.items-dependent', 'warn'));
  if (isDoubtful(omega) || isDoubtful(omegaMaximumLikelihood)) {
    reasons.push(makeReason('questionnaire.factor-improper', 'warn'));
  }
  return reasons;
}

function isDoubtful(omega: Omega | null): boolean {
  return omega !== null && (omega.improper || !omega.converged);
}
