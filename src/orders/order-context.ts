import type { PlainDate } from '../dates/index.js';
import type { CurrencyCode, Money } from '../money/index.js';
import type { ProductUniverse } from '../products/index.js';
import type { RiskLevel } from '../questionnaire/index.js';

interface OrderFields<C extends CurrencyCode> {
  readonly id: string;
  /** What is bought, redeemed, or entered by a switch. */
  readonly product: string;
  readonly gross: Money<C>;
  readonly proposalHash?: string;
  readonly idempotencyKey?: string;
  /** Whether the bank proposed it; an order of which that is not known counts as proposed. */
  readonly solicited?: boolean;
}

/** An order as the pre-trade checks see it; a planned order or a draft fits. */
export type OrderToCheck<C extends CurrencyCode = CurrencyCode> = OrderFields<C> &
  (
    | { readonly side: 'buy' | 'sell' }
    | {
        /** Redeems `from` and puts the proceeds into `product`. */
        readonly side: 'switch';
        readonly from: string;
      }
  );

/**
 * What must be known to check an order. No fact has a default, for an unknown fact is no permission;
 * what may be absent opens a way through or is the bank's own policy.
 */
export interface OrderContext<C extends CurrencyCode = CurrencyCode> {
  /** The day of the check. */
  readonly asOf: PlainDate;
  readonly universe: ProductUniverse;
  readonly client: {
    readonly level: RiskLevel;
    /** The day of the risk assessment and how many calendar months it holds. */
    readonly assessedOn: PlainDate;
    readonly validMonths: number;
    /** Whether the client is in the lowest category, which nothing above its level may be sold to; absent: it may be. */
    readonly lowestCategory?: boolean;
  };
  /** Free money in the funding holding. */
  readonly available: Money<C>;
  /** Value by product id of what is held. */
  readonly holdings: Readonly<Record<string, Money<C>>>;
  /** The day by which the client needs this money; `null` if none is known to be needed. */
  readonly moneyNeededOn: PlainDate | null;
  /** Orders of this client, in any currency, that are not settled, rejected, cancelled or expired. */
  readonly openOrders: readonly OrderToCheck[];
  /** The proposal the client has agreed to; `null` if to none. */
  readonly consent: { readonly proposalHash: string } | null;
  /**
   * Ids of products whose law lets a client insist on more risk than the level allows, after a
   * special written warning (funds under the securities regulator); absent: none.
   */
  readonly mayInsistOn?: readonly string[];
  /** Orders of this amount and above need a second person's approval; absent: none do. */
  readonly approvalFrom?: Money<C>;
  /** Codes of reasons that the client has acknowledged, with the evidence kept by the bank. */
  readonly acknowledged?: readonly string[];
  /** Codes of reasons that a second person has approved. */
  readonly approved?: readonly string[];
}
