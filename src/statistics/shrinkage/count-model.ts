import { type Interval, makeInterval } from '../interval.js';
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
  /** Of a group's true figure, whose distribution has this mean and variance. */
  readonly interval: (mean: number, variance: number) => Interval;
}

/** What is known of all groups together. */
interface Found {
  readonly centre: number;
  /** How many cases at the centre the other groups are worth. */
  readonly prior: number;
  /** The variance between groups, as much larger as not knowing it makes it count. */
  readonly enlarged: number;
  /** The variance by chance of a typical group. */
  readonly typical: number;
  /** Sum of the groups' weights. */
  readonly weights: number;
  readonly k: number;
}

/**
 * Draws counted groups together, the variance between them found by moments with weights by size.
 *
 * Source: C. N. Morris, JASA 78 (1983) 47–55, for the variance of a shrunk figure.
 */
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
  const found = foundOf(groups, centre, chance, between, within / between);
  return Object.freeze({
    status: 'shrunk',
    groups: Object.freeze(groups.map((group) => shrunkGroup(group, found, model))),
    centre,
    betweenVariance: between,
    method: model.method,
  });
}

function foundOf(
  groups: readonly Counted[],
  centre: number,
  chance: number,
  between: number,
  prior: number,
): Found {
  const k = groups.length;
  const weights = orderedSum(groups.map(({ size }) => size / (size + prior)));
  const typical = (chance * orderedSum(groups.map(({ size }) => 1 / (size + prior)))) / weights;
  const enlarged = (typical + between) * ((k - 1) / (k - 3)) - typical;
  return { centre, prior, enlarged, typical, weights, k };
}

function shrunkGroup(group: Counted, found: Found, model: CountModel): ShrunkGroup {
  const { id, events, size } = group;
  const { centre, prior } = found;
  const shrunk = (events + centre * prior) / (size + prior);
  const { low, high, confidence, method } = model.interval(
    shrunk,
    varianceOf(group, shrunk, found, model),
  );
  return Object.freeze({
    id,
    raw: events / size,
    shrunk,
    weight: size / (size + prior),
    // A distribution as skewed as one of hardly any cases may leave its mean out.
    interval: makeInterval(Math.min(low, shrunk), Math.max(high, shrunk), confidence, method),
  });
}

/**
 * The variance of a group's true figure about the shrunk one: what chance leaves, and what centre and variance between groups add for being estimates. With groups of one size
 * these are Morris's terms for a figure with the variance of a count; with others the pull of each follows from one enlarged variance between groups, so that a group of
 * hardly any cases is no less sure than that variance has it.
 */
function varianceOf(
  { events, size }: Counted,
  shrunk: number,
  { centre, prior, enlarged, typical, weights, k }: Found,
  model: CountModel,
): number {
  const chance = model.chance(centre);
  const taken = chance + enlarged * size;
  const pull = chance / taken;
  const own = enlarged / taken + pull / ((size + prior) * weights);
  const kept = enlarged / (typical + enlarged);
  const gap = (pull * enlarged * (events - centre * size)) / taken / kept;
  return model.chance(shrunk) * own + (2 / (k - 3)) * gap * gap;
}
