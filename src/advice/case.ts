import type { AdviceOutcome } from './outcome.js';

/** The stages of a client's case. */
export const CASE_STATES = [
  /** Nothing has been advised yet, or the last attempt stopped: something must be asked first. */
  'open',
  /** There is a proposal to which the client has not answered. */
  'proposed',
  /** The client has agreed to exactly this proposal. */
  'agreed',
  /** The orders are on their way. */
  'executing',
  /** Invested; reviews follow. */
  'in-service',
  /** Ended: declined, withdrawn or redeemed. */
  'closed',
] as const;

/** A stage of a client's case; see `CASE_STATES`. */
export type CaseState = (typeof CASE_STATES)[number];

interface EventBase {
  /** Unique among the events of one case; the same id again is the same event again. */
  readonly id: string;
  /** When it happened, as the host records time; kept, not interpreted. */
  readonly at: string;
}

/** Something that happened in a case. */
export type CaseEvent = EventBase &
  (
    | {
        /** Advice was given, or stopped; see `advise`. */
        readonly kind: 'advice';
        readonly status: AdviceOutcome['status'];
        /** The hash of the record. */
        readonly record: string;
        /** The hash that consent is bound to; only with the status `proposed`. */
        readonly proposalHash?: string;
      }
    | {
        /** The client agrees. */
        readonly kind: 'consent';
        /** What the client was shown; must be the proposal's own hash. */
        readonly proposalHash: string;
      }
    | {
        /** The orders were sent. */
        readonly kind: 'execute';
      }
    | {
        /** The last order has been booked. */
        readonly kind: 'complete';
      }
    | {
        /** The account was reviewed; see `reviewAccount`. */
        readonly kind: 'review';
        readonly decision: 'trade' | 'hold';
        /** The hash of the record. */
        readonly record: string;
      }
    | {
        /** The client declines, withdraws or leaves. */
        readonly kind: 'close';
      }
  );

/** A client's case in its life. Plain data: it can be stored, sent and folded further anywhere. */
export interface AdviceCase {
  /** Opaque reference. */
  readonly id: string;
  readonly state: CaseState;
  /** The hash of the latest record of advice or review; `null` before the first. */
  readonly record: string | null;
  /** The proposal that stands; `null` where there is none. */
  readonly proposalHash: string | null;
  /** Every event that changed the case, in the order of arrival. */
  readonly events: readonly CaseEvent[];
}
