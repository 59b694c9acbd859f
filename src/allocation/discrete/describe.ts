import { makeReason, type Reason } from '../../evidence/index.js';
import { inner } from '../../numerics/index.js';
import type { CompiledProblem } from '../compile/compile-problem.js';
import type { Rule } from '../compile/rules.js';
import { explainBinding } from '../solve/binding.js';
import { describePortfolio, named, tradingOf } from '../solve/portfolio.js';
import { varianceOf } from '../solve/risk-of.js';
import { solveAt } from '../solve/solve-problem.js';
import type { Box } from './box.js';
import { breachesOf, type RuleBreach } from './breaches.js';
import { type Candidate, lotsOf } from './candidate.js';
import type { DiscreteModel } from './discrete-model.js';
import type {
  DiscreteAllocation,
  DiscreteCertificate,
  DiscretePortfolio,
} from './discrete-result.js';
import { SAME_WEIGHT } from './domain.js';
import { planOf } from './lot-plan.js';
import { accountOf, weightOf } from './lots.js';
import { boxLayout } from './relaxation.js';
import type { Found } from './search.js';
import { statedValue } from './value.js';

type Figures = Omit<DiscretePortfolio, 'holdings' | 'certificate' | 'reasons'> & {
  readonly choice?: DiscreteCertificate['choice'];
  readonly reasons: readonly Reason[];
};

/** The best portfolio of a search with all its figures; nothing where its weights cannot be proved. */
export function describe(
  model: DiscreteModel,
  found: Found,
  best: Candidate,
): DiscreteAllocation | undefined {
  const figures =
    model.lots === undefined ? ofChoice(model, best.box) : ofLots(model, best.weights);
  if (figures === undefined) return undefined;
  const { choice, reasons, ...rest } = figures;
  const certificate = certificateOf(model, found, best, figures);
  const holdings = model.problem.assets.filter(
    (name) => Math.abs(rest.weights[name]!) > SAME_WEIGHT,
  );
  return Object.freeze({
    status: certificate.provenOptimal ? 'optimal' : 'feasible',
    ...rest,
    holdings: Object.freeze(holdings),
    certificate,
    reasons: Object.freeze([
      ...reasons,
      ...explainCount(model, holdings.length),
      ...explainGap(certificate),
    ]),
  });
}

/** Values that differ by less than this part are the same. */
const SAME = 1e-9;

function certificateOf(
  model: DiscreteModel,
  { bound, relaxation, nodes, ended }: Found,
  { value }: Candidate,
  { objectiveValue, choice, weights, lots }: Figures,
): DiscreteCertificate {
  const provenOptimal = bound >= value - SAME * Math.abs(value);
  const stated = provenOptimal ? objectiveValue : statedValue(model, bound);
  const gap = Math.abs(objectiveValue - stated);
  const own = Float64Array.from(model.problem.assets, (name) => weights[name]!);
  const account = lots === undefined ? undefined : accountOf(model.lots!, lotsOf(model, own));
  const primal = breachesOf(model, own, account).reduce(
    (most, { rule, by }) => Math.max(most, by - (model.tolerances.get(rule) ?? 0)),
    0,
  );
  return Object.freeze({
    provenOptimal,
    bound: stated,
    gap,
    relativeGap: gap === 0 ? 0 : gap / Math.abs(objectiveValue || stated),
    relaxation: statedValue(model, relaxation),
    nodes,
    ended,
    primal,
    ...(choice === undefined ? {} : { choice }),
  });
}

function explainCount({ maxHoldings, problem }: DiscreteModel, count: number): readonly Reason[] {
  if (count < maxHoldings || maxHoldings >= problem.assets.length) return [];
  return [makeReason('allocation.max-holdings-binding', 'info', { bound: maxHoldings })];
}

function explainGap({ provenOptimal, relativeGap }: DiscreteCertificate): readonly Reason[] {
  return provenOptimal ? [] : [makeReason('allocation.gap-left', 'warn', { gap: relativeGap })];
}

/** The best weights within the stretches that were chosen, proved. */
function ofChoice(model: DiscreteModel, box: Box): Figures | undefined {
  const { problem, t } = model;
  const layout = boxLayout(model);
  layout.set(box);
  const { program } = layout;
  const chosen: CompiledProblem = { ...problem, program, rules: rulesOfChoice(model, box) };
  const outcome = solveAt(chosen, program, t, t > 0 ? 1 / t : 2);
  if (outcome.status !== 'optimal') return undefined;
  const { status, certificate, binding, reasons, ...rest } = describePortfolio(
    chosen,
    outcome.proof,
  );
  const kept = binding.filter(({ rule }) => !rule.startsWith(CHOICE));
  return {
    ...rest,
    binding: Object.freeze(kept),
    choice: certificate,
    reasons: [
      ...explainBinding(
        kept.filter(({ rule }) => !rule.startsWith(TICKET)),
        chosen,
      ),
      ...kept
        .filter(({ rule, shadowPrice }) => rule.startsWith(TICKET) && shadowPrice > 0)
        .map(({ subject, bound }) =>
          makeReason('allocation.min-ticket-binding', 'info', { subject, bound: Math.abs(bound) }),
        ),
      ...reasons.filter(({ code }) => code === 'allocation.ridge'),
    ],
  };
}

const TICKET = 'min-ticket:';

/** Limits that come of what was chosen, and are no rules: not to hold, not to trade. */
const CHOICE = 'choice:';

/** The problem's rules, with the limits of the chosen stretches in the place of the assets' bounds. */
function rulesOfChoice(
  { problem, minTicket }: DiscreteModel,
  { lower, upper }: Box,
): readonly Rule[] {
  const { rules, holdings } = problem;
  return rules.map((rule): Rule => {
    const { place, kind, subject, bound } = rule;
    if (place.of !== 'variable' || kind === 'frozen') return rule;
    const a = holdings.asset[place.index]!;
    const limit = (kind === 'min' ? lower : upper)[a]!;
    if (limit === bound) return rule;
    const isTicket = lower[a]! < upper[a]! && Math.abs(limit) === minTicket[a];
    return { ...rule, name: `${isTicket ? TICKET : CHOICE}${subject}`, bound: limit };
  });
}

/** A portfolio of whole lots. */
function ofLots(model: DiscreteModel, searched: Float64Array): Figures {
  const { problem, t } = model;
  const weights = Float64Array.from(lotsOf(model, searched), (held, a) =>
    weightOf(model.lots!, a, held),
  );
  const { assets, risk, benchmark, active, expectedReturn } = problem;
  const { variance, image } = varianceOf(risk, weights);
  const apart =
    benchmark === undefined
      ? undefined
      : varianceOf(
          risk,
          weights.map((weight, a) => weight - benchmark[a]!),
        ).variance;
  const account = accountOf(model.lots!, lotsOf(model, weights));
  const breaches = breachesOf(model, weights, account);
  const lots = planOf(model, weights, account, breaches);
  const trading = tradingOf(problem, weights)!;
  const fees = Number(account.fees) / Number(model.lots!.value);
  const net = inner(expectedReturn, weights) - trading.cost - fees;
  const counted = active ? apart! : variance;
  return {
    weights: named(assets, weights),
    expectedReturn: net + 0,
    volatility: Math.sqrt(variance),
    objectiveValue: (t > 0 ? net - counted / (2 * t) : counted) + 0,
    riskContributions: named(
      assets,
      image.map((value, a) => (variance > 0 ? (weights[a]! * value) / variance : 0)),
    ),
    ...(apart === undefined ? {} : { trackingError: Math.sqrt(apart) }),
    trading: Object.freeze(trading),
    binding: Object.freeze([]),
    lots,
    reasons: [
      makeReason('allocation.lots-cash', 'info', { cash: lots.cash }),
      ...explainBreaches(breaches, 'warn'),
    ],
  };
}

/** A reason for each rule that whole lots break. */
export function explainBreaches(
  breaches: readonly RuleBreach[],
  severity: 'warn' | 'block',
): readonly Reason[] {
  return breaches.map(({ rule, by }) => {
    if (NUMBERS.includes(rule.split(':', 1)[0]!)) {
      return makeReason('allocation.lots-breach-number', severity, { rule, by });
    }
    return makeReason('allocation.lots-breach', severity, { rule, by: roundedUp(by) });
  });
}

/** Kinds of rules whose bounds are no parts of the value. */
const NUMBERS: readonly string[] = [
  'rule-min',
  'rule-max',
  'relative-min',
  'relative-max',
  'max-holdings',
  'min-holdings',
];

/** To four digits after the point, so that no text shows a breach as none; a breach of just so much stays as it is. */
function roundedUp(by: number): number {
  const rounding = 1e-6;
  return Math.max(1, Math.ceil(by * 1e4 - rounding)) / 1e4;
}
