import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileKpiCube, personalisationRecord, serviceKpis } from '../../../src/kpi/index.js';
import { expectRefusal, wrong } from '../support.js';

const proposal = {
  id: 'p-1',
  at: '2026-03-02T09:00:00+08:00',
  weights: { CASH: 0.1, BOND: 0.6, EQUITY: 0.3 },
  model: { CASH: 0.05, BOND: 0.5, EQUITY: 0.4, GOLD: 0.05 },
};
const options = { reasons: ['home-purchase', 'tax'], asOf: '2026-03-31T00:00:00+08:00' };
const judge = (change: object, terms: object = {}) =>
  personalisationRecord(wrong({ ...proposal, ...change }), wrong({ ...options, ...terms }));
const counts = (change: object, terms: object = {}) =>
  judge(change, terms).records.map(({ event }) => Object.values(event!)[0]);

describe('personalisationRecord', () => {
  it('measures how much of a proposal would have to be moved to make it the model', () => {
    // |0.05| + |0.10| + |−0.10| + |−0.05| = 0.30; half of it is 0.15.
    expect(judge({}).difference).toBe(0.15);
    expect(judge({ model: { HOUSE: 1 } }).difference).toBe(1);
    expect(judge({ model: proposal.weights }).difference).toBe(0);
  });

  it('calls personal what differs for a recorded reason', () => {
    expect(judge({ reason: 'tax' }).verdict).toBe('personal');
    expect(counts({ reason: 'tax' })).toEqual([1, 0]);
  });

  it('counts a difference without a reason apart, as a deviation', () => {
    expect(judge({}).verdict).toBe('deviation');
    expect(counts({})).toEqual([0, 1]);
  });

  it('calls a reason that changed nothing as the model is', () => {
    const same = { reason: 'tax', model: proposal.weights };
    expect(judge(same).verdict).toBe('as-model');
    expect(counts(same)).toEqual([0, 0]);
  });

  it('holds a difference of just the tolerance for none, whatever floating point makes of it', () => {
    const shifted = { weights: { A: 0.35, B: 0.65 }, model: { A: 0.3, B: 0.7 }, reason: 'tax' };
    expect(0.35 - 0.3).toBeLessThan(0.05);
    expect(0.7 - 0.65).toBeLessThan(0.05);
    expect(judge(shifted, { tolerance: 0.05 }).verdict).toBe('as-model');
    expect(judge(shifted, { tolerance: 0.0499 }).verdict).toBe('personal');
    const other = { weights: { A: 0.4, B: 0.6 }, model: { A: 0.1, B: 0.9 }, reason: 'tax' };
    expect(0.4 - 0.1).toBeGreaterThan(0.3);
    expect(judge(other, { tolerance: 0.3 }).verdict).toBe('as-model');
    expect(judge({ ...other, reason: 'tax' }, { tolerance: 0 }).verdict).toBe('personal');
  });

  it('leaves a proposal out for which there was no model', () => {
    const { verdict, difference, records } = judge({ model: null, reason: 'tax' });
    expect([verdict, difference]).toEqual(['no-model', null]);
    for (const { event } of records) expect(event).toEqual({ excluded: 'no-model' });
  });

  it('feeds both KPIs', () => {
    const { personalisedProposals, unexplainedDeviations } = serviceKpis({
      currency: 'CNY',
      minimumSample: 1,
    });
    const cube = compileKpiCube({
      kpis: [personalisedProposals, unexplainedDeviations],
      period: 'month',
      zone: 'Asia/Shanghai',
    });
    const draft = cube.init();
    const changes = [{ reason: 'tax' }, {}, { model: proposal.weights }, { model: null }];
    changes.forEach((change, i) => {
      for (const record of judge({ ...change, id: `p-${i}` }).records) cube.add(draft, record);
    });
    const { rows } = cube.result(draft);
    for (const { result } of rows) {
      expect(result).toMatchObject({ value: 1 / 3, excluded: [{ id: 'no-model', count: 1 }] });
    }
  });

  it('lets a later look correct it, in whatever order both are told', () => {
    const kpis = serviceKpis({ currency: 'CNY', minimumSample: 1 });
    const cube = compileKpiCube({
      kpis: [kpis.personalisedProposals, kpis.unexplainedDeviations],
      period: 'month',
      zone: 'Asia/Shanghai',
    });
    const first = judge({}, { asOf: '2026-03-02T09:00:00+08:00' }).records;
    const explained = judge({ reason: 'tax' }).records;
    for (const records of [
      [...first, ...explained],
      [...explained, ...first],
    ]) {
      const draft = cube.init();
      for (const record of records) cube.add(draft, record);
      const { rows, conflicting } = cube.result(draft);
      const values = rows.map(({ kpi, result }) => [kpi, (result as { value?: number }).value]);
      expect(values).toEqual([
        ['personalised-proposals', 1],
        ['unexplained-deviations', 0],
      ]);
      expect(conflicting).toEqual([]);
    }
  });

  it('does not care for the order of weights, and is the same seen from either side', () => {
    const parts = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const weights = weightsOf(a);
        const model = weightsOf(b);
        const { difference } = judge({ weights, model });
        const turned = Object.fromEntries(Object.entries(weights).reverse());
        expect(judge({ weights: turned, model }).difference).toBe(difference);
        expect(judge({ weights: model, model: weights }).difference).toBe(difference);
        expect(difference).toBeGreaterThanOrEqual(0);
        expect(difference).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it('refuses what cannot be', () => {
    const short = { CASH: 0.5, BOND: 0.4 };
    expectRefusal(() => judge({ weights: short }), 'inconsistent', 'proposal.weights');
    expectRefusal(() => judge({ model: short }), 'inconsistent', 'proposal.model');
    expectRefusal(() => judge({ model: undefined }), 'missing-value', 'proposal.model');
    const owed = { CASH: -0.1, BOND: 1.1 };
    expectRefusal(() => judge({ weights: owed }), 'out-of-range', 'proposal.weights.CASH');
    expectRefusal(() => judge({ reason: 'whim' }), 'unknown-id', 'proposal.reason');
    expectRefusal(() => judge({ reason: '' }), 'empty', 'proposal.reason');
    expectRefusal(() => judge({ at: 'March' }), 'invalid-format', 'proposal.at');
    expectRefusal(() => judge({ reasons: ['tax'] }), 'unknown-id', 'proposal.reasons');
    expectRefusal(() => judge({}, { reasons: [] }), 'empty', 'options.reasons');
    expectRefusal(() => judge({}, { asOf: undefined }), 'missing-value', 'options.asOf');
    const before = { asOf: '2026-03-02T08:59:59+08:00' };
    expectRefusal(() => judge({}, before), 'inconsistent', 'proposal.at');
    expectRefusal(() => judge({}, { tolerance: 1 }), 'out-of-range', 'options.tolerance');
  });
});

function weightsOf(parts: readonly number[]): Record<string, number> {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total === 0) return { P0: 1 };
  return Object.fromEntries(parts.map((part, i) => [`P${i}`, part / total]));
}
