import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { EXIT, type ExitCode } from './exit-codes.js';

/** Says something on standard error, no faster than it is taken. Nobody need listen: what counts is the state. */
export async function say(stderr: Writable, text: string): Promise<void> {
  if (stderr.destroyed || stderr.write(`${text}\n`)) return;
  await once(stderr, 'drain').catch(() => undefined);
}

/** Writes the output, and says with what to exit, also if that cannot be done. */
export async function deliver(
  { stdout, stderr }: { readonly stdout: Writable; readonly stderr: Writable },
  text: string,
  done: ExitCode,
): Promise<ExitCode> {
  const error = await new Promise<NodeJS.ErrnoException | null | undefined>((resolve) => {
    stdout.write(text, resolve);
  });
  if (!error) return done;
  if (error.code === 'EPIPE') return EXIT.brokenPipe;
  await say(stderr, `aptfolio: cannot write: ${error.code ?? error.message}`);
  return EXIT.output;
}
