/** Rising times, each once, and how often each stands in each of some lists. */
export interface CountedTimes {
  readonly times: Float64Array;
  /** One column for each list. */
  readonly counts: readonly Float64Array[];
}

/** Counts the times of lists that rise already. */
export function countSorted(lists: readonly Float64Array[]): CountedTimes {
  const times = lists.reduce(union, new Float64Array(0));
  return { times, counts: lists.map((list) => countsAt(times, list)) };
}

/** The times of two rising lists, each once. */
function union(a: Float64Array, b: Float64Array): Float64Array {
  const times = new Float64Array(a.length + b.length);
  let [i, j, length] = [0, 0, 0];
  while (i < a.length || j < b.length) {
    const isFirst = j === b.length || (i < a.length && a[i]! < b[j]!);
    const time = isFirst ? a[i]! : b[j]!;
    times[length] = time;
    length += 1;
    while (i < a.length && a[i] === time) i++;
    while (j < b.length && b[j] === time) j++;
  }
  return length === times.length ? times : times.slice(0, length);
}

function countsAt(times: Float64Array, list: Float64Array): Float64Array {
  const counts = new Float64Array(times.length);
  let at = 0;
  for (let i = 0; i < list.length; i++) {
    while (times[at]! < list[i]!) at++;
    counts[at]! += 1;
  }
  return counts;
}
