import { checkNumber, checkObject } from '../errors/index.js';
import { makeReason, type Reason } from '../evidence/index.js';
import {
  checkUniverse,
  type Product,
  type ProductUniverse,
  universeOn,
} from '../products/index.js';
import { chargesOf, refuseUnknownCharges } from './fit/charges.js';
import { withoutDominated } from './fit/dominated.js';
import type { FitTerms } from './fit/fit-terms.js';
import { standingLimits } from './fit/in-the-way.js';
import { makeChoices } from './fit/make-choices.js';
import { type FitParts, makeProgram, type ProductParts } from './fit/make-program.js';
import { needLimits } from './fit/money-needs.js';
import { numberFits } from './fit/number-fits.js';
import { limitsOf } from './fit/product-limits.js';
import { type ReadTerms, readTerms } from './fit/read-terms.js';
import { fitsFor, type SearchResult, searchFit } from './fit/search.js';
import { viewOf } from './screening/dealing-reasons.js';
import { inTime } from './screening/money-back.js';
import { screenProducts } from './screening/screen.js';
import type { ScreeningContext } from './screening/screening-context.js';
import type { ScreeningResult } from './screening/screening-result.js';
import { isSellable, mostBought } from './screening/standing-terms.js';
import { type Aims, readTarget } from './target/read-target.js';
import type { SelectionTarget } from './target/target.js';

/** What decides which products are chosen, and how much of each. */
export type SelectionContext = ScreeningContext & FitTerms;

/** What is known of the products before any target. */
export interface PreparedProducts {
  /** The products of the day. */
  readonly universe: ProductUniverse;
  /** The products with what changes later. */
  readonly lasting: ProductUniverse;
  /** With what is held today among `held`. */
  readonly context: SelectionContext;
  readonly terms: ReadTerms;
  readonly screening: ScreeningResult;
  /** Ids of what is held and cannot be sold by the products' own terms, whatever `locked` says of others. */
  readonly stays: readonly string[];
}

/** Everything that is known before products are fitted. */
export interface PreparedSelection extends PreparedProducts {
  readonly aims: Aims;
}

/** Reads the target and the terms, and screens the products. */
export function prepareSelection(
  target: SelectionTarget,
  universe: ProductUniverse,
  context: SelectionContext,
): PreparedSelection {
  checkUniverse(universe, 'universe');
  const aims = readTarget(target, universe.assetClasses);
  return { ...prepareProducts(universe, context), aims };
}

/** Reads the terms and screens the products. */
export function prepareProducts(
  universe: ProductUniverse,
  context: SelectionContext,
): PreparedProducts {
  checkUniverse(universe, 'universe');
  const terms = readTerms(checkObject(context, 'context') as unknown as SelectionContext, universe);
  const current = [...terms.current].flatMap(([id, weight]) => (weight > 0 ? [id] : []));
  const { held = [] } = context;
  // A list at fault is refused by the screening.
  const whole = Array.isArray(held) ? { ...context, held: [...held, ...current] } : context;
  const screening = screenProducts(universe, whole);
  const today = context.asOf === undefined ? universe : universeOn(universe, context.asOf);
  const view = viewOf(context);
  const stays = current.filter(
    (id) => !terms.locked.has(id) && !isSellable(universe.byId[id]!, view),
  );
  const locked = new Map([
    ...terms.locked,
    ...stays.map((id) => [id, terms.current.get(id)!] as const),
  ]);
  const prepared = {
    universe: today,
    lasting: universe,
    context: whole,
    terms: { ...terms, locked },
    screening,
    stays,
  };
  if (terms.costAversion > 0) refuseUnknownCharges(chargedIn(prepared));
  return prepared;
}

/** Fits the products, without those for which others stand in; where limits on classes cannot be kept it is done without them. */
export function fitParts(prepared: PreparedSelection): {
  readonly found: SearchResult;
  readonly parts: FitParts;
} {
  const parts = { ...withoutDominated(partsOf(prepared)), aims: prepared.aims };
  const found = search(parts, prepared.terms);
  if (found.status !== 'infeasible' || prepared.aims.limits.length === 0) return { found, parts };
  const freed = { ...parts, aims: { ...prepared.aims, limits: [] } };
  return { found: search(freed, prepared.terms), parts: freed };
}

function search(parts: FitParts, terms: ReadTerms): SearchResult {
  if (!numberFits(parts)) return { status: 'infeasible', examined: 0 };
  const { choices } = parts;
  const { minProducts, maxProducts, maxNodes = fitsFor(choices.length) } = terms;
  return searchFit({ program: makeProgram(parts), choices, minProducts, maxProducts, maxNodes });
}

/** Fits of one search for what stands in the way. */
const NODES = 100;

/** The kinds of limit without one of which everything could be invested; where no single one is enough, all that are set. */
export function limitsInTheWay(prepared: PreparedSelection): readonly Reason[] {
  const { terms, context } = prepared;
  const canBeInvested = (
    freed: Partial<PreparedSelection>,
    of: Partial<ReadTerms> = {},
  ): boolean => {
    const tried = { ...prepared, ...freed, terms: { ...terms, ...of, maxNodes: NODES } };
    return ['proved', 'open'].includes(fitParts(tried).found.status);
  };
  const { amount, ...withoutAmount } = context;
  const amounts = {
    reason: makeReason('selection.in-the-way.amounts', 'info'),
    alone: () => canBeInvested({ context: withoutAmount as SelectionContext }),
  };
  const limits = [
    ...standingLimits(terms).map(({ reason, freed }) => ({
      reason,
      alone: () => canBeInvested({}, freed),
    })),
    ...(amount === undefined ? [] : [amounts]),
  ];
  const enough = limits.filter(({ alone }) => alone());
  return (enough.length > 0 ? enough : limits).map(({ reason }) => reason);
}

/** What may be bought, and what is held and may be kept. */
export function partsOf(prepared: PreparedProducts): ProductParts {
  const { context, terms, screening } = prepared;
  const { products, exposures, charges } = chargedIn(prepared);
  const open = new Set(screening.eligible.map(({ id }) => id));
  const view = viewOf(context);
  const choices = makeChoices(products, open, terms, context, (id) => {
    const product = prepared.lasting.byId[id]!;
    return {
      inTime: inTime(product, view, context),
      bought: mostBought(product, view, context),
    };
  });
  return {
    products,
    exposures,
    choices,
    charges,
    limits: limitsOf(products, choices, terms),
    ...(context.amount && { amount: context.amount }),
    needs:
      terms.moneyNeeded.length === 0
        ? []
        : needLimits(terms.moneyNeeded, lastingOf(products, prepared), view, context),
    terms,
  };
}

/** The products that may be in the answer, by ascending id, with what they cost. */
function chargedIn({
  universe,
  context,
  terms,
  screening,
}: PreparedProducts): Pick<ProductParts, 'products' | 'exposures' | 'charges'> {
  const kept = screening.holdOnly
    .map(({ product }) => product)
    .filter(({ id }) => (terms.current.get(id) ?? 0) > 0);
  const products = [...screening.eligible, ...kept].sort((a, b) => (a.id < b.id ? -1 : 1));
  const exposures = products.map((product) => exposureOf(product, universe));
  const charges = products.map((product, i) => chargesOf(product, exposures[i]!, terms, context));
  return { products, exposures, charges };
}

function lastingOf(products: readonly Product[], { lasting }: PreparedProducts): Product[] {
  return products.map(({ id }) => lasting.byId[id]!);
}

/** A product's look-through in the order of the classes. */
export function exposureOf({ id, lookThrough }: Product, universe: ProductUniverse): Float64Array {
  return Float64Array.from(universe.assetClasses, (name) => {
    if (!Object.hasOwn(lookThrough, name)) return 0;
    const share = lookThrough[name];
    // A universe from a store may be damaged.
    const path = `universe.byId.${id}.lookThrough.${name}`;
    return Number.isFinite(share) ? share! : checkNumber(share, path);
  });
}
