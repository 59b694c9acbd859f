import { frozenCopy } from '../../frozen-copy.js';
import { ORDER_TABLE } from './order-thresholds.js';
import { PORTFOLIO_TABLE } from './portfolio-thresholds.js';
import type { ThresholdSpecification } from './specification.js';
import type { PolicyThreshold } from './threshold-names.js';

/** Every threshold with its default. Defaults are a careful house's choice and no law. */
export const THRESHOLD_TABLE: Readonly<Record<PolicyThreshold, ThresholdSpecification>> =
  frozenCopy({
    ...PORTFOLIO_TABLE,
    ...ORDER_TABLE,
  });
