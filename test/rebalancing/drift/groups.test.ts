import { describe, expect, it } from 'vitest';
import { compileBands } from '../../../src/rebalancing/drift/compile-bands.js';
import { compileGroups } from '../../../src/rebalancing/drift/compile-groups.js';
import { measureDrift } from '../../../src/rebalancing/index.js';
import { expectRefusal } from '../../refusal.js';

const KNOWN = new Set(['bond', 'cn', 'us', 'eu']);
const NESTED = [
  { id: 'stock', members: ['abroad', 'cn'] },
  { id: 'abroad', members: ['us', 'eu'] },
];

describe('groups', () => {
  it('weigh what their members weigh together, however deep', () => {
    const current = { bond: 0.4, cn: 0.3, us: 0.2, eu: 0.1 };
    const target = { bond: 0.5, cn: 0.25, us: 0.15, eu: 0.1 };
    const drift = measureDrift(current, target, { bands: { absolute: 0.05 }, groups: NESTED });
    const line = (id: string) => drift.lines.find((one) => one.id === id)!;
    expect(line('abroad')).toMatchObject({ kind: 'group', members: ['eu', 'us'] });
    expect(line('abroad').current).toBeCloseTo(0.3, 12);
    expect(line('abroad').target).toBeCloseTo(0.25, 12);
    expect(line('stock')).toMatchObject({ kind: 'group', members: ['cn', 'eu', 'us'] });
    expect(line('stock').drift).toBeCloseTo(0.1, 12);
    // 5 points for China and America are just not beyond the band; together they are.
    expect(drift.triggered).toEqual(['bond', 'stock']);
  });

  it('leave the measures of the portfolio as they are', () => {
    const [current, target] = [
      { cn: 0.6, us: 0.4 },
      { cn: 0.5, us: 0.5 },
    ];
    const bands = { absolute: 0.05 };
    const groups = [{ id: 'stock', members: ['cn', 'us'] }];
    const { portfolioDrift, distance, largest } = measureDrift(current, target, { bands, groups });
    const plain = measureDrift(current, target, { bands });
    expect({ portfolioDrift, distance, largest }).toEqual({
      portfolioDrift: plain.portfolioDrift,
      distance: plain.distance,
      largest: plain.largest,
    });
  });

  it('come after the groups inside them', () => {
    expect(compileGroups(NESTED, 'groups', KNOWN).map(({ id }) => id)).toEqual(['abroad', 'stock']);
  });

  it('are refused where a weight would count twice', () => {
    const ask = (...groups: readonly { id: string; members: string[] }[]) => {
      return () => compileGroups(groups, 'groups', KNOWN);
    };
    expectRefusal(
      ask({ id: 'a', members: ['cn', 'us'] }, { id: 'b', members: ['us'] }),
      'duplicate-id',
      'groups[1].members[0]',
    );
    expectRefusal(ask({ id: 'a', members: ['cn', 'cn'] }), 'duplicate-id', 'groups[0].members[1]');
    expectRefusal(
      ask({ id: 'a', members: ['cn'] }, { id: 'a', members: ['us'] }),
      'duplicate-id',
      'groups[1].id',
    );
  });

  it('are refused inside themselves', () => {
    const around = [
      { id: 'a', members: ['b'] },
      { id: 'b', members: ['c', 'cn'] },
      { id: 'c', members: ['a'] },
    ];
    expectRefusal(() => compileGroups(around, 'groups', KNOWN), 'inconsistent', 'groups[0]');
    const own = [{ id: 'a', members: ['a'] }];
    expectRefusal(() => compileGroups(own, 'groups', KNOWN), 'inconsistent', 'groups[0]');
  });

  it('are refused with other names than those that are measured', () => {
    const ask = (id: string, members: unknown) => () =>
      compileGroups([{ id, members: members as string[] }], 'groups', KNOWN);
    expectRefusal(ask('a', ['jp']), 'unknown-id', 'groups[0].members[0]');
    expectRefusal(ask('cn', ['us']), 'duplicate-id', 'groups[0].id');
    expectRefusal(ask('cash', ['us']), 'duplicate-id', 'groups[0].id');
    expectRefusal(ask('a', []), 'empty', 'groups[0].members');
    expectRefusal(ask('a', [null]), 'missing-value', 'groups[0].members[0]');
    expectRefusal(ask('a', undefined), 'missing-value', 'groups[0].members');
    expectRefusal(ask('', ['us']), 'empty', 'groups[0].id');
  });

  it('are refused in measureDrift where a class with a weight has their id', () => {
    const groups = [{ id: 'us', members: ['cn'] }];
    const weights = { cn: 0.5, us: 0.5 };
    const ask = () => measureDrift(weights, weights, { bands: { absolute: 0.05 }, groups });
    expectRefusal(ask, 'duplicate-id', 'options.groups[0].id');
  });
});

describe('compileBands', () => {
  it('refuses the bands of something that is not measured', () => {
    const groups = compileGroups(NESTED, 'groups', KNOWN);
    const byId = (id: string) => ({
      default: { absolute: 0.05 },
      byId: { [id]: { absolute: 0.01 } },
    });
    const ask = (id: string) => compileBands(byId(id), 'bands', { groups, known: KNOWN });
    for (const id of ['cn', 'stock', 'cash']) expect(ask(id).byId.has(id)).toBe(true);
    expectRefusal(() => ask('jp'), 'unknown-id', 'bands.byId.jp');
  });
});
