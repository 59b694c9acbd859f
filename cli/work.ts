import type { Buffer } from 'node:buffer';
import type { Writable } from 'node:stream';
import { AptfolioError, describeIssue } from 'aptfolio/errors';
import { version } from '../package.json';
import { type Aggregate, openAggregate } from './aggregate.js';
import { type Arguments, type Refused, readArguments } from './arguments.js';
import { csvOf } from './csv.js';
import { type Definitions, readDefinitions } from './definitions.js';
import { EXIT, type ExitCode, faultStop, Stop, usageStop } from './exit-codes.js';
import { HELP } from './help.js';
import { type Block, jsonOf, readInputs, refusalOf } from './input.js';
import type { Line } from './lines.js';
import { deliver, say } from './output.js';

/** Where the worker reads and writes. */
export interface Streams {
  readonly stdin: AsyncIterable<Buffer>;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** Does what the command line asks for, and says with what to exit. */
export async function work(words: readonly string[], streams: Streams): Promise<ExitCode> {
  try {
    const { text, code } = await outputOf(readArguments(words), streams);
    return await deliver(streams, text, code);
  } catch (error) {
    const stop = error instanceof Stop ? error : faultStop(error);
    await say(streams.stderr, stop.message);
    return stop.code;
  }
}

interface Output {
  readonly text: string;
  readonly code: ExitCode;
}

async function outputOf(given: Arguments, streams: Streams): Promise<Output> {
  if (given.command === 'help') return { text: HELP, code: EXIT.done };
  if (given.command === 'version') return { text: `${version}\n`, code: EXIT.done };
  const definitions = readDefinitions(given.definitions);
  const aggregate = openAggregate(definitions);
  const inputs = readInputs(given.inputs, streams.stdin);
  switch (given.command) {
    case 'add': {
      if (given.state !== undefined) {
        await mergeOne(aggregate, readInputs([given.state], streams.stdin));
      }
      const code = await addLines(aggregate, inputs, given.refused, streams.stderr);
      return { text: jsonLine(aggregate.state()), code };
    }
    case 'merge':
      await mergeEach(aggregate, given.inputs, streams.stdin);
      return { text: jsonLine(aggregate.state()), code: EXIT.done };
    case 'close': {
      const { through } = given;
      await mergeOne(aggregate, inputs);
      fromCommandLine(() => aggregate.close(through));
      return { text: jsonLine(aggregate.state()), code: EXIT.done };
    }
    case 'result': {
      const { command, format, definitions: _file, inputs: _files, ...options } = given;
      await mergeOne(aggregate, inputs);
      const result = fromCommandLine(() => aggregate.result(options));
      return { text: written(result, format, definitions), code: EXIT.done };
    }
  }
}

/** Adds every line; one that is refused is reported and never loses the others, unless the caller wants to stop there. */
async function addLines(
  aggregate: Aggregate,
  inputs: AsyncIterable<Block>,
  refused: Refused,
  stderr: Writable,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  for await (const { file, lines } of inputs) {
    for (const line of lines) {
      const refusal = attempt(file, line, aggregate.add);
      if (refusal === null) continue;
      if (refused === 'strict') throw new Stop(EXIT.refusedInput, refusal);
      if (refused === 'report') code = EXIT.refusedLines;
      await say(stderr, refusal);
    }
  }
  return code;
}

/** Merges every line. A part that is left out would make the whole wrong, so one that is refused ends the work. */
async function mergeLines(aggregate: Aggregate, inputs: AsyncIterable<Block>): Promise<number> {
  let count = 0;
  for await (const { file, lines } of inputs) {
    for (const line of lines) {
      const refusal = attempt(file, line, aggregate.merge);
      if (refusal !== null) throw new Stop(EXIT.refusedInput, refusal);
      count++;
    }
  }
  return count;
}

/**
 * Merges what each input holds. A file without a state is what a part leaves behind that failed; standard input may be empty, as an engine's part of nothing is, and does not
 * show of how many files it is made.
 */
async function mergeEach(
  aggregate: Aggregate,
  inputs: readonly string[],
  stdin: AsyncIterable<Buffer>,
): Promise<void> {
  for (const input of inputs) {
    const count = await mergeLines(aggregate, readInputs([input], stdin));
    if (count > 0 || input === '-') continue;
    throw new Stop(EXIT.refusedInput, `aptfolio: ${input} has no state: the part is missing`);
  }
}

async function mergeOne(aggregate: Aggregate, inputs: AsyncIterable<Block>): Promise<void> {
  const count = await mergeLines(aggregate, inputs);
  if (count === 1) return;
  const problem = `aptfolio: one state is wanted, on one line, and there are ${count}; merge joins several`;
  throw new Stop(EXIT.refusedInput, problem);
}

/** What there is to say if a line is refused, else null. */
function attempt(
  file: string | undefined,
  line: Line,
  use: (value: unknown) => void,
): string | null {
  try {
    use(jsonOf(line));
    return null;
  } catch (error) {
    if (!(error instanceof AptfolioError)) throw error;
    return refusalOf(file, line, error);
  }
}

/** What is refused of the command line is a matter of usage. */
function fromCommandLine<T>(use: () => T): T {
  try {
    return use();
  } catch (error) {
    if (!(error instanceof AptfolioError)) throw error;
    throw usageStop(error.issues.map(describeIssue).join('; '));
  }
}

function written(
  result: ReturnType<Aggregate['result']>,
  format: 'json' | 'csv',
  definitions: Definitions,
): string {
  if (format === 'json') return jsonLine(result);
  return csvOf(result, definitions.kind === 'cube' ? definitions.dimensions : []);
}

function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
