import type { PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { exactRate } from './exact-rate.js';
import type { LotPolicy } from './lot.js';
import type { LotState } from './lot-state.js';
import { sumOf } from './take-lots.js';
import {
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
  readonly locked?: readonly LotState[];
}

/**
 * Finds the lots whose loss is at least the policy's share of their cost, and what takes their place.
 *
 * A product is left alone if no substitute is named for it, or if the wash-sale guard would spoil the loss: a purchase of the
 * same product is near, or a sale of the substitute at a loss, those of the harvests before it included. Lots without a
 * known cost are not touched. Without a `harvest` in the policy there is nothing to find.
 */
export function harvestLosses(
  positions: readonly HarvestPosition[],
  policy: Pick<LotPolicy, 'harvest' | 'washSaleDays'>,
  options: { readonly asOf: PlainDate; readonly recentTrades: readonly RecentTrade[] },
): Harvest {
  const harvests: LossHarvest[] = [];
  const left: UnharvestedLoss[] = [];
  if (policy.harvest === undefined) return { harvests, left };
  const { minimumLoss, substitutes } = policy.harvest;
  const trades = [...options.recentTrades];
  const facts = { recentTrades: trades, on: options.asOf, washSaleDays: policy.washSaleDays };
  for (const position of [...positions].sort((a, b) => compare(a.product, b.product))) {
    const { product } = position;
    const losing = position.lots.filter((lot) => isLosing(lot, minimumLoss)).sort(byDay);
    if (losing.length === 0) continue;
    const lots = losing.map(({ id }) => id);
    const substitute = substitutes[product];
    const reason = reasonAgainst(position, losing, substitute, facts);
    if (substitute === undefined || reason !== undefined) {
      left.push({ product, lots, reason: reason ?? noSubstitute(product) });
      continue;
    }
    harvests.push({ product, substitute, lots, ...figuresOf(product, substitute, losing) });
    trades.push({ product, side: 'sell', on: options.asOf, atLoss: true });
    trades.push({ product: substitute, side: 'buy', on: options.asOf });
  }
  return { harvests, left };
}

function isLosing({ value, cost }: LotState, minimumLoss: number): boolean {
  if (cost === undefined || value === 0n || value >= cost) return false;
  const { numerator, denominator } = exactRate(minimumLoss);
  return (cost - value) * denominator >= cost * numerator;
}

function reasonAgainst(
  { product, lots, locked = [] }: HarvestPosition,
  losing: readonly LotState[],
  substitute: string | undefined,
  facts: WashSaleFacts,
): Reason | undefined {
  if (substitute === undefined) return undefined;
  const kept = [...lots.filter((lot) => !losing.includes(lot)), ...locked];
  return (washSaleOnSale(product, kept, facts) ?? washSaleOnPurchase(substitute, facts))?.reason;
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
