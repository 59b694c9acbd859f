import { describe, expect, it } from 'vitest';
import {
  accumulate,
  accumulateAll,
  defineKpi,
  emptyState,
  merge,
  serviceKpis,
} from '../../src/kpi/index.js';
import { money } from '../../src/money/index.js';
import { DESCRIPTION, expectRefusal, wrong } from './support.js';

const kpis = serviceKpis({ currency: 'CNY' });

describe('accumulate', () => {
  it('leaves the old state as it is and returns a frozen one', () => {
    const empty = emptyState(kpis.satisfactionMean);
    const state = accumulate(kpis.satisfactionMean, empty, { score: 4 });
    expect(empty.data).toEqual({ counts: [0, 0, 0, 0, 0] });
    expect(state.data).toEqual({ counts: [0, 0, 0, 1, 0] });
    expect(Object.isFrozen(state)).toBe(true);
    expect(Object.isFrozen(state.data.counts)).toBe(true);
  });

  it('adds money to the cent', () => {
    let state = emptyState(kpis.organicGrowth);
    for (let i = 0; i < 10; i++) {
      state = accumulate(kpis.organicGrowth, state, { numerator: money('CNY', '0.10'), cases: 0 });
    }
    expect(state.data).toEqual({
      numerator: money('CNY', '1.00'),
      denominator: money('CNY', '0.00'),
      cases: 0,
    });
  });

  it('counts a case that is left out once, and takes nothing beside the reason', () => {
    const kpi = defineKpi({
      ...DESCRIPTION,
      kind: 'proportion',
      exclusions: [{ id: 'test', words: 'a test client' }],
    });
    const empty = emptyState(kpi);
    expect(accumulate(kpi, empty, { excluded: 'test' }).excluded).toEqual({ test: 1 });
    // Three trials would be counted as one case that is left out, and nobody would know.
    const both = wrong({ excluded: 'test', successes: 1, trials: 3 });
    expectRefusal(() => accumulate(kpi, empty, both), 'unknown-id', 'event.successes');
    const { failures } = accumulateAll(kpi, [{ excluded: 'test' }, both]);
    expect(failures.map(({ issues }) => issues[0]!.path)).toEqual(['events[1].successes']);
  });

  it('refuses events that are none, with their path', () => {
    const into =
      <E>(kpi: { readonly id: string }, event: E) =>
      () =>
        accumulate(wrong(kpi), emptyState(wrong(kpi)), wrong(event));
    expectRefusal(into(kpis.renewalRate, null), 'missing-value', 'event');
    expectRefusal(into(kpis.renewalRate, { successes: 1 }), 'missing-value', 'event.trials');
    expectRefusal(
      into(kpis.renewalRate, { successes: 2, trials: 1 }),
      'out-of-range',
      'event.successes',
    );
    expectRefusal(
      into(kpis.renewalRate, { successes: Number.NaN, trials: 1 }),
      'not-finite',
      'event.successes',
    );
    expectRefusal(into(kpis.satisfactionMean, { score: 6 }), 'out-of-range', 'event.score');
    expectRefusal(into(kpis.satisfactionMean, { score: 4.5 }), 'invalid-type', 'event.score');
    expectRefusal(
      into(kpis.satisfactionMean, { score: 4, count: -1 }),
      'out-of-range',
      'event.count',
    );
    expectRefusal(into(kpis.medianHandling, { duration: -1 }), 'out-of-range', 'event.duration');
    expectRefusal(into(kpis.medianHandling, {}), 'missing-value', 'event.duration');
    expectRefusal(into(kpis.riskF1, { truePositives: 1.5 }), 'invalid-type', 'event.truePositives');
    expectRefusal(
      into(kpis.newClientGrowth, { numerator: '3' }),
      'invalid-type',
      'event.numerator',
    );
    expectRefusal(
      into(kpis.organicGrowth, { numerator: { currency: 'USD', amount: '1.00' } }),
      'currency-mismatch',
      'event.numerator.currency',
    );
    expectRefusal(
      into(kpis.organicGrowth, { numerator: { currency: 'CNY', amount: 'x' } }),
      'invalid-format',
      'event.numerator.amount',
    );
    expectRefusal(
      into(kpis.assetGrowth, { lines: { fees: money('CNY', '1') } }),
      'unknown-id',
      'event.lines.fees',
    );
    expectRefusal(into(kpis.assetGrowth, { cases: -1 }), 'out-of-range', 'event.cases');
  });

  it('refuses the state of another KPI or version, and a damaged one', () => {
    const kpi = kpis.clientChurn;
    const state = emptyState(kpi);
    const event = { successes: 0, trials: 1 };
    const into = (changed: unknown) => () => accumulate(kpi, wrong(changed), event);
    expectRefusal(into(emptyState(kpis.renewalRate)), 'inconsistent', 'state.kpi');
    expectRefusal(into({ ...state, version: '0' }), 'inconsistent', 'state.version');
    expectRefusal(into({ ...state, kind: 'ratings' }), 'inconsistent', 'state.kind');
    expectRefusal(into({ kpi: kpi.id }), 'missing-value', 'state.version');
    expectRefusal(into({ ...state, data: null }), 'missing-value', 'state.data');
    expectRefusal(
      into({ ...state, data: { successes: 2, trials: 1 } }),
      'out-of-range',
      'state.data.successes',
    );
    expectRefusal(into(undefined), 'missing-value', 'state');
    const ratings = emptyState(kpis.satisfactionMean);
    expectRefusal(
      () =>
        accumulate(kpis.satisfactionMean, { ...ratings, data: { counts: [1, 2] } }, { score: 1 }),
      'length-mismatch',
      'state.data.counts',
    );
    const durations = emptyState(kpis.medianHandling);
    const unordered = { times: [2, 1], counts: [1, 1] };
    expectRefusal(
      () =>
        accumulate(
          kpis.medianHandling,
          { ...durations, data: { ...durations.data, closed: unordered } as never },
          { duration: 1 },
        ),
      'inconsistent',
      'state.data.closed.times[1]',
    );
    expectRefusal(into({ ...state, excluded: undefined }), 'missing-value', 'state.excluded');
    expectRefusal(into({ ...state, excluded: { test: 1 } }), 'unknown-id', 'state.excluded.test');
  });

  it('refuses counts beyond what a number holds exactly', () => {
    const full = { successes: 0, trials: Number.MAX_SAFE_INTEGER };
    const state = accumulate(kpis.clientChurn, emptyState(kpis.clientChurn), full);
    expectRefusal(
      () => accumulate(kpis.clientChurn, state, { successes: 0, trials: 1 }),
      'out-of-range',
      'state',
    );
  });
});

describe('accumulateAll', () => {
  it('names bad rows and keeps the others', () => {
    const rows = [{ score: 5 }, { score: 9 }, wrong('x'), { score: 1, count: 3 }];
    const { state, failures } = accumulateAll(kpis.satisfactionMean, rows);
    expect(state.data).toEqual({ counts: [3, 0, 0, 0, 1] });
    expect(failures.map(({ row, issues }) => [row, issues[0]?.code, issues[0]?.path])).toEqual([
      [1, 'out-of-range', 'events[1].score'],
      [2, 'invalid-type', 'events[2]'],
    ]);
  });

  it('adds to a given state', () => {
    const first = accumulateAll(kpis.medianHandling, [{ duration: 5 }]).state;
    const { state } = accumulateAll(kpis.medianHandling, [{ duration: 2 }], first);
    expect(state.data.closed).toEqual({ times: [2, 5], counts: [1, 1] });
  });

  it('refuses what is no list', () => {
    expectRefusal(() => accumulateAll(kpis.medianHandling, wrong(null)), 'missing-value', 'events');
    expectRefusal(() => accumulateAll(kpis.medianHandling, wrong({})), 'invalid-type', 'events');
  });
});

describe('merge', () => {
  it('names the side at fault', () => {
    const own = emptyState(kpis.clientChurn);
    const other = emptyState(kpis.annualisedClientChurn);
    expectRefusal(() => merge(kpis.clientChurn, other, own), 'inconsistent', 'first.kpi');
    expectRefusal(() => merge(kpis.clientChurn, own, other), 'inconsistent', 'second.kpi');
  });

  it('keeps bridge lines apart by id, even one called constructor', () => {
    const kpi = defineKpi({
      ...DESCRIPTION,
      kind: 'amount-bridge',
      currency: 'CNY',
      lines: ['constructor', 'flow'],
    });
    const part = accumulate(kpi, emptyState(kpi), { lines: { flow: money('CNY', '2.50') } });
    const whole = merge(kpi, part, part);
    expect(whole.data.lines).toEqual({
      constructor: money('CNY', '0'),
      flow: money('CNY', '5'),
    });
  });
});
