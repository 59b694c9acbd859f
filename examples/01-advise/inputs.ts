import type { AdviceReference, AdviceRequest, ReviewReference } from 'aptfolio/advice';
import type { PlainDate } from 'aptfolio/dates';
import type { ServiceQuarter } from 'aptfolio/kpi';
import type { Money } from 'aptfolio/money';
import type { LocalisedText } from 'aptfolio/questionnaire';

/** Everything that the example's files say, checked. */
export interface Inputs {
  readonly asOf: PlainDate;
  /** Whether the client file is the sample's own; answers and bookings always are. */
  readonly isSample: boolean;
  /** The channel over which the client wants to hear from the bank. */
  readonly channel: string;
  /** The fields that are known before the client answers the questions of the intake. */
  readonly atFirst: readonly string[];
  readonly request: AdviceRequest;
  readonly reference: AdviceReference;
  readonly review: ReviewReference;
  /** The bank's statements on its conflicts of interest. */
  readonly conflicts: readonly LocalisedText[];
  readonly depositInsurance: { readonly limit: Money };
  readonly market: MarketUpdate;
  readonly quarter: ServiceQuarter;
}

/** What happened between the advice and the review. */
export interface MarketUpdate {
  readonly asOf: PlainDate;
  readonly 'marketReturnSince2026-03-02': Readonly<Record<string, number>>;
  readonly contributions: {
    readonly monthly: string;
    readonly count: number;
    readonly into: string;
    readonly averageHalfPeriodReturn: number;
    readonly dates: readonly PlainDate[];
  };
}
