import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Line, readLines } from '../../cli/lines.js';

async function linesOf(
  content: string | Uint8Array,
  size: number,
  mostBytes?: number,
): Promise<readonly Line[]> {
  const bytes = Buffer.from(content as string);
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
  }
  const lines: Line[] = [];
  for await (const block of readLines(chunks(), mostBytes)) lines.push(...block);
  return lines;
}

describe('lines', () => {
  it('are the same however the input is cut, between the bytes of a character too', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '浦', '😀', '\n', '\r\n', ' '),
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (content, size) => {
        const wanted = content
          .split('\n')
          .map((line, i) => ({ number: i + 1, text: line }))
          .filter(({ text: line }) => line.trim() !== '');
        expect(await linesOf(content, size)).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });

  it('keep their numbers where others are empty, and the last needs no end', async () => {
    expect(await linesOf('\n\r\na\n\nb', 64)).toEqual([
      { number: 3, text: 'a' },
      { number: 5, text: 'b' },
    ]);
    expect(await linesOf('', 64)).toEqual([]);
  });

  it('pass over a byte order mark at the beginning, and only there', async () => {
    expect(await linesOf('\uFEFFa\n\uFEFFb', 64)).toEqual([
      { number: 1, text: 'a' },
      { number: 2, text: '\uFEFFb' },
    ]);
  });

  it.each([[1], [3], [64]])(
    'that are no UTF-8 do not spoil the others, in chunks of %i',
    async (size) => {
      const content = Buffer.concat([
        Buffer.from('a\n'),
        Buffer.from([0xe6, 0xb5]),
        Buffer.from('\n浦\n'),
      ]);
      expect(await linesOf(content, size)).toEqual([
        { number: 1, text: 'a' },
        { number: 2, expected: 'UTF-8' },
        { number: 3, text: '浦' },
      ]);
    },
  );

  it.each([[1], [4], [7]])('that are too long are passed over, in chunks of %i', async (size) => {
    const lines = await linesOf(`a\n${'x'.repeat(100)}\nb\n12345678`, size, 8);
    expect(lines).toEqual([
      { number: 1, text: 'a' },
      { number: 2, expected: 'a line of at most 256 MiB' },
      { number: 3, text: 'b' },
      { number: 4, text: '12345678' },
    ]);
  });
});
