/** What came of a gate. */
export interface GateResult {
  readonly passed: number;
  readonly failed: number;
  /** What was counted or measured, in a few words. */
  readonly note?: string;
  /** Shown when something failed. */
  readonly output?: string;
}

export interface Gate {
  readonly name: string;
  /** What it makes sure of, as a phrase. */
  readonly about: string;
  /** How many processor cores it keeps busy. */
  readonly cores: 1 | 2;
  /** Whether it looks at dist/ or the packed package. */
  readonly needsBuild?: boolean;
  readonly run: () => Promise<GateResult>;
}

export type Report = (gate: Gate, result: GateResult, seconds: number) => void;

const CORES = 2;

/**
 * Runs gates in their order, as many at a time as two cores hold. The first gate named `build`
 * comes before all that need it; when it fails, they are reported as not run.
 */
export async function runGates(gates: readonly Gate[], report: Report): Promise<GateResult[]> {
  const waiting = [...gates];
  const running = new Set<Promise<void>>();
  const results: GateResult[] = [];
  const build = { pending: gates.some(({ name }) => name === 'build'), failed: false };
  let free = CORES;

  const start = (gate: Gate): void => {
    free -= gate.cores;
    const begun = performance.now();
    const skip = gate.needsBuild === true && build.failed;
    const task = (skip ? Promise.resolve(notRun()) : attempt(gate)).then((result) => {
      free += gate.cores;
      running.delete(task);
      if (gate.name === 'build') {
        build.pending = false;
        build.failed = result.failed > 0;
      }
      results.push(result);
      report(gate, result, (performance.now() - begun) / 1000);
    });
    running.add(task);
  };

  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex(({ cores, needsBuild }) => {
      return cores <= free && !(needsBuild === true && build.pending);
    });
    const [gate] = next < 0 ? [] : waiting.splice(next, 1);
    if (gate !== undefined) start(gate);
    else await Promise.race(running);
  }
  return results;
}

async function attempt(gate: Gate): Promise<GateResult> {
  try {
    return await gate.run();
  } catch (error) {
    return failure(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

function notRun(): GateResult {
  return failure('not run, because the build failed');
}

/** A gate that failed; one that counts tests says how many of each. */
export function failure(
  output: string,
  counts: { readonly passed?: number; readonly failed?: number } = {},
): GateResult {
  return { passed: 0, failed: 1, ...counts, output };
}

/** One passed gate, or one failed gate with its faults. */
export function verdict(faults: readonly string[], note?: string): GateResult {
  if (faults.length > 0) return failure(faults.join('\n'));
  return { passed: 1, failed: 0, ...(note === undefined ? {} : { note }) };
}
