/** One thing done twice: by us and by a named peer. */
export interface Contest {
  readonly name: string;
  readonly peer: string;
  /** How many items one call handles; the table shows items per second. Default 1. */
  readonly items?: number;
  readonly ours: () => unknown;
  readonly theirs: () => unknown;
  /**
   * Milliseconds that a side runs before the other has its turn, default 25. Longer where a side leaves much garbage: in short turns what one
   * leaves is cleared away in the other's time, and the speed is not that of a run of one's own.
   */
  readonly turn?: number;
  /**
   * Whether a side has all its turns at a stretch, and then the other: what makes much garbage with much code was measured to be slower by a fifth when it
   * takes turns with a small loop, as no run of its own is.
   */
  readonly apart?: true;
  /** The least ratio of our speed to the peer's that we accept before we look for the reason. */
  readonly floor: number;
  /** The least number of items per second likewise; where it is given, the table shows it in place of the ratio's floor. */
  readonly atLeast?: number;
}

/** What was measured: items per second, and the median of the rounds' ratios. */
export interface Measured {
  readonly ours: number;
  readonly theirs: number;
  readonly ratio: number;
}

const WARM_UP = 200;
const TURN = 25;
const ROUNDS = 21;

/** Rounds end after so many milliseconds: what takes seconds is measured a few times only. */
const ENOUGH = 3000;

/** But longer turns get so many rounds. */
const ROUNDS_OF_TURNS = 11;

/** Something that any machine can do, to measure others by. */
export interface Yardstick {
  readonly name: string;
  readonly call: () => unknown;
}

/** Measures contests one after the other and prints a table of them. */
export function compare(title: string, contests: readonly Contest[]): readonly Measured[] {
  const results = contests.map(measure);
  const rows = contests.map(({ name, peer, floor, atLeast = 0 }, i) => {
    const { ours, theirs, ratio } = results[i]!;
    const limit = atLeast > 0 ? `${rounded(atLeast)}/s` : rounded(floor);
    const mark = ratio < floor || ours < atLeast ? `${limit}  BELOW` : limit;
    return [name, rounded(ours), peer, rounded(theirs), rounded(ratio), mark];
  });
  printTable(title, ['case', 'ours/s', 'peer', 'peer/s', 'ratio', 'floor'], rows);
  return results;
}

/** The same with a table of milliseconds per call, ours also in lengths of a yardstick. */
export function compareTimes(
  title: string,
  contests: readonly Contest[],
  yardstick: Yardstick,
): readonly Measured[] {
  const length = 1000 / measure({ ours: yardstick.call, theirs: yardstick.call }).ours;
  const results = contests.map(measure);
  const rows = contests.map(({ name, peer, floor }, i) => {
    const { ours, theirs, ratio } = results[i]!;
    const mark = ratio < floor ? `${rounded(floor)}  BELOW` : rounded(floor);
    const time = 1000 / ours;
    return [
      name,
      rounded(time),
      rounded(time / length),
      peer,
      rounded(1000 / theirs),
      rounded(ratio),
      mark,
    ];
  });
  const head = ['case', 'ours, ms', `in ${yardstick.name}`, 'peer', 'peer, ms', 'ratio', 'floor'];
  printTable(`${title} (${yardstick.name}: ${rounded(length)} ms)`, head, rows);
  return results;
}

/** Takes both sides in turns, so that whatever else the machine does meets both alike. */
function measure({
  ours,
  theirs,
  items = 1,
  turn = TURN,
  apart,
}: Pick<Contest, 'ours' | 'theirs' | 'items' | 'turn' | 'apart'>): Measured {
  const rounds: { readonly ours: number; readonly theirs: number }[] = [];
  const sideOf = (call: () => unknown): (() => number) => {
    const perTurn = warmUp(call, turn);
    return () => (items * 1000) / duration(call, perTurn);
  };
  if (apart === true) {
    const first = Array.from({ length: ROUNDS_OF_TURNS }, sideOf(ours));
    const turnOfTheirs = sideOf(theirs);
    for (const speed of first) rounds.push({ ours: speed, theirs: turnOfTheirs() });
  } else {
    const [turnOfOurs, turnOfTheirs] = [sideOf(ours), sideOf(theirs)];
    const enough = Math.max(ENOUGH, ROUNDS_OF_TURNS * 2 * turn);
    const begun = performance.now();
    do {
      rounds.push({ ours: turnOfOurs(), theirs: turnOfTheirs() });
    } while (rounds.length < ROUNDS && performance.now() - begun < enough);
  }
  return {
    ours: median(rounds.map((round) => round.ours)),
    theirs: median(rounds.map((round) => round.theirs)),
    ratio: median(rounds.map((round) => round.ours / round.theirs)),
  };
}

/** Runs until the engine has settled, and says how many calls fill a turn. */
function warmUp(call: () => unknown, turn: number): number {
  const begun = performance.now();
  let calls = 0;
  while (performance.now() - begun < WARM_UP) {
    kept.result = call();
    calls++;
  }
  // A single call that filled all that time is a turn of its own.
  if (calls === 1) return 1;
  return Math.max(1, Math.round(turn / duration(call, Math.ceil(calls / 10))));
}

/** Milliseconds of processor time per call: whatever else the machine does is not counted. */
function duration(call: () => unknown, calls: number): number {
  const begun = process.cpuUsage();
  for (let i = 0; i < calls; i++) kept.result = call();
  // A call that was too short for the clock still took some time.
  return Math.max(1e-3, processorTime(begun)) / calls;
}

/** Milliseconds of processor time since then, those of the engine's own threads among them. */
export function processorTime(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** Results are kept, so that no engine may leave the work out. */
export const kept: { result: unknown } = { result: undefined };

/** The middle of several measurements. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[sorted.length >> 1]!;
}

/** Three digits are all that a measurement can vouch for. */
export function rounded(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 4 });
}

/** Prints a table with columns of even width. */
export function printTable(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = head.map((_, c) => Math.max(...[head, ...rows].map((row) => row[c]!.length)));
  const line = (row: readonly string[]): string => {
    return row
      .map((cell, c) => cell.padEnd(widths[c]!))
      .join('  ')
      .trimEnd();
  };
  console.log(`\n${title}`);
  for (const row of [head, ...rows]) console.log(line(row));
}
