import type { FieldsOf } from '../../errors/index.js';
import { ACCOUNT_FIELDS } from '../account/fields.js';
import type { AssetLocation, Household, HouseholdAccount, HouseholdTarget } from './household.js';

/** The fields that a household may have. */
export const HOUSEHOLD_FIELDS: FieldsOf<Household> = {
  id: true,
  currency: true,
  accounts: true,
  target: true,
  location: true,
  withdrawal: true,
  breached: true,
  fx: true,
};

const { target: _target, breached: _breached, ...SHARED } = ACCOUNT_FIELDS;

/** The fields that one of its accounts may have. */
export const HOUSEHOLD_ACCOUNT_FIELDS: FieldsOf<HouseholdAccount> = {
  ...SHARED,
  kind: true,
  limits: true,
};

/** The fields of a least and most share in an account. */
export const LIMIT_FIELDS = { least: true, most: true } as const;

/** The fields of a target, by its kind. */
export const TARGET_FIELDS: {
  readonly [K in HouseholdTarget['kind']]: FieldsOf<Extract<HouseholdTarget, { kind: K }>>;
} = {
  products: { kind: true, weights: true },
  classes: { kind: true, weights: true, products: true },
};

/** The fields of preferences of location, by their kind. */
export const LOCATION_FIELDS: {
  readonly [K in AssetLocation['kind']]: FieldsOf<Extract<AssetLocation, { kind: K }>>;
} = {
  ranked: { kind: true, order: true },
  costs: { kind: true, costs: true },
};
