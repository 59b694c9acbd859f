import { at, checkList, checkObject, checkRange, checkText } from '../../errors/index.js';
import type { Reason } from '../../evidence/index.js';
import type { ProductUniverse } from '../../products/index.js';
import { brokenRules } from '../fit/broken-rules.js';
import { readWeights } from '../fit/read-weights.js';
import { partsOf, prepareProducts } from '../prepare.js';
import type { Selection } from '../selection-result.js';
import type { ClientFirstCheck, ClientFirstContext } from './client-first.js';
import { type Choice, findingsOn, undeterminedOn } from './findings-on.js';
import { type JudgedProduct, judgeProducts, servesAsWell } from './judged-product.js';

/**
 * Checks that no choice is dearer, pays the bank more or is the bank's own without being any better for the client.
 *
 * A product that is held in the weights is set beside every eligible product that could take its place under all rules of the
 * context, its minimum purchase included. The other does as well if its exposure is the same (`sameExposure`), its rating no higher, its
 * lock-up no longer, its money back no later, and its exit fees at any time no higher. Then the choice is flagged as
 * `dearer` if the other costs less in a year, as `commission` if the other costs no more and pays the distributor less, and as `own-house`
 * if the other costs no more and is not the bank's own. Costs are those of `FitTerms.costAversion`, one-off costs spread over `horizonYears`, 5
 * by default. What is held already and kept bears no entry; it would have to be sold for the other. Exposure is that of the look-through: where
 * both are dealt in different currencies, a `caveat` says that the exchange rate is not compared.
 *
 * Where it hangs on charges that cannot be told (a performance fee without `expectedReturn`, a flat entry fee without `amount`) the choice is
 * `undetermined`, never `clear`.
 *
 * The weights may be those of `selectProducts` or an adviser's own. Nothing is forbidden here: a finding asks for a reason.
 *
 * @throws AptfolioError for weights that do not sum to 1 (`selection.weights`), a weight of an unknown product, and as `selectProducts`
 * for the context.
 *
 * Source: Delegated Regulation (EU) 2017/565, article 54(9), and ESMA35-43-3172, guideline 9, on costs and complexity of equivalent
 * products; Directive 2014/65/EU, article 24(9), on inducements.
 *
 * @example
 * ```ts
 * import { compileProducts } from 'aptfolio/products';
 * import { checkClientFirst } from 'aptfolio/selection';
 *
 * const terms = {
 *   lookThrough: { BOND: 1 }, issuerRisk: 'R2', distributorRisk: 'R2', entryFee: 0, minimumPurchase: '10', step: '0.01',
 *   lockUpDays: 0, status: 'open',
 * } as const;
 * const universe = compileProducts(
 *   [
 *     { ...terms, id: 'A', name: 'House bonds', annualFee: 0.009, issuer: 'Bank' },
 *     { ...terms, id: 'B', name: 'Other bonds', annualFee: 0.004, issuer: 'Other' },
 *   ],
 *   ['BOND'],
 * );
 * const amount = { currency: 'CNY', amount: '100000.00' } as const;
 * const context = { level: 'C3', covariance: [[0.001]], amount, houseIssuers: ['Bank'] } as const;
 * const { findings } = checkClientFirst({ weights: { A: 1 } }, universe, context);
 * findings.map(({ kind }) => kind); // => ['dearer', 'own-house']
 * findings[0].instead.id; // => 'B'
 * findings[0].yearlySaving; // => { currency: 'CNY', amount: '500.00' }
 * ```
 */
export function checkClientFirst(
  selection: Pick<Selection, 'weights'>,
  universe: ProductUniverse,
  context: ClientFirstContext,
): ClientFirstCheck {
  const { houseIssuers, sameExposure } = readInterests(context);
  const prepared = prepareProducts(universe, context);
  const chosen = readWeights(
    checkObject(selection, 'selection').weights,
    'selection.weights',
    universe,
  );
  const products = judgeProducts(prepared, houseIssuers);
  const limits = { sameExposure, covariance: prepared.terms.covariance };
  const parts = partsOf(prepared);
  const broken = (weights: ReadonlyMap<string, number>) =>
    brokenRules(weights, parts, prepared.universe);
  const before = broken(chosen);
  const choices = products.flatMap((one): readonly Choice[] => {
    const weight = chosen.get(one.product.id);
    if (weight === undefined) return [];
    const others = products.filter(
      (other) =>
        other !== one &&
        other.isOpen &&
        servesAsWell(other, one, {
          ...limits,
          weight,
          weightOfOther: chosen.get(other.product.id) ?? 0,
        }) &&
        addsNothing(broken(moved(chosen, one, other)), before),
    );
    return [{ one, weight, others, weights: chosen, prepared }];
  });
  const findings = choices.flatMap(findingsOn);
  const undetermined = choices.flatMap(undeterminedOn);
  return Object.freeze({
    status: findings.length > 0 ? 'flagged' : undetermined.length > 0 ? 'undetermined' : 'clear',
    findings: Object.freeze(findings),
    undetermined: Object.freeze(undetermined),
  });
}

function readInterests(context: ClientFirstContext): {
  readonly houseIssuers: ReadonlySet<string>;
  readonly sameExposure: number;
} {
  const { houseIssuers = [], sameExposure = 0 } = checkObject(
    context,
    'context',
  ) as unknown as ClientFirstContext;
  const path = 'context.houseIssuers';
  const names = Array.from(checkList<unknown>(houseIssuers, path), (name, i) =>
    checkText(name, at(path, i)),
  );
  return {
    houseIssuers: new Set(names),
    sameExposure: checkRange(sameExposure, 'context.sameExposure', { min: 0, max: 1 }),
  };
}

function moved(
  weights: ReadonlyMap<string, number>,
  from: JudgedProduct,
  to: JudgedProduct,
): ReadonlyMap<string, number> {
  const changed = new Map(weights);
  changed.delete(from.product.id);
  const weight = weights.get(from.product.id)! + (weights.get(to.product.id) ?? 0);
  return changed.set(to.product.id, weight);
}

/** Whether no rule is broken that was kept before, and no product breaks one that did not. */
function addsNothing(after: readonly Reason[], before: readonly Reason[]): boolean {
  return after.every(({ code, parameters }) =>
    before.some((known) => {
      if (known.code !== code || known.parameters.name !== parameters.name) return false;
      const names = (parameters.products ?? []) as readonly string[];
      const others = (known.parameters.products ?? []) as readonly string[];
      return names.every((name) => others.includes(name));
    }),
  );
}
