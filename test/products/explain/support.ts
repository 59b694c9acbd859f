import {
  compileProducts,
  type ExplainOptions,
  type ExplanationSectionName,
  explainProduct,
  formatExplanation,
  type Product,
  type ProductExplanation,
} from '../../../src/products/index.js';
import { bondFund } from '../support.js';

export const CLASSES: readonly string[] = ['CASH', 'BOND', 'EQUITY'];

/** Explains a bond fund with what a test changes of it. */
export function explain(
  change: Partial<Product> = {},
  options: Partial<ExplainOptions> = {},
): ProductExplanation {
  const universe = compileProducts([bondFund(change)], CLASSES);
  return explainProduct({ id: change.id ?? 'A' }, universe, { asOf: '2026-03-02', ...options });
}

/** The codes of one section, without the room's name. */
export function codesOf(
  explanation: ProductExplanation,
  section: ExplanationSectionName,
): readonly string[] {
  const found = explanation.sections.find((one) => one.section === section);
  return (found?.reasons ?? []).map(({ code }) => code.replace('products.', ''));
}

/** The English sentences of one section. */
export function sentencesOf(
  explanation: ProductExplanation,
  section: ExplanationSectionName,
): readonly string[] {
  const { sections } = formatExplanation(explanation, 'en');
  return sections.find((one) => one.section === section)?.sentences ?? [];
}
