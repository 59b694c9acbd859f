import { AptfolioError, at, checkObject, checkOneOf, checkText } from '../errors/index.js';
import { canonicalJson, makeReason, type Reason } from '../evidence/index.js';
import { type AdviceCase, CASE_STATES, type CaseEvent, type CaseState } from './case.js';

/** What an event did to a case. */
export type CaseStep =
  | { readonly status: 'advanced'; readonly case: AdviceCase }
  /** The same event had been applied before; nothing changed. */
  | { readonly status: 'repeated'; readonly case: AdviceCase }
  /** The event does not fit the case; nothing changed. */
  | { readonly status: 'illegal'; readonly case: AdviceCase; readonly reason: Reason };

type Kind = CaseEvent['kind'];

/** Where each kind of event leads from each state. New advice replaces a proposal that has not been carried out. */
const TRANSITIONS: Readonly<Record<CaseState, Readonly<Partial<Record<Kind, CaseState>>>>> = {
  open: { advice: 'proposed', close: 'closed' },
  proposed: { advice: 'proposed', consent: 'agreed', close: 'closed' },
  agreed: { advice: 'proposed', execute: 'executing', close: 'closed' },
  executing: { complete: 'in-service' },
  'in-service': { review: 'in-service', advice: 'proposed', close: 'closed' },
  closed: {},
};

/**
 * Opens a case.
 *
 * @throws AptfolioError with the path `id`.
 *
 * @example
 * ```ts
 * import { openCase } from 'aptfolio/advice';
 *
 * openCase('case-1').state; // => 'open'
 * ```
 */
export function openCase(id: string): AdviceCase {
  return Object.freeze({
    id: checkText(id, 'id'),
    state: 'open',
    record: null,
    proposalHash: null,
    events: Object.freeze([]),
  });
}

/**
 * Applies one event to a client's case: a pure step of its life.
 *
 * open → proposed → agreed → executing → in-service, and closed from everywhere but the middle of an execution. New
 * advice replaces a proposal, and with it the consent: consent is bound to the proposal's hash. Advice that stops takes
 * the case back to `open`. An event seen before is `repeated`; one that does not fit, the same id with other content,
 * and consent to another proposal are `illegal`, with the reason, and change nothing.
 *
 * @throws AptfolioError for a case or an event that is malformed.
 *
 * @example
 * ```ts
 * import { advanceCase, openCase } from 'aptfolio/advice';
 *
 * const advice = {
 *   id: 'e1', at: '2026-03-02T10:00:00+08:00', kind: 'advice', status: 'proposed', record: 'r1', proposalHash: 'p1',
 * } as const;
 * const step = advanceCase(openCase('case-1'), advice);
 * step.case.state; // => 'proposed'
 * const old = { id: 'e2', at: '2026-03-02T10:05:00+08:00', kind: 'consent', proposalHash: 'p0' } as const;
 * advanceCase(step.case, old).status; // => 'illegal'
 * advanceCase(step.case, { ...old, proposalHash: 'p1' }).case.state; // => 'agreed'
 * ```
 */
export function advanceCase(current: AdviceCase, event: CaseEvent): CaseStep {
  checkCase(current);
  checkEvent(event);
  const earlier = current.events.find(({ id }) => id === event.id);
  if (earlier !== undefined) {
    return canonicalJson(earlier) === canonicalJson(event)
      ? Object.freeze({ status: 'repeated', case: current })
      : illegal(current, 'advice.event-conflict', { event: event.id });
  }
  const target = TRANSITIONS[current.state][event.kind];
  if (target === undefined) {
    const parameters = { state: current.state, event: event.kind };
    return illegal(current, 'advice.event-does-not-fit', parameters);
  }
  if (event.kind === 'consent' && event.proposalHash !== current.proposalHash) {
    return illegal(current, 'advice.consent-outdated');
  }
  return Object.freeze({ status: 'advanced', case: apply(current, event, target) });
}

function apply(current: AdviceCase, event: CaseEvent, target: CaseState): AdviceCase {
  const events = Object.freeze([...current.events, Object.freeze({ ...event })]);
  const next = { ...current, state: target, events };
  if (event.kind === 'review') return Object.freeze({ ...next, record: event.record });
  if (event.kind !== 'advice') return Object.freeze(next);
  const proposalHash = event.proposalHash ?? null;
  const state = event.status === 'proposed' ? target : afterStop(current.state);
  return Object.freeze({ ...next, state, record: event.record, proposalHash });
}

/** Advice that stops leaves an invested client invested, and takes any other case back to the start. */
function afterStop(state: CaseState): CaseState {
  return state === 'in-service' ? 'in-service' : 'open';
}

function illegal(
  current: AdviceCase,
  code: string,
  parameters: Reason['parameters'] = {},
): CaseStep {
  return Object.freeze({
    status: 'illegal',
    case: current,
    reason: makeReason(code, 'block', parameters),
  });
}

function checkCase(current: AdviceCase): void {
  checkObject(current, 'case');
  checkOneOf(current.state, 'case.state', CASE_STATES);
  if (!Array.isArray(current.events)) {
    throw new AptfolioError('invalid-type', 'case.events', 'a list', current.events);
  }
}

const STATUSES = [
  'proposed',
  'incomplete',
  'blocked',
  'nothing-to-invest',
  'not-possible',
] as const;

function checkEvent(event: CaseEvent): void {
  checkObject(event, 'event');
  const text = (value: unknown, field: string): string => checkText(value, at('event', field));
  text(event.id, 'id');
  text(event.at, 'at');
  checkOneOf(event.kind, 'event.kind', [
    'advice',
    'consent',
    'execute',
    'complete',
    'review',
    'close',
  ]);
  if (event.kind === 'consent') text(event.proposalHash, 'proposalHash');
  if (event.kind === 'review') {
    text(event.record, 'record');
    checkOneOf(event.decision, 'event.decision', ['trade', 'hold']);
  }
  if (event.kind !== 'advice') return;
  text(event.record, 'record');
  const status = checkOneOf(event.status, 'event.status', STATUSES);
  if (status === 'proposed') text(event.proposalHash, 'proposalHash');
  else if (event.proposalHash !== undefined) {
    const path = 'event.proposalHash';
    throw new AptfolioError('inconsistent', path, 'no hash, as nothing was proposed');
  }
}
