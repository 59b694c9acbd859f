import { describe, expect, it } from 'vitest';
import { compileProducts, type Product } from '../../../src/products/index.js';
import {
  type Selection,
  type SelectionTarget,
  selectProducts,
} from '../../../src/selection/index.js';
import choices from '../../fixtures/selection/choices.json' with { type: 'json' };

type Case = (typeof choices.drawn)[number];

const TERMS = {
  issuerRisk: 'R1',
  distributorRisk: 'R1',
  step: '0.01',
  lockUpDays: 0,
} as const;

const given = (record: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value > 0));

/** The case as the library takes it. */
function selectCase({ products, rules, classes, covariance, target }: Case) {
  const rows = products.map(({ id, annualFee, entryFee, minimum, issuer, open, lookThrough }) => ({
    ...TERMS,
    id,
    name: id,
    lookThrough,
    annualFee,
    entryFee,
    minimumPurchase: String(minimum),
    issuer,
    status: open ? 'open' : 'closed',
  }));
  const by = (field: 'held' | 'locked' | 'cap') =>
    Object.fromEntries(products.map((product) => [product.id, product[field]]));
  return selectProducts(
    target as unknown as SelectionTarget,
    compileProducts(rows as unknown as readonly Product[], classes),
    {
      level: 'C1',
      covariance,
      amount: { currency: 'CNY', amount: `${rules.amount}.00` },
      maxWeightOfProduct: by('cap'),
      maxWeightPerIssuer: rules.issuerCap,
      groups: rules.groups,
      minWeightPerProduct: rules.minWeight,
      maxProducts: rules.maxProducts,
      ...(rules.minProducts > 0 ? { minProducts: rules.minProducts } : {}),
      current: given(by('held')),
      locked: given(by('locked')),
      costAversion: rules.aversion,
      horizonYears: rules.years,
    },
  );
}

/** Annual fees, and entry fees e / (1 + e) of what is bought, spread over the years. */
const yearlyCostOf = ({ products, rules }: Case, { weights, kept }: Selection): number =>
  products.reduce((sum, { id, annualFee, entryFee }) => {
    const weight = weights[id] ?? 0;
    const entry = ((weight - (kept[id] ?? 0)) * entryFee) / (1 + entryFee);
    return sum + weight * annualFee + entry / rules.years;
  }, 0);

const cases = choices.drawn.map((one) => [one.name, one] as const);

describe('under rules that need choices, the best fit that enumeration finds', () => {
  it.each(cases)('is found: %s', (_, one) => {
    const { expected } = one;
    const result = selectCase(one);
    if (expected === null) {
      expect(['empty', 'infeasible']).toContain(result.status);
      return;
    }
    expect(result.status).toBe('selected');
    if (result.status !== 'selected') return;
    expect(Math.abs(result.certificate.objective - expected.objective)).toBeLessThan(1e-9);
    expect(result.certificate.gap).toBeLessThan(1e-14);
    expect(result.certificate.trackingGap).toBeLessThan(1e-11);
    expect(result.certificate.primal).toBeLessThan(1e-11);
    const broken = result.reasons.some(({ code }) => code === 'selection.range-not-kept');
    expect(broken).toBe(!expected.rangesKept);
    if (!expected.exact) return;
    expect(Math.abs(yearlyCostOf(one, result) - expected.yearlyCost!)).toBeLessThan(1e-9);
  });
});
