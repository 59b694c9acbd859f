import type { EventKind } from './events.js';
import type { OrderState } from './order.js';

type Moves = Readonly<Partial<Record<EventKind, readonly OrderState[]>>>;

const ENDS = { cancel: ['cancelled'], expire: ['expired'] } as const;
const REFUSALS = { ...ENDS, reject: ['rejected'] } as const;
const FILL = ['partly-filled', 'filled'] as const;

/** Where each kind of event may lead from each state. A fill's amount decides between the two. */
const TRANSITIONS: Readonly<Record<OrderState, Moves>> = {
  draft: { check: ['checked'], ...REFUSALS },
  checked: { confirm: ['confirmed'], ...REFUSALS },
  confirmed: { submit: ['submitted'], ...REFUSALS },
  submitted: { accept: ['accepted'], ...REFUSALS },
  accepted: { fill: FILL, ...REFUSALS },
  'partly-filled': { fill: FILL, ...ENDS },
  filled: { settle: ['settled'] },
  settled: {},
  rejected: {},
  // What was carried out before the end is still paid and booked.
  cancelled: { settle: ['settled'] },
  expired: { settle: ['settled'] },
};

/** The states to which an event of this kind may lead; `undefined` if it does not fit. */
export function targetsOf(state: OrderState, kind: EventKind): readonly OrderState[] | undefined {
  return TRANSITIONS[state][kind];
}

/** Whether an event of this kind may still come, at once or after others. */
export function canStillCome(state: OrderState, kind: EventKind): boolean {
  const reached = new Set<OrderState>([state]);
  for (const one of reached) {
    if (TRANSITIONS[one][kind] !== undefined) return true;
    for (const targets of Object.values(TRANSITIONS[one])) {
      for (const target of targets) reached.add(target);
    }
  }
  return false;
}
