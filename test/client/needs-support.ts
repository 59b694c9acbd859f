import {
  type ActionPolicy,
  type ClientView,
  detectNeeds,
  type Goal,
  type Holding,
  type Liability,
  type Need,
  type NeedKind,
  type NeedPolicy,
  nextBestActions,
  type PlannedWithdrawal,
  type Transaction,
} from '../../src/client/index.js';
import { AS_OF, policy, view, wrong } from './support.js';

export const cny = (amount: string) => ({ currency: 'CNY' as const, amount });
export const usd = (amount: string) => ({ currency: 'USD' as const, amount });

/** A year of a salary and of a rent of 1,000: the reserve is 3 × 1,000. */
export const transactions: readonly Transaction[] = Array.from({ length: 12 }, (_, index) => {
  const month = String(((index + 2) % 12) + 1).padStart(2, '0');
  const bookingDate = wrong(`${index < 10 ? 2025 : 2026}-${month}-10`);
  return [
    { id: `s${index}`, bookingDate, kind: 'transfer-in', text: 'salary', ...cny('20000.00') },
    { id: `r${index}`, bookingDate, kind: 'payment', text: 'rent', ...cny('-1000.00') },
  ] as const;
}).flat();

export const rules: ActionPolicy = {
  ...policy,
  incomes: [{ id: 'salary', match: [{ text: 'salary' }] }],
  essentialPayments: [{ text: 'rent' }],
  contact: {
    perNeed: { contacts: 1, days: 30 },
    inAll: { contacts: 9, days: 90 },
    coolingOffDays: 180,
  },
};

export const cash: Holding = {
  id: 'CASH',
  kind: 'deposit',
  ...cny('103000.00'),
  availableInDays: 0,
};
export const home: Goal = {
  id: 'home',
  purpose: 'home',
  currency: 'CNY',
  amountToday: '100000.00',
  years: 1,
  inflation: 0,
  earmarked: '100000',
};
export const withdrawal: PlannedWithdrawal = { id: 'w', date: '2026-03-20', ...cny('90000.00') };

export interface Facts {
  readonly holdings?: readonly Holding[];
  readonly liabilities?: readonly Liability[];
  readonly goals?: readonly Goal[];
  readonly plannedWithdrawals?: readonly PlannedWithdrawal[];
}

export function client(facts: Facts): ClientView<'CNY'> {
  const { client: person, ...rest } = view;
  return {
    ...rest,
    client: { ...person, consents: { profiling: true, marketing: true } },
    transactions,
    holdings: [cash],
    liabilities: [],
    goals: [],
    ...facts,
  };
}

export const detect = (facts: Facts, change: Partial<NeedPolicy> = {}) =>
  detectNeeds(client(facts), { ...rules, ...change }, { asOf: AS_OF });
export const act = (facts: Facts, change: Partial<ActionPolicy> = {}) =>
  nextBestActions(
    client(facts),
    { ...rules, ...change },
    { contacts: [], vulnerable: false, humanReview: true },
    { asOf: AS_OF },
  );

export function need<K extends NeedKind>(
  facts: Facts,
  kind: K,
  change: Partial<NeedPolicy> = {},
): Extract<Need<'CNY'>, { kind: K }> | undefined {
  const found = detect(facts, change).needs.find((one) => one.kind === kind);
  return found as Extract<Need<'CNY'>, { kind: K }> | undefined;
}

export const missing = (facts: Facts, kind: NeedKind, change: Partial<NeedPolicy> = {}) =>
  detect(facts, change).undetermined.find((one) => one.kind === kind)?.missing;
