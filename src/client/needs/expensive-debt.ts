import { at, checkList, checkObject, checkOneOf, checkRange } from '../../errors/index.js';
import { makeReason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  convertMoney,
  isPositive,
  type Money,
  minMoney,
  subtractMoney,
} from '../../money/index.js';
import { type ExactFraction, exactFraction, scaleMoney } from '../exact.js';
import { LIABILITY_KINDS, type Liability, type LiabilityKind } from '../holding.js';
import type { Situation } from '../situation.js';
import { idleCash, ownCash } from './find-needs.js';
import { type Finding, hasRateFor, NOTHING, unknown } from './finding.js';
import type { ExpensiveDebtNeed } from './need.js';

/** When a debt costs more than idle cash earns. */
export interface ExpensiveDebtRule {
  /** The debt's rate has to lie above that of the cash by more than this; annual, decimal fraction. Default 0. */
  readonly spread?: number;
  /** What cash earns where the holding does not say; without it such a rate is missing. */
  readonly cashRate?: number;
  /** Debts to look at. Default consumer loans, credit cards and overdrafts. */
  readonly kinds?: readonly LiabilityKind[];
}

/** A rule without gaps. */
export interface ReadExpensiveDebtRule extends ExpensiveDebtRule {
  readonly spread: number;
  readonly kinds: readonly LiabilityKind[];
}

/**
 * Debts that cost more than idle cash earns, as far as the idle cash goes, the dearest first.
 *
 * Held against the best rate that any of the cash earns, so that repaying pays whichever cash is used.
 */
export function expensiveDebts<C extends CurrencyCode>(situation: Situation<C>): Finding<C> {
  const { view, policy, reserve } = situation;
  const rule = policy.expensiveDebt;
  if (rule === undefined) return NOTHING;
  const debts = view.liabilities.filter(
    (debt) => rule.kinds.includes(debt.kind) && isPositive(debt),
  );
  if (debts.length === 0) return NOTHING;
  if (reserve.amount === null) return unknown(['essentialMonthly']);
  const { idle } = idleCash(situation, reserve.amount);
  if (!isPositive(idle)) return NOTHING;

  const missing = [
    ...debts.flatMap((debt) => missingOf(debt, situation)),
    ...(rule.cashRate === undefined ? cashWithoutRate(situation) : []),
  ];
  // A debt about which something is missing could come first, so nothing is shared out before all are known.
  if (missing.length > 0) return unknown(missing);
  return { needs: needsOf(debts, rule, idle, situation), missing: [] };
}

function needsOf<C extends CurrencyCode>(
  debts: readonly Liability[],
  rule: ReadExpensiveDebtRule,
  idle: Money<C>,
  situation: Situation<C>,
): readonly ExpensiveDebtNeed<C>[] {
  const { currency, view } = situation;
  const cash = bestCashRate(situation, rule);
  const floor = plus(cash, exactFraction(rule.spread, 'spread'));
  const rateOf = (debt: Liability): ExactFraction => exactFraction(debt.annualRate, 'annualRate');
  let left = idle;
  return debts
    .filter((debt) => compare(rateOf(debt), floor) > 0)
    .sort((a, b) => compare(rateOf(b), rateOf(a)) || (a.id < b.id ? -1 : 1))
    .flatMap((debt) => {
      const owed = convertMoney(debt, currency, view.fx);
      const amount = minMoney<CurrencyCode>(owed, left) as Money<C>;
      if (!isPositive(amount)) return [];
      left = subtractMoney<CurrencyCode>(left, amount) as Money<C>;
      const { numerator, scale } = minus(rateOf(debt), cash);
      const saving = scaleMoney(amount, numerator, scale);
      const [rate, cashRate] = [toNumber(rateOf(debt)), toNumber(cash)];
      const evidence = { debt: debt.id, owed, rate, cashRate };
      const reason = makeReason('client.need-expensive-debt', 'warn', {
        ...evidence,
        amount,
        saving,
      });
      const id = `expensive-debt:${debt.id}`;
      return [{ kind: 'expensive-debt', id, amount, ...evidence, yearlySaving: saving, reason }];
    });
}

function missingOf(debt: Liability, situation: Situation): readonly string[] {
  return [
    ...(debt.annualRate === undefined ? [`liabilities.${debt.id}.annualRate`] : []),
    ...(hasRateFor(debt.currency, situation) ? [] : [`fx.${debt.currency}`]),
  ];
}

function cashWithoutRate(situation: Situation): readonly string[] {
  return ownCash(situation)
    .filter(({ annualRate }) => annualRate === undefined)
    .map(({ id }) => `holdings.${id}.annualRate`);
}

function bestCashRate(situation: Situation, { cashRate }: ReadExpensiveDebtRule): ExactFraction {
  return ownCash(situation)
    .map(({ annualRate }) => exactFraction(annualRate ?? cashRate, 'annualRate'))
    .reduce((best, rate) => (compare(rate, best) > 0 ? rate : best));
}

function compare(a: ExactFraction, b: ExactFraction): number {
  const [left, right] = [a.numerator * b.scale, b.numerator * a.scale];
  return left < right ? -1 : left > right ? 1 : 0;
}

function plus(a: ExactFraction, b: ExactFraction): ExactFraction {
  const numerator = a.numerator * b.scale + b.numerator * a.scale;
  return { numerator, scale: a.scale * b.scale };
}

function minus(a: ExactFraction, b: ExactFraction): ExactFraction {
  return plus(a, { numerator: -b.numerator, scale: b.scale });
}

function toNumber({ numerator, scale }: ExactFraction): number {
  return Number(numerator) / Number(scale);
}

/** Checks a rule and fills in the defaults. */
export function readExpensiveDebtRule(rule: unknown, path: string): ReadExpensiveDebtRule {
  const {
    spread = 0,
    cashRate,
    kinds = ['consumer-loan', 'credit-card', 'overdraft'],
  } = checkObject(rule, path);
  const rate = (value: unknown, name: string): number =>
    checkRange(value, at(path, name), { min: 0, max: 1 });
  return {
    spread: rate(spread, 'spread'),
    ...(cashRate === undefined ? {} : { cashRate: rate(cashRate, 'cashRate') }),
    kinds: checkList<LiabilityKind>(kinds, at(path, 'kinds')).map((kind, index) =>
      checkOneOf(kind, at(at(path, 'kinds'), index), LIABILITY_KINDS),
    ),
  };
}
