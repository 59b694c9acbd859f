import { describe, expectTypeOf, it } from 'vitest';
import {
  analyseCashFlow,
  balanceSheet,
  type ClientProfile,
  type Need,
  profileClient,
  type RequiredReturn,
  requiredReturn,
  type Transaction,
} from '../../src/client/index.js';
import type { Money } from '../../src/money/index.js';
import { policy, view } from './support.js';

const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;

describe('client types', () => {
  it('carry the base currency through', () => {
    const profile = profileClient(view, policy, { asOf: '2026-03-02' });
    expectTypeOf(profile).toEqualTypeOf<ClientProfile<'CNY'>>();
    expectTypeOf(profile.cashFlow.incomeTotal).toEqualTypeOf<Money<'CNY'> | null>();
  });

  it('make the reader look at the status before a total', () => {
    const sheet = balanceSheet([], [], { base: 'CNY', rates: {} });
    // @ts-expect-error a rate may be missing
    sheet.financialAssets;
    if (sheet.status === 'complete') {
      expectTypeOf(sheet.financialAssets).toEqualTypeOf<Money<'CNY'>>();
    }
  });

  it('do not let a currency of the plan differ from another', () => {
    const plan = { present: cny('1'), monthlyContribution: cny('1'), years: 1, target: cny('2') };
    requiredReturn<'CNY'>(plan);
    // @ts-expect-error dollars beside yuan
    requiredReturn<'CNY'>({ ...plan, target: { currency: 'USD', amount: '2' } });
  });

  it('know a return only where one was found', () => {
    const result = requiredReturn({
      present: cny('1'),
      monthlyContribution: cny('1'),
      years: 1,
      target: cny('2'),
    }) as RequiredReturn<'CNY'>;
    // @ts-expect-error it may be met already
    result.requiredReturn;
    if (result.status === 'already-met') expectTypeOf(result.surplus).toEqualTypeOf<Money<'CNY'>>();
  });

  it('tell needs apart by kind', () => {
    const tell = (need: Need<'CNY'>): number | undefined => {
      expectTypeOf(need.rank).toEqualTypeOf<number>();
      if (need.kind === 'concentration') return need.limit;
      // @ts-expect-error only a concentration has a limit
      return need.limit;
    };
    expectTypeOf(tell).returns.toEqualTypeOf<number | undefined>();
  });

  it('refuse a kind or a date of another form', () => {
    const row = { id: 'a', bookingDate: '2026-01-01', kind: 'card', ...cny('-1.00') } as const;
    analyseCashFlow([row], { asOf: '2026-03-02' });
    // @ts-expect-error no such kind
    const gift: Transaction = { ...row, kind: 'gift' };
    // @ts-expect-error a day is written with hyphens
    const slashed: Transaction = { ...row, bookingDate: '2026/01/01' };
    expectTypeOf([gift, slashed]).toEqualTypeOf<Transaction[]>();
  });
});
