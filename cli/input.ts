import type { Buffer } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { AptfolioError, withoutReceived } from 'aptfolio/errors';
import { usageStop } from './exit-codes.js';
import { parseJson } from './json.js';
import { type Line, readLines } from './lines.js';

/** Lines of an input. */
export interface Block {
  /** How the input is called on standard error; absent for standard input. */
  readonly file?: string;
  readonly lines: readonly Line[];
}

/** What standard input gives at a time. */
const CHUNK = 65_536;

/** Every line of files one after the other, in blocks; `-` is standard input. */
export async function* readInputs(
  inputs: readonly string[],
  stdin: AsyncIterable<Buffer>,
): AsyncGenerator<Block> {
  for (const input of inputs) {
    const file = input === '-' ? {} : { file: input };
    for await (const lines of readLines(chunksOf(input, stdin))) {
      yield { ...file, lines };
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
 * @throws AptfolioError with path `line` if there is none, or an object in it has a key twice.
 */
export function jsonOf({ text, expected }: Line): unknown {
  if (text === undefined) throw new AptfolioError('invalid-format', 'line', expected ?? 'a line');
  const parsed = parseJson(text);
  if ('value' in parsed) return parsed.value;
  throw parsed.fault === 'no-json'
    ? new AptfolioError('invalid-format', 'line', 'one JSON value')
    : new AptfolioError('duplicate-id', 'line', 'each key once in an object');
}

/** What standard error says of a line that is refused: names of fields that are not known, and no values, which may concern a person. */
export function refusalOf(
  file: string | undefined,
  { number }: Line,
  error: AptfolioError,
): string {
  const issues = withoutReceived(error.issues);
  return JSON.stringify({ ...(file !== undefined && { file }), line: number, issues });
}
