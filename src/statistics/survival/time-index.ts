/** Each time once, rising, and where a time stands among them. */
export interface TimeIndex {
  readonly times: Float64Array;
  /** Only for times of the list. */
  readonly indexOf: (time: number) => number;
}

/**
 * The index of a list of times of at least 0, in any order.
 *
 * Whole times that are not much more than there are entries, such as the days of a million clients, are looked up; others are searched.
 * A map would take several times as long.
 */
export function indexTimes(list: Float64Array): TimeIndex {
  return indexWholeTimes(list) ?? indexAnyTimes(list);
}

/** The same, or `undefined` where the times are not of that kind. */
export function indexWholeTimes(list: Float64Array): TimeIndex | undefined {
  const limit = 4 * list.length;
  let largest = -1;
  for (const time of list) {
    if (time > limit || !Number.isInteger(time)) return undefined;
    if (time > largest) largest = time;
  }
  const positions = new Int32Array(largest + 1).fill(-1);
  for (const time of list) positions[time] = 0;
  const times = Float64Array.from(positions.keys()).filter((time) => positions[time] === 0);
  times.forEach((time, i) => {
    positions[time] = i;
  });
  return { times, indexOf: (time) => positions[time]! };
}

function indexAnyTimes(list: Float64Array): TimeIndex {
  const times = list.slice().sort();
  let length = 0;
  for (const time of times) {
    if (length > 0 && time === times[length - 1]) continue;
    times[length] = time;
    length += 1;
  }
  const distinct = times.slice(0, length);
  return { times: distinct, indexOf: (time) => search(distinct, time) };
}

function search(times: Float64Array, time: number): number {
  let [low, high] = [0, times.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
