import type { PlainDate } from '../../dates/index.js';
import type { Parameters, Reason } from '../../evidence/index.js';
import type { DealingDesk } from '../../products/index.js';
import { least, most } from '../account/exact.js';
import { toAccount } from '../account/rates.js';
import type { ReadAccount } from '../account/read-account.js';
import type { LotState } from '../lots/lot-state.js';
import type { Inside } from '../policy/compiled-policy.js';
import type { TradeDates } from '../settlement/trade-dates.js';
import { boundByCaps } from './caps.js';
import { guardIdentical } from './guard-identical.js';
import { purchaseUnderRestriction, saleUnderRestriction } from './under-restriction.js';

/** Why a product cannot be bought or sold, or not more of it. */
export interface Hindrance {
  /** Code of a reason that names the product and the amount. */
  readonly code: string;
  readonly parameters?: Parameters;
  /** What the product's own terms, or another rule, say. */
  readonly details?: readonly Reason[];
}

/** What can be sold from a day on, in the product's currency, under the limits of the days; `null` where no day is known. */
export interface Release {
  readonly on: PlainDate | null;
  readonly amount: bigint;
}

/** What an account can buy and sell of a product today. */
export interface Bound {
  /** Least and most value after trading, smallest units of the account's currency. */
  readonly low: bigint;
  readonly high: bigint;
  /** What can be sold, in the product's currency, and from which lots; no list where the lots are not known. */
  readonly sellable: bigint;
  readonly sellableLots: readonly LotState[] | undefined;
  /** The most that can be paid for a purchase, in the product's currency; absent where nothing limits it. */
  readonly buyable: bigint | undefined;
  readonly buyDates: TradeDates | undefined;
  readonly saleDates: (sold: readonly LotState[]) => TradeDates | undefined;
  readonly buyHindrances: readonly Hindrance[];
  readonly sellHindrances: readonly Hindrance[];
  /** When a purchase that is hindered altogether could be ordered; `null` where no day is known. */
  readonly buyReleasedOn: PlainDate | null;
  readonly sellReleases: readonly Release[];
}

/** What there is to invest, in smallest units of the account's currency. */
export interface Investable {
  readonly investable: bigint;
  /** What of it purchases will lose to entry fees and spread: a most weight is one of what is left. */
  readonly lost: bigint;
  /** Whether money must be raised: then sales come before purchases. Default false. */
  readonly mustRaise?: boolean;
}

/** What is possible with each holding today: account, product, calendar, limits and policy together. */
export function findBounds(
  account: ReadAccount,
  money: Investable,
  inside: Inside,
  desk: DealingDesk,
): readonly Bound[] {
  const bounds = account.holdings.map((holding): Bound => {
    const sale = saleUnderRestriction(holding, account, inside, desk);
    const purchase = purchaseUnderRestriction(holding, account, money, inside, desk);
    const { mostWorth } = purchase;
    const low = holding.value - least(toAccount(sale.sellable, holding.rate), holding.value);
    return {
      low,
      // A product above its most is brought down to it as far as it can be sold.
      high:
        mostWorth === undefined || holding.value <= mostWorth
          ? purchase.high
          : least(purchase.high, most(mostWorth, low)),
      sellable: sale.sellable,
      sellableLots: sale.sellableLots,
      saleDates: sale.saleDates,
      sellHindrances: sale.sellHindrances,
      sellReleases: sale.sellReleases,
      buyable: purchase.buyable,
      buyDates: purchase.buyDates,
      buyHindrances: purchase.buyHindrances,
      buyReleasedOn: purchase.buyReleasedOn,
    };
  });
  const guarded = guardIdentical(bounds, account, money, inside.policy.lots);
  const { caps } = inside.policy.trading;
  return caps.length === 0 ? guarded : boundByCaps(guarded, account, money, caps);
}
