import type { Interval } from '../interval.js';
import { orderedSum } from '../ordered-sum.js';
import { finite } from '../sample.js';
import { LEAST_GROUPS, type Shrinkage, type ShrunkGroup } from './shrinkage.js';

/** One group's events in its cases or exposure. */
export interface Counted {
  readonly id: string;
  readonly events: number;
  readonly size: number;
}

/** What tells proportions and rates apart. */
export interface CountModel {
  /** Variance of a group of size 1 by chance. */
  readonly chance: (centre: number) => number;
  /** How much of that variance a variance between groups takes over. */
  readonly takenByBetween: 0 | 1;
  readonly method: 'beta-binomial' | 'gamma-poisson';
  readonly centreInterval: (events: number, size: number) => Interval;
  /** Of a group, a prior being worth so many cases at the centre. */
  readonly interval: (group: Counted, centre: number, prior: number) => Interval;
}

/** Draws counted groups together, the variance between them found by moments with weights by size. */
export function shrunkCounts(groups: readonly Counted[], model: CountModel): Shrinkage {
  const k = groups.length;
  if (k < LEAST_GROUPS) return Object.freeze({ status: 'too-few-groups', groups: k });
  const events = groups.reduce((sum, group) => sum + group.events, 0);
  const size = finite(orderedSum(groups.map((group) => group.size)), 'groups');
  const centre = events / size;
  const chance = model.chance(centre);
  const squares = orderedSum(
    groups.map(
      (group) => (group.events / group.size - centre) * (group.events - centre * group.size),
    ),
  );
  const excess = squares - (k - 1) * chance;
  if (excess <= 0) {
    const interval = model.centreInterval(events, size);
    return Object.freeze({ status: 'no-between-variation', centre, interval });
  }
  const spread = size - orderedSum(groups.map((group) => group.size * (group.size / size)));
  const between = excess / (spread - model.takenByBetween * (k - 1));
  const within = chance - model.takenByBetween * between;
  if (!(within > 0 && between > 0)) return Object.freeze({ status: 'no-within-variation', centre });
  const prior = within / between;
  return Object.freeze({
    status: 'shrunk',
    groups: Object.freeze(groups.map((group) => shrunkGroup(group, centre, prior, model))),
    centre,
    betweenVariance: between,
    method: model.method,
  });
}

function shrunkGroup(
  group: Counted,
  centre: number,
  prior: number,
  model: CountModel,
): ShrunkGroup {
  const { id, events, size } = group;
  return Object.freeze({
    id,
    raw: events / size,
    shrunk: (events + centre * prior) / (size + prior),
    weight: size / (size + prior),
    interval: model.interval(group, centre, prior),
  });
}
