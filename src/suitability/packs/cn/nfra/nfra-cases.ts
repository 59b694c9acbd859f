import type { GoldenCase } from '../../../../rules/index.js';
import { NFRA_ASSESSMENT_CASES } from './nfra-cases-assessment.js';
import { NFRA_CLIENT_CASES } from './nfra-cases-client.js';
import { NFRA_MATCH_CASES } from './nfra-cases-match.js';

/** Cases that the pack answers alone, worked out from the articles. */
export const NFRA_CASES: readonly GoldenCase[] = [
  ...NFRA_MATCH_CASES,
  ...NFRA_CLIENT_CASES,
  ...NFRA_ASSESSMENT_CASES,
];
