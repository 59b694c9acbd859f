import type { GoldenCase } from '../../../../rules/index.js';
import { NFRA_FORBIDDEN_CASES } from './nfra-conduct-cases-forbidden.js';
import { NFRA_INSTITUTION_CASES } from './nfra-conduct-cases-institution.js';
import { NFRA_SALE_CASES } from './nfra-conduct-cases-sale.js';

/** All cases on conduct. */
export const NFRA_CONDUCT_CASES: readonly GoldenCase[] = [
  ...NFRA_SALE_CASES,
  ...NFRA_FORBIDDEN_CASES,
  ...NFRA_INSTITUTION_CASES,
];
