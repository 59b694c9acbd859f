import { at, checkList, checkObject, checkOneOf } from '../../errors/index.js';
import { LOCALES, type Locale, makeReason, type Reason } from '../../evidence/index.js';
import { type Disclosure, readDisclosure } from './disclosure.js';
import type { DisclosureFinding } from './finding.js';
import { lintTexts } from './lint-disclosure.js';
import {
  CITATIONS_OF_DEMANDS,
  CITATIONS_OF_HEADS,
  DISCLOSURE_DEMANDS,
  DISCLOSURE_HEADS,
  type DisclosureDemand,
  type DisclosureHead,
} from './matters.js';
import { textsUnder } from './texts.js';

/** In which languages, and with what besides the six heads, a disclosure must be there. */
export interface DisclosureOptions {
  /** The languages in which each head must have a text; at least one. */
  readonly locales: readonly Locale[];
  /** What must be told besides the six heads, such as `DISCLOSURE_DEMANDS_OF['nfra-investment']`. Default nothing. */
  readonly required?: readonly DisclosureDemand[];
}

/** What a disclosure lacks. */
export interface MissingDisclosure {
  /** Where it belongs: `disclosure.sections.fees.en`. */
  readonly path: string;
  readonly head?: DisclosureHead;
  readonly locale?: Locale;
  readonly demand?: DisclosureDemand;
  /** Severity `require`, with where it is asked for. */
  readonly reason: Reason;
}

/** Whether everything is told that must be. */
export interface DisclosureCheck {
  /** `incomplete` is never shown to a client. */
  readonly status: 'complete' | 'incomplete';
  /** Head by head, language by language, then the demands. */
  readonly missing: readonly MissingDisclosure[];
  /** As `lintDisclosure`, but for languages: those that must be there and are not stand in `missing`. */
  readonly findings: readonly DisclosureFinding[];
  /** Whether it may be shown: complete, and no finding of severity `block` or `require`. */
  readonly presentable: boolean;
}

/**
 * Checks that a recommendation tells what it must: risk characteristics, investment direction, returns, fees, liquidity and conflicts of
 * interest, each in every required language. No option takes one of the six away. Blanks, invisible characters, marks and a bare `N/A`,
 * `none`, 无 or 待定 tell nothing.
 *
 * @throws AptfolioError for a malformed disclosure or option, with the path; `empty` with `options.locales` for no language.
 *
 * Source: 金融机构产品适当性管理办法 (Order No. 7 of 2025), articles 31 and 37; Delegated Regulation (EU) 2017/565, articles 48 to 50, and
 * Directive 2014/65/EU, article 23(2), of which the text was not at hand.
 *
 * @example
 * ```ts
 * import { checkDisclosure } from 'aptfolio/suitability';
 *
 * const disclosure = {
 *   id: 'D1',
 *   product: 'P1',
 *   sections: {
 *     risk: { en: 'You may lose part of what you invest.' },
 *     direction: { en: 'Bonds of many issuers.' },
 *     returns: { en: 'Returns vary, and losses are possible.' },
 *     fees: { en: '1.5 % a year.' },
 *     liquidity: { en: 'The money is back within 5 days.' },
 *   },
 * };
 * const { status, missing } = checkDisclosure(disclosure, { locales: ['en'] });
 * status; // => 'incomplete'
 * missing.map(({ path }) => path); // => ['disclosure.sections.conflicts.en']
 * const conflicts = { en: 'The manager belongs to our group.' };
 * const whole = { ...disclosure, sections: { ...disclosure.sections, conflicts } };
 * checkDisclosure(whole, { locales: ['en'] }).presentable; // => true
 * ```
 */
export function checkDisclosure(
  disclosure: Disclosure,
  options: DisclosureOptions,
): DisclosureCheck {
  const read = readDisclosure(disclosure);
  const { locales, required } = readOptions(options);
  const missing = [...missingTexts(read, locales), ...missingDemands(read, required)];
  const findings = lintTexts(read);
  const status = missing.length === 0 ? 'complete' : 'incomplete';
  const faulty = findings.some(({ reason: { severity } }) =>
    ['block', 'require'].includes(severity),
  );
  return Object.freeze({
    status,
    missing: Object.freeze(missing),
    findings: Object.freeze(findings),
    presentable: status === 'complete' && !faulty,
  });
}

/** Checks the options. */
export function readOptions(options: DisclosureOptions): Required<DisclosureOptions> {
  const { locales, required = [] } = checkObject(options, 'options');
  const path = 'options.locales';
  const wanted = checkList<Locale>(locales, path, { minLength: 1 }).map((locale, index) =>
    checkOneOf(locale, at(path, index), LOCALES),
  );
  const demands = checkList<DisclosureDemand>(required, 'options.required').map((demand, index) =>
    checkOneOf(demand, at('options.required', index), DISCLOSURE_DEMANDS),
  );
  return {
    locales: LOCALES.filter((locale) => wanted.includes(locale)),
    required: DISCLOSURE_DEMANDS.filter((demand) => demands.includes(demand)),
  };
}

function missingTexts(
  { sections }: Disclosure,
  locales: readonly Locale[],
): readonly MissingDisclosure[] {
  return DISCLOSURE_HEADS.flatMap((head) => {
    const told = textsUnder(sections, head).map(({ locale }) => locale);
    return locales
      .filter((locale) => !told.includes(locale))
      .map((locale) => {
        const code = `suitability.disclosure-missing-${head}`;
        return Object.freeze({
          path: at(at('disclosure.sections', head), locale),
          head,
          locale,
          reason: makeReason(code, 'require', { locale }, CITATIONS_OF_HEADS[head]),
        });
      });
  });
}

function missingDemands(
  { facts }: Disclosure,
  required: readonly DisclosureDemand[],
): readonly MissingDisclosure[] {
  return required
    .filter((demand) => !isTold(demand, facts))
    .map((demand) =>
      Object.freeze({
        path: at('disclosure.facts', PLACE_OF[demand as keyof typeof PLACE_OF] ?? 'tells'),
        demand,
        reason: makeReason(
          `suitability.disclosure-untold-${demand}`,
          'require',
          {},
          CITATIONS_OF_DEMANDS[demand],
        ),
      }),
    );
}

const PLACE_OF = {
  'risk-rating': 'riskRating',
  'rating-may-change': 'ratingMayChange',
  'fee-figures': 'fees',
} as const;

/** Whether the data of a disclosure meet a demand. */
export function isTold(demand: DisclosureDemand, facts: Disclosure['facts']): boolean {
  if (demand === 'risk-rating') return facts?.riskRating !== undefined;
  if (demand === 'rating-may-change') return facts?.ratingMayChange === true;
  if (demand === 'fee-figures') return (facts?.fees ?? []).length > 0;
  return facts?.tells?.includes(demand) === true;
}
