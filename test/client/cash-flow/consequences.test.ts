import { describe, expect, it } from 'vitest';
import { advise } from '../../../src/advice/index.js';
import {
  type ClientView,
  detectNeeds,
  profileClient,
  type Transaction,
} from '../../../src/client/index.js';
import { reference, request } from '../../advice/support.js';
import { AS_OF, policy, view, wrong } from '../support.js';

const given = view.transactions!;
const withRows = (rows: readonly unknown[]): ClientView<'CNY'> => ({
  ...view,
  transactions: wrong(rows),
});
const detect = (rows: readonly unknown[], more: object = {}) =>
  detectNeeds(withRows(rows), { ...policy, ...more }, { asOf: AS_OF });
const yen = (text: string) =>
  given.map((row) => (row.text === text ? { ...row, currency: 'JPY', amount: '-400' } : row));

describe('what rests on bookings that could not be used', () => {
  it('is undetermined, and names the rate', () => {
    const { needs, undetermined } = detect(yen('mortgage'));
    expect(needs.filter(({ kind }) => kind === 'idle-cash' || kind === 'reserve-gap')).toEqual([]);
    expect(undetermined.map(({ kind, missing }) => [kind, missing])).toEqual(
      expect.arrayContaining([
        ['reserve-gap', ['fx.JPY']],
        ['idle-cash', ['fx.JPY']],
      ]),
    );
    const goal = needs.find(({ kind }) => kind === 'goal');
    expect(goal).toMatchObject({ present: null, required: null });
  });

  it('names the bookings where it is they that are broken', () => {
    const { undetermined } = detect([...given, null]);
    expect(undetermined.find(({ kind }) => kind === 'idle-cash')?.missing).toEqual([
      'transactions',
    ]);
  });

  it('stays where they have no part in it', () => {
    const usual = detect(given).needs.find(({ kind }) => kind === 'idle-cash');
    const investing = given.find(({ kind }) => kind === 'investment')!;
    const found = detect([...given, { ...investing, id: 'x', amount: '?' }]);
    expect(found.needs.find(({ kind }) => kind === 'idle-cash')).toEqual(usual);
  });

  it('waits for the incomes where they decide how long the reserve must last', () => {
    const salaried = given.filter(({ text }) => text !== 'freelance');
    const salary = salaried.find(({ text }) => text === 'salary')!;
    const broken = [...salaried, { ...salary, id: 'x', amount: '?' }];
    const missing = (rows: readonly unknown[], more = {}) =>
      detect(rows, more).undetermined.find(({ kind }) => kind === 'idle-cash')?.missing;
    expect(missing(salaried)).toBe(undefined);
    expect(missing(broken)).toEqual(['transactions']);
    // One irregular income decides it, whatever the others are; so does a policy that makes no difference.
    expect(missing([...given, broken.at(-1)])).toBe(undefined);
    const same = { reserveMonths: { regularIncome: 6, irregularIncome: 6 } };
    expect(missing(broken, same)).toBe(undefined);
  });

  it('is no idle cash of somebody whose spending was never seen', () => {
    const { needs, undetermined } = detect(given.filter(({ kind }) => kind === 'transfer-in'));
    expect(needs.some(({ kind }) => kind === 'idle-cash')).toBe(false);
    expect(undetermined.find(({ kind }) => kind === 'idle-cash')?.missing).toEqual([
      'essentialMonthly',
    ]);
  });

  it('contradicts no stated income, and replaces none', () => {
    const salary = given.find(({ text }) => text === 'salary')!;
    const broken = { ...salary, id: 'x', currency: 'JPY' as const, amount: '400' };
    const statements = { annualIncome: { currency: 'CNY', amount: '9000000.00' } } as const;
    const codes = (rows: readonly Transaction[]) =>
      profileClient({ ...withRows(rows), statements }, policy, { asOf: AS_OF }).contradictions.map(
        ({ reason }) => reason.code,
      );
    expect(codes(given)).toContain('client.income-stated-otherwise');
    expect(codes([...given, broken])).not.toContain('client.income-stated-otherwise');
    const rules = { protection: { illness: { incomeYears: 2 } } };
    const covered = { ...withRows([...given, broken]), cover: [] };
    const found = detectNeeds(covered, { ...policy, ...rules }, { asOf: AS_OF });
    expect(found.undetermined.find(({ kind }) => kind === 'protection-gap')?.missing).toContain(
      'fx.JPY',
    );
  });

  it('keeps advice from investing', () => {
    const transactions = yen('mortgage') as readonly Transaction[];
    const changed = { ...request, view: { ...request.view, transactions } };
    const { outcome } = advise(changed, reference, { asOf: AS_OF });
    expect(outcome).toMatchObject({ status: 'incomplete', step: 'needs' });
    expect(outcome.needs?.undetermined.flatMap(({ missing }) => missing)).toContain('fx.JPY');
    expect(advise(request, reference, { asOf: AS_OF }).outcome.status).toBe('proposed');
  });
});

describe('own transfers that a profile eliminates', () => {
  // A transfer on the 5th of each of fourteen months, two of them before the window.
  const moved = Array.from({ length: 14 }, (_, index) => {
    const month = 2025 * 12 + index;
    const [year, number] = [Math.floor(month / 12), (month % 12) + 1];
    const bookingDate = `${year}-${String(number).padStart(2, '0')}-05` as '2026-01-05';
    const leg = { bookingDate, currency: 'CNY', text: 'savings' } as const;
    return [
      { ...leg, id: `out-${index}`, kind: 'payment', amount: '-900.00', account: 'A' },
      { ...leg, id: `in-${index}`, kind: 'transfer-in', amount: '900.00', account: 'B' },
    ] as const;
  }).flat();
  const streams = (more: object) =>
    profileClient(withRows([...given, ...moved]), { ...policy, ...more }, { asOf: AS_OF })
      .recurring.filter(({ text }) => text === 'savings')
      .map(({ direction }) => direction);

  it('are no recurring streams, also before the window', () => {
    expect(streams({})).toHaveLength(2);
    expect(streams({ ownTransfers: {} })).toEqual([]);
  });
});
