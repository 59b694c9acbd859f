import { describe, expect, it } from 'vitest';
import { destinationOf } from '../../../src/rebalancing/destination/destination-of.js';
import { compileBands } from '../../../src/rebalancing/drift/compile-bands.js';
import { compileGroups } from '../../../src/rebalancing/drift/compile-groups.js';
import { driftOf } from '../../../src/rebalancing/drift/drift-of.js';
import type { BandRules, Bands } from '../../../src/rebalancing/policy/bands.js';
import type {
  ClassGroup,
  PlainDestination,
  Scope,
} from '../../../src/rebalancing/policy/policy.js';
import published from '../../fixtures/rebalancing/published-rules.json' with { type: 'json' };

type Weights = Readonly<Record<string, number>>;

const TARGET: PlainDestination = { kind: 'target' };
const EDGE: PlainDestination = { kind: 'edge' };
const WHOLE: Scope = { kind: 'whole' };
const BREACHED: Scope = { kind: 'breached' };

interface Setting {
  readonly bands: BandRules | Bands;
  readonly groups?: readonly ClassGroup[];
  readonly destination: PlainDestination;
  readonly scope: Scope;
}

function destination(current: Weights, target: Weights, setting: Setting): Weights {
  const groups = compileGroups(setting.groups ?? [], 'groups');
  const bands = compileBands(setting.bands, 'bands', { groups });
  const maps = [new Map(Object.entries(current)), new Map(Object.entries(target))] as const;
  const drift = driftOf(...maps, bands, new Set());
  return Object.fromEntries(destinationOf(drift, setting.destination, setting.scope));
}

function expectWeights(actual: Weights, expected: Weights): void {
  expect(Object.keys(actual).sort()).toEqual(Object.keys(expected).sort());
  for (const [id, weight] of Object.entries(expected)) {
    expect(actual[id], id).toBeCloseTo(weight, 11);
  }
}

describe('destinationOf as published', () => {
  const { daryanani, vanguard_200_175: vanguard } = published;

  it.each([
    [0.73, daryanani.above_72_rebalance_to],
    [0.47, daryanani.below_48_rebalance_to],
  ])(
    'goes half-way back from %d, as Daryanani does, and leaves what is within its band',
    (from, to) => {
      const bands = {
        default: { absolute: 0.5 },
        byId: { stock: { relative: daryanani.relative_band } },
      };
      const half = { kind: 'fraction', ofBand: daryanani.tolerance_fraction } as const;
      const rest = 1 - daryanani.target;
      const target = { stock: daryanani.target, bond: rest / 2, other: rest / 2 };
      const current = { stock: from, bond: (1 - from) / 2, other: (1 - from) / 2 };
      for (const scope of [WHOLE, BREACHED]) {
        const weights = destination(current, target, { bands, destination: half, scope });
        expectWeights(weights, { stock: to, bond: (1 - to) / 2, other: (1 - to) / 2 });
      }
    },
  );

  it("acts at Vanguard's 200 and stops at 175 basis points from the target", () => {
    const bands = { absolute: vanguard.trigger_bps / 10_000, at: 'reached' } as const;
    const inner = { kind: 'inner', drift: vanguard.destination_bps / 10_000 } as const;
    const target = { stock: 0.6, bond: 0.4 };
    for (const scope of [WHOLE, BREACHED]) {
      const setting = { bands, destination: inner, scope };
      const at = (stock: number) => destination({ stock, bond: 1 - stock }, target, setting);
      expectWeights(at(0.62), { stock: 0.6175, bond: 0.3825 });
      expectWeights(at(0.58), { stock: 0.5825, bond: 0.4175 });
    }
  });
});

describe('destinationOf for the whole account', () => {
  const bands = { absolute: 0.05 };
  const target = { a: 0.5, b: 0.3, c: 0.2 };

  it('goes to the target', () => {
    const setting = { bands, destination: TARGET, scope: WHOLE };
    expect(destination({ a: 0.6, b: 0.25, c: 0.15 }, target, setting)).toEqual(target);
  });

  it('goes the same part of the way with everything, no further than it must', () => {
    // a may keep 5 of 10 points, so that half of every drift remains.
    const setting = { bands, destination: EDGE, scope: WHOLE };
    const weights = destination({ a: 0.6, b: 0.26, c: 0.14 }, target, setting);
    expectWeights(weights, { a: 0.55, b: 0.28, c: 0.17 });
  });

  it('stays where everything is within its zone', () => {
    const current = { a: 0.54, b: 0.27, c: 0.19 };
    const setting = { bands, destination: EDGE, scope: WHOLE };
    expectWeights(destination(current, target, setting), current);
  });

  it('invests free money where it helps, and moves no further than that', () => {
    // b lacks 4 and c 6 points: 8 points of money go 3.2 and 4.8.
    const current = { a: 0.52, b: 0.26, c: 0.14, cash: 0.08 };
    const setting = { bands, destination: EDGE, scope: WHOLE };
    const weights = destination(current, target, setting);
    expectWeights(weights, { a: 0.52, b: 0.292, c: 0.188, cash: 0 });
  });

  it('raises missing money from what is above its target', () => {
    // a has 6 points too many and b 2: 4 missing points come 3 and 1.
    const current = { a: 0.56, b: 0.32, c: 0.16, cash: -0.04 };
    const setting = { bands, destination: EDGE, scope: WHOLE };
    const weights = destination(current, target, setting);
    expectWeights(weights, { a: 0.53, b: 0.31, c: 0.16, cash: 0 });
  });

  it('goes on until groups are within their zones too', () => {
    // Each of a and b is 4 points above, within its band of 5; together they keep 4 of 8: half.
    const groups = [{ id: 'g', members: ['a', 'b'] }];
    const own = { default: { absolute: 0.08 }, byId: { g: { absolute: 0.04 } } };
    const setting = { bands: own, groups, destination: EDGE, scope: WHOLE };
    const weights = destination({ a: 0.54, b: 0.34, c: 0.12 }, target, setting);
    expectWeights(weights, { a: 0.52, b: 0.32, c: 0.16 });
  });

  it('goes further in where bands have a way back', () => {
    // Back at 0.5 · 5 points: a keeps a quarter of its 10.
    const back = { default: bands, reentry: 0.5 };
    const setting = { bands: back, destination: EDGE, scope: WHOLE };
    const weights = destination({ a: 0.6, b: 0.26, c: 0.14 }, target, setting);
    expectWeights(weights, { a: 0.525, b: 0.29, c: 0.185 });
  });
});

describe('destinationOf for what has left its band', () => {
  const bands = { absolute: 0.05 };
  const target = { a: 0.4, b: 0.3, c: 0.2, d: 0.1 };
  const go = (current: Weights, more: Partial<Setting> = {}) =>
    destination(current, target, { bands, destination: TARGET, scope: BREACHED, ...more });

  it('lets those take the rest that it helps, by their distance', () => {
    // a sells 6 points; b lacks 4 and c 2, d has what it should.
    const weights = go({ a: 0.46, b: 0.26, c: 0.18, d: 0.1 });
    expectWeights(weights, { a: 0.4, b: 0.3, c: 0.2, d: 0.1 });
    // To the edge a sells 1 point: b takes 4 and c 2 sixths of it.
    const toEdge = go({ a: 0.46, b: 0.26, c: 0.18, d: 0.1 }, { destination: EDGE });
    expectWeights(toEdge, { a: 0.45, b: 0.26 + 0.04 / 6, c: 0.18 + 0.02 / 6, d: 0.1 });
  });

  it('leaves alone what it does not help', () => {
    // d is above its target; b and c lack 4 and 4.
    const weights = go({ a: 0.46, b: 0.26, c: 0.16, d: 0.12 });
    expectWeights(weights, { a: 0.4, b: 0.29, c: 0.19, d: 0.12 });
  });

  it('goes beyond targets, by their size, where nothing else is left', () => {
    // a goes from 46 to 40; d, below by 6 and so out, only to its edge of 5: it buys 1. b and c stand at their targets and buy the
    // other 5 as 30 to 20.
    const zones = {
      default: { absolute: 0.05 },
      byId: { a: { absolute: 0 } },
    };
    const weights = go({ a: 0.46, b: 0.3, c: 0.2, d: 0.04 }, { bands: zones, destination: EDGE });
    expectWeights(weights, { a: 0.4, b: 0.33, c: 0.22, d: 0.05 });
  });

  it('stops at the bands of the others, and has what moves go further instead', () => {
    // As above, but b and c may only go 1 point up: they take 2, and d 3 more.
    const narrow = {
      default: { absolute: 0.01 },
      byId: { a: { absolute: 0 }, d: { absolute: 0.05 } },
    };
    const weights = go({ a: 0.46, b: 0.3, c: 0.2, d: 0.04 }, { bands: narrow, destination: EDGE });
    expectWeights(weights, { a: 0.4, b: 0.31, c: 0.21, d: 0.08 });
  });

  it('has one line alone take the rest if it is named', () => {
    const scope = { kind: 'breached', absorbedBy: 'd' } as const;
    const weights = go({ a: 0.46, b: 0.26, c: 0.18, d: 0.1 }, { scope });
    expectWeights(weights, { a: 0.4, b: 0.26, c: 0.18, d: 0.16 });
  });

  it('has the named line take it though it is out itself or not held, or money', () => {
    const named = (absorbedBy: string) => ({ scope: { kind: 'breached', absorbedBy } as const });
    expectWeights(go({ a: 0.48, b: 0.3, c: 0.2, d: 0.02 }, named('d')), {
      a: 0.4,
      b: 0.3,
      c: 0.2,
      d: 0.1,
    });
    expectWeights(go({ a: 0.46, b: 0.26, c: 0.18, d: 0.1 }, named('e')), {
      a: 0.4,
      b: 0.26,
      c: 0.18,
      d: 0.1,
      e: 0.06,
    });
    expectWeights(go({ a: 0.46, b: 0.26, c: 0.16, d: 0.1, cash: 0.02 }, named('cash')), {
      a: 0.4,
      b: 0.26,
      c: 0.16,
      d: 0.1,
      cash: 0.08,
    });
  });

  it('has the others give what the named line cannot', () => {
    // a buys 6 points and d has only 4 to give: the other 2 come from b and c, 4 and 8 points above their targets.
    const setting = {
      scope: { kind: 'breached', absorbedBy: 'd' },
      bands: { default: { absolute: 0.055 }, byId: wide('c') },
    } as const;
    expectWeights(go({ a: 0.34, b: 0.34, c: 0.28, d: 0.04 }, setting), {
      a: 0.4,
      b: 0.34 - (0.02 * 4) / 12,
      c: 0.28 - (0.02 * 8) / 12,
      d: 0,
    });
  });

  it('invests free money though nothing has left its band', () => {
    const weights = go({ a: 0.38, b: 0.29, c: 0.2, d: 0.1, cash: 0.03 });
    expectWeights(weights, { a: 0.4, b: 0.3, c: 0.2, d: 0.1, cash: 0 });
  });

  it('moves nothing where nothing has left its band and there is no money', () => {
    const current = { a: 0.42, b: 0.28, c: 0.21, d: 0.09 };
    expectWeights(go(current), current);
  });

  it('brings a group back by the members that this helps, by their distance', () => {
    // c and d are 3 and 4 points above, together 7 of 5: to the target both give all, to the edge 2 as 3 to 4.
    const groups = [{ id: 'g', members: ['c', 'd'] }];
    const own = { default: { absolute: 0.05 } };
    const current = { a: 0.36, b: 0.27, c: 0.23, d: 0.14 };
    expectWeights(go(current, { bands: own, groups }), target);
    expectWeights(go(current, { bands: own, groups, destination: EDGE }), {
      // a lacks 4 and b 3 points; they buy 2.
      a: 0.36 + (0.02 * 4) / 7,
      b: 0.27 + (0.02 * 3) / 7,
      c: 0.23 - (0.02 * 3) / 7,
      d: 0.14 - (0.02 * 4) / 7,
    });
  });

  it('does not push a group over its own edge', () => {
    // a sells 6 points; b lacks 6 and d 10. But b is in g, which is at 54 of at most 55 %: b takes 1 point and d the other 5.
    const groups = [{ id: 'g', members: ['b', 'c'] }];
    const own = { default: { absolute: 0.05 }, byId: wide('b', 'c', 'd') };
    const weights = go({ a: 0.46, b: 0.24, c: 0.3, d: 0 }, { bands: own, groups });
    expectWeights(weights, { a: 0.4, b: 0.25, c: 0.3, d: 0.05 });
  });

  it('moves everything where something would leave its band otherwise', () => {
    // a buys 6 points, b and c give them as 4.5 to 10. That leaves g = {a, b} at 72.6 %, above its edge of 72 %.
    const groups = [{ id: 'g', members: ['a', 'b'] }];
    const byId = { ...wide('b', 'c', 'd'), g: { absolute: 0.02 } };
    const setting = { bands: { default: { absolute: 0.05 }, byId }, groups };
    expectWeights(go({ a: 0.34, b: 0.345, c: 0.3, d: 0.015 }, setting), target);
  });
});

/** Bands of twenty points. */
function wide(...ids: readonly string[]): Readonly<Record<string, Bands>> {
  return Object.fromEntries(ids.map((id) => [id, { absolute: 0.2 }]));
}
