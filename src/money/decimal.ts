import { Decimal as HostDecimal } from 'decimal.js';
import { AptfolioError, checkOneOf } from '../errors/index.js';

/** A clone of our own: a host's `Decimal.set` must not change our results. */
const Decimal = HostDecimal.clone({
  precision: 80,
  rounding: HostDecimal.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
  defaults: true,
});
export type Decimal = HostDecimal;

/** A factor or a rate: exact decimal text, or a finite number whose shortest decimal text counts. */
export type DecimalLike = string | number | bigint;

/** The named roundings. */
export const ROUNDINGS = [
  /** To the nearest; a tie to the even digit. */
  'half-even',
  /** To the nearest; a tie away from zero. */
  'half-up',
  /** To the nearest; a tie towards zero. */
  'half-down',
  /** To the nearest; a tie towards positive infinity. */
  'half-ceiling',
  /** To the nearest; a tie towards negative infinity. */
  'half-floor',
  /** Away from zero. */
  'up',
  /** Towards zero. */
  'down',
  /** Towards positive infinity. */
  'ceiling',
  /** Towards negative infinity. */
  'floor',
] as const;

/** A rounding by name; see `ROUNDINGS`. */
export type Rounding = (typeof ROUNDINGS)[number];

const MODES: Readonly<Record<Rounding, HostDecimal.Rounding>> = {
  'half-even': HostDecimal.ROUND_HALF_EVEN,
  'half-up': HostDecimal.ROUND_HALF_UP,
  'half-down': HostDecimal.ROUND_HALF_DOWN,
  'half-ceiling': HostDecimal.ROUND_HALF_CEIL,
  'half-floor': HostDecimal.ROUND_HALF_FLOOR,
  up: HostDecimal.ROUND_UP,
  down: HostDecimal.ROUND_DOWN,
  ceiling: HostDecimal.ROUND_CEIL,
  floor: HostDecimal.ROUND_FLOOR,
};

/** The rounding's number in decimal.js. */
export function roundingMode(rounding: Rounding | undefined, path: string): HostDecimal.Rounding {
  return MODES[checkOneOf(rounding ?? 'half-even', path, ROUNDINGS)];
}

/** Digits before and after the point that a decimal text may have. */
const LIMIT = 40;
const FORM = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Reads exact decimal text or a finite number. */
export function readDecimal(value: unknown, path: string): Decimal {
  const expected = 'a decimal number such as 1234.50';
  if (value === undefined || value === null) {
    throw new AptfolioError('missing-value', path, expected, value);
  }
  if (typeof value === 'bigint') return readText(value.toString(), path, expected);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new AptfolioError('not-finite', path, expected, value);
    return new Decimal(value);
  }
  if (typeof value !== 'string') throw new AptfolioError('invalid-type', path, expected, value);
  return readText(value, path, expected);
}

function readText(text: string, path: string, expected: string): Decimal {
  if (text.length > 2 * LIMIT) {
    throw new AptfolioError('too-long', path, `a decimal number of at most ${LIMIT} digits`, text);
  }
  if (!FORM.test(text)) {
    throw new AptfolioError(text === '' ? 'empty' : 'invalid-format', path, expected, text);
  }
  return new Decimal(text);
}
