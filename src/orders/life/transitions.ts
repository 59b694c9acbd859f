import type { EventKind } from './events.js';
import type { OrderState } from './order.js';

/** Where an event leads: to a state, to the one that the fills so far amount to, or nowhere else. */
export type Target = OrderState | 'by-fills' | 'same';

type Moves = Readonly<Partial<Record<EventKind, Target>>>;

const ENDS = { cancel: 'cancelled', expire: 'expired' } as const;
const REFUSALS = { ...ENDS, reject: 'rejected' } as const;
/** The other side has the order and is asked to give it back. */
const ASKING = { 'cancel-request': 'same', 'cancel-refused': 'same' } as const;
const REVERSING = { correct: 'by-fills', bust: 'by-fills' } as const;
/** What was carried out before the end is still corrected, paid and booked. */
const AFTER_END: Moves = { correct: 'same', bust: 'same', settle: 'settled' };

/** Where each kind of event leads from each state. */
const TRANSITIONS: Readonly<Record<OrderState, Moves>> = {
  draft: { check: 'checked', ...REFUSALS },
  checked: { confirm: 'confirmed', ...REFUSALS },
  confirmed: { submit: 'submitted', ...REFUSALS },
  submitted: { accept: 'accepted', ...ASKING, ...REFUSALS },
  accepted: { fill: 'by-fills', ...ASKING, ...REFUSALS },
  'partly-filled': { fill: 'by-fills', ...REVERSING, ...ASKING, ...ENDS },
  filled: { ...REVERSING, 'cancel-refused': 'same', settle: 'settled' },
  settled: {},
  rejected: {},
  cancelled: AFTER_END,
  expired: AFTER_END,
};

/** The states that fills lead to. */
const BY_FILLS: readonly OrderState[] = ['partly-filled', 'filled'];

/** Where an event of this kind leads from a state; `undefined` if it does not fit. */
export function targetOf(state: OrderState, kind: EventKind): Target | undefined {
  return TRANSITIONS[state][kind];
}

/** Whether an event of this kind may still come, at once or after others, as long as no fill is taken back. */
export function canStillCome(state: OrderState, kind: EventKind): boolean {
  const reached = new Set<OrderState>([state]);
  for (const one of reached) {
    const moves = TRANSITIONS[one];
    if (moves[kind] !== undefined) return true;
    for (const [by, target] of Object.entries(moves) as [EventKind, Target][]) {
      for (const next of statesOf(by, target)) reached.add(next);
    }
  }
  return false;
}

function statesOf(by: EventKind, target: Target): readonly OrderState[] {
  if (target === 'same' || by === 'correct' || by === 'bust') return [];
  return target === 'by-fills' ? BY_FILLS : [target];
}
