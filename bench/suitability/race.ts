import { kept, median, printTable, rounded } from '../measure.js';

/** One of several forms of the same work. */
export interface Runner {
  readonly name: string;
  /** How many pairs one call handles. */
  readonly pairs: number;
  readonly call: () => unknown;
  /** The least ratio of the first runner's speed to this one's before we look for the reason. */
  readonly floor?: number;
  /** The least number of pairs per second before we look for the reason. */
  readonly atLeast?: number;
}

const ROUNDS = 7;
const BATCH = 60;

/**
 * Times many forms of the same work in one run, and prints pairs per second with the ratio of the first form's speed to each.
 * `compare` times two at once, and neither may be asynchronous.
 */
export async function race(title: string, runners: readonly Runner[]): Promise<void> {
  const calls: number[] = [];
  for (const runner of runners) calls.push(await callsPerBatch(runner));
  const rounds: (readonly number[])[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const rates: number[] = [];
    for (const [i, runner] of runners.entries()) rates.push(await rateOf(runner, calls[i]!));
    rounds.push(rates);
  }
  printTable(
    title,
    ['form', 'pairs/s', 'ratio', 'floor'],
    runners.map(({ name, floor = 0, atLeast = 0 }, i) => {
      const rate = median(rounds.map((rates) => rates[i]!));
      const ratio = median(rounds.map((rates) => rates[0]! / rates[i]!));
      const limit = atLeast > 0 ? `${rounded(atLeast)}/s` : rounded(floor);
      const mark = rate < atLeast || ratio < floor ? '  BELOW' : '';
      return [name, rounded(rate), rounded(ratio), limit + mark];
    }),
  );
}

/** Pairs per second. */
async function rateOf({ pairs, call }: Runner, calls: number): Promise<number> {
  const begun = performance.now();
  for (let i = 0; i < calls; i++) kept.result = await call();
  return (pairs * calls * 1000) / (performance.now() - begun);
}

/** Runs until the engine has settled, and says how many calls fill a batch. */
async function callsPerBatch(runner: Runner): Promise<number> {
  for (let i = 0; i < 5; i++) await rateOf(runner, 1);
  const rate = await rateOf(runner, 2);
  return Math.max(1, Math.round((BATCH * rate) / (1000 * runner.pairs)));
}
