import { Buffer, isUtf8 } from 'node:buffer';

/** One line of the input that has something on it. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Absent if the line cannot be read. */
  readonly text?: string;
  /** What belongs there, if the line cannot be read. */
  readonly expected?: string;
}

/** A line may have so many bytes: a state of a large cube has, and a text that V8 can hold must not be longer than twice that. */
const MOST_BYTES = 268_435_456;

const NEWLINE = 10;

/**
 * Reads lines of UTF-8 out of chunks, block by block: in memory is never more than a chunk and the beginning of a line. A line may cross chunks,
 * and so may a character. The last needs no end; CR before the end of a line is part of it, and JSON passes over it.
 */
export async function* readLines(
  chunks: AsyncIterable<Buffer>,
  mostBytes: number = MOST_BYTES,
): AsyncGenerator<readonly Line[]> {
  const open = openLine(mostBytes);
  let number = 1;
  for await (const chunk of chunks) {
    const first = chunk.indexOf(NEWLINE);
    if (first < 0) {
      open.hold(chunk);
      continue;
    }
    open.hold(chunk.subarray(0, first));
    const last = chunk.lastIndexOf(NEWLINE);
    const lines = [...lineOf(open.take(), number)];
    if (last > first) lines.push(...linesOf(chunk.subarray(first + 1, last), number + 1));
    yield lines;
    number += count(chunk, first, last);
    open.hold(chunk.subarray(last + 1));
  }
  yield lineOf(open.take(), number);
}

/** The line that has not yet ended. Beyond what a line may have nothing is kept. */
function openLine(mostBytes: number): {
  readonly hold: (part: Buffer) => void;
  /** The whole line; null if it was too long. */
  readonly take: () => Buffer | null;
} {
  let parts: Buffer[] = [];
  let size = 0;
  return {
    hold(part) {
      size += part.length;
      if (size > mostBytes) parts = [];
      else if (part.length > 0) parts.push(part);
    },
    take() {
      const line = size > mostBytes ? null : Buffer.concat(parts);
      parts = [];
      size = 0;
      return line;
    },
  };
}

function count(chunk: Buffer, first: number, last: number): number {
  let lines = 0;
  for (let i = first; i >= 0 && i <= last; i = chunk.indexOf(NEWLINE, i + 1)) lines++;
  return lines;
}

/** The lines of a block; one that is no UTF-8 does not spoil the others. */
function linesOf(block: Buffer, first: number): readonly Line[] {
  if (isUtf8(block)) {
    const texts = block.toString('utf8').split('\n');
    return texts.flatMap((text, i) => filled({ number: first + i, text }));
  }
  const lines: Line[] = [];
  for (let start = 0, number = first; start <= block.length; number++) {
    const found = block.indexOf(NEWLINE, start);
    const end = found < 0 ? block.length : found;
    lines.push(...lineOf(block.subarray(start, end), number));
    start = end + 1;
  }
  return lines;
}

function lineOf(bytes: Buffer | null, number: number): readonly Line[] {
  if (bytes === null) return [{ number, expected: 'a line of at most 256 MiB' }];
  if (!isUtf8(bytes)) return [{ number, expected: 'UTF-8' }];
  const text = bytes.toString('utf8');
  return filled({ number, text: number === 1 ? text.replace(/^\uFEFF/, '') : text });
}

function filled(line: { readonly number: number; readonly text: string }): readonly Line[] {
  return line.text.trim() === '' ? [] : [line];
}
