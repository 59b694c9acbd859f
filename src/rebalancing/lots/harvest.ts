import type { PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { exactRate } from './exact-rate.js';
import type { LotState } from './lot-state.js';
import { sumOf } from './take-lots.js';
import {
  type Identical,
  type RecentTrade,
  type WashSaleFacts,
  washSaleOnPurchase,
  washSaleOnSale,
} from './wash-sale.js';

/** Lots of one product to sell for their loss. */
export interface LossHarvest {
  readonly product: string;
  /** The product that takes their money. */
  readonly substitute: string;
  /** Ids of the lots, each sold whole, by day and id. */
  readonly lots: readonly string[];
  /** What they are worth, and by how much that is less than their cost. */
  readonly value: bigint;
  readonly loss: bigint;
  readonly reason: Reason;
}

/** A loss that is large enough and is left where it is. */
export interface UnharvestedLoss {
  readonly product: string;
  readonly lots: readonly string[];
  readonly reason: Reason;
}

/** Losses to take and losses to leave, each by product. */
export interface Harvest {
  readonly harvests: readonly LossHarvest[];
  readonly left: readonly UnharvestedLoss[];
}

/** A product's lots: those that can be sold, and those that cannot, which count for the guard as they stay. */
export interface HarvestPosition {
  readonly product: string;
  readonly lots: readonly LotState[];
  readonly locked?: readonly (LotState & { readonly product?: string })[];
  /** What an amount is in the currency of the least loss. Default the same. */
  readonly inOwn?: (amount: bigint) => bigint;
}

/** What a policy says of losses. */
export interface HarvestRules {
  readonly harvest?:
    | {
        readonly minimumLoss: number;
        /** The least loss of a product. Default 0. */
        readonly least?: bigint;
        readonly substitutes: Readonly<Record<string, readonly string[]>>;
      }
    | undefined;
  readonly washSaleDays?: number | undefined;
  readonly identical?: Identical;
}

/** The day and what is known of it. */
export interface HarvestFacts {
  readonly asOf: PlainDate;
  readonly recentTrades: readonly RecentTrade[];
  /** Whether a product can be bought at all. Default: each can. */
  readonly mayBuy?: (product: string) => boolean;
}

/**
 * Finds the lots whose loss is at least the policy's share of their cost, and what takes their place: of the substitutes the first that can
 * be bought and whose purchase spoils no loss.
 *
 * A product is left alone if no substitute is named for it, or if the wash-sale guard would spoil the loss: a purchase of the
 * same product is near, or a sale of every substitute at a loss, those of the harvests before it included. Lots without a
 * known cost are not touched, nor is a loss below the least. Without a `harvest` in the policy there is nothing to find.
 */
export function harvestLosses(
  positions: readonly HarvestPosition[],
  { harvest, washSaleDays, identical }: HarvestRules,
  { asOf, recentTrades, mayBuy = () => true }: HarvestFacts,
): Harvest {
  const harvests: LossHarvest[] = [];
  const left: UnharvestedLoss[] = [];
  if (harvest === undefined) return { harvests, left };
  const trades = [...recentTrades];
  const same = identical === undefined ? {} : { identical };
  const facts: WashSaleFacts = { recentTrades: trades, on: asOf, washSaleDays, ...same };
  for (const position of [...positions].sort((a, b) => compare(a.product, b.product))) {
    const { product } = position;
    const losing = lossesWorthTaking(position, harvest);
    if (losing.length === 0) continue;
    const lots = losing.map(({ id }) => id);
    const named = harvest.substitutes[product] ?? [];
    const choices = named.filter(mayBuy);
    if (named.length > 0 && choices.length === 0) continue;
    const found = findSubstitute(position, losing, choices, facts);
    if ('reason' in found) {
      left.push({ product, lots, reason: found.reason });
      continue;
    }
    const { substitute } = found;
    harvests.push({ product, substitute, lots, ...figuresOf(product, substitute, losing) });
    trades.push({ product, side: 'sell', on: asOf, atLoss: true });
    trades.push({ product: substitute, side: 'buy', on: asOf });
  }
  return { harvests, left };
}

/** The lots whose loss is large enough to be taken, by day and id; none where they come to too little together. */
export function lossesWorthTaking(
  { lots, inOwn = (amount) => amount }: Pick<HarvestPosition, 'lots' | 'inOwn'>,
  { minimumLoss, least = 0n }: Pick<NonNullable<HarvestRules['harvest']>, 'minimumLoss' | 'least'>,
): readonly LotState[] {
  const losing = lots.filter((lot) => isLosing(lot, minimumLoss)).sort(byDay);
  return inOwn(lossOf(losing)) < least ? [] : losing;
}

function isLosing({ value, cost }: LotState, minimumLoss: number): boolean {
  if (cost === undefined || value === 0n || value >= cost) return false;
  const { numerator, denominator } = exactRate(minimumLoss);
  return (cost - value) * denominator >= cost * numerator;
}

/** What takes the place of what is sold, or why it is not sold. */
function findSubstitute(
  { product, lots, locked = [] }: HarvestPosition,
  losing: readonly LotState[],
  choices: readonly string[],
  facts: WashSaleFacts,
): { readonly substitute: string } | { readonly reason: Reason } {
  if (choices.length === 0) return { reason: noSubstitute(product) };
  const kept = [...lots.filter((lot) => !losing.includes(lot)), ...locked];
  const spoilt = washSaleOnSale(product, kept, facts);
  if (spoilt !== undefined) return { reason: spoilt.reason };
  const against = choices.map((choice) => washSaleOnPurchase(choice, facts));
  const place = against.indexOf(undefined);
  return place === -1 ? { reason: against[0]!.reason } : { substitute: choices[place]! };
}

function lossOf(losing: readonly LotState[]): bigint {
  return sumOf(losing.map(({ cost = 0n, value }) => cost - value));
}

function noSubstitute(product: string): Reason {
  return makeReason('rebalancing.no-substitute', 'info', { product });
}

function figuresOf(
  product: string,
  substitute: string,
  losing: readonly LotState[],
): Pick<LossHarvest, 'value' | 'loss' | 'reason'> {
  const value = sumOf(losing.map((lot) => lot.value));
  const cost = sumOf(losing.map((lot) => lot.cost ?? 0n));
  const parameters = { product, substitute, loss: Number(cost - value) / Number(cost) };
  const reason = makeReason('rebalancing.loss-harvested', 'info', parameters);
  return { value, loss: cost - value, reason };
}

function byDay(a: LotState, b: LotState): number {
  return compare(a.boughtOn, b.boughtOn) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
