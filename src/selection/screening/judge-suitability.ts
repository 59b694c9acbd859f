import { at, checkObject, renamePaths } from '../../errors/index.js';
import { makeReason, type Reason, type Severity } from '../../evidence/index.js';
import {
  compareRatings,
  effectiveRisk,
  type Product,
  RISK_RATINGS,
  type RiskRating,
} from '../../products/index.js';
import { RISK_LEVELS, type RiskLevel } from '../../questionnaire/index.js';
import type { RuleStanding, RuleVerdict } from '../../rules/index.js';
import {
  type FactGroup,
  prepareAssessments,
  type SuitabilityAssessment,
  type SuitabilityCase,
} from '../../suitability/index.js';
import type { PackScreening, ScreeningContext } from './screening-context.js';

/** What stands against a product, what is to be done before it is bought, and what packs said of it. */
export interface Judgement {
  readonly against: readonly Reason[];
  readonly toDo: readonly Reason[];
  readonly assessment?: SuitabilityAssessment;
}

const NOTHING: readonly Reason[] = Object.freeze([]);

/** Opens what judges one product after another: the packs, or the client's level. */
export function openJudge(context: ScreeningContext): (product: Product) => Judgement {
  if ('suitability' in context && context.suitability !== undefined) return judgeByPacks(context);
  const { level } = context as { readonly level: RiskLevel };
  return (product) => ({ against: againstLevel(product, level), toDo: NOTHING });
}

/** The highest rating that a level may hold: Ck may hold up to Rk. */
function highestRating(level: RiskLevel): RiskRating {
  return RISK_RATINGS[RISK_LEVELS.indexOf(level)] as RiskRating;
}

function againstLevel(product: Product, level: RiskLevel): readonly Reason[] {
  const rating = effectiveRisk(product);
  if (compareRatings(rating, highestRating(level)) <= 0) return NOTHING;
  const { issuerRisk, distributorRisk } = product;
  const parameters = { level, rating, issuerRisk, distributorRisk };
  return [makeReason('selection.risk-above-level', 'block', parameters)];
}

function judgeByPacks(context: PackScreening): (product: Product) => Judgement {
  const suitability = checkObject(
    context.suitability,
    'context.suitability',
  ) as unknown as PackScreening['suitability'];
  const facts = checkObject(suitability.facts, 'context.suitability.facts') as FactGroup;
  const { assess, factsOf } = openAssessor(suitability, context);
  // Most products of a bank have the same facts as some other, and an assessment takes time.
  const known = new Map<string, Judgement>();
  return (one) => {
    const own = factsOf(one);
    const key = JSON.stringify(own);
    const before = known.get(key);
    if (before !== undefined) return before;
    // A group without facts is no group.
    const product = Object.keys(own).length > 0 ? { product: own } : {};
    const judgement = judge(assess({ action: 'buy', facts: { ...facts, ...product } }));
    known.set(key, judgement);
    return judgement;
  };
}

interface Assessor {
  readonly assess: (given: SuitabilityCase) => SuitabilityAssessment;
  readonly factsOf: (product: Product) => FactGroup;
}

function openAssessor(
  suitability: PackScreening['suitability'],
  { asOf }: PackScreening,
): Assessor {
  if ('assess' in suitability) return suitability;
  const { packs, factsOf } = suitability;
  const assess = renamePaths({ packs: 'context.suitability.packs', asOf: 'context.asOf' }, () =>
    prepareAssessments({ packs, asOf }),
  );
  const asked = new Set(packs.flatMap(({ pack }) => Object.keys(pack.facts)));
  return { assess, factsOf: factsOf ?? ((product) => ownFacts(product, asked)) };
}

/** What a product says of itself, as far as packs ask for it. */
function ownFacts(product: Product, asked: ReadonlySet<string>): FactGroup {
  const { issuerRisk, distributorRisk, type } = product;
  const facts = {
    issuerRisk,
    sellerRisk: distributorRisk,
    ...(type === undefined ? {} : { private: type === 'private' }),
  };
  return Object.fromEntries(
    Object.entries(facts).filter(([name]) => asked.has(at('product', name))),
  );
}

function judge(assessment: SuitabilityAssessment): Judgement {
  const { status, decision, notices } = assessment;
  const deciding = decision.findings.filter(({ rule }) => decision.deciding.includes(rule));
  switch (status) {
    case 'allow':
    case 'allow-with-evidence':
      return { against: NOTHING, toDo: NOTHING };
    case 'block': {
      const rules = deciding.map((verdict) => saying('selection.unsuitable', 'block', verdict));
      const against =
        rules.length > 0 ? rules : [makeReason('selection.unsuitable-as-a-whole', 'block')];
      return { against, toDo: NOTHING, assessment };
    }
    case 'undetermined': {
      const missing = decision.missing.map(({ fact }) => fact);
      const against = [
        makeReason('selection.suitability-unknown', 'block', { missing }),
        ...deciding.map((verdict) => saying('selection.rule-undecided', 'require', verdict)),
        ...notices.filter(({ severity }) => severity !== 'info'),
      ];
      return { against, toDo: NOTHING, assessment };
    }
    default: {
      // Whatever is open is named, not only what weighs most.
      const toDo = decision.findings
        .filter(({ standing, outcome }) => OPEN.includes(standing) && outcome !== 'info')
        .map((verdict) => saying('selection.suitability-duty', verdict.outcome, verdict));
      return { against: NOTHING, toDo, assessment };
    }
  }
}

const OPEN: readonly RuleStanding[] = ['fired', 'unknown'];

function saying(code: string, severity: Severity, { rule, pack, citations }: RuleVerdict): Reason {
  return makeReason(code, severity, { rule, pack }, citations);
}
