/**
 * The weights at which money that comes in or goes out is placed without trading anything else.
 *
 * Towards the target: money that comes in fills up what is furthest below its target value first, until all that was bought
 * stands equally far below; money that goes out is taken from what is furthest above in the same way. At target weights: in
 * proportion to the target; what is short of it gives all that it has.
 *
 * @param values before the flow.
 * @param flow not 0; a withdrawal (below 0) is less than all there is.
 */
export function placeFlow(
  values: Float64Array,
  flow: number,
  target: Float64Array,
  towardsTarget: boolean,
): Float64Array {
  let total = flow;
  for (const value of values) total += value;
  const gaps = values.map((value, i) => (towardsTarget ? target[i]! * total - value : 0));
  const after = towardsTarget ? level(values, gaps, flow) : inProportion(values, target, flow);
  return after.map((value) => value / total);
}

/** Buys down to, or sells up to, one common gap: found exactly by going through the gaps in order. */
function level(values: Float64Array, gaps: Float64Array, flow: number): Float64Array {
  const sign = flow > 0 ? 1 : -1;
  const order = [...gaps.keys()].sort((a, b) => sign * (gaps[b]! - gaps[a]!));
  const open = new Set<number>();
  let sum = 0;
  let common = 0;
  for (const [place, i] of order.entries()) {
    open.add(i);
    sum += gaps[i]!;
    common = (sum - flow) / open.size;
    const next = order[place + 1];
    if (next === undefined || sign * (common - gaps[next]!) >= 0) break;
  }
  const after = values.map((value, i) => (open.has(i) ? value + gaps[i]! - common : value));
  return takeFromOthers(after);
}

function inProportion(values: Float64Array, target: Float64Array, flow: number): Float64Array {
  return takeFromOthers(values.map((value, i) => value + flow * target[i]!));
}

/** What would fall below 0 is 0, and the others give the rest in proportion to what they have. */
function takeFromOthers(values: Float64Array): Float64Array {
  let [missing, rest] = [0, 0];
  for (const value of values) {
    if (value < 0) missing -= value;
    else rest += value;
  }
  if (missing === 0) return values;
  return values.map((value) => (value < 0 ? 0 : value * (1 - missing / rest)));
}
