import { spawn } from 'node:child_process';
import { failure, type GateResult, verdict } from './gate.js';

export interface Outcome {
  readonly ok: boolean;
  /** Standard output and standard error, as they came. */
  readonly output: string;
}

/** Where gates keep what they make. */
export const CACHE = 'node_modules/.cache/aptfolio';

/** Runs a program and waits for it. Programs of installed packages are found by their name. */
export function command(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const path = `node_modules/.bin:${process.env.PATH}`;
    const child = spawn(program, args, {
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...env, PATH: path },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ ok: false, output: String(error) }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/** A gate that is a single program: it passes when the program exits with 0. */
export async function commandGate(program: string, ...args: string[]): Promise<GateResult> {
  const { ok, output } = await command(program, args);
  return ok ? verdict([]) : failure(output);
}
