import {
  AptfolioError,
  at,
  checkInteger,
  checkObject,
  checkOneOf,
  checkRange,
} from '../../errors/index.js';
import { findProduct, type ProductUniverse } from '../../products/index.js';
import { LOT_METHODS, type LotMethod, type LotPolicy, type TaxPolicy } from '../lots/lot.js';
import { readTaxPolicy } from '../lots/read-tax-policy.js';

/** A checked policy for lots. */
export interface CompiledLots {
  readonly method: LotMethod;
  readonly tax: TaxPolicy | undefined;
  readonly harvest: LotPolicy['harvest'];
  readonly washSaleDays: number | undefined;
}

/** Checks how lots are sold, with its defaults. */
export function readLotPolicy(
  lots: LotPolicy | undefined,
  path: string,
  universe: ProductUniverse,
): CompiledLots {
  if (lots === undefined) {
    return { method: 'fifo', tax: undefined, harvest: undefined, washSaleDays: undefined };
  }
  checkObject(lots, path);
  const { tax, harvest, washSaleDays } = lots;
  return {
    method: checkOneOf(lots.method, at(path, 'method'), LOT_METHODS),
    tax: tax === undefined ? undefined : readTaxPolicy(tax, at(path, 'tax')),
    harvest:
      harvest === undefined ? undefined : readHarvest(harvest, at(path, 'harvest'), universe),
    washSaleDays:
      washSaleDays === undefined
        ? undefined
        : checkInteger(washSaleDays, at(path, 'washSaleDays'), { min: 0, max: 366 }),
  };
}

function readHarvest(
  harvest: NonNullable<LotPolicy['harvest']>,
  path: string,
  universe: ProductUniverse,
): NonNullable<LotPolicy['harvest']> {
  checkObject(harvest, path);
  const where = at(path, 'substitutes');
  const substitutes = Object.entries(checkObject(harvest.substitutes, where)).map(([id, other]) => {
    const from = findProduct(id, universe, at(where, id)).id;
    const to = findProduct(other, universe, at(where, id)).id;
    if (from !== to) return [from, to] as const;
    throw new AptfolioError('inconsistent', at(where, id), 'another product', to);
  });
  return {
    minimumLoss: checkRange(harvest.minimumLoss, at(path, 'minimumLoss'), { min: 0, max: 1 }),
    substitutes: Object.fromEntries(substitutes),
  };
}
