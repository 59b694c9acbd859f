import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { AptfolioError, checkUniqueIds, refuseUnknown } from '../../errors/index.js';
import type { CurrencyCode } from '../../money/index.js';
import { exitRate, type Product } from '../../products/index.js';
import { daysHeld } from '../lots/days-held.js';
import type { Lot } from '../lots/lot.js';
import type { LotState } from '../lots/lot-state.js';
import { atScale, type Decimal, readDecimal, valueOfUnits } from './exact.js';
import { LOT_FIELDS } from './fields.js';
import { readRows } from './read-rows.js';
import { refuseHalfCharacters } from './read-texts.js';
import { readUnits } from './read-units.js';

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
  const read = readRows('lot', path, lots, (lot) => readLot(lot, context));
  if (!read.every((lot, i) => i === 0 || byDay(read[i - 1]!, lot) < 0)) read.sort(byDay);
  let sum = 0n;
  for (const lot of read) sum += units === undefined ? lot.value : lot.units!;
  if (sum !== (units ?? local)) {
    const expected = 'lots that add up to the position exactly';
    throw new AptfolioError('inconsistent', path, expected);
  }
  return units === undefined ? read : valueByUnits(read, context);
}

function readLot(lot: Lot, context: LotContext): LotState {
  refuseUnknown(lot, 'lot', LOT_FIELDS);
  refuseHalfCharacters(lot.id, 'lot.id');
  const { currency, units, unitScale, product, asOf } = context;
  const boughtOn = parsePlainDate(lot.boughtOn, 'lot.boughtOn');
  if (boughtOn > asOf) {
    const expected = `a day on or before ${asOf}`;
    throw new AptfolioError('out-of-range', 'lot.boughtOn', expected, boughtOn);
  }
  return {
    id: lot.id,
    boughtOn,
    value: units === undefined ? readUnits(lot.value, currency, 'lot.value') : 0n,
    units:
      units === undefined
        ? undefined
        : atScale(readDecimal(lot.units, 'lot.units', 'positive'), unitScale),
    cost: lot.cost === undefined ? undefined : readUnits(lot.cost, currency, 'lot.cost'),
    exitRate:
      product.fees?.exit === undefined ? 0 : exitRate(product, daysHeld(product, boughtOn, asOf)),
    dealsOn: undefined,
  };
}

/** Ids are each there once, so that no two lots are alike. */
function byDay(a: LotState, b: LotState): number {
  return compare(a.boughtOn, b.boughtOn) || compare(a.id, b.id);
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
