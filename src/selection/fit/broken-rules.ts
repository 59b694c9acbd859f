import { makeReason, type Reason } from '../../evidence/index.js';
import { multiplyMoney } from '../../money/index.js';
import { inner } from '../../numerics/index.js';
import type { ProductUniverse } from '../../products/index.js';
import { distanceFrom, statesOf } from './choices.js';
import type { ProductParts } from './make-program.js';
import { backFor } from './money-needs.js';

/** Rules that are missed by no more than this are kept, but for rounding. */
const ROUNDING = 1e-9;

/** Which rules of a selection weights break: what may not be bought, single products, limits and their number. */
export function brokenRules(
  weights: ReadonlyMap<string, number>,
  parts: ProductParts,
  { byId }: ProductUniverse,
): readonly Reason[] {
  const { terms } = parts;
  const known = new Set(parts.products.map(({ id }) => id));
  const closed: string[] = [];
  for (const [id] of weights) if (!known.has(id)) closed.push(byId[id]!.name);
  const held = Float64Array.from(parts.products, ({ id }) => weights.get(id) ?? 0);
  const beyond = parts.products.flatMap(({ name }, i) => {
    const choice = parts.choices[i]!;
    const kept = Math.min(choice.held, held[i]!);
    const away = distanceFrom(choice, statesOf(choice), kept, held[i]! - kept);
    return away > ROUNDING ? [name] : [];
  });
  const limits = parts.limits.flatMap(({ kind, name, shares, min, max }) => {
    const share = inner(shares, held);
    if (share >= min - ROUNDING && share <= max + ROUNDING) return [];
    const what = name === '' ? 'unknown-issuer' : kind;
    return [makeReason(`selection.breaks.${what}`, 'warn', { name, share, min, max })];
  });
  const number = weights.size;
  const kept = held.map((weight, i) => Math.min(parts.choices[i]!.held, weight));
  const bought = held.map((weight, i) => weight - kept[i]!);
  const late = parts.needs.flatMap((need) => {
    const back = backFor(need, parts.choices, { kept, bought });
    if (back >= need.share - ROUNDING) return [];
    const { on, amount: needed } = need;
    const amount = multiplyMoney(parts.amount!, back, { rounding: 'down' });
    return [makeReason('selection.breaks.money-needed', 'warn', { on, needed, back: amount })];
  });
  return [
    ...about('selection.breaks.not-open', 'block', closed),
    ...about('selection.breaks.product', 'warn', beyond),
    ...limits,
    ...late,
    ...(number > terms.maxProducts || number < terms.minProducts
      ? [makeReason('selection.breaks.number', 'warn', { number })]
      : []),
  ];
}

function about(code: string, severity: 'block' | 'warn', products: readonly string[]): Reason[] {
  return products.length === 0 ? [] : [makeReason(code, severity, { products })];
}
