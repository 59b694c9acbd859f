import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { buildSync } from 'esbuild';
import { DESCRIPTION } from '../kpi/support.js';

/** What a run of the worker came to. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly flags?: readonly string[];
  /** Whether nobody reads what it writes. */
  readonly unread?: boolean;
}

/** The worker as a program in a folder of its own. */
export interface Worker {
  /** Writes a file there and returns its path. */
  readonly file: (name: string, content: unknown) => string;
  readonly run: (
    args: readonly string[],
    input?: string | Uint8Array | Iterable<string | Uint8Array>,
    options?: RunOptions,
  ) => Promise<Run>;
  readonly remove: () => void;
}

/** Bundles the worker from its sources, as a child process of its own cannot be told where they stand. */
export function installWorker(): Worker {
  const folder = mkdtempSync(join(tmpdir(), 'aptfolio-worker-'));
  const program = join(folder, 'cli.mjs');
  buildSync({
    entryPoints: ['cli/main.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    tsconfig: 'tsconfig.dev.json',
    logLevel: 'error',
  });
  return {
    file(name, content) {
      const path = join(folder, name);
      writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
      return path;
    },
    run: (args, input = '', options = {}) => runProgram(program, args, input, options),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function runProgram(
  program: string,
  args: readonly string[],
  input: string | Uint8Array | Iterable<string | Uint8Array>,
  { flags = [], unread = false }: RunOptions,
): Promise<Run> {
  const child = spawn(process.execPath, [...flags, program, ...args]);
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8');
    child[name].on('data', (text: string) => {
      said[name] += text;
    });
  }
  if (unread) child.stdout.destroy();
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  const chunks = typeof input === 'string' || input instanceof Uint8Array ? [input] : input;
  // A worker that stops early does not read on, and that is its right.
  await pipeline(Readable.from(chunks), child.stdin).catch(() => undefined);
  return { code: await ended, ...said };
}

/** Lines of JSON. */
export function ndjson(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

/** A share of cases: events are counts. */
export const SHARE = { ...DESCRIPTION, kind: 'proportion', id: 'renewal-rate' } as const;

/** A median of hours, with its sketch. */
export const HOURS = {
  ...DESCRIPTION,
  kind: 'durations',
  id: 'handling',
  unit: 'hours',
  measure: { name: 'quantile', probability: 0.5 },
} as const;

/** Both by month and branch. */
export const CUBE = {
  $comment: 'as a bank keeps it',
  kpis: [SHARE, HOURS],
  period: 'month',
  zone: 'Asia/Shanghai',
  dimensions: ['branch'],
};
