import { makeReason, type Reason } from '../../evidence/index.js';
import { isZero, type Money, multiplyMoney } from '../../money/index.js';
import type { Product } from '../../products/index.js';
import type { PreparedProducts } from '../prepare.js';
import type { ClientFirstFinding, UndeterminedChoice } from './client-first.js';
import type { JudgedProduct } from './judged-product.js';
import { type Saving, savingOf } from './saving.js';

/** A choice and what would do as well. */
export interface Choice {
  readonly one: JudgedProduct;
  readonly weight: number;
  readonly others: readonly JudgedProduct[];
  /** All weights. */
  readonly weights: ReadonlyMap<string, number>;
  readonly prepared: PreparedProducts;
}

/** A product that would do as well, with what it would save in a year. */
interface Substitute {
  readonly other: JudgedProduct;
  readonly saving: number;
}

/** Savings below this are rounding. */
const NOTHING = 1e-12;

/** What is to be said of a choice, kind by kind, each with the substitute that saves most. */
export function findingsOn(choice: Choice): readonly ClientFirstFinding[] {
  const { one } = choice;
  const substitutes = savingsOf(choice).flatMap(({ other, saving }): readonly Substitute[] =>
    isLoss(saving.least, choice) ? [] : [{ other, saving: Math.max(0, saving.least) }],
  );
  const find = (
    kind: ClientFirstFinding['kind'],
    counts: (substitute: Substitute) => boolean,
  ): readonly ClientFirstFinding[] => {
    const best = cheapest(substitutes.filter(counts));
    return best === undefined ? [] : [describe(kind, choice, best)];
  };
  return [
    ...find('dearer', ({ saving }) => saving > NOTHING && comesToMoney(saving, choice)),
    ...find('commission', ({ other }) => paysLess(other.product, one.product)),
    ...find(
      'own-house',
      ({ other }) => one.isHouse && !other.isHouse && other.product.issuer !== undefined,
    ),
  ];
}

/** What is not said to be dearer, and would be if charges that cannot be told were known; the first such product of each choice. */
export function undeterminedOn(choice: Choice): readonly UndeterminedChoice[] {
  const isSaving = (saving: number): boolean => saving > NOTHING && comesToMoney(saving, choice);
  const savings = savingsOf(choice);
  if (savings.some(({ saving }) => isSaving(saving.least))) return [];
  const open = savings.find(({ saving }) => isSaving(saving.most));
  if (open === undefined) return [];
  const { product } = choice.one;
  const instead = open.other.product;
  const names = { name: product.name, instead: instead.name };
  const reason = makeReason('selection.client-first.undetermined', 'warn', names);
  return [Object.freeze({ product, instead, reason, ...caveatOf(choice, instead) })];
}

function savingsOf({ one, weight, others, weights, prepared }: Choice): readonly {
  readonly other: JudgedProduct;
  readonly saving: Saving;
}[] {
  const { terms } = prepared;
  return others.map((other) => {
    const weightOfOther = weights.get(other.product.id) ?? 0;
    return { other, saving: savingOf({ one, weight, other, weightOfOther, terms }) };
  });
}

/** Whether something would cost more, by a smallest unit of the currency where there is an amount. */
function isLoss(saving: number, { prepared }: Choice): boolean {
  const { amount } = prepared.context;
  if (amount === undefined || !Number.isFinite(saving)) return saving < -NOTHING;
  return saving < 0 && !isZero(inMoney(amount, saving));
}

/** Whether a saving is at least the smallest unit of the currency in a year, where there is an amount. */
function comesToMoney(saving: number, { prepared }: Choice): boolean {
  const { amount } = prepared.context;
  return (
    amount === undefined || saving === Number.POSITIVE_INFINITY || !isZero(inMoney(amount, saving))
  );
}

/** Whether a product pays the distributor less, and nothing more. */
function paysLess({ fees: other = {} }: Product, { fees: one = {} }: Product): boolean {
  const rebate = (one.rebate ?? 0) - (other.rebate ?? 0);
  const entry = (one.entryCommission ?? 0) - (other.entryCommission ?? 0);
  return rebate >= 0 && entry >= 0 && rebate + entry > 0;
}

/** The first of those that save most; products come by ascending id. */
function cheapest(substitutes: readonly Substitute[]): Substitute | undefined {
  let best: Substitute | undefined;
  for (const one of substitutes) {
    if (best === undefined || one.saving > best.saving + NOTHING) best = one;
  }
  return best;
}

function describe(
  kind: ClientFirstFinding['kind'],
  { one, weight, prepared }: Choice,
  { other, saving }: Substitute,
): ClientFirstFinding {
  const { amount } = prepared.context;
  const yearlySaving = amount === undefined ? undefined : inMoney(amount, saving);
  const names = { name: one.product.name, instead: other.product.name };
  return Object.freeze({
    kind,
    product: one.product,
    weight,
    instead: other.product,
    yearlySavingRate: saving,
    ...(yearlySaving === undefined ? {} : { yearlySaving }),
    reason: reasonFor(kind, names, yearlySaving ?? saving),
    ...caveatOf({ one, prepared }, other.product),
  });
}

/** The look-through says nothing of the currency in which a product is dealt. */
function caveatOf(
  { one, prepared }: Pick<Choice, 'one' | 'prepared'>,
  instead: Product,
): { readonly caveat?: Reason } {
  const { product } = one;
  const base = prepared.context.amount?.currency;
  if ((product.currency ?? base) === (instead.currency ?? base)) return {};
  const names = { name: product.name, instead: instead.name };
  return { caveat: makeReason('selection.client-first.other-currency', 'info', names) };
}

/** A saving of nothing is not promised; what costs more always has one. */
function reasonFor(
  kind: ClientFirstFinding['kind'],
  names: Readonly<Record<'name' | 'instead', string>>,
  saving: number | Money,
): Reason {
  const code = `selection.client-first.${kind}`;
  const isRate = typeof saving === 'number';
  const isNothing = isRate ? saving <= NOTHING : isZero(saving);
  if (isNothing && kind !== 'dearer') return makeReason(`${code}-same-cost`, 'warn', names);
  return makeReason(isRate ? `${code}-rate` : code, 'warn', { ...names, saving });
}

function inMoney(amount: Money, saving: number): Money {
  return multiplyMoney(amount, saving, { rounding: 'half-even' });
}
