import type { PlainDate } from '../../dates/index.js';
import type { CurrencyCode, Money } from '../../money/index.js';
import type { LotPolicy } from '../lots/lot.js';
import type { Schedule } from '../triggers/schedule.js';
import type { UtilityInputs } from '../utility.js';
import type { BandRules } from './bands.js';

/** What makes an account worth looking at. Any one is enough. */
export type Trigger =
  /** A day of the schedule has come, by default the first business day on or after it, and no trade was made since then. */
  | ({ readonly kind: 'calendar' } & Schedule)
  /** Something measured leaves its band. */
  | { readonly kind: 'band' }
  /** Σ|Δ| / 2 is above this. */
  | { readonly kind: 'portfolio-drift'; readonly above: number }
  /** Annual volatility of the difference to the target is above this; needs `utility`. */
  | { readonly kind: 'tracking-error'; readonly above: number }
  /** Annual volatility of the account is above this; needs `utility`. */
  | { readonly kind: 'volatility'; readonly above: number }
  /**
   * Free money above what is to be kept, or money that is missing, is more than this share of the account. What sales ordered on the same day leave over is no new
   * money; with the funding `sell-only` only missing money counts, as nothing is bought for the other.
   */
  | { readonly kind: 'cash-flow'; readonly above: number }
  /** The account names one of these events: a market event, a change at the client. */
  | { readonly kind: 'event'; readonly events: readonly string[] };

/** How often to look and to trade. */
export interface Pacing {
  /** Bands and drift are looked at only on the days of the schedule, which are business days. Absent: on every day. */
  readonly look?: Schedule;
  /** Calendar days that must have passed since the last trade, to a business day. Default 0. */
  readonly minimumDays?: number;
  /** Triggers that do not wait. Default `event` and `cash-flow`. */
  readonly urgent?: readonly Trigger['kind'][];
}

/** Where what has left its band is brought, or as near to it as can be; other destinations stand by id of something measured, the same on both sides of its target or not. */
export type Destination = PlainDestination & {
  readonly byId?: Readonly<
    Record<
      string,
      PlainDestination | { readonly above: PlainDestination; readonly below: PlainDestination }
    >
  >;
};

/** One destination for everything that it is said of. */
export type PlainDestination =
  | { readonly kind: 'target' }
  /** Just to the edge of the band. */
  | { readonly kind: 'edge' }
  /** A share of the band from the target: 0.5 is half way. */
  | { readonly kind: 'fraction'; readonly ofBand: number }
  /** A drift in weight that may remain: act at 0.02, trade to 0.0175. Beyond the band it is the edge. */
  | { readonly kind: 'inner'; readonly drift: number };

/** What is moved once something has triggered, and who takes the rest. */
export type Scope =
  /** Everything moves to its destination. */
  | { readonly kind: 'whole' }
  /**
   * Only what has left its band moves; the others absorb the rest, each as it helps it towards its own target, or one alone: the id of an asset
   * class or product that is measured, or `cash`.
   */
  | { readonly kind: 'breached'; readonly absorbedBy?: string };

/** Where the money for purchases comes from. */
export const FUNDINGS = [
  /** Sales and purchases. */
  'full',
  /** Free money first; sales only for what is then still out of its band, or above a most weight. */
  'cash-first',
  /** Free money only; nothing is sold. */
  'buy-only',
  /** Nothing is bought; proceeds stay as money. */
  'sell-only',
] as const;

/** Where the money for purchases comes from; see `FUNDINGS`. */
export type Funding = (typeof FUNDINGS)[number];

/** A size: an amount, a share of the account, or the greater of both. */
export interface TradeSize<C extends CurrencyCode = CurrencyCode> {
  readonly amount?: Money<C>;
  /** Decimal fraction of what is to be invested. */
  readonly share?: number;
}

/** A size of every trade, or one of purchases and one of sales; a side that is not named has none here. */
export type SizeBySide<C extends CurrencyCode = CurrencyCode> =
  | TradeSize<C>
  | { readonly buy?: TradeSize<C>; readonly sell?: TradeSize<C> };

/** An amount, or a share of the account: decimal fraction below 1 of positions and money together, less a withdrawal. */
export type CashSize<C extends CurrencyCode = CurrencyCode> = Money<C> | { readonly share: number };

/** Money that stays money. Of an amount and a share that stand against each other the greater counts. */
export interface CashPolicy<C extends CurrencyCode = CurrencyCode> {
  /** Never less than this, whatever the trades. Default 0. */
  readonly floor?: CashSize<C>;
  /** The same in other currencies, one amount each; it counts in accounts that have an amount of that currency in `cash`. Default 0. */
  readonly floors?: readonly Money[];
  /** What is kept on purpose; at least the floor. Default the floor. */
  readonly target?: CashSize<C>;
  /** Up to this much may stay before it is invested; at least the target. Default the target. */
  readonly ceiling?: CashSize<C>;
  /**
   * Of free money above the target no more than this is invested by one decision, and nothing beside purchases that are ordered today or still to be
   * ordered; the rest stays money on purpose. Beside `staged` the smaller counts; `planStages` and
   * `smallestDepositFor` go without either. Default all of it.
   */
  readonly investAtMost?: CashSize<C>;
  /**
   * What is done about a withdrawal that cannot be raised in full today. `never` (the default): nothing is paid and nothing sold for it; `allowed`: what can
   * be raised is paid, and the account tells the rest again.
   */
  readonly partialWithdrawal?: 'never' | 'allowed';
  /**
   * Invests new money in equal parts: `part` of `parts`, from 1, as the caller counts the calls; or one part on `from` and each so many months after it,
   * unless a trade was made since the part's day. A part whose purchases are ordered today or still to be ordered is done. Before `from` nothing is invested, from the day of the last part on everything.
   */
  readonly staged?:
    | { readonly part: number; readonly parts: number }
    | { readonly parts: number; readonly from: PlainDate; readonly everyMonths: number };
}

/** Products that together may be no more than so much. */
export interface CappedGroup {
  /** Unique among the groups; reasons and certificate name it. */
  readonly id: string;
  /** Ids of products. */
  readonly members: readonly string[];
  /** Decimal fraction of what is to be invested, 0 to 1. */
  readonly max: number;
}

/**
 * What trades must keep to. What is absent does not restrict. What is above a most weight, of a product, an issuer or a group, is brought down to it once something
 * triggers, as far as it can be sold, and is named where it cannot.
 */
export interface TradingRules<C extends CurrencyCode = CurrencyCode> {
  /**
   * Trades below this are not made; the greater of the amount and the share. The residual product is free of it where it takes what other trades leave, or gives
   * what they lack, or what must be raised; traded alone it is not.
   */
  readonly minimumTrade?: SizeBySide<C>;
  /** Other minimums by type of product; a side that is not named goes by `minimumTrade`. */
  readonly minimumTradeOfType?: Readonly<Record<string, SizeBySide<C>>>;
  /** Other minimums by product id; a side that is not named goes by the type, or by `minimumTrade`. */
  readonly minimumTradeOf?: Readonly<Record<string, SizeBySide<C>>>;
  /**
   * Amounts of trades are multiples of this, decimal text in the account's currency; the residual product is free of it, and so is a sale of
   * everything. A product that trades in whole units, or whose minimum and steps meet no multiple, goes by its own.
   */
  readonly amountStep?: string;
  /** The most that one product may be after trading, as a share of what is to be invested, decimal fraction, by product id. */
  readonly maxWeight?: Readonly<Record<string, number>>;
  /**
   * The most that one issuer may owe or manage after trading, as a share of what is to be invested, above 0: by what is inside a product (`issuers`), else the whole
   * product by its own `issuer`, whatever its type. Products of which neither is known count as one issuer. Default no limit.
   */
  readonly maxWeightPerIssuer?: number;
  /** The most that single issuers may owe, by name, in place of `maxWeightPerIssuer`. */
  readonly maxWeightOfIssuer?: Readonly<Record<string, number>>;
  /** The most that several products may be together; a product may be in several groups. */
  readonly groups?: readonly CappedGroup[];
  /** The most that may be traded: (purchases + sales) / 2, decimal fraction of what is to be invested. */
  readonly maxTurnover?: number;
  /** The most trades. The smallest ones beyond are not made. */
  readonly maxTrades?: number;
  /** Whether the fewest trades that bring everything inside its bands are sought. Default false. */
  readonly fewestTrades?: boolean;
  /** The most gains that may be realised in a year, after losses. */
  readonly gainBudget?: Money<C>;
  /** The most tax that the trades may cost, orders under way included. Less than a ten-thousandth of what is to be invested is not traded within it, nor within `gainBudget`. */
  readonly taxBudget?: Money<C>;
}

/** What is set against the cost of trading. */
export interface WeighingRules {
  /** Over how many years the gain counts. Default 1. */
  readonly years?: number;
  /** `gain` (the default): trade only if the gain in certainty-equivalent is above all costs; `always`: both numbers are shown and trading goes on. */
  readonly gate?: 'gain' | 'always';
  /** What money out of the market is taken to miss a year, decimal fraction; absent: the target's expected return, after the charges that `utility` counts. */
  readonly outOfMarketReturn?: number;
}

/** A group that has a target and bands as a whole: of asset classes, or where products are measured of products. */
export interface ClassGroup {
  readonly id: string;
  /** Asset classes, or products where these are measured, or ids of other groups. */
  readonly members: readonly string[];
}

/** How accounts are brought back to their targets: data, checked once by `compileRebalancing`. */
export interface RebalancingPolicy<C extends CurrencyCode = CurrencyCode> {
  /** Unique among the bank's policies; kept in results. */
  readonly id: string;
  /** What drift is measured on: the asset classes inside the products (the default) or the products. */
  readonly measure?: 'classes' | 'products';
  /** Groups of what is measured, measured beside their members. */
  readonly groups?: readonly ClassGroup[];
  readonly bands: BandRules;
  /** Any one is enough. Default: `[{ kind: 'band' }]`; an empty list never triggers. */
  readonly triggers?: readonly Trigger[];
  readonly pacing?: Pacing;
  /** Default `target`. */
  readonly destination?: Destination;
  /** Default `whole`. */
  readonly scope?: Scope;
  /** Default `full`. */
  readonly funding?: Funding;
  readonly cash?: CashPolicy<C>;
  readonly trading?: TradingRules<C>;
  /** The product that takes what rounding and dropped trades leave over, however little, beside other trades; absent: it stays money. */
  readonly residualProduct?: string;
  /** Absent: first in, first out, without tax. */
  readonly lots?: LotPolicy;
  /**
   * What the gain and the distance to the target are measured with. Absent: nothing is weighed and what triggers is traded; the distance counts every
   * class alike, as if Σ were 1 on the diagonal and 0 beside it: the sum of the squared differences of class weights.
   */
  readonly utility?: UtilityInputs;
  readonly weighing?: WeighingRules;
  /** What changing money into another currency costs, decimal fraction of the amount, by currency. Default 0. */
  readonly fxSpread?: Readonly<Record<string, number>>;
}
