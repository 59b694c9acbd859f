import {
  at,
  checkInteger,
  checkObject,
  checkOneOf,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { P_VALUE_ADJUSTMENTS, type PValueAdjustment } from '../../statistics/index.js';
import { readConfidence } from '../confidence.js';
import type { GapOptions } from './compare-groups.js';

/** With whom a group is compared. */
export type GapReference = 'rest' | 'all' | { readonly group: string };

/** The options with every default filled in. */
export interface GapTerms {
  readonly confidence: number;
  readonly reference: GapReference;
  readonly adjust: PValueAdjustment;
  readonly suppressBelow: number;
}

const FIELDS: FieldsOf<GapOptions> = {
  confidence: true,
  reference: true,
  adjust: true,
  suppressBelow: true,
};

/** Checks the options and fills in the defaults. */
export function readGapTerms(options: unknown): GapTerms {
  const fields = checkObject(options, 'options');
  refuseUnknown(fields, 'options', FIELDS);
  const { adjust = 'holm', suppressBelow = 5, reference = 'rest' } = fields;
  return {
    confidence: readConfidence(fields),
    reference: readReference(reference),
    adjust: checkOneOf(adjust, 'options.adjust', P_VALUE_ADJUSTMENTS),
    suppressBelow: checkInteger(suppressBelow, 'options.suppressBelow', { min: 1 }),
  };
}

function readReference(value: unknown): GapReference {
  const path = 'options.reference';
  if (typeof value === 'string') return checkOneOf(value, path, ['rest', 'all'] as const);
  const fields = checkObject(value, path);
  refuseUnknown(fields, path, { group: true });
  return Object.freeze({ group: checkText(fields.group, at(path, 'group'), 200) });
}
