import { AptfolioError, checkObject } from '../../errors/index.js';
import { makeReason } from '../../evidence/index.js';
import { eigenSymmetric } from '../../numerics/index.js';
import {
  type CapitalMarketAssumptions,
  type CompiledAssumptions,
  compileAssumptions,
} from '../assumptions.js';
import { checkSymmetric } from '../matrix.js';
import { againstCash } from './against-cash.js';
import { faultsOf } from './faults.js';
import { type AssumptionsFinding, finding } from './finding.js';
import { type AssumptionsPolicy, readAssumptionsPolicy } from './policy.js';

/** What is to be said about assumptions before they are used. */
export interface AssumptionsLint {
  /** `errors`: they cannot be used. `warnings`: they can, and there is something to look at. */
  readonly status: 'clean' | 'warnings' | 'errors';
  /** In the order of the checks, and within one of the classes. */
  readonly findings: readonly AssumptionsFinding[];
}

/**
 * Looks capital-market assumptions over: figures that cannot be, correlations that contradict each other (with the classes that
 * do), and what the bank's policy holds for implausible: returns, volatilities, correlations and Sharpe ratios beyond its
 * bounds, risk that pays less than cash, classes in another currency of which nobody says whether it is hedged, fields left
 * out.
 *
 * Assumptions that cannot be used are compared with nothing; every figure and field at fault is a finding of its own, a matrix that is
 * not symmetric the first entry alone.
 *
 * All bounds are the bank's. Without one there is no such check: the library has no view of markets. Returns are
 * compared as arithmetic ones.
 *
 * @param assumptions also such as `compileAssumptions` refuses.
 * @returns the findings; a reason's text in three languages comes from `marketMessages`.
 * @throws AptfolioError if the assumptions are no object, or for a policy that is none (path `policy.…`).
 *
 * @example
 * ```ts
 * import { lintAssumptions } from 'aptfolio/market';
 *
 * const view = {
 *   asOf: '2026-03-02', assetClasses: ['CASH', 'BOND', 'EQUITY'],
 *   expectedReturn: [0.02, 0.015, 0.25], volatility: [0, 0.05, 0.2], correlation: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
 * };
 * const { status, findings } = lintAssumptions(view, { cash: 'CASH', maxSharpe: 1, required: ['author'] });
 * status; // => 'warnings'
 * findings.map(({ path, reason }) => [path, reason.code]);
 * // => [
 * //   ['assumptions.author', 'market.assumptions-author-missing'],
 * //   ['assumptions.expectedReturn[1]', 'market.assumptions-below-cash'],
 * //   ['assumptions.expectedReturn[2]', 'market.assumptions-sharpe'],
 * // ]
 * ```
 */
export function lintAssumptions(
  assumptions: CapitalMarketAssumptions,
  policy: AssumptionsPolicy,
): AssumptionsLint {
  const given = checkObject(assumptions, 'assumptions');
  const checked = readAssumptionsPolicy(policy);
  const compiled = compiledOrFaults(assumptions, given);
  const findings = 'faults' in compiled ? compiled.faults : allFindings(compiled, checked);
  const isBlocked = findings.some(({ reason }) => reason.severity === 'block');
  return Object.freeze({
    status: isBlocked ? 'errors' : findings.length > 0 ? 'warnings' : 'clean',
    findings: Object.freeze(findings),
  });
}

function allFindings(
  compiled: CompiledAssumptions,
  policy: AssumptionsPolicy,
): readonly AssumptionsFinding[] {
  return [
    ...missingFields(compiled, policy),
    ...unstatedHedges(compiled),
    ...beyondBounds(compiled, policy),
    ...extremeCorrelations(compiled, policy),
    ...againstCash(compiled, policy),
  ];
}

function compiledOrFaults(
  assumptions: CapitalMarketAssumptions,
  given: Readonly<Record<string, unknown>>,
): CompiledAssumptions | { readonly faults: readonly AssumptionsFinding[] } {
  try {
    return compileAssumptions(assumptions);
  } catch (error) {
    if (!(error instanceof AptfolioError)) throw error;
    const faults = faultsOf(given);
    const isNamed = !faults.some(({ path }) => path.startsWith('assumptions.assetClasses'));
    return {
      faults: faults.map(({ path, code, expected }) => {
        if (isNamed && code === 'not-positive-definite') return contradiction(assumptions);
        const parameters = { field: path, code, expected };
        const reason = makeReason('market.assumptions-invalid', 'block', parameters);
        return Object.freeze({ path, reason });
      }),
    };
  }
}

/** The classes whose correlations cannot go together: those that weigh in the mix of negative variance. */
function contradiction({
  correlation,
  assetClasses,
}: CapitalMarketAssumptions): AssumptionsFinding {
  const n = assetClasses.length;
  const matrix = checkSymmetric(correlation, 'assumptions.correlation', n);
  const { values, vectors } = eigenSymmetric(matrix, n);
  const weights = assetClasses.map((_, i) => Math.abs(vectors[i * n]!));
  const most = weights.reduce((a, b) => Math.max(a, b), 0);
  const classes = assetClasses.filter((_, i) => weights[i]! >= most / 4);
  const parameters = { classes, eigenvalue: Math.round(values[0]! * 1e6) / 1e6 };
  return finding('correlation', 'market.assumptions-correlation', parameters, 'block');
}

/** A text for each field, so that it names the field in the reader's language. */
const FIELD_MISSING = {
  source: 'market.assumptions-source-missing',
  author: 'market.assumptions-author-missing',
  validFrom: 'market.assumptions-beginning-missing',
  validUntil: 'market.assumptions-end-missing',
  horizonYears: 'market.assumptions-horizon-missing',
  currency: 'market.assumptions-currency-missing',
  returnKind: 'market.assumptions-return-kind-missing',
} as const;

function missingFields(
  compiled: CompiledAssumptions,
  { required = [] }: AssumptionsPolicy,
): readonly AssumptionsFinding[] {
  return [...new Set(required)].flatMap((field) => {
    if (field === 'citations') return missingCitations(compiled);
    if (compiled[field] !== undefined) return [];
    return [finding(field, FIELD_MISSING[field], {})];
  });
}

function missingCitations({
  assetClasses,
  classDetails,
}: CompiledAssumptions): readonly AssumptionsFinding[] {
  const isCited = (name: string) => (detailsOf(classDetails, name)?.citations ?? []).length > 0;
  return assetClasses
    .filter((name) => !isCited(name))
    .map((assetClass) =>
      finding('classDetails', 'market.assumptions-class-uncited', { assetClass }),
    );
}

function unstatedHedges({
  assetClasses,
  classDetails,
  currency: base,
}: CompiledAssumptions): readonly AssumptionsFinding[] {
  if (base === undefined) return [];
  return assetClasses.flatMap((assetClass) => {
    const { currency, hedged } = detailsOf(classDetails, assetClass) ?? {};
    if (currency === undefined || currency === base || hedged !== undefined) return [];
    const parameters = { assetClass, currency, base };
    return [finding('classDetails', 'market.assumptions-hedge-unstated', parameters)];
  });
}

function detailsOf(details: CompiledAssumptions['classDetails'], name: string) {
  return details !== undefined && Object.hasOwn(details, name) ? details[name] : undefined;
}

function beyondBounds(
  { assetClasses, expectedReturn, volatility }: CompiledAssumptions,
  { maxExpectedReturn, maxVolatility }: AssumptionsPolicy,
): readonly AssumptionsFinding[] {
  return assetClasses.flatMap((assetClass, i) => {
    const found: AssumptionsFinding[] = [];
    const expected = expectedReturn[i]!;
    if (maxExpectedReturn !== undefined && expected > maxExpectedReturn) {
      const parameters = { assetClass, expected, bound: maxExpectedReturn };
      found.push(finding(`expectedReturn[${i}]`, 'market.assumptions-return', parameters));
    }
    const deviation = volatility[i]!;
    if (maxVolatility !== undefined && deviation > maxVolatility) {
      const parameters = { assetClass, volatility: deviation, bound: maxVolatility };
      found.push(finding(`volatility[${i}]`, 'market.assumptions-volatility', parameters));
    }
    return found;
  });
}

function extremeCorrelations(
  { assetClasses, correlation }: CompiledAssumptions,
  { maxCorrelation: bound }: AssumptionsPolicy,
): readonly AssumptionsFinding[] {
  if (bound === undefined) return [];
  return assetClasses.flatMap((second, i) =>
    assetClasses.slice(0, i).flatMap((first, j) => {
      const value = correlation[i]![j]!;
      if (Math.abs(value) <= bound) return [];
      const parameters = { first, second, correlation: value, bound };
      return [
        finding(`correlation[${i}][${j}]`, 'market.assumptions-correlation-high', parameters),
      ];
    }),
  );
}
