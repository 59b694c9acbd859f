import { describe, expect, it } from 'vitest';
import { fromMinorUnits, money, toMinorUnits } from '../../../src/money/index.js';
import { fitAmounts } from '../../../src/rebalancing/index.js';
import published from '../../fixtures/rebalancing/constraint-cases.json' with { type: 'json' };
import oracle from '../../fixtures/rebalancing/fit-lstsq.json' with { type: 'json' };
import { expectRefusal } from '../../refusal.js';

const CNY = { currency: 'CNY' } as const;

const cents = (units: number) => fromMinorUnits('CNY', BigInt(units));

function unitsOf(fit: ReturnType<typeof fitAmounts>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(fit.amounts).map(([id, amount]) => [id, Number(toMinorUnits(amount))]),
  );
}

describe('fitAmounts', () => {
  it.each(published.cases)('fits what Portfolio Performance publishes: $expected', (one) => {
    const constraints = one.constraints.map(({ coef, target }) => ({
      coefficients: coef as Readonly<Record<string, number>>,
      amount: cents(target),
    }));
    const fit = fitAmounts(constraints, CNY);
    const units = unitsOf(fit);
    const { exact, ambiguous, sum, ...amounts } = one.expected as Record<string, number | boolean>;
    expect(fit.exact).toBe(exact);
    if (ambiguous !== undefined) expect(fit.ambiguous).toBe(ambiguous);
    expect(units).toMatchObject(amounts);
    if (sum !== undefined) expect(Object.values(units).reduce((a, b) => a + b, 0)).toBe(sum);
  });

  it('gives what numpy.linalg.lstsq gives, to the cent, of any rank', () => {
    for (const { matrix, wanted, amounts, exact, ambiguous } of oracle.cases) {
      const constraints = matrix.map((row, i) => ({
        coefficients: Object.fromEntries(row.map((value, j) => [`P${j}`, value])),
        amount: cents(wanted[i]!),
      }));
      const fit = fitAmounts(constraints, CNY);
      expect(Object.values(unitsOf(fit)), JSON.stringify(matrix)).toEqual(amounts);
      expect({ exact: fit.exact, ambiguous: fit.ambiguous }).toEqual({ exact, ambiguous });
    }
  });

  it('names what the constraints leave open', () => {
    // A is fixed; B and C only together, and half of 200.00 each is the least sum of squares.
    const fit = fitAmounts(
      [
        { coefficients: { A: 1 }, amount: money('CNY', '50.00') },
        { coefficients: { C: 1, B: 1 }, amount: money('CNY', '200.00') },
      ],
      CNY,
    );
    expect(unitsOf(fit)).toEqual({ A: 5_000, B: 10_000, C: 10_000 });
    expect(fit).toMatchObject({ exact: true, ambiguous: true, undetermined: ['B', 'C'] });
  });

  it('does not let the last digit of a share decide what is open', () => {
    // 0.1 + 0.2 is not quite 0.3: the second constraint repeats the first, thrice.
    const fit = fitAmounts(
      [
        { coefficients: { A: 0.1, B: 0.2 }, amount: money('CNY', '30.00') },
        { coefficients: { A: 0.1 + 0.2, B: 0.6 }, amount: money('CNY', '90.00') },
      ],
      CNY,
    );
    expect(fit).toMatchObject({ exact: true, ambiguous: true });
    // The least A² + B² with A + 2B = 300.00: A = 60.00, B = 120.00.
    expect(unitsOf(fit)).toEqual({ A: 6_000, B: 12_000 });
  });

  it('rounds half a cent to the even one', () => {
    const half = (amount: string) =>
      unitsOf(fitAmounts([{ coefficients: { A: 2 }, amount: money('CNY', amount) }], CNY)).A;
    expect(half('0.01')).toBe(0);
    expect(half('0.03')).toBe(2);
    expect(half('-0.01')).toBe(0);
    expect(half('-0.03')).toBe(-2);
  });

  it('fits large amounts to the cent', () => {
    // Nine tenths of A and a tenth of B make 8 billion, and the other way round 2: A = 8.75 and B = 1.25 billion.
    const { amounts } = fitAmounts(
      [
        { coefficients: { A: 0.9, B: 0.1 }, amount: money('CNY', '8000000000.00') },
        { coefficients: { A: 0.1, B: 0.9 }, amount: money('CNY', '2000000000.00') },
      ],
      CNY,
    );
    expect(amounts.A?.amount).toBe('8750000000.00');
    expect(amounts.B?.amount).toBe('1250000000.00');
  });

  it('finds nothing in constraints of zeros', () => {
    const fit = fitAmounts([{ coefficients: { A: 0 }, amount: money('CNY', '1.00') }], CNY);
    expect(unitsOf(fit)).toEqual({ A: 0 });
    expect(fit).toMatchObject({ exact: false, ambiguous: true, undetermined: ['A'] });
  });

  it('does not depend on the order of constraints and products', () => {
    for (const { matrix, wanted } of oracle.cases.slice(0, 20)) {
      const constraints = matrix.map((row, i) => ({
        coefficients: Object.fromEntries(row.map((value, j) => [`P${j}`, value])),
        amount: cents(wanted[i]!),
      }));
      const turned = [...constraints].reverse().map(({ coefficients, amount }) => ({
        coefficients: Object.fromEntries(Object.entries(coefficients).reverse()),
        amount,
      }));
      expect(unitsOf(fitAmounts(turned, CNY))).toEqual(unitsOf(fitAmounts(constraints, CNY)));
    }
  });

  it('refuses constraints by path', () => {
    const ask = (constraints: unknown) => () => fitAmounts(constraints as never, CNY);
    const amount = money('CNY', '1.00');
    expectRefusal(ask(undefined), 'missing-value', 'constraints');
    expectRefusal(ask([]), 'empty', 'constraints');
    expectRefusal(ask([null]), 'missing-value', 'constraints[0]');
    expectRefusal(ask([{ coefficients: {}, amount }]), 'empty', 'constraints[0].coefficients');
    expectRefusal(
      ask([{ coefficients: { A: Number.NaN }, amount }]),
      'not-finite',
      'constraints[0].coefficients.A',
    );
    expectRefusal(ask([{ coefficients: { A: 1 } }]), 'missing-value', 'constraints[0].amount');
    expectRefusal(
      ask([{ coefficients: { A: 1 }, amount: money('USD', '1.00') }]),
      'currency-mismatch',
      'constraints[0].amount.currency',
    );
    expectRefusal(
      ask([{ coefficients: { A: 1 }, amount: money('CNY', '90071992547409.92') }]),
      'out-of-range',
      'constraints[0].amount',
    );
    expectRefusal(
      () => fitAmounts([{ coefficients: { A: 1 }, amount }], { currency: 'XYZ' as 'CNY' }),
      'unknown-currency',
      'options.currency',
    );
    expectRefusal(
      () => fitAmounts([{ coefficients: { A: 1 }, amount }], null as never),
      'missing-value',
      'options',
    );
  });
});
