import { parsePlainDate } from '../dates/index.js';
import { AptfolioError, at, checkObject, checkOneOf, checkText } from '../errors/index.js';
import { makeReason, type Reason } from '../evidence/index.js';
import type { CompiledPack, OverridePermission, RuleFacts, RuleVerdict } from '../rules/index.js';
import { type AssessOptions, openAssessment } from './assess.js';
import type { SuitabilityAssessment } from './assessment.js';
import { type Override, type Person, setAsideBy } from './override.js';
import { checkSamePacks } from './same-packs.js';

/** What came of an override. */
export type OverrideResult =
  | { readonly status: 'applied'; readonly assessment: SuitabilityAssessment }
  | { readonly status: 'refused'; readonly reasons: readonly Reason[] };

/**
 * Sets a rule aside in one case, or upholds it again, and decides again. All overrides are kept in order; for each rule the latest
 * one counts.
 *
 * @returns `refused` with reasons of severity `block` if the rule may be set aside by nobody, if it does not bite or is unknown,
 * if role, evidence or the second person are missing.
 * @throws AptfolioError for a malformed override (`override.…`), and `inconsistent` if other packs are given than those under
 * which the case was assessed.
 *
 * @example
 * ```ts
 * import { applyOverride, assessSuitability } from 'aptfolio/suitability';
 * import { compilePack } from 'aptfolio/rules';
 * import lending from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * const packs = [compilePack(lending)];
 * const facts = { client: { age: 30, income: 100000 }, loan: { amount: 50000 } };
 * const assessment = assessSuitability({ facts }, { packs, asOf: '2026-03-02' });
 * assessment.decision.deciding; // => ['LEND-INCOME']
 * const override = {
 *   rule: 'LEND-INCOME',
 *   decision: 'set-aside',
 *   by: { id: 'E-204', role: 'credit-officer' },
 *   on: '2026-03-02',
 *   reason: 'A bonus is paid in March.',
 *   evidence: { 'income-proof': 'DOC-17' },
 * } as const;
 * applyOverride(assessment, override, { packs }).reasons[0].code; // => 'suitability.override-second'
 * const second = { id: 'E-007', role: 'credit-officer' };
 * const result = applyOverride(assessment, { ...override, second }, { packs });
 * result.assessment.status; // => 'allow-with-evidence'
 * ```
 */
export function applyOverride(
  assessment: SuitabilityAssessment,
  override: Override,
  options: { readonly packs: readonly CompiledPack[] },
): OverrideResult {
  const { packs } = checkObject(options, 'options') as unknown as {
    packs: readonly CompiledPack[];
  };
  const { asOf, overrides, facts } = checkObject(
    assessment,
    'assessment',
  ) as unknown as SuitabilityAssessment;
  checkSamePacks(assessment, packs, 'options.packs');
  const before = repeatOverrides(facts, overrides, { packs, asOf }, 'assessment.overrides');
  const read = readOverride(override, before, 'override');
  const reasons = refusals(read, before);
  if (reasons.length > 0) {
    return Object.freeze({ status: 'refused', reasons: Object.freeze(reasons) });
  }
  const again = openAssessment([...overrides, read], { packs, asOf })(facts);
  return Object.freeze({ status: 'applied', assessment: again });
}

/**
 * Assesses facts and repeats every override that was applied to them, each one checked as on its day.
 *
 * @throws AptfolioError `inconsistent` at the first that could not have been applied.
 */
export function repeatOverrides(
  facts: RuleFacts,
  overrides: readonly Override[],
  options: AssessOptions,
  path: string,
): SuitabilityAssessment {
  return overrides.reduce<SuitabilityAssessment>((assessment, override, index) => {
    const where = at(path, index);
    const read = readOverride(override, assessment, where);
    const [reason] = refusals(read, assessment);
    if (reason !== undefined) {
      const expected = `an override that could be applied (${reason.code})`;
      throw new AptfolioError('inconsistent', where, expected);
    }
    return openAssessment([...assessment.overrides, read], options)(facts);
  }, openAssessment([], options)(facts));
}

function readOverride(
  value: unknown,
  { asOf, overrides }: SuitabilityAssessment,
  path: string,
): Override {
  const { rule, decision, by, on, reason, evidence, second } = checkObject(value, path);
  const day = parsePlainDate(on, at(path, 'on'));
  const earliest = overrides.at(-1)?.on ?? asOf;
  if (day < earliest) {
    const expected = `a day on or after ${earliest}, that of the assessment or of the override before`;
    throw new AptfolioError('inconsistent', at(path, 'on'), expected, day);
  }
  return Object.freeze({
    rule: checkText(rule, at(path, 'rule')),
    decision: checkOneOf(decision, at(path, 'decision'), ['set-aside', 'uphold'] as const),
    by: readPerson(by, at(path, 'by')),
    on: day,
    reason: checkWords(reason, at(path, 'reason'), 5000),
    ...(evidence === undefined ? {} : { evidence: readEvidence(evidence, at(path, 'evidence')) }),
    ...(second === undefined ? {} : { second: readPerson(second, at(path, 'second')) }),
  });
}

/** A text that says something: not only spaces and signs that nobody sees. */
function checkWords(value: unknown, path: string, longest?: number): string {
  const text = checkText(value, path, longest);
  if (visible(text) !== '') return text;
  throw new AptfolioError('empty', path, 'a text that can be read');
}

/** A text as it looks, so that two ids that look alike are one. */
function visible(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Z}\s]/gu, '')
    .toLowerCase();
}

function readPerson(value: unknown, path: string): Person {
  const { id, role } = checkObject(value, path);
  return Object.freeze({
    id: checkWords(id, at(path, 'id')),
    role: checkWords(role, at(path, 'role')),
  });
}

function readEvidence(value: unknown, path: string): Readonly<Record<string, string>> {
  const entries = Object.entries(checkObject(value, path));
  return Object.freeze(
    Object.fromEntries(
      entries.map(([name, reference]) => [name, checkWords(reference, at(path, name))]),
    ),
  );
}

/** Why an override can not be applied; none if it can. */
function refusals(
  override: Override,
  { considered, overrides }: SuitabilityAssessment,
): readonly Reason[] {
  const { rule, decision } = override;
  const findings = considered.flatMap((one) =>
    one.decision.findings.filter((finding) => finding.rule === rule),
  );
  const bites = findings.find(({ standing }) => standing === 'fired' || standing === 'overridden');
  if (bites === undefined) {
    const unknown = findings.some(({ standing }) => standing === 'unknown');
    return [
      refuse(unknown ? 'suitability.override-unknown' : 'suitability.override-idle', { rule }),
    ];
  }
  if (decision === 'uphold' && !setAsideBy(overrides).includes(rule)) {
    return [refuse('suitability.override-idle', { rule })];
  }
  if (bites.override === undefined) return [forbidden(bites)];
  return missingFor(override, bites.override);
}

function forbidden({ rule, citations }: RuleVerdict): Reason {
  return makeReason('suitability.override-forbidden', 'block', { rule }, citations);
}

function missingFor(
  { rule, decision, by, evidence = {}, second }: Override,
  permission: OverridePermission,
): readonly Reason[] {
  const { roles, fourEyes } = permission;
  const reasons: Reason[] = [];
  if (!roles.includes(by.role)) reasons.push(refuse('suitability.override-role', { rule, roles }));
  if (decision === 'uphold') return reasons;
  const missing = permission.evidence.filter((name) => !Object.hasOwn(evidence, name));
  if (missing.length > 0) reasons.push(refuse('suitability.override-evidence', { rule, missing }));
  const agreed =
    second !== undefined && visible(second.id) !== visible(by.id) && roles.includes(second.role);
  if (fourEyes && !agreed) reasons.push(refuse('suitability.override-second', { rule, roles }));
  return reasons;
}

function refuse(code: string, parameters: Parameters<typeof makeReason>[2]): Reason {
  return makeReason(code, 'block', parameters);
}
