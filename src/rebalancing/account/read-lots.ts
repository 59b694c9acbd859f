import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { AptfolioError, at, checkUniqueIds } from '../../errors/index.js';
import { type CurrencyCode, parseMoneyIn, toMinorUnits } from '../../money/index.js';
import { exitRate, type Product } from '../../products/index.js';
import { daysHeld } from '../lots/days-held.js';
import type { Lot } from '../lots/lot.js';
import type { LotState } from '../lots/lot-state.js';
import { refuseUnknown } from '../refuse-unknown.js';
import { atScale, type Decimal, readDecimal, valueOfUnits } from './exact.js';
import { LOT_FIELDS } from './fields.js';

/** The position that lots add up to, and what they are read against. */
export interface LotContext {
  readonly currency: CurrencyCode;
  readonly digits: number;
  readonly local: bigint;
  readonly units: bigint | undefined;
  readonly unitScale: number;
  readonly price: Decimal | undefined;
  readonly product: Product;
  readonly asOf: PlainDate;
}

/** Checks lots, which must add up to their position exactly; by day of purchase and id. */
export function readLots(
  lots: readonly Lot[],
  path: string,
  context: LotContext,
): readonly LotState[] {
  checkUniqueIds(lots, path);
  const { units, local } = context;
  const read = lots.map((lot, i) => readLot(lot, at(path, i), context));
  read.sort((a, b) => compare(a.boughtOn, b.boughtOn) || compare(a.id, b.id));
  const sum = read.reduce(
    (total, lot) => total + (units === undefined ? lot.value : lot.units!),
    0n,
  );
  if (sum !== (units ?? local)) {
    const expected = 'lots that add up to the position exactly';
    throw new AptfolioError('inconsistent', path, expected);
  }
  return units === undefined ? read : valueByUnits(read, context);
}

function readLot(lot: Lot, path: string, context: LotContext): LotState {
  refuseUnknown(lot, path, LOT_FIELDS);
  const { currency, units, unitScale, product, asOf } = context;
  const boughtOn = parsePlainDate(lot.boughtOn, `${path}.boughtOn`);
  if (boughtOn > asOf) {
    const expected = `a day on or before ${asOf}`;
    throw new AptfolioError('out-of-range', `${path}.boughtOn`, expected, boughtOn);
  }
  const money = (value: unknown, key: string): bigint =>
    toMinorUnits(parseMoneyIn(value, currency, `${path}.${key}`, { sign: 'not-negative' }));
  return {
    id: lot.id,
    boughtOn,
    value: units === undefined ? money(lot.value, 'value') : 0n,
    ...(units === undefined
      ? {}
      : { units: atScale(readDecimal(lot.units, `${path}.units`, 'positive'), unitScale) }),
    ...(lot.cost === undefined ? {} : { cost: money(lot.cost, 'cost') }),
    exitRate:
      product.fees?.exit === undefined ? 0 : exitRate(product, daysHeld(product, boughtOn, asOf)),
  };
}

/** The position's value split by units so that it adds up: each lot up to its end less up to its start. */
function valueByUnits(lots: readonly LotState[], context: LotContext): readonly LotState[] {
  const { price, unitScale, digits } = context;
  let units = 0n;
  let before = 0n;
  return lots.map((lot) => {
    units += lot.units!;
    const upTo = valueOfUnits(units, unitScale, price!, digits);
    const value = upTo - before;
    before = upTo;
    return { ...lot, value };
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
