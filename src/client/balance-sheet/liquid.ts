import type { Holding, HoldingKind } from '../holding.js';

const LIQUID: ReadonlySet<HoldingKind> = new Set(['deposit', 'money-fund']);

/** Whether the money can be had within some days; where nobody said so, it cannot. */
export function isLiquid({ kind, availableInDays }: Holding, withinDays: number): boolean {
  return LIQUID.has(kind) && availableInDays !== undefined && availableInDays <= withinDays;
}
