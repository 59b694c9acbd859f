import type { ClientFirstContext } from '../client-first/client-first.js';

type KeysOf<T> = T extends unknown ? keyof T : never;

/** Every field that a context of this room may have; the compiler asks for all of them. */
export const CONTEXT_FIELDS: Readonly<Record<KeysOf<ClientFirstContext>, true>> = {
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
  expectedReturn: true,
  heldDays: true,
  maxNodes: true,
  houseIssuers: true,
  sameExposure: true,
};
