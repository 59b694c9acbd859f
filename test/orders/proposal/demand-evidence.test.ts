import { describe, expect, it } from 'vitest';
import { money } from '../../../src/money/index.js';
import {
  demandEvidence,
  type EvidenceFacts,
  type EvidenceRule,
} from '../../../src/orders/index.js';
import { cny, expectRefusal, isDeeplyFrozen, planned, universeWith, wrong } from '../support.js';
import { other } from './support.js';

// P03 is rated R2; P06 is made R4 and a private fund here.
const universe = universeWith('P06', { issuerRisk: 'R4', type: 'private' });
const facts: EvidenceFacts = { universe, owners: { 'C-1': ['over-65'], 'C-2': [], 'C-3': null } };
const rule: EvidenceRule = { id: 'r', kind: 'recording', from: 'each-owner' };
const orders = [planned, other];

const found = (change: Partial<EvidenceRule>) =>
  demandEvidence(orders, facts, [{ ...rule, ...change }]).map(({ orders, owners }) => [
    orders,
    owners,
  ]);
const everyone = ['C-1', 'C-2', 'C-3'];

describe('demandEvidence', () => {
  it.each([
    ['every order without a criterion', {}, [planned.id, other.id]],
    ['a side', { sides: ['buy'] }, [planned.id, other.id]],
    ['a product', { products: ['P06'] }, [other.id]],
    // The kind of P03 is not known, so it counts.
    ['a kind of product', { types: ['bond'] }, [planned.id]],
    ['the kind of one and an unknown one', { types: ['private'] }, [planned.id, other.id]],
    ['a rating', { minimumRating: 'R4' }, [other.id]],
    ['an amount, reached to the cent', { fromAmount: cny('131225') }, [planned.id]],
    [
      'an amount in another currency, which cannot be compared',
      { fromAmount: money('USD', '9000000') },
      [planned.id, other.id],
    ],
    ['all criteria at once', { minimumRating: 'R2', fromAmount: cny('2000') }, [planned.id]],
  ] as const)('goes by %s', (_, change, ids) => {
    expect(found(change as Partial<EvidenceRule>)).toEqual([[ids, everyone]]);
  });

  it('goes by the rating of the order’s day, and by the highest where no day is said', () => {
    const rule4 = [{ ...rule, minimumRating: 'R4' }] as const;
    const rated = (issuerRisk: 'R2' | 'R5', changed: 'R2' | 'R5') => {
      const changes = [{ from: '2026-02-01', issuerRisk: changed }] as const;
      const rerated = { ...facts, universe: universeWith('P03', { issuerRisk, changes }) };
      return ['2026-01-30', '2026-03-02', undefined].map((orderOn) => {
        const days = orderOn === undefined ? {} : { orderOn, dealsOn: orderOn, settlesOn: orderOn };
        return demandEvidence([wrong({ ...planned, ...days })], rerated, rule4).length;
      });
    };
    expect(rated('R2', 'R5')).toEqual([0, 1, 1]);
    expect(rated('R5', 'R2')).toEqual([1, 0, 1]);
  });

  it('is nothing where no order meets the criteria', () => {
    expect(found({ sides: ['sell'] })).toEqual([]);
    expect(found({ fromAmount: cny('131225.01') })).toEqual([]);
  });

  it('goes by the traits of owners, and one of whom nothing is known counts', () => {
    const traits = { traits: ['over-65'] };
    expect(found(traits)).toEqual([
      [
        [planned.id, other.id],
        ['C-1', 'C-3'],
      ],
    ]);
    expect(found({ ...traits, from: 'once' })).toEqual([[[planned.id, other.id], []]]);
    const known = { universe, owners: { 'C-2': [] } };
    expect(demandEvidence(orders, known, [{ ...rule, ...traits }])).toEqual([]);
  });

  it('gives one demand for each rule, by id, with its citations', () => {
    const citation = { instrument: 'Sales policy', article: '3', verified: true };
    const rules = [
      { ...rule, id: 'z' },
      { ...rule, id: 'a', citations: [citation] },
    ];
    const demands = demandEvidence([...orders].reverse(), facts, rules);
    expect(demands.map(({ id, citations }) => [id, citations])).toEqual([
      ['a', [citation]],
      ['z', []],
    ]);
    expect(demands[0]?.orders).toEqual([planned.id, other.id]);
    expect(isDeeplyFrozen(demands)).toBe(true);
  });

  it.each([
    ['no orders', null, facts, [rule], 'missing-value', 'orders'],
    [
      'an unknown product',
      [{ ...planned, product: 'P99' }],
      facts,
      [rule],
      'unknown-id',
      'orders[0].product',
    ],
    ['no facts', orders, null, [rule], 'missing-value', 'facts'],
    ['no owners', orders, { universe }, [rule], 'missing-value', 'facts.owners'],
    ['two rules under one id', orders, facts, [rule, rule], 'duplicate-id', 'rules[1].id'],
    [
      'a rule without a kind',
      orders,
      facts,
      [{ ...rule, kind: undefined }],
      'missing-value',
      'rules[0].kind',
    ],
    [
      'an unknown rating',
      orders,
      facts,
      [{ ...rule, minimumRating: 'R9' }],
      'unknown-value',
      'rules[0].minimumRating',
    ],
    ['an empty criterion', orders, facts, [{ ...rule, traits: [] }], 'empty', 'rules[0].traits'],
  ] as const)('refuses %s', (_, list, given, rules, code, path) => {
    expectRefusal(() => demandEvidence(wrong(list), wrong(given), wrong(rules)), code, path);
  });
});
