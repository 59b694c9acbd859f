import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  diffProposals,
  makeProposal,
  type OrderProposal,
  reviseProposal,
  verifyProposals,
} from '../../../src/orders/index.js';
import { cny, expectRefusal, isDeeplyFrozen, planned, wrong } from '../support.js';
import { input, other, proposal } from './support.js';

const days = { asOf: '2026-03-04', validUntil: '2026-03-11' } as const;

/** RFC 8785 of plain data without numbers beyond whole ones: keys in alphabetical order, no space. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

describe('makeProposal', () => {
  it('hashes everything else in it', () => {
    const { hash, ...content } = proposal;
    expect(hash).toBe(createHash('sha256').update(canonical(content), 'utf8').digest('hex'));
    expect(content).toMatchObject({ format: 'aptfolio-proposal/1', version: 1, supersedes: null });
    expect(isDeeplyFrozen(proposal)).toBe(true);
  });

  it('covers the days of its orders, each of them', () => {
    const days = { orderOn: '2026-03-03', dealsOn: '2026-03-03', settlesOn: '2026-03-04' } as const;
    const on = (change: object) =>
      makeProposal({ ...input, orders: [planned, { ...other, ...days, ...change }] });
    expect(on({}).orders[1]).toMatchObject(days);
    const hashes = [
      proposal,
      on({}),
      on({ orderOn: '2026-03-02' }),
      on({ dealsOn: '2026-03-04' }),
      on({ settlesOn: '2026-03-05' }),
    ].map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(5);
  });

  it('does not depend on the order of rows or on fields that do not belong to it', () => {
    const { orders, owners, evidence = [] } = input;
    const turned = {
      ...input,
      orders: [...orders].reverse().map((order) => ({ ...order, solicited: true })),
      owners: [...owners].reverse(),
      evidence: [...evidence].reverse(),
    };
    expect(makeProposal(turned)).toEqual(proposal);
  });

  it.each([
    ['order', { orders: [planned], evidence: [] }],
    ['cent', { orders: [planned, { ...other, gross: cny('1000.01'), net: cny('1000.01') }] }],
    ['day', { orders: [planned, { ...other, orderOn: '2026-03-03' }] }],
    ['owner', { owners: [{ id: 'C-1' }, { id: 'C-2' }] }],
    ['cost', { costs: { entry: '78.70', years: [1, 2] } }],
    ['document', { documents: [{ id: 'D-1', hash: 'b'.repeat(64) }] }],
    ['demand', { evidence: [] }],
    ['last day', { validUntil: '2026-03-10' }],
    ['id', { id: 'PR-2' }],
  ] as const)('has another hash with another %s', (_, change) => {
    expect(makeProposal({ ...input, ...change }).hash).not.toBe(proposal.hash);
  });

  it.each([
    ['nothing', null, 'missing-value', 'input'],
    ['no orders', { ...input, orders: [] }, 'empty', 'input.orders'],
    [
      'an order twice',
      { ...input, orders: [planned, planned] },
      'duplicate-id',
      'input.orders[1].id',
    ],
    [
      'a malformed order',
      { ...input, orders: [{ ...planned, net: cny('1') }] },
      'inconsistent',
      'input.orders[0].net',
    ],
    ['no owners', { ...input, owners: [] }, 'empty', 'input.owners'],
    [
      'a minor for whom nobody acts',
      { ...input, evidence: [], owners: [{ id: 'C-1', onlyRepresented: true }] },
      'missing-value',
      'input.owners[0].representatives',
    ],
    [
      'a minor for whom only the minor acts',
      {
        ...input,
        evidence: [],
        owners: [{ id: 'C-1', representatives: ['C-1'], onlyRepresented: true }],
      },
      'inconsistent',
      'input.owners[0].representatives',
    ],
    [
      'a document without a hash',
      { ...input, documents: [{ id: 'D', hash: 'x' }] },
      'invalid-format',
      'input.documents[0].hash',
    ],
    [
      'a demand on an unknown order',
      { ...input, evidence: [{ ...input.evidence![0], orders: ['P9'] }] },
      'unknown-id',
      'input.evidence[0].orders',
    ],
    [
      'a demand on an unknown owner',
      { ...input, evidence: [{ ...input.evidence![0], owners: ['C-9'] }] },
      'unknown-id',
      'input.evidence[0].owners',
    ],
    [
      'costs that are no plain data',
      { ...input, costs: { rate: Number.NaN } },
      'not-finite',
      'input.costs.rate',
    ],
    ['costs that are a number', { ...input, costs: 5 }, 'invalid-type', 'input.costs'],
    ['a day that does not exist', { ...input, asOf: '2026-02-30' }, 'invalid-date', 'input.asOf'],
    [
      'a last day before the first',
      { ...input, validUntil: '2026-03-01' },
      'inconsistent',
      'input.validUntil',
    ],
    ['version 0', { ...input, version: 0 }, 'out-of-range', 'input.version'],
    ['version 2 of nothing', { ...input, version: 2 }, 'missing-value', 'input.supersedes'],
    [
      'a first version of something',
      { ...input, supersedes: 'a'.repeat(64) },
      'inconsistent',
      'input.supersedes',
    ],
  ] as const)('refuses %s', (_, given, code, path) => {
    expectRefusal(() => makeProposal(wrong(given)), code, path);
  });
});

describe('reviseProposal', () => {
  it('keeps what is not named and is chained to the version before', () => {
    const second = reviseProposal(proposal, { documents: [], ...days });
    expect(second).toMatchObject({ ...days, version: 2, supersedes: proposal.hash, documents: [] });
    expect(second.orders).toEqual(proposal.orders);
    expect(second.costs).toEqual(proposal.costs);
    const rest = { version: 2, supersedes: proposal.hash, documents: [], ...days };
    expect(makeProposal({ ...input, ...rest })).toEqual(second);
  });

  it('does not keep the costs of other orders', () => {
    const orders = { orders: [planned], evidence: [], ...days };
    const path = 'revision.costs';
    expectRefusal(() => reviseProposal(proposal, orders), 'missing-value', path);
    expect('costs' in reviseProposal(proposal, { ...orders, costs: null })).toBe(false);
    expect(reviseProposal(proposal, { ...orders, costs: { entry: '1' } }).costs).toEqual({
      entry: '1',
    });
  });

  it.each([
    ['nothing before it', null, days, 'missing-value', 'previous'],
    [
      'an altered version before it',
      { ...proposal, validUntil: '2027-03-09' },
      days,
      'invalid-record',
      'previous',
    ],
    [
      'a day before that of the version before',
      proposal,
      { ...days, asOf: '2026-03-01' },
      'inconsistent',
      'revision.asOf',
    ],
    ['no days', proposal, {}, 'missing-value', 'revision.asOf'],
  ] as const)('refuses %s', (_, previous, revision, code, path) => {
    expectRefusal(() => reviseProposal(wrong(previous), wrong(revision)), code, path);
  });
});

describe('verifyProposals', () => {
  const second = reviseProposal(proposal, days);
  const third = reviseProposal(second, days);

  it('follows the chain through storage', () => {
    const stored = JSON.parse(JSON.stringify([proposal, second, third])) as OrderProposal[];
    expect(verifyProposals(stored)).toEqual({ status: 'verified' });
    expect(verifyProposals([second, third])).toEqual({ status: 'verified' });
    expectRefusal(() => verifyProposals([]), 'empty', 'versions');
    expectRefusal(() => verifyProposals([{}] as never), 'missing-value', 'versions[0].version');
  });

  it('names the version that was altered or does not follow', () => {
    expect(verifyProposals([proposal, { ...second, documents: [] }, third])).toEqual({
      ...{ status: 'altered', version: 2 },
      expected: makeProposal({
        ...input,
        ...days,
        documents: [],
        version: 2,
        supersedes: proposal.hash,
      }).hash,
    });
    expect(verifyProposals([proposal, third])).toEqual({ status: 'broken', version: 3 });
    const forked = reviseProposal(proposal, { ...days, documents: [] });
    expect(verifyProposals([forked, third])).toEqual({ status: 'broken', version: 3 });
  });
});

describe('diffProposals', () => {
  it('is empty for the same content', () => {
    expect(diffProposals(proposal, proposal)).toEqual({ orders: [], parts: [], reasons: [] });
  });

  it('names what was added, removed and changed, with the amounts', () => {
    const added = {
      ...other,
      id: 'plan/P04/1',
      product: 'P04',
      gross: cny('500'),
      net: cny('500'),
    };
    const changed = { ...planned, gross: cny('131125'), net: cny('131046.31'), day: 1 };
    const orders = [changed, added];
    const after = reviseProposal(proposal, { orders, costs: null, evidence: [], ...days });
    const difference = diffProposals(proposal, after);
    expect(difference.orders).toEqual(
      [
        {
          id: planned.id,
          change: 'changed',
          before: planned,
          after: changed,
          fields: ['day', 'gross', 'net'],
          amount: cny('-100'),
        },
        { id: added.id, change: 'added', after: added, fields: [], amount: cny('500') },
        { id: other.id, change: 'removed', before: other, fields: [], amount: cny('-1000') },
      ].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    expect(difference.parts).toEqual(['costs', 'evidence', 'validity']);
    expect(difference.reasons.map(({ code }) => code)).toEqual([
      'orders.proposal-order-changed',
      'orders.proposal-order-terms-changed',
      'orders.proposal-order-added',
      'orders.proposal-order-removed',
      'orders.proposal-costs-changed',
      'orders.proposal-evidence-changed',
      'orders.proposal-validity-changed',
    ]);
    expect(isDeeplyFrozen(difference)).toBe(true);
  });

  it('is the same backwards, with the signs turned', () => {
    const less = { ...planned, gross: cny('131125'), net: cny('131046.31') };
    const after = reviseProposal(proposal, { orders: [less], costs: null, evidence: [], ...days });
    const amounts = (a: OrderProposal, b: OrderProposal) =>
      diffProposals(a, b).orders.map(({ amount }) => amount?.amount);
    expect(amounts(proposal, after)).toEqual(['-100.00', '-1000.00']);
    expect(amounts(after, proposal)).toEqual(['100.00', '1000.00']);
  });

  it('refuses a version that was altered', () => {
    const altered = { ...proposal, validUntil: '2027-03-09' } as const;
    expectRefusal(() => diffProposals(altered, proposal), 'invalid-record', 'before');
    expectRefusal(() => diffProposals(proposal, altered), 'invalid-record', 'after');
  });
});
