import type { PlainDate } from '../../dates/index.js';
import { at, checkList, checkObject, checkOneOf, checkText } from '../../errors/index.js';
import type { Locale } from '../../evidence/index.js';
import type { FactValue, RuleFacts, SourcedFact } from '../../rules/index.js';
import type { Rating } from '../case.js';
import { readRating } from '../read-rating.js';
import { type Acknowledgement, checkAcknowledgement } from './acknowledgement.js';
import { checkDisclosure, isTold } from './check-disclosure.js';
import type { ComprehensionResult } from './comprehension.js';
import { type Disclosure, hashDisclosure } from './disclosure.js';
import type { DisclosureFinding } from './finding.js';
import type { DisclosureDemand } from './matters.js';

/** Under which rules the product is sold, as the fact `product.regime`. */
export const DISCLOSURE_REGIMES = ['nfra-investment', 'nfra-insurance', 'csrc'] as const;

/** Under which rules the product is sold; see `DISCLOSURE_REGIMES`. */
export type DisclosureRegime = (typeof DISCLOSURE_REGIMES)[number];

/** What somebody who read a disclosure through may have found, in the words of the packs on conduct. */
export const REVIEW_FAULTS = [
  'false',
  'misleading',
  'material-omission',
  'products-confused',
  'principal-guaranteed',
  'return-guaranteed',
  'overstated',
  'manipulated-performance',
  'improper-display',
  'certainty',
] as const;

/** What a reader may have found; see `REVIEW_FAULTS`. */
export type ReviewFault = (typeof REVIEW_FAULTS)[number];

/** What is known of how a disclosure was shown. */
export interface DisclosureFactsOptions {
  readonly regime: DisclosureRegime;
  /** As in `checkDisclosure`; the language shown must be among them. */
  readonly locales: readonly Locale[];
  /** The day of the decision. */
  readonly asOf: PlainDate;
  /**
   * What is sold: a disclosure of another product tells nothing of it, and one that names another rating does not tell its rating, the
   * higher of issuer's and seller's. Absent: the caller vouches for both.
   */
  readonly product?: { readonly id: string; readonly rating?: Rating };
  /** Absent while the client has not acknowledged anything. */
  readonly acknowledgement?: Acknowledgement;
  /** As in `checkAcknowledgement`. */
  readonly validDays?: number;
  readonly disclosedFrom?: PlainDate;
  /** What the client has shown to have understood. */
  readonly comprehension?: Pick<ComprehensionResult, 'status'>;
  /** What a person found who read the texts through; an empty list says that there was nothing. Absent: nobody has read them. */
  readonly reviewFaults?: readonly ReviewFault[];
}

/** For each fact of a pack on conduct, what a disclosure must tell for it to hold. */
const TOLD: Readonly<
  Record<DisclosureRegime, Readonly<Record<string, readonly DisclosureDemand[]>>>
> = {
  'nfra-investment': {
    'disclosure.basics': ['product-type', 'manager', 'scope', 'offering', 'distribution'],
    'disclosure.riskLevel': ['risk-rating', 'rating-may-change'],
    // The head on risk, with the loss of principal in it, is there in whatever may be shown.
    'disclosure.risks': [],
    'disclosure.fees': ['fee-figures'],
    'disclosure.matchOpinion': ['match-opinion'],
    'disclosure.other': ['other'],
    'opinion.saysNoGuarantee': ['opinion-no-guarantee'],
  },
  'nfra-insurance': {
    'notice.policy': ['policy'],
    'notice.uncertainBenefit': ['uncertain-benefit'],
    'notice.coolingOff': ['cooling-off'],
    'notice.surrenderLoss': ['surrender-loss'],
    'notice.charges': ['charges'],
    'disclosure.matchOpinion': ['match-opinion'],
    'disclosure.other': ['other'],
    'opinion.saysNoGuarantee': ['opinion-no-guarantee'],
  },
  csrc: {
    'notice.principalLoss': ['principal-loss'],
    'notice.beyondPrincipal': ['beyond-principal'],
    'notice.firmLoss': ['firm-loss'],
    'notice.firmChanges': ['firm-changes'],
    'notice.limits': ['limits'],
    'disclosure.matchOpinion': ['match-opinion'],
  },
};

/** What findings that forbid showing a text amount to. */
const FAULTS: Readonly<Record<string, readonly ReviewFault[]>> = {
  'suitability.disclosure-principal-guaranteed': ['principal-guaranteed', 'certainty'],
  'suitability.disclosure-return-guaranteed': ['return-guaranteed', 'certainty'],
  'suitability.disclosure-no-risk': ['misleading', 'certainty'],
  'suitability.disclosure-like-deposit': ['products-confused'],
  'suitability.disclosure-certain-future': ['misleading', 'certainty'],
  'suitability.disclosure-figures-differ': ['misleading'],
  'suitability.disclosure-risk-without-loss': ['material-omission'],
  'suitability.disclosure-returns-without-loss': ['material-omission'],
  'suitability.disclosure-past-performance': ['improper-display'],
};

const OF_PROMOTION: readonly ReviewFault[] = ['manipulated-performance', 'improper-display'];

/**
 * What a disclosure proves to the packs on conduct, so that a complete and acknowledged one meets the duties to tell.
 *
 * A client counts as told where the disclosure may be shown (`checkDisclosure`) and the acknowledgement counts
 * (`checkAcknowledgement`). Without an acknowledgement nothing is said of it, so that the duty stays open. That a search for words
 * found nothing is no proof either: `notice.faults` is empty only where a person read the texts (`reviewFaults`).
 *
 * @returns facts by their whole names, each with its source and day. For `nfra-investment` those of `cnNfraConduct`; for
 * `nfra-insurance` those of `cnNfraConduct` and `cnNfraInsuranceConduct` together; for `csrc` those of `cnCsrcConduct`.
 * @throws AptfolioError for a malformed argument, with the path.
 *
 * Source: 金融机构产品适当性管理办法 (Order No. 7 of 2025), articles 5, 13, 31 and 37; 证券期货投资者适当性管理办法, articles 22 and 23.
 *
 * @example
 * ```ts
 * import { disclosureFacts, hashDisclosure } from 'aptfolio/suitability';
 *
 * const disclosure = {
 *   id: 'D1',
 *   product: 'P1',
 *   sections: {
 *     risk: { en: 'Rated R2. You may lose part of what you invest. The rating may change.' },
 *     direction: { en: 'Bonds of many issuers.' },
 *     returns: { en: 'Returns vary, and losses are possible.' },
 *     fees: { en: '1.5 % a year.' },
 *     liquidity: { en: 'The money is back within 5 days.' },
 *     conflicts: { en: 'The manager belongs to our group.' },
 *   },
 *   facts: { riskRating: 'R2', ratingMayChange: true, fees: [{ rate: 0.015 }] },
 * } as const;
 * const acknowledgement = {
 *   disclosureHash: hashDisclosure(disclosure), locale: 'en', shownOn: '2026-03-02',
 *   acknowledgedOn: '2026-03-02', how: 'signature', reference: 'SIG-17', by: { id: 'C-1', role: 'client' },
 * } as const;
 * const options = { regime: 'nfra-investment', locales: ['en'], asOf: '2026-03-02' } as const;
 * const facts = disclosureFacts(disclosure, { ...options, acknowledgement });
 * facts['disclosure.riskLevel'].value; // => true
 * facts['disclosure.basics'].value; // => false
 * Object.keys(disclosureFacts(disclosure, options)); // => []
 * ```
 */
export function disclosureFacts(
  disclosure: Disclosure,
  options: DisclosureFactsOptions,
): RuleFacts {
  const { locales, comprehension } = checkObject(
    options,
    'options',
  ) as unknown as DisclosureFactsOptions;
  const regime = checkOneOf(options.regime, 'options.regime', DISCLOSURE_REGIMES);
  const { presentable, findings } = checkDisclosure(disclosure, { locales });
  return Object.freeze({
    ...toldFacts(disclosure, presentable, { ...options, regime }),
    ...understood(comprehension),
    ...faultFacts(disclosure.id, findings, { ...options, regime }),
  });
}

function toldFacts(
  disclosure: Disclosure,
  presentable: boolean,
  options: DisclosureFactsOptions,
): RuleFacts {
  const { regime, acknowledgement, asOf, locales, validDays, disclosedFrom } = options;
  const disclosureHash = hashDisclosure(disclosure);
  if (acknowledgement === undefined) return {};
  const { status } = checkAcknowledgement(acknowledgement, {
    disclosureHash,
    asOf,
    locales,
    ...(validDays === undefined ? {} : { validDays }),
    ...(disclosedFrom === undefined ? {} : { disclosedFrom }),
  });
  const { how, reference, locale, acknowledgedOn } = acknowledgement;
  const where = `disclosure ${disclosure.id} ${disclosureHash}`;
  const source = `${where}, ${how} ${reference} in ${locale}: ${status}`;
  return Object.fromEntries(
    Object.entries(TOLD[regime]).map(([fact, demands]): [string, SourcedFact] => {
      const told = demands.every((demand) => isTold(demand, disclosure.facts));
      const isOfProduct = speaksOf(disclosure, fact, options.product);
      const value = presentable && status === 'valid' && told && isOfProduct;
      return [fact, Object.freeze({ value, source, observedOn: acknowledgedOn })];
    }),
  );
}

/** Whether a disclosure is that of the product, and where its rating is asked for, names that rating. */
function speaksOf(
  { product, facts }: Disclosure,
  fact: string,
  sold: DisclosureFactsOptions['product'],
): boolean {
  if (sold === undefined) return true;
  const { id, rating } = checkObject(sold, 'options.product');
  if (checkText(id, 'options.product.id') !== product) return false;
  if (fact !== 'disclosure.riskLevel' || rating === undefined) return true;
  const named = facts?.riskRating;
  const wanted = readRating(rating, 'options.product.rating');
  return named !== undefined && readRating(named, 'disclosure.facts.riskRating') === wanted;
}

/** Somebody who answered right has shown that the texts can be understood; an unfinished check shows nothing. */
function understood(comprehension: DisclosureFactsOptions['comprehension']): RuleFacts {
  if (comprehension === undefined) return {};
  const { status } = checkObject(comprehension, 'options.comprehension');
  const path = 'options.comprehension.status';
  const known = checkOneOf(status, path, ['passed', 'failed', 'incomplete', 'exhausted'] as const);
  if (known === 'incomplete') return {};
  return { 'disclosure.comprehensible': sourced(known === 'passed', 'comprehension check') };
}

function faultFacts(
  id: string,
  findings: readonly DisclosureFinding[],
  { regime, reviewFaults }: DisclosureFactsOptions,
): RuleFacts {
  const read = reviewFaults === undefined ? [] : readFaults(reviewFaults);
  const hard = findings.filter(({ reason }) => ['block', 'require'].includes(reason.severity));
  const faults = new Set([...read, ...hard.flatMap(({ reason }) => FAULTS[reason.code] ?? [])]);
  const all = REVIEW_FAULTS.filter((fault) => faults.has(fault));
  const source = reviewFaults === undefined ? `words in disclosure ${id}` : `review of ${id}`;
  const known = (list: readonly ReviewFault[]): boolean =>
    list.length > 0 || reviewFaults !== undefined;
  const promotion = all.filter((fault) => OF_PROMOTION.includes(fault));
  const notice = all.filter((fault) => !OF_PROMOTION.includes(fault) && fault !== 'certainty');
  const certainty = all.filter((fault) => fault === 'certainty');
  const csrc = regime === 'csrc';
  return {
    ...(known(notice) ? { 'notice.faults': sourced(notice, source) } : {}),
    ...(!csrc && known(promotion) ? { 'promotion.faults': sourced(promotion, source) } : {}),
    ...(csrc && known(certainty)
      ? { 'statement.certainty': sourced(certainty.length > 0, source) }
      : {}),
  };
}

function readFaults(value: unknown): readonly ReviewFault[] {
  const path = 'options.reviewFaults';
  return checkList<ReviewFault>(value, path).map((fault, index) =>
    checkOneOf(fault, at(path, index), REVIEW_FAULTS),
  );
}

function sourced(value: FactValue, source: string): SourcedFact {
  return Object.freeze({ value: Array.isArray(value) ? Object.freeze([...value]) : value, source });
}
