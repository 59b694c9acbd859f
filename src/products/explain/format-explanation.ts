import { at, checkList, checkObject, checkOneOf } from '../../errors/index.js';
import {
  formatMessage,
  formatReason,
  LOCALES,
  type Locale,
  type LocalisedText,
  type Parameter,
  type Reason,
} from '../../evidence/index.js';
import type { ExplanationSectionName, ProductExplanation } from './explanation.js';
import { explainMessages } from './messages.js';

/** An explanation in words. */
export interface FormattedExplanation {
  readonly title: string;
  readonly sections: readonly FormattedSection[];
}

/** A part of an explanation in words. */
export interface FormattedSection {
  readonly section: ExplanationSectionName;
  readonly title: string;
  /** One for each reason, in their order. */
  readonly sentences: readonly string[];
}

/**
 * Puts a product's explanation into words, ready to be shown.
 *
 * Ids are shown by the explanation's `names`, else by the library's own word for them, else as they stand. Days are written
 * `2026-03-02`, money `10,000.00 CNY`, shares and rates in per cent.
 *
 * @throws AptfolioError `unknown-value` for another locale; as `formatReason` for an explanation that was not made by `explainProduct`.
 *
 * @example
 * ```ts
 * import { compileProducts, explainProduct, formatExplanation } from 'aptfolio/products';
 *
 * const universe = compileProducts(
 *   [{
 *     id: 'A', name: '稳健债券', type: 'bond-fund', currency: 'CNY', lookThrough: { BOND: 1 }, issuerRisk: 'R2',
 *     distributorRisk: 'R2', annualFee: 0.006, entryFee: 0, minimumPurchase: '10', step: '0.01', lockUpDays: 0, status: 'open',
 *   }],
 *   ['BOND'],
 * );
 * const names = { BOND: { 'zh-Hans': '债券', 'zh-Hant': '債券', en: 'bonds' } };
 * const explanation = explainProduct(universe.byId.A, universe, { asOf: '2026-03-02', names });
 * const { title, sections } = formatExplanation(explanation, 'zh-Hans');
 * title; // => '产品说明：稳健债券（截至2026-03-02）'
 * sections[0].sentences[1]; // => '产品以人民币计价。'
 * sections[0].sentences[2]; // => '债券占100.0%。'
 * ```
 */
export function formatExplanation(
  explanation: ProductExplanation,
  locale: Locale,
): FormattedExplanation {
  const { name, asOf, sections, names } = checkObject(
    explanation,
    'explanation',
  ) as unknown as ProductExplanation;
  checkOneOf(locale, 'locale', LOCALES);
  checkSections(sections);
  checkObject(names, 'explanation.names');
  return Object.freeze({
    title: formatMessage(explainMessages, 'products.explanation.title', locale, { name, asOf }),
    sections: Object.freeze(
      sections.map(({ section, reasons }) =>
        Object.freeze({
          section,
          title: formatMessage(explainMessages, `products.explanation.${section}`, locale),
          sentences: Object.freeze(reasons.map((reason) => sentence(reason, locale, names))),
        }),
      ),
    ),
  });
}

function checkSections(sections: ProductExplanation['sections']): void {
  const path = 'explanation.sections';
  checkList<unknown>(sections, path).forEach((section, i) => {
    const where = at(at(path, i), 'reasons');
    checkList<unknown>(checkObject(section, at(path, i)).reasons, where).forEach((reason, k) => {
      checkObject(checkObject(reason, at(where, k)).parameters, at(at(where, k), 'parameters'));
    });
  });
}

/** The parameters that are ids or words, for which the bank may have names of its own. */
const NAMED: ReadonlySet<string> = new Set([
  'class',
  'classes',
  'currency',
  'documents',
  'kinds',
  'objectives',
  'part',
  'scenario',
  'source',
  'traits',
]);

function sentence(
  reason: Reason,
  locale: Locale,
  names: Readonly<Record<string, LocalisedText>>,
): string {
  const nameOf = (id: string): string =>
    Object.hasOwn(names, id) ? (names[id] as LocalisedText)[locale] : id;
  const named = Object.entries(reason.parameters).map(([name, value]): [string, Parameter] => {
    if (!NAMED.has(name)) return [name, value];
    if (typeof value === 'string') return [name, nameOf(value)];
    return [name, Array.isArray(value) ? value.map(nameOf) : value];
  });
  return formatReason(
    explainMessages,
    { ...reason, parameters: Object.fromEntries(named) },
    locale,
  );
}
