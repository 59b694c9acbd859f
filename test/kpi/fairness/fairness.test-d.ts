import { describe, expectTypeOf, it } from 'vitest';
import {
  compareGroups,
  compareLikeWithLike,
  emptyState,
  fairnessReport,
  serviceKpis,
} from '../../../src/kpi/index.js';

const { renewalRate, medianHandling } = serviceKpis({ currency: 'CNY' });
const other = { id: 'a', state: emptyState(medianHandling) };

describe('types of comparisons of groups', () => {
  it('know the states of a KPI', () => {
    // @ts-expect-error a state of another kind
    compareGroups(renewalRate, [other]);
    // @ts-expect-error a state of another kind
    compareLikeWithLike(renewalRate, [{ id: 'a', strata: { all: other.state } }]);
    // @ts-expect-error a group is named, since it might be called “rest”
    compareGroups(renewalRate, [], { reference: 'a' });
  });

  it('make the caller look at what became of a group', () => {
    const [gap] = compareGroups(renewalRate, []).groups;
    if (gap?.status === 'compared') expectTypeOf(gap.adjustedPValue).toBeNumber();
    // @ts-expect-error a group that was held back has no gap
    if (gap?.status === 'suppressed') gap.gap;
  });

  it('take KPIs of several kinds in one report', () => {
    fairnessReport([
      { kpi: renewalRate, split: 'tier', groups: [] },
      { kpi: medianHandling, split: 'tier', groups: [other] },
    ]);
  });
});
