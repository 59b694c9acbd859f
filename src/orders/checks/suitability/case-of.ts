import { AptfolioError } from '../../../errors/index.js';
import { productOn } from '../../../products/index.js';
import type { CaseFact, FactGroup, SuitabilityCase } from '../../../suitability/index.js';
import { dayOf, type OrderFacts } from '../order-facts.js';
import { amountWriter } from './amounts.js';
import { givenFact, placesOfFacts } from './given-fact.js';
import type { LawOfDay } from './law-of-day.js';
import { derivedFacts } from './order-facts-of.js';

/** What the bank's word must agree with, because order and product file say it themselves. */
const MUST_AGREE = ['order.amount', 'order.solicited', 'product.issuerRisk', 'product.sellerRisk'];

/** Puts together what the packs are asked: the bank's facts, and what order, product and holdings say where the bank does not. */
export function caseOf(facts: OrderFacts, { declared, currencies }: LawOfDay): SuitabilityCase {
  const { context, order } = facts;
  const given = givenFacts(facts);
  const derived = derivedFacts(facts, amountWriter(currencies, context));
  const added = Object.entries(derived).filter(([name, value]) => {
    if (value === undefined || !declared.has(name)) return false;
    const said = givenFact(given, name);
    if (said === undefined) return true;
    if (MUST_AGREE.includes(name)) checkAgrees(placesOfFacts(facts)[name], said, value);
    return false;
  });
  return {
    action: order.side,
    ...replacedBy(facts),
    facts: { ...given, ...(Object.fromEntries(added) as FactGroup) },
  };
}

/** The bank's facts of the case, of the product and of the order. */
function givenFacts({ context, order }: OrderFacts): FactGroup {
  const { facts = {}, productFacts = {} } = context;
  const ofProduct = Object.hasOwn(productFacts, order.product) ? productFacts[order.product] : {};
  const group = (name: string, more: FactGroup | undefined): FactGroup => {
    const own = facts[name];
    const merged = { ...(own as FactGroup | undefined), ...more };
    return Object.keys(merged).length === 0 ? {} : { [name]: merged };
  };
  return { ...facts, ...group('product', ofProduct), ...group('order', order.facts) };
}

function replacedBy(facts: OrderFacts): Pick<SuitabilityCase, 'replaces'> {
  const { order, redeems } = facts;
  if (order.side !== 'switch' || redeems === undefined) return {};
  const { issuerRisk, distributorRisk } = productOn(redeems, dayOf(facts));
  return { replaces: { issuerRisk, sellerRisk: distributorRisk } };
}

function checkAgrees(path: string | undefined, said: CaseFact | FactGroup, value: unknown): void {
  if (plain(said) === plain(value)) return;
  const expected = `what order and product say, ${plain(value)}, or nothing`;
  throw new AptfolioError('inconsistent', path ?? 'context.facts', expected, plain(said));
}

/** A value as text: `R3`, 3 and `{ value: 3 }` are the same, and so are 50000 and 50000.00. */
function plain(value: unknown): string {
  if (typeof value === 'object' && value !== null) {
    if ('value' in value) return plain(value.value);
    if ('amount' in value) return plain(Number(value.amount));
  }
  return typeof value === 'string' ? value.replace(/^R(?=[1-5]$)/, '') : String(value);
}
