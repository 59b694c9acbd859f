import { compileCalendar } from '../../../src/dates/index.js';
import type { TransitionRequest } from '../../../src/orders/index.js';
import { compileProducts, type Product } from '../../../src/products/index.js';

const TERMS: Omit<Product, 'id'> = {
  name: 'Fund',
  lookThrough: { CASH: 1 },
  issuerRisk: 'R1',
  distributorRisk: 'R1',
  annualFee: 0,
  entryFee: 0,
  minimumPurchase: '10',
  step: '0.01',
  lockUpDays: 0,
  status: 'open',
};

const calendar = compileCalendar({
  id: 'weekends',
  covers: { from: '2026-01-01', to: '2027-01-01' },
  holidays: [],
});

/** A request of products with changes to the usual terms; the first is the residual product. 2026-03-06 is a Friday. */
export function asked(
  changes: Readonly<Record<string, Partial<Product>>>,
  given: Partial<TransitionRequest<'CNY'>>,
  usual: Partial<Product> = {},
): TransitionRequest<'CNY'> {
  const rows = Object.entries(changes).map(([id, change]) => ({
    ...TERMS,
    ...usual,
    id,
    ...change,
  }));
  return {
    currency: 'CNY',
    universe: compileProducts(rows, ['CASH']),
    residualProduct: rows[0]!.id,
    amountStep: '1',
    funding: 'CURRENT',
    holdings: [],
    asOf: '2026-03-06',
    calendar,
    ...given,
  };
}
