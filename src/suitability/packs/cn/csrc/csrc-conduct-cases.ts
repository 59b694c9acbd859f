import type { GoldenCase } from '../../../../rules/index.js';
import { CSRC_LAW_CASES } from './csrc-conduct-cases-laws.js';
import { CSRC_ORDER_CASES } from './csrc-conduct-cases-order.js';

/** All cases on conduct. */
export const CSRC_CONDUCT_CASES: readonly GoldenCase[] = [...CSRC_ORDER_CASES, ...CSRC_LAW_CASES];
