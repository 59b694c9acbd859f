import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compareBeforeAfter,
  compareGroups,
  compareLikeWithLike,
  compareWithControl,
  defineKpi,
  summarise,
} from '../../../src/kpi/index.js';
import { DESCRIPTION } from '../support.js';

const within = defineKpi({ ...DESCRIPTION, kind: 'within-limit', limit: 5 });
const stateOf = (open: number, closed = 0) =>
  accumulateAll(within, [
    ...Array.from({ length: open }, () => ({ duration: 1, open: true })),
    ...Array.from({ length: closed }, (_, i) => ({ duration: i % 2 === 0 ? 3 : 9 })),
  ]).state;
const undecided = { code: 'kpi.none-decided', parameters: { open: 30 } };

describe('cases of which none is decided yet', () => {
  const [open, decided] = [stateOf(30), stateOf(0, 40)];

  it('are named by every comparison as by the figure itself, and not as no cases', () => {
    const result = summarise(within, open);
    if (result.status !== 'insufficient') throw new Error(result.status);
    expect(result.reason).toMatchObject(undecided);
    for (const [before, after] of [
      [open, decided],
      [decided, open],
    ] as const) {
      const change = compareBeforeAfter(within, before, after);
      expect(change).toMatchObject({ status: 'insufficient', reasons: [undecided] });
      const control = { before: decided, after: decided };
      const effect = compareWithControl(within, { treated: { before, after }, control });
      expect(effect).toMatchObject({ status: 'insufficient', reasons: [undecided] });
    }
    const { groups } = compareGroups(within, [
      { id: 'a', state: open },
      { id: 'b', state: decided },
      { id: 'c', state: decided },
    ]);
    expect(groups[0]).toMatchObject({ status: 'insufficient', reasons: [undecided] });
    const mixed = compareLikeWithLike(within, [
      { id: 'a', strata: { x: stateOf(10), y: stateOf(20) } },
      { id: 'b', strata: { x: decided, y: decided } },
    ]);
    expect(mixed).toMatchObject({ groups: [{ status: 'insufficient', reasons: [undecided] }, {}] });
  });

  it('hold a group of few people back, and a second one with it', () => {
    const statuses = (open: number, closed: number) =>
      compareGroups(within, [
        { id: 'a', state: stateOf(open, closed) },
        { id: 'b', state: stateOf(0, 40) },
        { id: 'c', state: stateOf(0, 50) },
      ]).groups.map(({ status }) => status);
    expect(statuses(3, 0)).toEqual(['suppressed', 'suppressed', 'compared']);
    expect(statuses(2, 1)).toEqual(['suppressed', 'suppressed', 'compared']);
    // Five people, of whom it is shown that one is decided.
    expect(statuses(4, 1)).toEqual(['compared', 'compared', 'compared']);
    expect(statuses(5, 0)).toEqual(['insufficient', 'compared', 'compared']);
  });

  it('are no people of an exposure: of a rate the events count', () => {
    const rate = defineKpi({ ...DESCRIPTION, kind: 'rate' });
    const of = (count: number, exposure: number) =>
      accumulateAll(rate, [{ count, exposure }]).state;
    const statuses = (count: number) =>
      compareGroups(rate, [
        { id: 'a', state: of(count, 270) },
        { id: 'b', state: of(40, 4000) },
        { id: 'c', state: of(50, 5000) },
      ]).groups.map(({ status }) => status);
    expect(statuses(3)).toEqual(['suppressed', 'suppressed', 'compared']);
    expect(statuses(5)).toEqual(['compared', 'compared', 'compared']);
    expect(statuses(0)).toEqual(['compared', 'compared', 'compared']);
  });
});
