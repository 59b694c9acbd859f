import type { Citation } from '../../../evidence/index.js';

type Where = Pick<Citation, 'address' | 'verified'>;

const CARE = 'https://cadyeducation.com/cady-bar-the-door/reg-bi-the-care-obligation';

/** Of (a)(1) and (a)(2)(i) the wording was read as others quote it in full, of the rest in accounts of it; none in the official text. */
const REG_BI: Readonly<Record<string, Where>> = {
  '(a)(1)': {
    address: 'https://www.lexology.com/library/detail.aspx?g=a858b061-9e95-4446-85ca-f1a45b9cea4b',
    verified: false,
  },
  '(a)(2)(i)': {
    address:
      'https://advisercounsel.net/2020/01/13/the-disclosure-obligation-under-regulation-best-interest/',
    verified: false,
  },
  '(a)(2)(ii)(A)': { address: `${CARE}-part-1`, verified: false },
  '(a)(2)(ii)(B)': { address: `${CARE}-parts-2-and-3`, verified: false },
  '(a)(2)(ii)(C)': { address: `${CARE}-parts-2-and-3`, verified: false },
};

/** A part of Regulation Best Interest, as `(a)(2)(ii)(B)`. */
export function regBestInterest(part: string): Citation {
  return Object.freeze({
    instrument: 'Regulation Best Interest, 17 CFR 240.15l-1',
    article: part,
    ...(REG_BI[part] ?? { verified: false }),
    inForceFrom: '2020-06-30',
  });
}

/** FINRA rules of which the wording, or an account by others, was read. */
const FINRA: Readonly<Record<string, Where>> = {
  '2090': {
    address: 'https://www.finra.org/rules-guidance/rulebooks/finra-rules/2090',
    verified: true,
  },
  '2111(a)': {
    address: 'https://jdsupra.com/legalnews/burr-alert-finra-updates-guidance-on-it-47874',
    verified: false,
  },
  '2165': {
    address:
      'https://www.mvalaw.com/investigations-and-regulatory-advice/finras-expansion-of-safeguards-to-prevent-the-financial-exploitation',
    verified: false,
  },
  '4512.01': {
    address:
      'https://www.finra.org/rules-guidance/rulebooks/finra-rules/4512?page=0&version=1129596',
    verified: true,
  },
};

/** A FINRA rule. */
export function finra(rule: string): Citation {
  return Object.freeze({
    instrument: 'FINRA Rules',
    article: rule,
    ...(FINRA[rule] ?? { verified: false }),
  });
}

/** A section of title 17 of the Code of Federal Regulations that was not read. */
export function cfr17(section: string): Citation {
  return Object.freeze({
    instrument: 'Code of Federal Regulations, title 17',
    article: section,
    verified: false,
  });
}

/** What the staff of the Securities and Exchange Commission says on account recommendations; it was not read. */
export const STAFF_ON_ACCOUNTS: Citation = Object.freeze({
  instrument:
    'SEC staff bulletin, Standards of Conduct: Account Recommendations for Retail Investors',
  article: 'alternatives',
  verified: false,
});
