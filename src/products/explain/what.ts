import { makeReason, type Reason } from '../../evidence/index.js';
import { isKnownType, isLiability } from '../product-type.js';
import { type Amount, amountIn } from './amount-in.js';
import type { ExplainedProduct } from './explain-product.js';
import { maturedOn } from './maturity.js';

/** What a product is: its kind, who stands behind it, what is inside, what can be bought. */
export function tellWhat(subject: ExplainedProduct): readonly Reason[] {
  const { product, universe } = subject;
  const { name, issuer, currency, contains = {} } = product;
  const type = isKnownType(product.type) ? product.type : 'other';
  const hasMatured = maturedOn(product, subject.options.asOf) !== undefined;
  const inside = Object.entries(contains).filter(([, share]) => share > 0);
  return [
    makeReason(`products.type.${type}`, 'info', { name }),
    ...(issuer === undefined ? [] : [makeReason('products.issued-by', 'info', { issuer })]),
    ...(currency === undefined ? [] : [makeReason('products.priced-in', 'info', { currency })]),
    ...(isLiability(product) ? [] : tellClasses(product.lookThrough)),
    ...inside.map(([id, share]) => {
      const parameters = { inside: universe.byId[id]?.name ?? id, share };
      return makeReason('products.holds-product', 'info', parameters);
    }),
    ...(isLiability(product) || hasMatured ? [] : tellMinimums(subject)),
  ];
}

/** The largest first; of equal ones, in the universe's order. */
function tellClasses(lookThrough: Readonly<Record<string, number>>): readonly Reason[] {
  return Object.entries(lookThrough)
    .filter(([, share]) => share > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([name, share]) => makeReason('products.holds-class', 'info', { class: name, share }));
}

function tellMinimums({ product, options }: ExplainedProduct): readonly Reason[] {
  const { minimumPurchase, minimumAddition, maximumHolding, unitStep } = product;
  const currency = product.currency ?? options.amount?.currency;
  const money = (text: string): Amount => amountIn(currency, text);
  const minimum = money(minimumPurchase);
  return [
    ...(currency === undefined ? [makeReason('products.amounts-currency', 'info')] : []),
    minimumAddition === undefined
      ? makeReason('products.minimum-purchase', 'info', { minimum })
      : makeReason('products.minimum-purchase-and-addition', 'info', {
          minimum,
          addition: money(minimumAddition),
        }),
    ...(maximumHolding === undefined
      ? []
      : [makeReason('products.maximum-holding', 'info', { maximum: money(maximumHolding) })]),
    ...(unitStep === undefined
      ? []
      : [makeReason('products.unit-step', 'info', { units: unitStep })]),
  ];
}
