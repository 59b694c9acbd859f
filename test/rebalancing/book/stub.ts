import { AptfolioError, type Issue, makeIssue } from '../../../src/errors/index.js';
import { makeReason } from '../../../src/evidence/index.js';
import { type CurrencyCode, money } from '../../../src/money/index.js';
import type { RebalancingAccount } from '../../../src/rebalancing/account/account.js';
import type { Rebalancing } from '../../../src/rebalancing/result/result.js';
import type { Trade } from '../../../src/rebalancing/result/trade.js';

/** An account that carries its own answer, so that a book can be tested without deciding anything. */
export interface StubAccount extends RebalancingAccount {
  readonly answer:
    | { readonly refuse: readonly Issue[] }
    | { readonly crash: Error }
    | {
        readonly decision: 'trade' | 'hold';
        readonly value: string;
        readonly consent?: 'needed' | 'not-needed';
        readonly trades?: readonly Trade[];
        readonly codes?: readonly string[];
        readonly notTraded?: readonly string[];
      };
}

export const trade = (
  side: 'buy' | 'sell',
  product: string,
  amount: string,
  more: { on?: Trade['orderOn']; local?: Trade['local']; codes?: readonly string[] } = {},
): Trade =>
  ({
    product,
    side,
    amount: money('CNY', amount),
    local: more.local ?? money('CNY', amount),
    orderOn: more.on ?? '2026-03-02',
    reasons: (more.codes ?? []).map((code) => makeReason(code, 'info')),
  }) as unknown as Trade;

export const account = (
  id: string,
  answer: StubAccount['answer'],
  currency: CurrencyCode = 'CNY',
): StubAccount => ({ id, currency, positions: [], target: {}, answer });

export const refusing = (id: string, ...paths: readonly string[]): StubAccount =>
  account(id, {
    refuse: paths.map((path) => makeIssue('out-of-range', path, 'a price above 0', '0')),
  });

export const holding = (id: string, value = '100'): StubAccount =>
  account(id, { decision: 'hold', value });

export function decide(given: RebalancingAccount): Rebalancing {
  const { answer, id, currency } = given as StubAccount;
  if ('refuse' in answer) throw new AptfolioError(answer.refuse);
  if ('crash' in answer) throw answer.crash;
  const reasons = (codes: readonly string[] = []) => codes.map((code) => makeReason(code, 'info'));
  return {
    account: id,
    decision: answer.decision,
    value: money(currency, answer.value),
    consent: answer.consent ?? 'not-needed',
    trades: answer.trades ?? [],
    notTraded: (answer.notTraded ?? []).map((code) => ({ reasons: reasons([code]) })),
    outOfReach: [],
    reasons: reasons(answer.codes),
  } as unknown as Rebalancing;
}
