import { AptfolioError, at, checkObject } from '../../errors/index.js';
import { type Count, checkCount } from '../count.js';
import { readSample, type SampleMoments } from '../moments.js';
import { checkRateCount, type RateCount } from '../rates/rate-count.js';
import { rateArms } from '../rates/rate-difference.js';

/** One group in one period: a count of successes, events in an exposure, or the size, mean and variance of a measure. */
export type StudyCell = Count | RateCount | SampleMoments;

/** A cell as an estimate with its error. */
export interface Cell {
  readonly kind: 'proportion' | 'rate' | 'mean';
  readonly value: number;
  /** Standard error of the value. */
  readonly error: number;
  readonly n: number;
  /** How far the score interval of a rate reaches to either side of its value. */
  readonly armsAt?: (reach: number) => { readonly below: number; readonly above: number };
  /** A share with one success and one failure more than there were: of a few cases that all came out alike nobody knows that the next one does. */
  readonly added?: { readonly value: number; readonly error: number; readonly n: number };
}

/** Checks one cell; what has successes is a share, and what has events a rate. */
export function readCell(value: unknown, path: string): Cell {
  const given = checkObject(value, path);
  if ('successes' in given) {
    const count = checkCount(given, path);
    const { successes, n } = count;
    const added = shareOf(successes + 1, n + 2);
    return { kind: 'proportion', ...shareOf(successes, n), added };
  }
  if ('events' in given) {
    const rate = checkRateCount(given, path);
    const { events, exposure } = rate;
    return {
      kind: 'rate',
      value: events / exposure,
      error: Math.sqrt(events) / exposure,
      n: exposure,
      armsAt: (reach) => rateArms(rate, reach),
    };
  }
  const { n, mean, deviation } = readSample(given, path);
  return { kind: 'mean', value: mean, error: deviation / Math.sqrt(n), n };
}

function shareOf(successes: number, n: number): Pick<Cell, 'value' | 'error' | 'n'> {
  const value = successes / n;
  return { value, error: Math.sqrt((value * (1 - value)) / n), n };
}

/** Refuses counts beside moments. */
export function checkSameKind(cells: readonly (readonly [string, Cell])[]): void {
  const kind = cells[0]![1].kind;
  for (const [path, cell] of cells) {
    if (cell.kind === kind) continue;
    throw new AptfolioError('inconsistent', path, `${EXPECTED[kind]} as before`);
  }
}

const EXPECTED = {
  proportion: 'a count',
  rate: 'events and exposure',
  mean: 'a size, mean and variance',
} as const;

/** Two cells under the names of an object. */
export function readPair(
  value: unknown,
  path: string,
  first: string,
  second: string,
): readonly [readonly [string, Cell], readonly [string, Cell]] {
  const given = checkObject(value, path);
  const read = (field: string): readonly [string, Cell] => {
    return [at(path, field), readCell(given[field], at(path, field))];
  };
  return [read(first), read(second)];
}
