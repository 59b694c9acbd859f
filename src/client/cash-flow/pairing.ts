/**
 * Whether all of two sides can be paired one to one.
 *
 * @param supply how many stand at each place of one side.
 * @param demand how many stand at each place of the other.
 * @param reach for each place of the first side, the places of the other that it may be paired with.
 *
 * Source: augmenting paths, L. R. Ford and D. R. Fulkerson, Maximal flow through a network, Canadian Journal of
 * Mathematics 8 (1956) 399–404; searched breadth first, J. Edmonds and R. M. Karp, Journal of the ACM 19 (1972) 248–264.
 */
export function canPairAll(
  supply: readonly number[],
  demand: readonly number[],
  reach: readonly (readonly number[])[],
): boolean {
  const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
  if (sum(supply) !== sum(demand)) return false;
  const left = [...demand];
  const paired = demand.map(() => new Map<number, number>());
  return supply.every((count, source) => {
    let open = count;
    while (open > 0) {
      const moved = augment(source, open, left, paired, reach);
      if (moved === 0) return false;
      open -= moved;
    }
    return true;
  });
}

/** A place of the first side with the way on which the search came there. */
interface Step {
  readonly source: number;
  /** The step before, and the place of the other side by which it led here. */
  readonly before: Step | null;
  readonly through: number;
}

/** Pairs up to `open` of one place, moving others along if needed; how many it could pair. */
function augment(
  start: number,
  open: number,
  left: number[],
  paired: readonly Map<number, number>[],
  reach: readonly (readonly number[])[],
): number {
  const steps: Step[] = [{ source: start, before: null, through: -1 }];
  const seen = new Set([start]);
  const reached = new Set<number>();
  for (const step of steps) {
    for (const target of reach[step.source]!) {
      if (reached.has(target)) continue;
      reached.add(target);
      if (left[target]! > 0) return settle(step, target, open, left, paired);
      for (const source of paired[target]!.keys()) {
        if (seen.has(source)) continue;
        seen.add(source);
        steps.push({ source, before: step, through: target });
      }
    }
  }
  return 0;
}

/** Walks a way back and pairs as many as every stretch of it allows. */
function settle(
  last: Step,
  target: number,
  open: number,
  left: number[],
  paired: readonly Map<number, number>[],
): number {
  let moved = Math.min(open, left[target]!);
  for (let step: Step = last; step.before !== null; step = step.before) {
    moved = Math.min(moved, paired[step.through]!.get(step.source)!);
  }
  left[target]! -= moved;
  let place = target;
  for (let step: Step | null = last; step !== null; step = step.before) {
    change(paired[place]!, step.source, moved);
    if (step.before === null) break;
    change(paired[step.through]!, step.source, -moved);
    place = step.through;
  }
  return moved;
}

function change(counts: Map<number, number>, source: number, by: number): void {
  const count = (counts.get(source) ?? 0) + by;
  if (count === 0) counts.delete(source);
  else counts.set(source, count);
}
