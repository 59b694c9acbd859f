import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { EXIT, type ExitCode } from './exit-codes.js';

/** Says something on standard error, no faster than it is taken. Nobody need listen: what counts is the state. */
export async function say(stderr: Writable, text: string): Promise<void> {
  if (stderr.destroyed || stderr.write(`${text}\n`)) return;
  await once(stderr, 'drain').catch(() => undefined);
}

/** Writes the output, and says with what to exit if that cannot be done. */
export function deliver(stdout: Writable, text: string, done: ExitCode): Promise<ExitCode> {
  return new Promise((resolve) => {
    stdout.write(text, (error) => {
      const { code } = (error ?? {}) as NodeJS.ErrnoException;
      if (!error) resolve(done);
      else resolve(code === 'EPIPE' ? EXIT.brokenPipe : EXIT.output);
    });
  });
}
