import { at, type FieldsOf, refuseUnknown } from '../errors/index.js';
import type { AdviceReference } from './reference.js';
import type { AdviceRequest } from './request.js';

const REQUEST: FieldsOf<AdviceRequest> = {
  known: true,
  view: true,
  answers: true,
  answeredOn: true,
  assessment: true,
  goal: true,
  acknowledged: true,
  facts: true,
  history: true,
  funding: true,
};

const REFERENCE: FieldsOf<AdviceReference> = {
  completeness: true,
  questionnaire: true,
  needs: true,
  assumptions: true,
  allocation: true,
  products: true,
  productFacts: true,
  calendar: true,
  selection: true,
  projection: true,
  orders: true,
};

const SELECTION: FieldsOf<AdviceReference['selection']> = {
  maxLockUpDays: true,
  maxWeightPerProduct: true,
  maxNodes: true,
};

const PROJECTION: FieldsOf<AdviceReference['projection']> = {
  paths: true,
  seed: true,
  probability: true,
};

const ORDERS: FieldsOf<AdviceReference['orders']> = {
  residualProduct: true,
  amountStep: true,
  dailyLimits: true,
  maxDeviation: true,
};

/** Refuses a request or a reference with a field that there is none of: what it was to say would not be heard. */
export function refuseUnknownFields(request: AdviceRequest, reference: AdviceReference): void {
  refuseUnknown(request, 'request', REQUEST);
  refuseUnknown(reference, 'reference', REFERENCE);
  const { selection, projection, orders } = reference;
  refuseUnknown(selection, at('reference', 'selection'), SELECTION);
  refuseUnknown(projection, at('reference', 'projection'), PROJECTION);
  refuseUnknown(orders, at('reference', 'orders'), ORDERS);
}
