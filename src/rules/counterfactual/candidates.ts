import type { Changeable } from './changeable.js';

/** What could turn a decision together. */
export interface Candidates {
  /** All that may be changed, by name, ascending. */
  readonly things: readonly Changeable[];
  /** For each rule that stands against the goal while nothing is changed: the names of all that can make a difference to it. */
  readonly obstacles: readonly ReadonlySet<string>[];
  /** The same for each rule that can stop something. */
  readonly stoppers: readonly ReadonlySet<string>[];
  /** Whether one rule that turns is enough; otherwise no rule may be left that stands against the goal. */
  readonly byOneRule: boolean;
}

type ThingSet = readonly Changeable[];

/**
 * The sets that could turn a decision with everything in them taking part, in ascending size.
 *
 * Where all rules must be turned, whatever takes part turns one that stands against the goal, or one that another change has
 * turned against it. So every such set grows, thing by thing, from one that an obstacle reads, each next one read beside another.
 */
export function* candidateSets(from: Candidates, size: number): Generator<readonly ThingSet[]> {
  const company = companyOf(from);
  let sets: readonly ThingSet[] = from.things
    .filter(({ name }) => from.byOneRule || isRead(name, from.obstacles))
    .map((thing) => [thing]);
  for (let length = 1; length <= size; length++) {
    if (length > 1) sets = grow(sets, from, company);
    yield sets.filter((set) => from.byOneRule || meetsAll(set, from.obstacles));
  }
}

/** By name: everything beside which it is read by a rule that can stop something. */
function companyOf({ things, stoppers }: Candidates): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    things.map(({ name }): [string, ReadonlySet<string>] => {
      const beside = stoppers.filter((reads) => reads.has(name)).flatMap((reads) => [...reads]);
      return [name, new Set(beside)];
    }),
  );
}

function grow(
  sets: readonly ThingSet[],
  from: Candidates,
  company: ReadonlyMap<string, ReadonlySet<string>>,
): readonly ThingSet[] {
  const larger = new Map<string, ThingSet>();
  for (const set of sets) {
    for (const thing of from.things) {
      const isBeside = set.some(({ name }) => company.get(name)?.has(thing.name));
      const canJoin = isBeside || (!from.byOneRule && isRead(thing.name, from.obstacles));
      if (!canJoin || set.includes(thing)) continue;
      const next = [...set, thing].sort((a, b) => (a.name < b.name ? -1 : 1));
      const key = next.map(({ name }) => name).join('\n');
      if (!larger.has(key) && canStand(next, from)) larger.set(key, next);
    }
  }
  return [...larger.values()];
}

function canStand(set: ThingSet, { stoppers, byOneRule }: Candidates): boolean {
  const names = set.map(({ name }) => name);
  // A term that is given a value hides what it rests on.
  if (set.some(({ restsOn }) => names.some((name) => restsOn.has(name)))) return false;
  return !byOneRule || stoppers.some((reads) => names.every((name) => reads.has(name)));
}

function meetsAll(set: ThingSet, rules: readonly ReadonlySet<string>[]): boolean {
  return rules.every((reads) => set.some(({ name }) => reads.has(name)));
}

function isRead(name: string, rules: readonly ReadonlySet<string>[]): boolean {
  return rules.some((reads) => reads.has(name));
}
