/** A group and how many cases it has. */
export interface SizedGroup {
  readonly id: string;
  readonly n: number;
}

/**
 * The ids of the groups that are not shown: those with fewer cases than the minimum, but some, and further ones, the smallest first, until what is hidden is more than
 * one group and as many cases as the minimum, since a total less the groups shown gives the sum of the hidden ones away.
 *
 * Source: A. Hundepool et al., Statistical Disclosure Control (2012), 4.2: primary and secondary cell suppression.
 */
export function suppressedGroups(
  groups: readonly SizedGroup[],
  minimum: number,
): ReadonlySet<string> {
  const bySize = groups
    .filter(({ n }) => n > 0)
    .sort((a, b) => a.n - b.n || (a.id < b.id ? -1 : 1));
  const hidden = new Set<string>();
  let cases = 0;
  for (const { id, n } of bySize) {
    const enough = hidden.size === 0 || (hidden.size > 1 && cases >= minimum);
    if (n >= minimum && enough) break;
    hidden.add(id);
    cases += n;
  }
  return hidden;
}
