import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/errors/index.js';
import { fromMinorUnits, money } from '../../../src/money/index.js';
import type { RebalancingAccount } from '../../../src/rebalancing/account/account.js';
import { mergeBookSummaries } from '../../../src/rebalancing/book/merge-book-summaries.js';
import { runBook } from '../../../src/rebalancing/book/run-book.js';
import type { BookSummary } from '../../../src/rebalancing/book/summary.js';
import { expectRefusal } from '../../refusal.js';
import { expectFrozen } from '../support.js';
import { account, decide, refusing, trade } from './stub.js';

function summaryOf(accounts: readonly RebalancingAccount[]): BookSummary {
  const each = runBook(accounts, decide, { ids: 'unchecked' });
  let step = each.next();
  while (step.done !== true) step = each.next();
  return step.value;
}

const amounts = fc.bigInt({ min: 1n, max: 10n ** 20n });
const trades = fc
  .record({
    side: fc.constantFrom('buy', 'sell'),
    product: fc.constantFrom('A', 'B', 'A,B'),
    amount: amounts,
    on: fc.constantFrom('2026-03-02', '2026-03-03'),
    currency: fc.constantFrom('CNY', 'JPY'),
  } as const)
  .map(({ side, product, amount, on, currency }) => {
    const local = fromMinorUnits(currency, amount);
    return trade(side, product, fromMinorUnits('CNY', amount).amount, { on, local });
  });
const accounts = fc.oneof(
  fc
    .record({
      decision: fc.constantFrom('trade', 'hold'),
      value: amounts.map((units) => fromMinorUnits('CNY', units).amount),
      consent: fc.constantFrom('needed', 'not-needed'),
      trades: fc.array(trades, { maxLength: 3 }),
      codes: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
    } as const)
    .map((answer) => account('x', answer)),
  fc.constantFrom(refusing('y', 'account.id'), refusing('z', 'account.fx')),
);

describe('mergeBookSummaries', () => {
  it('comes to what one run over all parts does, exactly, in whatever order the parts come', () => {
    fc.assert(
      fc.property(fc.array(fc.array(accounts, { maxLength: 4 }), { maxLength: 5 }), (parts) => {
        const whole = summaryOf(parts.flat());
        const summaries = parts.map(summaryOf);
        expect(mergeBookSummaries(summaries)).toEqual(whole);
        expect(mergeBookSummaries([...summaries].reverse())).toEqual(whole);
        // Through JSON, and part of the way first.
        const sent = JSON.parse(JSON.stringify(summaries)) as BookSummary[];
        const [first = whole, ...others] = sent;
        if (sent.length > 0) {
          expect(
            mergeBookSummaries([mergeBookSummaries([first]), mergeBookSummaries(others)]),
          ).toEqual(whole);
        }
      }),
    );
  });

  it('adds up by hand', () => {
    const one = summaryOf([
      account('1', {
        decision: 'trade',
        value: '100',
        trades: [trade('buy', 'A', '10')],
        codes: ['r'],
      }),
    ]);
    const other = summaryOf([
      account('2', {
        decision: 'trade',
        value: '300',
        trades: [trade('sell', 'A', '30')],
        codes: ['r'],
      }),
      refusing('3', 'account.id'),
    ]);
    const whole = mergeBookSummaries([one, other]);
    expect(whole).toMatchObject({ count: 3, traded: 2, held: 0, failed: 1 });
    // (10 + 30) / 2 / 400
    expect(whole.turnover[0]).toMatchObject({ value: money('CNY', '400'), turnover: 0.05 });
    expect(whole.products).toMatchObject([
      { product: 'A', orders: [{ net: money('CNY', '-20') }] },
    ]);
    expect(whole.reasons).toEqual([{ code: 'r', accounts: 2 }]);
    expectFrozen(whole);
  });

  it('of nothing is an empty book', () => {
    expect(mergeBookSummaries([])).toEqual(summaryOf([]));
  });

  it('refuses what is no summary, with its path', () => {
    const summary = summaryOf([
      account('1', {
        decision: 'trade',
        value: '100',
        trades: [trade('buy', 'A', '10')],
        codes: ['r'],
      }),
    ]);
    const refused = (given: unknown, code: ErrorCode, path: string) =>
      expectRefusal(() => mergeBookSummaries(given as BookSummary[]), code, path);
    refused(undefined, 'missing-value', 'summaries');
    refused([null], 'missing-value', 'summaries[0]');
    refused([summary, {}], 'missing-value', 'summaries[1].traded');
    refused([{ ...summary, held: 0.5 }], 'invalid-type', 'summaries[0].held');
    // One traded and one held are no three, and no one and a half.
    const counted = { ...summary, traded: 1, held: 1, failed: 0 };
    refused([{ ...counted, count: 3 }], 'inconsistent', 'summaries[0].count');
    refused([{ ...counted, count: 1.5 }], 'invalid-type', 'summaries[0].count');
    refused([{ ...summary, turnover: undefined }], 'missing-value', 'summaries[0].turnover');
    refused(
      [{ ...summary, faults: [{ code: 'x', accounts: 1 }] }],
      'unknown-value',
      'summaries[0].faults[0].code',
    );
    const [line] = summary.products;
    const wrong = [{ ...line, orders: [{ ...line!.orders[0], orderOn: 'today' }] }];
    refused(
      [{ ...summary, products: wrong }],
      'invalid-date',
      'summaries[0].products[0].orders[0].orderOn',
    );
    const [turnover] = summary.turnover;
    const foreign = [{ ...turnover, sales: money('USD', '1') }];
    refused(
      [{ ...summary, turnover: foreign }],
      'currency-mismatch',
      'summaries[0].turnover[0].sales.currency',
    );
  });
});
