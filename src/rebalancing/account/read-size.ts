import { AptfolioError, checkObject } from '../../errors/index.js';
import { type CurrencyCode, checkCurrency } from '../../money/index.js';
import type { AccountPosition } from './account.js';
import { atScale, type Decimal, readDecimal, valueOfUnits } from './exact.js';
import { readUnits } from './read-units.js';

/** How much is held, in smallest units of the product's currency. */
export interface Size {
  readonly local: bigint;
  readonly units?: bigint | undefined;
  readonly unitScale?: number;
  readonly price?: Decimal | undefined;
}

/** The size of what is not held. */
export const NOTHING_HELD: Size = Object.freeze({ local: 0n });

/** The value of a position as it is given, or units times price, rounded once to the smallest unit. */
export function readSize(
  position: AccountPosition,
  currency: CurrencyCode,
  digits: number,
  stepScale: number,
): Size {
  const { value, units, price } = position;
  if (value !== undefined) {
    if (units !== undefined || price !== undefined) {
      const expected = 'either a value, or units and a price';
      throw new AptfolioError('inconsistent', 'position', expected);
    }
    return { local: readUnits(value, currency, 'position.value') };
  }
  if (units === undefined && price === undefined) {
    throw new AptfolioError('missing-value', 'position', 'a value, or units and a price');
  }
  const held = readDecimal(units, 'position.units', 'any');
  const each = readPrice(price, currency, 'position.price');
  const unitScale = Math.max(held.scale, stepScale, lotScale(position));
  const scaled = atScale(held, unitScale);
  return {
    local: valueOfUnits(scaled, unitScale, each, digits),
    units: scaled,
    unitScale,
    price: each,
  };
}

/** The most digits behind the point that the units of a position's lots have. */
function lotScale({ lots }: AccountPosition): number {
  if (!Array.isArray(lots)) return 0;
  let most = 0;
  for (const lot of lots as readonly ({ readonly units?: unknown } | undefined)[]) {
    const text = typeof lot?.units === 'string' ? lot.units : '';
    const point = text.indexOf('.');
    if (point !== -1) most = Math.max(most, text.length - point - 1);
  }
  return most;
}

/** Checks a price of one unit in the product's currency. */
export function readPrice(price: unknown, currency: CurrencyCode, path: string): Decimal {
  const given = checkObject(price, path);
  const found = checkCurrency(given.currency, `${path}.currency`);
  if (found !== currency) {
    const expected = `${currency}, the product's currency`;
    throw new AptfolioError('currency-mismatch', `${path}.currency`, expected, found);
  }
  return readDecimal(given.amount, `${path}.amount`, 'positive');
}
