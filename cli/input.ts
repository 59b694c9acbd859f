import type { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { AptfolioError, withoutReceived } from 'aptfolio/errors';
import { usageStop } from './exit-codes.js';
import { type Line, readLines } from './lines.js';

/** A line of an input, and how it is called on standard error. */
export interface InputLine extends Line {
  /** Absent for standard input. */
  readonly file?: string;
}

const CHUNK = 262_144;

/** Every line of files one after the other, in blocks; `-` is standard input. */
export async function* readInputs(
  inputs: readonly string[],
  stdin: AsyncIterable<Buffer>,
): AsyncGenerator<readonly InputLine[]> {
  for (const input of inputs) {
    const file = input === '-' ? {} : { file: input };
    for await (const lines of readLines(chunksOf(input, stdin))) {
      yield lines.map((line) => ({ ...file, ...line }));
    }
  }
}

async function* chunksOf(input: string, stdin: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* input === '-' ? stdin : createReadStream(input, { highWaterMark: CHUNK });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw usageStop(`cannot read ${input === '-' ? 'standard input' : input}: ${code}`);
  }
}

/**
 * The JSON value of a line.
 *
 * @throws AptfolioError with path `line` if there is none.
 */
export function jsonOf({ text, expected }: Line): unknown {
  if (text === undefined) throw new AptfolioError('invalid-format', 'line', expected ?? 'a line');
  try {
    return JSON.parse(text);
  } catch {
    throw new AptfolioError('invalid-format', 'line', 'one JSON value');
  }
}

/** What standard error says of a line that is refused: names of fields that are not known, and no values, which may concern a person. */
export function refusalOf({ file, number }: InputLine, error: AptfolioError): string {
  const issues = withoutReceived(error.issues);
  return JSON.stringify({ ...(file !== undefined && { file }), line: number, issues });
}
