import { Decimal as HostDecimal } from 'decimal.js';
import { AptfolioError, checkObject, checkOneOf } from '../errors/index.js';

/**
 * A clone of our own: a host's `Decimal.set` must not change our results.
 *
 * With 200 digits no sum or product of amounts, factors and rates is ever cut off, and no quotient is
 * cut off onto a step of a currency or half of one. The nearest a quotient that is not such a step can
 * come to one is 10^-130 (a rate has 40 + 40 digits, an amount 30 + 4), and it has 30 digits before
 * the point. So rounding a quotient to the smallest unit rounds its exact value.
 */
const Decimal = HostDecimal.clone({
  precision: 200,
  rounding: HostDecimal.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
  defaults: true,
});
export type Decimal = HostDecimal;
export type RoundingMode = HostDecimal.Rounding;

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

const MODES: Readonly<Record<Rounding, RoundingMode>> = {
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

/** How a result is brought to the currency's smallest unit. */
export interface RoundingOptions {
  /** Default `half-even`. */
  readonly rounding?: Rounding;
}

/** The number of the chosen rounding in decimal.js. */
export function roundingMode(options: RoundingOptions): RoundingMode {
  const { rounding = 'half-even' } = checkObject(options, 'options');
  return MODES[checkOneOf(rounding, 'options.rounding', ROUNDINGS)];
}

/** Reads exact decimal text or a finite number. */
export function readDecimal(value: unknown, path: string): Decimal {
  if (typeof value === 'bigint') return readDecimalText(value.toString(), path);
  if (typeof value !== 'number') return readDecimalText(value, path);
  if (Number.isFinite(value)) return new Decimal(value);
  throw new AptfolioError('not-finite', path, 'a finite number', value);
}

/** Reads exact decimal text. */
export function readDecimalText(value: unknown, path: string): Decimal {
  matchDecimal(value, path);
  return new Decimal(value as string);
}

const FORM = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?$/;

/** The most digits that a decimal text may have before the point, and after it. */
const MAX_DIGITS = 40;

/** Takes decimal text apart: the sign, the digits before the point and those after it. */
export function matchDecimal(value: unknown, path: string): readonly [string, string, string] {
  const expected = 'decimal text such as 1234.50';
  if (value === undefined || value === null) {
    throw new AptfolioError('missing-value', path, expected, value);
  }
  if (typeof value !== 'string') throw new AptfolioError('invalid-type', path, expected, value);
  const [all, sign = '', whole = '', fraction = ''] = FORM.exec(value) ?? [];
  if (all === undefined) {
    throw new AptfolioError(value === '' ? 'empty' : 'invalid-format', path, expected, value);
  }
  if (whole.length > MAX_DIGITS || fraction.length > MAX_DIGITS) {
    const limit = `at most ${MAX_DIGITS} digits before the point and after it`;
    throw new AptfolioError('too-long', path, limit, value);
  }
  return [sign, whole, fraction];
}
