import { AptfolioError, checkInteger, checkText } from '../../errors/index.js';
import { checkCurrency } from '../../money/index.js';
import type { Product } from '../product.js';
import { checkPurchaseRule } from '../purchase-terms.js';
import { checkPositiveAmount, compareAmounts } from './check-amount.js';
import { checkContents, type KnownContents } from './check-contents.js';
import { checkDealing } from './check-dealing.js';
import { checkFeeSums } from './check-fee-sums.js';
import { checkFees } from './check-fees.js';
import { type FieldCheck, numberIn, textsOf } from './check-fields.js';
import { checkIssuerReturns } from './check-issuer-returns.js';
import { checkChanges, checkState } from './check-state.js';
import { checkTargetCriteria } from './check-target-criteria.js';

/** Checks a row of a bank's product file and returns a frozen copy; further fields of the bank's own are kept. */
export function checkProduct(row: Product, path: string, known: KnownContents): Product {
  checkText(row.name, `${path}.name`);
  const state = checkState(row, path);
  checkPurchaseRule(row, path);
  const lockUpDays = checkInteger(row.lockUpDays, `${path}.lockUpDays`, { min: 0 });
  const contents = checkContents(row, path, known);
  const product: Product = {
    ...row,
    ...state,
    lockUpDays,
    ...contents,
    ...checkOptionalFields(row, path),
  };
  checkLimits(product, path);
  checkFeeSums(product, path);
  return Object.freeze(product);
}

type OptionalField = Exclude<
  {
    [K in keyof Product]-?: Record<never, never> extends Pick<Product, K> ? K : never;
  }[keyof Product],
  'contains' | 'currencies' | 'issuers'
>;

/** Every field that a row may leave out, but for its contents. */
const OPTIONAL: { readonly [K in OptionalField]: FieldCheck<Product[K]> } = {
  type: (value, path) => checkText(value, path, 100),
  currency: checkCurrency,
  issuer: (value, path) => checkText(value, path),
  leverage: numberIn({ min: 1, max: 1000 }),
  changes: checkChanges,
  minimumAddition: checkPositiveAmount,
  minimumRedemption: checkPositiveAmount,
  minimumHolding: checkPositiveAmount,
  unitStep: checkPositiveAmount,
  maximumHolding: checkPositiveAmount,
  fees: checkFees,
  dealing: checkDealing,
  targetMarket: checkTargetCriteria,
  issuerReturns: checkIssuerReturns,
  documents: textsOf(0),
};

const OPTIONAL_NAMES = Object.keys(OPTIONAL) as readonly OptionalField[];

function checkOptionalFields(row: Product, path: string): Partial<Product> {
  const checked: Partial<Record<OptionalField, unknown>> = {};
  for (const name of OPTIONAL_NAMES) {
    if (row[name] !== undefined) checked[name] = OPTIONAL[name](row[name], `${path}.${name}`);
  }
  return checked as Partial<Product>;
}

/** Refuses limits between which nothing can be held. */
function checkLimits(product: Product, path: string): void {
  const { maximumHolding: most } = product;
  if (most === undefined) return;
  for (const name of ['minimumPurchase', 'minimumHolding', 'minimumRedemption'] as const) {
    const least = product[name];
    if (least === undefined || compareAmounts(most, least) >= 0) continue;
    const expected = `at least ${name}, ${least}`;
    throw new AptfolioError('inconsistent', `${path}.maximumHolding`, expected, most);
  }
}
