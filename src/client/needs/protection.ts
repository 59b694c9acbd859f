import { at, checkList, checkObject, checkOneOf, checkRange } from '../../errors/index.js';
import { makeReason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  convertMoney,
  isPositive,
  type Money,
  subtractMoney,
  sumMoney,
  zeroMoney,
} from '../../money/index.js';
import type { CompleteBalanceSheet } from '../balance-sheet/balance-sheet.js';
import { exactFraction, scaleMoney } from '../exact.js';
import { GOAL_PURPOSES, type GoalPurpose } from '../goal.js';
import type { Situation } from '../situation.js';
import { COVER_KINDS, type CoverKind } from './cover.js';
import { type Finding, hasRateFor, missingRates, NOTHING, unknown } from './finding.js';
import type { ProtectionNeed } from './need.js';

/** What cover should do; shares are decimal fractions up to 1. */
export interface ProtectionRule {
  /** Years for which the income is to be replaced, 0 to 60. */
  readonly incomeYears: number;
  /** Part of the income to replace. Default 1. */
  readonly incomeShare?: number;
  /** Part of the debts to repay. Default 1. */
  readonly debtShare?: number;
  /** Goals to be met all the same, at today's cost. Default those of education. */
  readonly goalPurposes?: readonly GoalPurpose[];
  /** Part of the money at hand that may be used. Default 1. */
  readonly liquidShare?: number;
}

/** A bank's rules by the kind of cover; without one nobody looks for a gap of that kind. */
export type ProtectionRules = Readonly<Partial<Record<CoverKind, ProtectionRule>>>;

/** Rules without gaps. */
export type ReadProtectionRules = Readonly<Partial<Record<CoverKind, Required<ProtectionRule>>>>;

/**
 * What would be missing if the earner died or fell seriously ill: income to replace + debts + goals that must be met all
 * the same − cover − money at hand.
 *
 * On a death, income is replaced for dependants only. The income is that of the last twelve whole months.
 *
 * Source: the needs approach (capital needs analysis), G. E. Rejda and M. J. McNamara, Principles of Risk Management and
 * Insurance, life insurance: what the family needs less what is there for it.
 */
export function protectionGaps<C extends CurrencyCode>(situation: Situation<C>): Finding<C> {
  const { protection } = situation.policy;
  if (protection === undefined) return NOTHING;
  const findings = COVER_KINDS.flatMap((kind) => {
    const rule = protection[kind];
    return rule === undefined ? [] : [gapOf(kind, rule, situation)];
  });
  return {
    needs: findings.flatMap(({ needs }) => needs),
    missing: findings.flatMap(({ missing }) => missing),
  };
}

function gapOf<C extends CurrencyCode>(
  kind: CoverKind,
  rule: Required<ProtectionRule>,
  situation: Situation<C>,
): Finding<C> {
  const missing = missingFor(kind, rule, situation);
  if (missing.length > 0) return unknown(missing);
  const { currency, view, cashFlow } = situation;
  const balance = situation.balance as CompleteBalanceSheet<C>;
  const sum = (amounts: readonly Money[]): Money<C> =>
    sumMoney<CurrencyCode>(
      currency,
      amounts.map((amount) => convertMoney(amount, currency, view.fx)),
    ) as Money<C>;

  const income = needsIncome(kind, rule, situation)
    ? part(cashFlow.observed.income, rule.incomeShare, rule.incomeYears)
    : zeroMoney(currency);
  const debts = part(balance.liabilities, rule.debtShare);
  const goals = sum(
    view.goals
      .filter(({ purpose }) => purpose !== undefined && rule.goalPurposes.includes(purpose))
      .map((goal) => ({ currency: goal.currency, amount: goal.amountToday })),
  );
  const cover = sum((view.cover ?? []).filter((row) => row.kind === kind));
  const liquid = part(balance.liquid, rule.liquidShare);

  const required = sum([income, debts, goals]);
  const amount = subtractMoney<CurrencyCode>(required, sum([cover, liquid])) as Money<C>;
  if (!isPositive(amount)) return NOTHING;
  const reason = makeReason(`client.need-${kind}-cover`, 'warn', {
    amount,
    required,
    cover,
    liquid,
  });
  const evidence = {
    cover: kind,
    required,
    parts: Object.freeze({ income, debts, goals }),
    covered: cover,
    liquid,
  };
  const need: ProtectionNeed<C> = {
    kind: 'protection-gap',
    id: `protection-gap:${kind}`,
    amount,
    ...evidence,
    reason,
  };
  return { needs: [need], missing: [] };
}

function needsIncome(
  kind: CoverKind,
  { incomeYears }: ProtectionRule,
  { view }: Situation,
): boolean {
  return incomeYears > 0 && (kind === 'illness' || view.client.dependants?.length !== 0);
}

function missingFor(
  kind: CoverKind,
  rule: Required<ProtectionRule>,
  situation: Situation,
): readonly string[] {
  const { view, cashFlow } = situation;
  const income = needsIncome(kind, rule, situation);
  const wholeYear = cashFlow.monthsObserved === cashFlow.months.length;
  const goals = rule.goalPurposes.length === 0 ? [] : view.goals;
  const meant = goals.filter(({ purpose }) => rule.goalPurposes.includes(purpose as GoalPurpose));
  const foreign = [...meant, ...(view.cover ?? [])].map(({ currency }) => currency);
  return [
    ...(view.cover === null ? ['cover'] : []),
    ...(income && !wholeYear ? ['annualIncome'] : []),
    ...(income ? cashFlow.missing.income : []),
    ...(income && kind === 'life' && view.client.dependants === undefined
      ? ['client.dependants']
      : []),
    ...goals.filter(({ purpose }) => purpose === undefined).map(({ id }) => `goals.${id}.purpose`),
    ...foreign.filter((code) => !hasRateFor(code, situation)).map((code) => `fx.${code}`),
    ...missingRates(situation),
  ];
}

/** Amount × share × times, rounded once. */
function part<C extends CurrencyCode>(amount: Money<C>, share: number, times = 1): Money<C> {
  const a = exactFraction(share, 'share');
  const b = exactFraction(times, 'times');
  return scaleMoney(amount, a.numerator * b.numerator, a.scale * b.scale);
}

/** Checks rules and fills in the defaults. */
export function readProtectionRules(rules: unknown, path: string): ReadProtectionRules {
  const given = checkObject(rules, path);
  const read = Object.keys(given).map((name) => {
    const kind = checkOneOf(name, path, COVER_KINDS);
    return [kind, readRule(given[kind], at(path, kind))] as const;
  });
  return Object.fromEntries(read);
}

function readRule(given: unknown, path: string): Required<ProtectionRule> {
  const {
    incomeYears,
    incomeShare = 1,
    debtShare = 1,
    goalPurposes = ['education'],
    liquidShare = 1,
  } = checkObject(given, path);
  const share = (value: unknown, name: string): number =>
    checkRange(value, at(path, name), { min: 0, max: 1 });
  return {
    incomeYears: checkRange(incomeYears, at(path, 'incomeYears'), { min: 0, max: 60 }),
    incomeShare: share(incomeShare, 'incomeShare'),
    debtShare: share(debtShare, 'debtShare'),
    goalPurposes: checkList<GoalPurpose>(goalPurposes, at(path, 'goalPurposes')).map(
      (purpose, index) => checkOneOf(purpose, at(at(path, 'goalPurposes'), index), GOAL_PURPOSES),
    ),
    liquidShare: share(liquidShare, 'liquidShare'),
  };
}
