import type { BusinessCalendar, PlainDate } from '../../dates/index.js';
import type { CurrencyCode, FxRates, Money } from '../../money/index.js';
import type { ProductUniverse } from '../../products/index.js';
import type { CompiledPack } from '../../rules/index.js';
import type { CaseFacts, FactGroup, PortfolioInput } from '../../suitability/index.js';
import type { UnitPrice } from '../planning/order-request.js';
import type { BoundConsent } from '../proposal/consent.js';
import type { EvidenceDemand } from '../proposal/proposal.js';
import type { OpenOrder } from './order-to-check.js';

/** What an account lets its owners do. */
export const ORDER_ACCOUNT_STATUSES = [
  'active',
  /** Redemptions only. */
  'no-purchases',
  /** Nothing, by order of a court or an authority. */
  'frozen',
  'closed',
] as const;

/** What an account lets its owners do; see `ORDER_ACCOUNT_STATUSES`. */
export type OrderAccountStatus = (typeof ORDER_ACCOUNT_STATUSES)[number];

/** The account for which an order is given. */
export interface OrderAccount {
  readonly status: OrderAccountStatus;
  /** Ids of everybody who must agree: of a joint account each owner. With two or more, each order needs the consent of all. */
  readonly owners?: readonly string[];
}

/** Money that will be booked. */
export interface Receivable {
  readonly amount: Money;
  /** From the day of the check on. */
  readonly on: PlainDate;
}

/** A purchase behind a holding. */
export interface HoldingLot {
  readonly boughtOn: PlainDate;
  readonly value: Money;
}

/** An order of the past, of the same day too. */
export interface PastOrder {
  /** By which an order that is open too counts once. */
  readonly id?: string;
  readonly product: string;
  /** The product that a switch left; absent: not known. */
  readonly from?: string;
  readonly side: 'buy' | 'sell' | 'switch';
  readonly gross: Money;
  readonly on: PlainDate;
  /** Whole minutes since it was given, which only whoever has a clock can say; absent: not known. */
  readonly minutesAgo?: number;
}

/** What the bank asks beside its packs. What is absent is not asked. */
export interface OrderPolicy {
  /** Within so many minutes a past order of the same side, product and amount is a twin. */
  readonly duplicateMinutes?: number;
  /** An amount above so many times the median of past orders is confirmed. */
  readonly sizeMultiple?: number;
  /**
   * An amount whose robust z-score, 0.6745 × (amount − median) / MAD, is above this is confirmed; 3.5 is usual. Where more than half of the past orders are
   * alike, so that MAD is 0, the score is (amount − median) / (1.253314 × mean absolute deviation); where all are, every amount above them is confirmed.
   */
  readonly sizeScore?: number;
  /** The fewest past orders for `sizeScore`. Default 5. */
  readonly sizeScoreFrom?: number;
  /** An order for units whose price differs from the last one by more than this is confirmed; decimal fraction. */
  readonly priceDeviation?: number;
}

/**
 * What must be known to check an order. What may be absent either opens a way through or is a matter of the bank's; an unknown fact is
 * no permission.
 */
export interface OrderContext<C extends CurrencyCode = CurrencyCode> {
  /** The day of the check. */
  readonly asOf: PlainDate;
  readonly universe: ProductUniverse;
  readonly account: OrderAccount;
  /**
   * Law and policy: compiled packs. Of several versions of one pack that of the day counts. Absent: no purchase is allowed unless
   * the order has an `assessment`; nor is one under a policy alone, or under a law of which no rule is in force on the day.
   */
  readonly packs?: readonly CompiledPack[];
  /** What the packs read of client, household, portfolio and history; see `CaseFacts`. */
  readonly facts?: CaseFacts;
  /** What the packs read of a product beyond the universe, by product id: `{ issuerKind: 'fund-manager' }`. */
  readonly productFacts?: Readonly<Record<string, FactGroup>>;
  /** The household's portfolio, from which shares before and after each order are worked out; orders then need `funding`. */
  readonly portfolio?: Omit<PortfolioInput, 'order'>;
  /** Needed for products with windows, notice or cut-off; dealing days are not guessed. */
  readonly calendar?: BusinessCalendar;
  /** The time of the order, `HH:MM` in the bank's zone; absent: taken to be before the cut-off, which a reason then says. */
  readonly time?: string;
  /** Free money in the funding holding, or one amount a currency. */
  readonly available: Money<C> | readonly Money[];
  /** Money that will be booked, such as proceeds, and what changes of money bring, whose other side comes off `available`. Default none. */
  readonly receivables?: readonly Receivable[];
  /** Value by product id of what is held, each in the product's currency; products of the universe alone. */
  readonly holdings: Readonly<Record<string, Money>>;
  /** Purchases behind holdings, by product id; absent: free of every holding period. */
  readonly lots?: Readonly<Record<string, readonly HoldingLot[]>>;
  /** Rates for what is in other currencies. */
  readonly fx?: FxRates;
  /** The day by which the client needs this money; `null` if none is known to be needed. */
  readonly moneyNeededOn: PlainDate | null;
  /** How much is needed then; absent: only what is bought must be back by then. */
  readonly moneyNeeded?: Money<C>;
  readonly openOrders: readonly OpenOrder[];
  /**
   * Past orders of this client, those of the same day too; an open order counts as one of its day unless it stands here under its
   * `id`. Absent: not known, which is no yes where a daily limit or a rule asks for it; none is `[]`.
   */
  readonly history?: readonly PastOrder[];
  /** Last prices by product id. */
  readonly prices?: Readonly<Record<string, UnitPrice>>;
  /**
   * What the client has agreed to; `null` if to nothing. What `bindConsent` gives fits. A hash alone covers the very orders that are
   * checked together if it is that of `hashOrders`, and no other.
   */
  readonly consent: { readonly proposalHash: string } | BoundConsent | null;
  /** Recordings and the like that there must be; see `demandEvidence`. */
  readonly demands?: readonly EvidenceDemand[];
  readonly policy?: OrderPolicy;
}
