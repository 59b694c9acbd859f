import type { PlainDate } from '../../dates/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import type { Money } from '../account/cash-to-keep.js';
import { ratio } from '../account/exact.js';
import type { ReadAccount } from '../account/read-account.js';
import type { Holding } from '../account/read-holdings.js';
import type { CompiledPolicy } from '../policy/compiled-policy.js';
import { type WashSaleFacts, washSaleOnPurchase } from './wash-sale.js';

/** An account with the targets that hold while the wash-sale guard runs, and what is to be said about them. */
export interface StandIns {
  readonly holdings: readonly Holding[];
  readonly reasons: readonly Reason[];
}

/**
 * Where products are measured, what is held of one product can count for the target of another as far as that is missing and this is held
 * beyond its own target.
 *
 * So do the substitutes of a product that must not be bought back after a loss, in their order; what is then still missing is to be bought of the
 * first that is held. And so does a product at a loss that counts as the same, because it cannot give way on one day without spoiling its loss.
 * Once the guard has run out, or the loss is gone, the targets are the account's own again.
 */
export function withStandIns(
  account: ReadAccount,
  { lots, measure }: CompiledPolicy,
  { investable, mustRaise }: Money,
  asOf: PlainDate,
): StandIns {
  const { holdings, history } = account;
  const { harvest, washSaleDays, identical } = lots;
  const hasGuard = washSaleDays !== undefined && (harvest !== undefined || identical.size > 0);
  if (!hasGuard || measure !== 'products' || investable <= 0n) return { holdings, reasons: [] };
  const facts = { recentTrades: history.recentTrades, on: asOf, washSaleDays, identical };
  const targets = makeTargets(holdings, investable);
  const reasons: Reason[] = [];
  for (const { id, target } of holdings) {
    if (target === 0) continue;
    const choices = harvest?.substitutes[id] ?? [];
    reasons.push(...passToSubstitutes(targets, id, choices, facts));
    const same = mustRaise || account.isTaxFree ? undefined : identical.get(id);
    if (same !== undefined) reasons.push(...passToIdentical(targets, id, same, holdings));
  }
  if (reasons.length === 0) return { holdings, reasons };
  return { holdings: holdings.map((one) => ({ ...one, target: targets.of(one.id) })), reasons };
}

/** Targets that pass from one product to another. */
interface Targets {
  readonly of: (id: string) => number;
  /** By how much a product is above its target, below 0 where it is missing. */
  readonly beyond: (id: string) => number;
  readonly weightOf: (value: bigint) => number;
  readonly pass: (from: string, to: string, part: number) => void;
}

function makeTargets(holdings: readonly Holding[], investable: bigint): Targets {
  const weightOf = (value: bigint): number => ratio(value, investable);
  const targets = new Map(holdings.map(({ id, target }) => [id, target]));
  const weights = new Map(holdings.map(({ id, value }) => [id, weightOf(value)]));
  const of = (id: string): number => targets.get(id)!;
  return {
    of,
    weightOf,
    beyond: (id) => weights.get(id)! - of(id),
    pass: (from, to, part) => {
      targets.set(from, of(from) - part);
      targets.set(to, of(to) + part);
    },
  };
}

function passToSubstitutes(
  { beyond, pass }: Targets,
  product: string,
  choices: readonly string[],
  facts: WashSaleFacts,
): readonly Reason[] {
  const held = choices.filter((id) => beyond(id) > 0);
  let missing = -beyond(product);
  if (held.length === 0 || missing <= 0) return [];
  const guard = washSaleOnPurchase(product, facts);
  if (guard === undefined) return [];
  const parts = held.map((id) => {
    const part = Math.min(beyond(id), missing);
    missing -= part;
    return part;
  });
  parts[0]! += missing;
  return held.flatMap((substitute, i) => {
    if (parts[i] === 0) return [];
    pass(product, substitute, parts[i]!);
    const parameters = { product, substitute, from: guard.from };
    return [makeReason('rebalancing.stands-in', 'info', parameters)];
  });
}

function passToIdentical(
  { beyond, pass, weightOf }: Targets,
  product: string,
  same: ReadonlySet<string>,
  holdings: readonly Holding[],
): readonly Reason[] {
  return holdings.flatMap(({ id: other, lots = [] }) => {
    if (other === product || !same.has(other)) return [];
    let losing = 0n;
    for (const { value, cost } of lots) if (cost !== undefined && value < cost) losing += value;
    const part = Math.min(weightOf(losing), beyond(other), -beyond(product));
    if (part <= 0) return [];
    pass(product, other, part);
    return [makeReason('rebalancing.identical-stands-in', 'info', { product, other })];
  });
}
