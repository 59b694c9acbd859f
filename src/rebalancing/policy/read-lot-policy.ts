import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
} from '../../errors/index.js';
import { findProduct, type ProductUniverse } from '../../products/index.js';
import { LOT_METHODS, type LotMethod, type LotPolicy, type TaxPolicy } from '../lots/lot.js';
import { readTaxPolicy } from '../lots/read-tax-policy.js';
import type { Identical } from '../lots/wash-sale.js';
import type { AmountReader } from './read-amounts.js';

/** A checked policy for lots. */
export interface CompiledLots {
  readonly method: LotMethod;
  readonly tax: TaxPolicy | undefined;
  readonly harvest: CompiledHarvest | undefined;
  readonly washSaleDays: number | undefined;
  readonly identical: Identical;
}

/** When losses are taken. */
export interface CompiledHarvest {
  readonly minimumLoss: number;
  /** In smallest units of the policy's currency. */
  readonly least: bigint;
  /** By product id, the first choice first. */
  readonly substitutes: Readonly<Record<string, readonly string[]>>;
}

/** Checks how lots are sold, with its defaults. */
export function readLotPolicy(
  lots: LotPolicy | undefined,
  path: string,
  universe: ProductUniverse,
  amounts: AmountReader,
): CompiledLots {
  if (lots === undefined) {
    const [tax, harvest, washSaleDays] = [undefined, undefined, undefined];
    return { method: 'fifo', tax, harvest, washSaleDays, identical: new Map() };
  }
  checkObject(lots, path);
  const identical = readIdentical(lots.identical, at(path, 'identical'), universe);
  const { tax, harvest, washSaleDays } = lots;
  return {
    method: checkOneOf(lots.method, at(path, 'method'), LOT_METHODS),
    tax: tax === undefined ? undefined : readTaxPolicy(tax, at(path, 'tax')),
    harvest:
      harvest === undefined
        ? undefined
        : readHarvest(harvest, at(path, 'harvest'), { universe, amounts, identical }),
    washSaleDays:
      washSaleDays === undefined
        ? undefined
        : checkInteger(washSaleDays, at(path, 'washSaleDays'), { min: 0, max: 366 }),
    identical,
  };
}

/** Products of one group each; a group of one says nothing. */
function readIdentical(groups: unknown, path: string, universe: ProductUniverse): Identical {
  const identical = new Map<string, ReadonlySet<string>>();
  if (groups === undefined) return identical;
  checkList<unknown>(groups, path).forEach((group, i) => {
    const where = at(path, i);
    const members = new Set<string>();
    checkList<unknown>(group, where, { minLength: 2 }).forEach((one, j) => {
      const { id } = findProduct(one, universe, at(where, j));
      if (identical.has(id) || members.has(id)) {
        const expected = 'a product that is in no group yet';
        throw new AptfolioError('duplicate-id', at(where, j), expected, id);
      }
      members.add(id);
    });
    for (const id of members) identical.set(id, members);
  });
  return identical;
}

interface HarvestContext {
  readonly universe: ProductUniverse;
  readonly amounts: AmountReader;
  readonly identical: Identical;
}

function readHarvest(
  harvest: NonNullable<LotPolicy['harvest']>,
  path: string,
  { universe, amounts, identical }: HarvestContext,
): CompiledHarvest {
  const { minimumLoss, minimumAmount } = checkObject(harvest, path);
  const where = at(path, 'substitutes');
  const substitutes = Object.entries(checkObject(harvest.substitutes, where)).map(([id, given]) => {
    const from = findProduct(id, universe, at(where, id)).id;
    const read = (one: unknown, place: string): string => {
      const to = findProduct(one, universe, place).id;
      if (from !== to && identical.get(from)?.has(to) !== true) return to;
      throw new AptfolioError('inconsistent', place, 'another product', to);
    };
    return [from, readChoices(given, at(where, id), read)] as const;
  });
  return {
    minimumLoss: checkRange(minimumLoss, at(path, 'minimumLoss'), { min: 0, max: 1 }),
    least:
      minimumAmount === undefined ? 0n : amounts.read(minimumAmount, at(path, 'minimumAmount')),
    substitutes: Object.fromEntries(substitutes),
  };
}

/** One product, or a list of different ones. */
function readChoices(
  given: unknown,
  path: string,
  read: (one: unknown, path: string) => string,
): readonly string[] {
  if (!Array.isArray(given)) return [read(given, path)];
  const choices: string[] = [];
  checkList<unknown>(given, path, { minLength: 1 }).forEach((one, i) => {
    const id = read(one, at(path, i));
    if (choices.includes(id)) {
      throw new AptfolioError('duplicate-id', at(path, i), 'a product not named before', id);
    }
    choices.push(id);
  });
  return choices;
}
