import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  analyseCashFlow,
  type CashFlowPolicy,
  type OwnTransferRule,
  type Transaction,
} from '../../../src/client/index.js';
import { expectRefusal } from '../../refusal.js';
import { wrong } from '../support.js';
import { options, row, silent } from './support.js';

const out = (id: string, fields: Partial<Transaction> = {}): Transaction =>
  row({ id, account: 'A', amount: '-100.00', ...fields });
const into = (id: string, fields: Partial<Transaction> = {}): Transaction =>
  row({ id, account: 'B', kind: 'transfer-in', amount: '100.00', ...fields });
const on = (day: number) => ({
  bookingDate: `2026-01-${String(day).padStart(2, '0')}` as '2026-01-15',
});

const analyse = (
  rows: readonly Transaction[],
  rule: OwnTransferRule = {},
  policy: Partial<CashFlowPolicy> = {},
) => analyseCashFlow(rows, { ...options, policy: { ...silent, ...policy, ownTransfers: rule } });
const pairs = (...args: Parameters<typeof analyse>) => {
  const { matched, ambiguous } = analyse(...args).ownTransfers!;
  const ids = (groups: typeof matched) => groups.map((g) => [g.outgoing, g.incoming]);
  return { matched: ids(matched), ambiguous: ids(ambiguous) };
};
const none = { matched: [], ambiguous: [] };

describe('own transfers that nobody labelled', () => {
  it('are found across accounts and eliminated', () => {
    const flow = analyse([out('1'), into('2'), into('3', { amount: '7.00' })]);
    expect(flow.incomeTotal?.amount).toBe('7.00');
    expect(flow.expenseTotal?.amount).toBe('0.00');
    expect(flow.ownTransfers).toEqual({
      matched: [
        { amount: { currency: 'CNY', amount: '100.00' }, outgoing: ['1'], incoming: ['2'] },
      ],
      ambiguous: [],
    });
  });

  it('are not looked for unless the policy asks', () => {
    const flow = analyseCashFlow([out('1'), into('2')], { ...options, policy: silent });
    expect(flow.ownTransfers).toBe(null);
    expect(flow.incomeTotal?.amount).toBe('100.00');
  });

  it.each([
    ['on one account', [out('1'), into('2', { account: 'A' })]],
    ['of different amounts', [out('1'), into('2', { amount: '100.01' })]],
    ['of different currencies', [out('1'), into('2', { currency: 'USD' })]],
    ['of one direction', [out('1'), out('2', { account: 'B' })]],
    ['without an account', [out('1'), into('2', { account: '' })]],
    ['by card', [out('1', { kind: 'card' }), into('2')]],
    ['four days apart', [out('1', on(10)), into('2', on(14))]],
  ])('are not those %s', (_, rows) => {
    const fx = { base: 'CNY', rates: { USD: '1' } } as const;
    const policy = { ...silent, ownTransfers: {} };
    expect(analyseCashFlow(rows, { ...options, fx, policy }).ownTransfers).toEqual(none);
  });

  it('may arrive days later, or be booked first where they arrive', () => {
    expect(pairs([out('1', on(10)), into('2', on(13))]).matched).toEqual([[['1'], ['2']]]);
    expect(pairs([out('1', on(13)), into('2', on(10))]).matched).toEqual([[['1'], ['2']]]);
    expect(pairs([out('1', on(10)), into('2', on(11))], { withinDays: 0 })).toEqual(none);
  });

  it('count in the month of each leg also where one lies outside the window', () => {
    const late = into('2', { bookingDate: '2026-03-01' });
    const flow = analyse([out('1', { bookingDate: '2026-02-28' }), late]);
    expect(flow.expenseTotal?.amount).toBe('0.00');
    expect(flow.ownTransfers?.matched).toHaveLength(1);
  });

  it('are reported, not guessed, where a leg is left over', () => {
    // One of the two was a payment to somebody; nobody can tell which.
    const rows = [out('1'), out('2'), into('3')];
    expect(pairs(rows)).toEqual({ matched: [], ambiguous: [[['1', '2'], ['3']]] });
    expect(analyse(rows).expenseTotal?.amount).toBe('200.00');
    expect(analyse(rows).incomeTotal?.amount).toBe('100.00');
  });

  it('are eliminated as a group where all can be paired, whoever belongs to whom', () => {
    const rows = [out('1'), out('2', on(16)), into('3', on(16)), into('4')];
    expect(pairs(rows).matched).toEqual([
      [
        ['1', '2'],
        ['4', '3'],
      ],
    ]);
    expect(analyse(rows).incomeTotal?.amount).toBe('0.00');
  });

  it('may run on from account to account', () => {
    // A to B to C: the leg into B goes with the one out of A, because it cannot go with the one out of B.
    const rows = [
      out('1', { account: 'A' }),
      into('2', { account: 'B' }),
      out('3', { account: 'B' }),
      into('4', { account: 'C' }),
    ];
    expect(pairs(rows).matched).toEqual([
      [
        ['1', '3'],
        ['2', '4'],
      ],
    ]);
  });

  it('are ambiguous where as many go out as come in, but two could only have gone to the same leg', () => {
    // 1 and 2 reach only 3, and 5 reaches 3, 4 and 6: of 4 and 6 one is left over.
    const rows = [
      out('1', on(1)),
      out('2', on(1)),
      into('3', on(3)),
      out('5', on(6)),
      into('4', on(8)),
    ];
    expect(pairs([...rows, into('6', on(9))])).toEqual({
      matched: [],
      ambiguous: [
        [
          ['1', '2', '5'],
          ['3', '4', '6'],
        ],
      ],
    });
  });

  it('with a label are settled among themselves first', () => {
    const label = { kind: 'own-transfer' } as const;
    const rows = [out('rent'), out('1', label), into('2', label)];
    expect(pairs(rows)).toEqual({ matched: [[['1'], ['2']]], ambiguous: [] });
    expect(analyse(rows).expenseTotal?.amount).toBe('100.00');
  });

  it('with a label on one side only take the other side with them', () => {
    const rows = [out('1', { kind: 'own-transfer' }), into('2')];
    expect(analyse(rows).incomeTotal?.amount).toBe('0.00');
  });

  it('are never what the policy knows to be something else', () => {
    const rows = [out('1', { text: 'rent' }), into('2', { text: 'salary' })];
    const salary = { incomes: [{ id: 'salary', match: [{ text: 'salary' }] }] };
    expect(pairs(rows, {}, salary)).toEqual(none);
    expect(pairs(rows, {}, { essentialPayments: [{ text: 'rent' }] })).toEqual(none);
    expect(pairs(rows, {}, { debtService: [{ text: 'rent' }] })).toEqual(none);
    expect(pairs(rows).matched).toHaveLength(1);
  });

  it('are not a rent paid and a salary received, whatever the amounts (telling purposes)', () => {
    const rows = [
      out('1', { amount: '-2000.00', counterparty: 'LANDLORD', purposeCode: 'RENT', ...on(10) }),
      into('2', { amount: '2000.00', counterparty: 'EMP', purposeCode: 'SALA', ...on(11) }),
    ];
    const flow = analyse(rows);
    expect(flow.ownTransfers).toEqual(none);
    expect([flow.incomeTotal?.amount, flow.expenseTotal?.amount]).toEqual(['2000.00', '2000.00']);
  });

  it('may have a purpose that says so, or nothing, or what the bank counts among these', () => {
    for (const purposeCode of ['ACCT', 'INTP', 'CASH', 'SAVG', 'OTHR', 'NOWS']) {
      expect(pairs([out('1', { purposeCode }), into('2')]).matched).toHaveLength(1);
    }
    const own = [out('1', { purposeCode: 'MOVE' }), into('2')];
    expect(pairs(own)).toEqual(none);
    expect(pairs(own, { ownPurposeCodes: ['MOVE'] }).matched).toHaveLength(1);
  });

  it.each([
    ['two other sides', { counterparty: 'LANDLORD' }, { counterparty: 'EMP' }],
    ['one other side', { counterparty: 'LANDLORD' }, {}],
    ['one other side where it arrived', {}, { counterparty: 'EMP' }],
    ['an account where it did not arrive', { counterparty: 'A' }, {}],
  ])('are ambiguous, and stay, with %s', (_, left, right) => {
    const rows = [out('1', left), into('2', right)];
    expect(pairs(rows)).toEqual({ matched: [], ambiguous: [[['1'], ['2']]] });
    expect(analyse(rows).incomeTotal?.amount).toBe('100.00');
  });

  it.each([
    ['the same other side', { counterparty: 'SELF' }, { counterparty: 'SELF' }],
    ['the account where it arrived', { counterparty: 'B' }, {}],
    ['each other’s account', { counterparty: 'B' }, { counterparty: 'A' }],
  ])('are eliminated with %s', (_, left, right) => {
    expect(pairs([out('1', left), into('2', right)]).matched).toEqual([[['1'], ['2']]]);
  });

  it.each([
    ['the other two name each other', 'B', 'A'],
    ['both name the one where it did not arrive', 'B', 'B'],
    ['both name the one that it left', 'A', 'A'],
  ])('are ambiguous on a third account where %s', (_, left, right) => {
    const third = into('2', { account: 'C', counterparty: right });
    // B has bookings too, some of them of the same amount.
    const rest = [into('3', { amount: '7.00' }), out('4', { account: 'C', ...on(28) })];
    expect(pairs([out('1', { counterparty: left }), third, ...rest])).toEqual({
      matched: [],
      ambiguous: [[['1'], ['2']]],
    });
    const rows = [out('1', { counterparty: left }), third, out('5', { account: 'C' }), into('6')];
    expect(pairs(rows).matched).toEqual([]);
  });

  it('are eliminated as a group where each can go where it says', () => {
    const rows = [
      out('1', { counterparty: 'C' }),
      out('2', { counterparty: 'B' }),
      into('3', { counterparty: 'A' }),
      into('4', { account: 'C' }),
    ];
    expect(pairs(rows).ambiguous).toEqual([]);
    expect(pairs(rows).matched).toEqual([
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ]);
  });

  it('name only own counterparties where the bank says which these are', () => {
    const rule = { ownCounterparties: ['SELF', 'IBAN-B'] };
    const rows = [out('1', { counterparty: 'IBAN-B' }), into('2', { counterparty: 'SELF' })];
    expect(pairs(rows, rule).matched).toEqual([[['1'], ['2']]]);
    const landlord = [out('1', { counterparty: 'LANDLORD' }), into('2')];
    expect(pairs(landlord, rule)).toEqual(none);
    // The landlord's is not in the way of the other two.
    const three = [out('0', { counterparty: 'LANDLORD' }), out('1'), into('2')];
    expect(pairs(three, rule).matched).toEqual([[['1'], ['2']]]);
    expect(pairs(three).matched).toEqual([[['1'], ['2']]]);
  });

  it('with a label need no counterparty to agree', () => {
    const label = { kind: 'own-transfer' } as const;
    const rows = [
      out('1', { ...label, counterparty: 'X', purposeCode: 'RENT' }),
      into('2', { ...label, counterparty: 'Y' }),
    ];
    expect(pairs(rows, { ownCounterparties: ['Z'] }).matched).toEqual([[['1'], ['2']]]);
  });

  it('are none with a category that says who was paid, but with one that only says how', () => {
    const rows = [out('1', { text: 'gym', bankTransactionCode: 'PMNT-ICDT-ESCT' }), into('2')];
    const with_ = (match: object) =>
      pairs(rows, {}, { categories: [{ category: 'c', match: wrong([match]) }] });
    for (const match of [{ text: 'gym' }, { bankTransactionCode: 'PMNT-ICDT-ESCT' }]) {
      expect(with_(match)).toEqual(none);
    }
    for (const match of [{ kind: 'payment' }, { bankTransactionCode: 'PMNT-ICDT' }]) {
      expect(with_(match).matched).toHaveLength(1);
    }
  });

  it('in a currency without a rate are eliminated, and withhold nothing', () => {
    const usd = { currency: 'USD' } as const;
    const rows = [out('1', usd), into('2', usd), out('3')];
    const flow = analyse(rows);
    expect(flow.ownTransfers?.matched).toMatchObject([{ outgoing: ['1'], incoming: ['2'] }]);
    expect(flow).toMatchObject({ completeness: 'complete', expenseTotal: { amount: '100.00' } });
    expect(flow.failures).toHaveLength(2);
  });

  it.each([
    ['a name', { ownCounterparties: 'SELF' }, 'invalid-type', 'ownCounterparties'],
    ['no name', { ownCounterparties: [''] }, 'empty', 'ownCounterparties[0]'],
    ['a number', { ownPurposeCodes: [7] }, 'invalid-type', 'ownPurposeCodes[0]'],
    ['null', { ownPurposeCodes: null }, 'missing-value', 'ownPurposeCodes'],
  ] as const)('are refused with %s', (_, rule, code, path) => {
    expectRefusal(() => analyse([], wrong(rule)), code, `options.policy.ownTransfers.${path}`);
  });

  it.each([
    ['no object', 3, 'invalid-type', 'options.policy.ownTransfers'],
    ['half a day', { withinDays: 0.5 }, 'invalid-type', 'options.policy.ownTransfers.withinDays'],
    ['days below 0', { withinDays: -1 }, 'out-of-range', 'options.policy.ownTransfers.withinDays'],
    ['two months', { withinDays: 60 }, 'out-of-range', 'options.policy.ownTransfers.withinDays'],
  ] as const)('are refused with %s', (_, rule, code, path) => {
    expectRefusal(() => analyse([], wrong(rule)), code, path);
  });

  it('agree with a search through all ways to pair, in any order of the rows', () => {
    const legs = fc.array(
      fc.record({
        day: fc.integer({ min: 1, max: 9 }),
        account: fc.constantFrom('A', 'B', 'C'),
        incoming: fc.boolean(),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(legs, fc.infiniteStream(fc.double({ noNaN: true })), (drawn, chance) => {
        const rows = drawn.map(({ day, account, incoming }, index) =>
          (incoming ? into : out)(`${index}`, { account, ...on(day) }),
        );
        const shuffled = [...rows]
          .map((value) => ({ value, at: chance.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ value }) => value);
        expect(pairs(shuffled)).toEqual(pairs(rows));
        const eliminated = new Set(pairs(rows).matched.flat(2));
        for (const group of groupsByHand(rows)) {
          const paired = canPair(group);
          for (const { id } of group) expect(eliminated.has(id)).toBe(paired);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const isOut = ({ amount }: Transaction): boolean => amount.startsWith('-');
const dayOf = ({ bookingDate }: Transaction): number => Number(bookingDate.slice(8));

function areLinked(a: Transaction, b: Transaction): boolean {
  const near = Math.abs(dayOf(a) - dayOf(b)) <= 3;
  return isOut(a) !== isOut(b) && a.account !== b.account && near;
}

/** Rows that hang together; one without a counterpart is a group of its own. */
function groupsByHand(rows: readonly Transaction[]): readonly (readonly Transaction[])[] {
  let groups: (readonly Transaction[])[] = [];
  for (const next of rows) {
    const linked = groups.filter((group) => group.some((member) => areLinked(member, next)));
    groups = [...groups.filter((group) => !linked.includes(group)), [...linked.flat(), next]];
  }
  return groups;
}

/** Tries every way to pair the first row, and then the rest. */
function canPair(rows: readonly Transaction[]): boolean {
  const [first, ...rest] = rows;
  if (first === undefined) return true;
  return rest.some(
    (other) => areLinked(first, other) && canPair(rest.filter((member) => member !== other)),
  );
}
