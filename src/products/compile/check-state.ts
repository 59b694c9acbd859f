import { parsePlainDate } from '../../dates/index.js';
import { AptfolioError, at, checkOneOf } from '../../errors/index.js';
import {
  PRODUCT_STATUSES,
  type ProductChange,
  type ProductState,
  type ProductStatus,
} from '../product.js';
import { RISK_RATINGS, type RiskRating } from '../risk.js';
import { checkFees } from './check-fees.js';
import {
  chargedRate,
  checkFields,
  type FieldCheck,
  type FieldChecks,
  listOf,
} from './check-fields.js';

const checkRating: FieldCheck<RiskRating> = (value, path) => checkOneOf(value, path, RISK_RATINGS);
const checkStatus: FieldCheck<ProductStatus> = (value, path) =>
  checkOneOf(value, path, PRODUCT_STATUSES);

const STATE: FieldChecks<ProductState> = {
  issuerRisk: checkRating,
  distributorRisk: checkRating,
  annualFee: chargedRate,
  entryFee: chargedRate,
  status: checkStatus,
};

/** Checks what a product is from its first day on; none of it may be missing. */
export function checkState(row: ProductState, path: string): ProductState {
  return {
    issuerRisk: checkRating(row.issuerRisk, `${path}.issuerRisk`),
    distributorRisk: checkRating(row.distributorRisk, `${path}.distributorRisk`),
    annualFee: chargedRate(row.annualFee, `${path}.annualFee`),
    entryFee: chargedRate(row.entryFee, `${path}.entryFee`),
    status: checkStatus(row.status, `${path}.status`),
  };
}

const CHANGE: FieldChecks<ProductChange> = { from: parsePlainDate, ...STATE, fees: checkFees };

const checkChangeList = listOf(checkChange, 0);

/** Checks a product's later states: each changes something, on a day after the one before. */
export function checkChanges(value: unknown, path: string): readonly ProductChange[] {
  const changes = checkChangeList(value, path);
  const late = changes.findIndex((change, i) => i > 0 && change.from <= changes[i - 1]!.from);
  if (late === -1) return changes;
  const place = at(at(path, late), 'from');
  const expected = `a day after ${changes[late - 1]!.from}`;
  throw new AptfolioError('inconsistent', place, expected, changes[late]!.from);
}

function checkChange(value: unknown, path: string): ProductChange {
  const change = checkFields<ProductChange>(value, path, CHANGE, ['from']);
  if (Object.keys(change).length > 1) return change;
  throw new AptfolioError('empty', path, 'at least one field that changes beside from');
}
