import { checkSums } from './check-sums.js';
import type { Distribution } from './convolve.js';

/** Sums of points, ascending, with how many ways give each: counts that a number holds exactly. */
export interface CountedSums {
  readonly sums: readonly number[];
  readonly ways: readonly number[];
}

/** A row with a place for every whole sum is not longer than this. */
const LONGEST = 1 << 16;

/** The distribution of the sum of independent parts. */
export function countedSums(parts: readonly Distribution[]): CountedSums {
  const [lowest, highest] = [rangeOf(parts, Math.min), rangeOf(parts, Math.max)];
  const isWhole = parts.every((part) => [...part.keys()].every(Number.isInteger));
  return isWhole && highest - lowest < LONGEST ? inOneRow(parts, lowest, highest) : oneByOne(parts);
}

function rangeOf(parts: readonly Distribution[], of: (...values: number[]) => number): number {
  return parts.reduce((sum, part) => sum + of(...part.keys()), 0);
}

/** Whole sums have a place each, and every part moves them on. */
function inOneRow(parts: readonly Distribution[], lowest: number, highest: number): CountedSums {
  let row = new Float64Array(highest - lowest + 1);
  row[0] = 1;
  let reached = 0;
  for (const part of parts) {
    const least = Math.min(...part.keys());
    const next = new Float64Array(row.length);
    for (const [points, number] of part) {
      const [gain, ways] = [points - least, Number(number)];
      for (let place = 0; place <= reached; place++) next[place + gain]! += row[place]! * ways;
    }
    reached += Math.max(...part.keys()) - least;
    row = next;
  }
  const sums: number[] = [];
  const ways: number[] = [];
  row.forEach((number, place) => {
    if (number === 0) return;
    sums.push(lowest + place);
    ways.push(number);
  });
  return { sums, ways };
}

function oneByOne(parts: readonly Distribution[]): CountedSums {
  let known = new Map([[0, 1]]);
  for (const part of parts) {
    const next = new Map<number, number>();
    for (const [sum, ways] of known) {
      checkSums(next.size);
      for (const [points, number] of part) {
        next.set(sum + points, (next.get(sum + points) ?? 0) + ways * Number(number));
      }
    }
    known = next;
  }
  const sorted = [...known].sort(([a], [b]) => a - b);
  return { sums: sorted.map(([sum]) => sum), ways: sorted.map(([, ways]) => ways) };
}
