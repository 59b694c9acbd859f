import { at, renamePaths } from '../../../errors/index.js';
import { makeReason, type Reason } from '../../../evidence/index.js';
import type { Money } from '../../../money/index.js';
import { productOn } from '../../../products/index.js';
import type { CompiledPack } from '../../../rules/index.js';
import { applyOverride, type SuitabilityAssessment } from '../../../suitability/index.js';
import { type Finding, fixed } from '../finding.js';
import { dayOf, heldUnits, type OrderFacts } from '../order-facts.js';
import { caseOf } from './case-of.js';
import { givenFact, placesOfFacts } from './given-fact.js';
import { lacksLaw } from './lacks-law.js';
import type { LawFinder } from './law-of-day.js';
import { findingsOf } from './reasons-of.js';
import { silentPacks } from './silent-packs.js';

/** What law and policy say of an order. */
export interface Judgement {
  /** Absent where no packs are given. */
  readonly assessment?: SuitabilityAssessment;
  readonly findings: readonly Finding[];
}

/** Asks the packs of the day, or reads the assessment that the order brings. */
export function judge(facts: OrderFacts, find: LawFinder): Judgement {
  const { assessment, findings } = decide(facts, find);
  const all = [...findings, ...inform(facts, findings)];
  return assessment === undefined ? { findings: all } : { assessment, findings: all };
}

function decide(facts: OrderFacts, find: LawFinder): Judgement {
  const { order, acquires } = facts;
  if (order.assessment !== undefined) return readAssessment(order.assessment, facts);
  const law = find();
  if (law === undefined) {
    if (acquires === undefined) return { findings: [] };
    return { findings: [fixed(makeReason('orders.no-packs', 'block', { order: order.id }))] };
  }
  const { packs } = law;
  const asked = withPlaces(facts, () => law.assess(caseOf(facts, law)));
  const { assessment, refusals } = setAside(asked, facts, packs);
  const lawless = acquires !== undefined && lacksLaw(assessment, packs);
  return {
    assessment,
    findings: [
      ...(lawless ? [fixed(makeReason('orders.no-law', 'block', { order: order.id }))] : []),
      ...findingsOf(assessment),
      ...refusals.map(fixed),
    ],
  };
}

/** Names facts as the caller has written them; where they stand is only looked for once there is a fault. */
function withPlaces<T>(facts: OrderFacts, run: () => T): T {
  try {
    return run();
  } catch (error) {
    const places = Object.entries(placesOfFacts(facts));
    const names = Object.fromEntries(places.map(([name, path]) => [at('facts', name), path]));
    return renamePaths({ case: 'context', ...names }, () => {
      throw error;
    });
  }
}

/** That a switch lowers the risk, and that what is held already may be kept although nothing may be added. */
function inform(facts: OrderFacts, findings: readonly Finding[]): readonly Finding[] {
  const { order, context, acquires, redeems, reducesRisk } = facts;
  if (acquires === undefined) return [];
  const product = acquires.id;
  if (reducesRisk && redeems !== undefined) {
    return [fixed(makeReason('orders.reduces-risk', 'info', { product, from: redeems.id }))];
  }
  const isBlocked = findings.some(({ reason }) => reason.severity === 'block');
  if (!isBlocked || heldUnits(context, product, order.gross.currency) === 0n) return [];
  return [fixed(makeReason('orders.holding-kept', 'info', { product }))];
}

/** Repeats what was set aside for this order on this day; what was on another day must be asked again. */
function setAside(
  asked: SuitabilityAssessment,
  { order, context }: OrderFacts,
  packs: readonly CompiledPack[],
): { readonly assessment: SuitabilityAssessment; readonly refusals: readonly Reason[] } {
  const refusals: Reason[] = [];
  const assessment = (order.overrides ?? []).reduce((before, override, i) => {
    if (override.on < context.asOf) {
      const parameters = { rule: override.rule, on: override.on };
      refusals.push(makeReason('orders.override-outdated', 'info', parameters));
      return before;
    }
    const result = renamePaths({ override: at('order.overrides', i) }, () =>
      applyOverride(before, override, { packs }),
    );
    if (result.status === 'applied') return result.assessment;
    refusals.push(...result.reasons.map(asInfo));
    return before;
  }, asked);
  return { assessment, refusals };
}

/** The rule that could not be set aside stands by itself. */
function asInfo({ code, parameters, citations }: Reason): Reason {
  return makeReason(code, 'info', parameters, citations);
}

/** A finished assessment counts if it is of this day and of this order. */
function readAssessment(assessment: SuitabilityAssessment, facts: OrderFacts): Judgement {
  const { order, context } = facts;
  const found = [...withoutRules(assessment, facts), ...findingsOf(assessment)];
  if (assessment.asOf !== context.asOf) {
    const parameters = { order: order.id, on: assessment.asOf, asOf: context.asOf };
    const late = makeReason('orders.assessment-of-other-day', 'block', parameters);
    return { assessment, findings: [...found, fixed(late)] };
  }
  const differs = differingFact(assessment, facts);
  if (differs === undefined) return { assessment, findings: found };
  const parameters = { order: order.id, fact: differs };
  const other = makeReason('orders.assessment-of-other-order', 'block', parameters);
  return { assessment, findings: [...found, fixed(other)] };
}

/** An assessment under packs of which no rule was in force is no yes to a purchase. */
function withoutRules(
  assessment: SuitabilityAssessment,
  { order, acquires }: OrderFacts,
): readonly Finding[] {
  const silent = silentPacks(assessment);
  if (acquires === undefined || assessment.decision.packs.some(({ id }) => !silent.has(id)))
    return [];
  return [fixed(makeReason('orders.no-law', 'block', { order: order.id }))];
}

/** The first fact in which an assessment is of something else. */
function differingFact(assessment: SuitabilityAssessment, facts: OrderFacts): string | undefined {
  const { order, acquires } = facts;
  const stated = (name: string): unknown => {
    const entry = givenFact(assessment.facts, name);
    return typeof entry === 'object' && entry !== null && 'value' in entry ? entry.value : entry;
  };
  const amount = stated('order.amount') as number | Money | undefined;
  // An amount in another currency was converted, and is not compared.
  const isOther = typeof amount === 'object' && amount.currency !== order.gross.currency;
  const number = isOther ? undefined : typeof amount === 'object' ? Number(amount.amount) : amount;
  const rating = (text: string): number => Number(text.slice(1));
  const given = acquires ?? facts.redeems;
  const product = given && productOn(given, dayOf(facts));
  const expected: readonly (readonly [string, unknown, unknown])[] = [
    ['order.amount', number, Number(order.gross.amount)],
    ['order.side', stated('order.side'), order.side],
    ['order.acquires', stated('order.acquires'), acquires !== undefined],
    ['product.issuerRisk', stated('product.issuerRisk'), product && rating(product.issuerRisk)],
    [
      'product.sellerRisk',
      stated('product.sellerRisk'),
      product && rating(product.distributorRisk),
    ],
  ];
  return expected.find(([, said, is]) => said !== undefined && said !== is)?.[0];
}
