import { AptfolioError, at } from '../../errors/index.js';
import type { ClientFirstContext } from '../client-first/client-first.js';

type KeysOf<T> = T extends unknown ? keyof T : never;

/** Every field that a context of this room may have; the compiler asks for all of them. */
const FIELDS: Readonly<Record<KeysOf<ClientFirstContext>, true>> = {
  asOf: true,
  maxLockUpDays: true,
  moneyNeededOn: true,
  amount: true,
  currencies: true,
  fx: true,
  held: true,
  client: true,
  documents: true,
  level: true,
  suitability: true,
  calendar: true,
  covariance: true,
  maxWeightPerProduct: true,
  maxWeightOfProduct: true,
  maxWeightPerIssuer: true,
  maxWeightOfIssuer: true,
  groups: true,
  minWeightPerProduct: true,
  maxProducts: true,
  minProducts: true,
  current: true,
  locked: true,
  moneyNeeded: true,
  costAversion: true,
  horizonYears: true,
  maxNodes: true,
  houseIssuers: true,
  sameExposure: true,
};

/** Refuses a field that no context has: a limit whose name is misspelt would be a limit that is lost. */
export function checkContextFields(context: object): void {
  const unknown = Object.keys(context).find((name) => !Object.hasOwn(FIELDS, name));
  if (unknown === undefined) return;
  const known = `one of the fields ${Object.keys(FIELDS).join(', ')}`;
  throw new AptfolioError('unknown-id', at('context', unknown), known, unknown);
}
