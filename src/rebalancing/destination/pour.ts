/** What can take a part of an amount. */
export interface Vessel {
  readonly id: string;
  /** How fast it fills compared with others; above 0. */
  readonly rate: number;
  /** How much it takes at most; above 0. */
  readonly room: number;
}

/** Vessels that together take no more than this. */
export interface Limit {
  readonly ids: ReadonlySet<string>;
  readonly room: number;
}

/** What each vessel takes. */
export type Poured = ReadonlyMap<string, number>;

/**
 * Pours an amount into vessels at their rates until it is used up or nothing takes more. A full vessel, or all vessels under a
 * limit that is reached, stop filling, and the others go on.
 *
 * Source: progressive filling, D. Bertsekas and R. Gallager, Data Networks, 2nd ed. (1992), section 6.5.2.
 */
export function pour(amount: number, vessels: readonly Vessel[], limits: readonly Limit[]): Poured {
  const taken = new Map(vessels.map(({ id }) => [id, 0]));
  const takenBy = (ids: Iterable<string>): number => {
    let sum = 0;
    for (const id of ids) sum += taken.get(id) ?? 0;
    return sum;
  };
  let open = vessels;
  let left = amount;
  while (left > 0 && open.length > 0) {
    const fastest = open.reduce((sum, { rate }) => sum + rate, 0);
    // For everything that can fill up: how long it takes, and which vessels it stops.
    const stops = [
      ...open.map(({ id, rate, room }) => ({
        time: (room - taken.get(id)!) / rate,
        ids: new Set([id]) as ReadonlySet<string>,
      })),
      ...limits.map(({ ids, room }) => {
        const rates = open.reduce((sum, { id, rate }) => (ids.has(id) ? sum + rate : sum), 0);
        return { time: rates > 0 ? Math.max(0, room - takenBy(ids)) / rates : Infinity, ids };
      }),
    ];
    const first = stops.reduce((soonest, stop) => (stop.time < soonest.time ? stop : soonest));
    const time = Math.min(first.time, left / fastest);
    for (const { id, rate } of open) taken.set(id, taken.get(id)! + rate * time);
    if (first.time >= left / fastest) break;
    left -= fastest * time;
    open = open.filter(({ id }) => !first.ids.has(id));
  }
  return taken;
}
