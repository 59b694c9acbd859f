import { checkObject, checkOneOf } from '../../errors/index.js';
import { formatReason, LOCALES, type Locale } from '../../evidence/index.js';
import type { MissingFact, PackReference, RuleConflict, RuleDecision } from '../decision.js';
import { rulesMessages } from '../messages.js';
import { explainFinding } from './explain-finding.js';
import { type Explanation, explained } from './explanation.js';
import { findReading } from './find-reading.js';
import { say } from './sayings.js';
import { writeList } from './write-value.js';

/**
 * Explains a decision in one language: every rule that matters with what it read, where that comes from and where it is written,
 * then what is missing, contradictions, notices and the packs. The same decision gives the same tree.
 *
 * A decision made with `everything` explains the rules that do not matter too.
 *
 * @throws AptfolioError `unknown-value` with the path `locale`.
 *
 * @example
 * ```ts
 * import { compilePack, decide, explain, writeExplanation } from 'aptfolio/rules';
 * import pack from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * const facts = { 'client.age': 17, 'loan.amount': 5000 };
 * const why = explain(decide([compilePack(pack)], facts, { asOf: '2026-03-02' }), 'en');
 * why.text; // => '2026-03-02: forbidden. Deciding: LEND-AGE.'
 * writeExplanation(why.parts[0]).split('\n').slice(0, 2);
 * // => [
 * //   'LEND-AGE (applies and forbids): Nobody under 18 may borrow.',
 * //   '  ✓ when: age (17 years) is below age of majority (18 years)',
 * // ]
 * ```
 */
export function explain(decision: RuleDecision, locale: Locale): Explanation {
  checkOneOf(locale, 'locale', LOCALES);
  checkObject(decision, 'decision');
  const { findings, missing, conflicts, notices, packs } = decision;
  return explained('decision', decisionText(decision, locale), [
    ...findings.map((finding) => explainFinding(finding, locale)),
    ...missing.map((fact) => explainMissing(fact, locale)),
    ...conflicts.map((conflict) => explainConflict(conflict, decision, locale)),
    ...notices.map((notice) => explained('notice', formatReason(rulesMessages, notice, locale))),
    ...packs.map((pack) => explainPack(pack, locale)),
  ]);
}

function decisionText({ status, asOf, deciding }: RuleDecision, locale: Locale): string {
  const decision = say(`rules.decision.${status}`, locale, { asOf });
  if (deciding.length === 0) return decision;
  return say('rules.decision.because', locale, { decision, rules: writeList(deciding, locale) });
}

function explainMissing({ label, gap }: MissingFact, locale: Locale): Explanation {
  const why = say(`rules.gap.${gap}`, locale);
  return explained('value', say('rules.missing', locale, { label: label[locale], gap: why }));
}

function explainConflict(
  { rules: [one, other], fact }: RuleConflict,
  { findings }: RuleDecision,
  locale: Locale,
): Explanation {
  const name = findReading(findings, fact, 'label')?.label?.[locale] ?? fact;
  return explained('notice', say('rules.conflict', locale, { one, other, fact: name }));
}

function explainPack({ id, version, verified }: PackReference, locale: Locale): Explanation {
  const pack = say('rules.pack', locale, { id, version });
  return explained('pack', verified ? pack : say('rules.pack.unverified', locale, { pack }));
}
