/** What rows that could not be used leave open of a figure. Without any, `missing` is empty. */
export interface Gap {
  /** What would make the rows usable: `fx.USD`, `transactions`. */
  readonly missing: Set<string>;
  /** The covered months that are open. */
  readonly months: Set<number>;
}

/** Gaps of things that have a name. */
export interface GapsByName {
  readonly byName: ReadonlyMap<string, Gap>;
  /** Rows of which nobody can tell to which they belong. */
  readonly any: Gap;
}

/** Whether nothing is open. */
export function isClosed({ missing }: Gap): boolean {
  return missing.size === 0;
}

/** The gap of one name: its own, and what may belong to any. */
export function gapOf({ byName, any }: GapsByName, name: string): Gap {
  const own = byName.get(name);
  if (own === undefined) return any;
  const both = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): Set<T> => new Set([...a, ...b]);
  return { missing: both(own.missing, any.missing), months: both(own.months, any.months) };
}

/** Nothing is open. */
export function emptyGap(): Gap {
  return { missing: new Set(), months: new Set() };
}

/** Gaps by name while they are collected. */
interface Collected extends GapsByName {
  readonly byName: Map<string, Gap>;
}

/** Nothing is open of any. */
export function named(): Collected {
  return { byName: new Map(), any: emptyGap() };
}

/** The gap of one name, to be widened; that of any of them for a name that is not known. */
export function ofName({ byName, any }: Collected, name: string | null): Gap {
  if (name === null) return any;
  const gap = byName.get(name) ?? emptyGap();
  byName.set(name, gap);
  return gap;
}

/** Widens a gap. */
export function addTo(gap: Gap, missing: readonly string[], months: readonly number[]): void {
  for (const name of missing) gap.missing.add(name);
  for (const month of months) gap.months.add(month);
}
