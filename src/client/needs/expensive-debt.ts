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
import { overdraftsOf } from '../balance-sheet/value-positions.js';
import { type ExactFraction, exactFraction, scaleMoney } from '../exact.js';
import { LIABILITY_KINDS, type Liability, type LiabilityKind } from '../holding.js';
import type { Situation } from '../situation.js';
import { less, notBelowZero, worthOf } from './amounts.js';
import { type Finding, hasRateFor, NOTHING, unknown } from './finding.js';
import { idleCash, ownCash } from './idle-cash.js';
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

/** A debt, or an account below zero. */
interface Debt {
  readonly row: Liability;
  readonly account: boolean;
}

/**
 * Debts that cost more than idle cash earns, as far as the idle cash goes: overdrafts, then the dearest first.
 *
 * An account below zero is an overdraft at its own rate. Overdrafts have the first call on the cash whatever they cost, so that
 * one whose rate is not known stands in nobody's way. Held against the best rate that any of the cash earns, so that repaying pays whichever cash is used.
 */
export function expensiveDebts<C extends CurrencyCode>(situation: Situation<C>): Finding<C> {
  const { view, policy, reserve } = situation;
  const rule = policy.expensiveDebt;
  if (rule === undefined) return NOTHING;
  const owed: readonly Debt[] = [
    ...view.liabilities.map((row) => ({ row, account: false })),
    ...overdraftsOf(view.holdings).map((row) => ({ row, account: true })),
  ].filter(({ row }) => isPositive(row));
  const debts = owed.filter(({ row }) => rule.kinds.includes(row.kind));
  if (debts.length === 0) return NOTHING;
  if (reserve.amount === null) return unknown(reserve.missing);
  const { idle, missing: unsure } = idleCash(situation, reserve.amount);
  if (!isPositive(idle)) return unsure.length > 0 ? unknown(unsure) : NOTHING;

  const overdrafts = owed.filter(({ row }) => row.kind === 'overdraft');
  const missing = [
    ...debts.flatMap((debt) => missingOf(debt, situation)),
    ...overdrafts
      .filter(({ row }) => !hasRateFor(row.currency, situation))
      .map(({ row }) => `fx.${row.currency}`),
    ...(rule.cashRate === undefined ? cashWithoutRate(situation) : []),
  ];
  // A debt about which something is missing could come first, so nothing is shared out before all are known.
  if (missing.length > 0) return unknown(missing);
  const overdrawn = worthOf(
    overdrafts.map(({ row }) => row),
    situation,
  );
  const rated = debts.filter(({ row }) => row.annualRate !== undefined);
  const share = (own: boolean, cash: Money<C>): readonly ExpensiveDebtNeed<C>[] =>
    needsOf(
      rated.filter(({ row }) => (row.kind === 'overdraft') === own),
      rule,
      cash,
      situation,
    );
  const left = notBelowZero(less(idle, overdrawn));
  const unrated = debts.filter((debt) => !rated.includes(debt)).map(rateFieldOf);
  return { needs: [...share(true, idle), ...share(false, left)], missing: unrated };
}

function needsOf<C extends CurrencyCode>(
  debts: readonly Debt[],
  rule: ReadExpensiveDebtRule,
  idle: Money<C>,
  situation: Situation<C>,
): readonly ExpensiveDebtNeed<C>[] {
  const { currency, view } = situation;
  const cash = bestCashRate(situation, rule);
  const floor = plus(cash, exactFraction(rule.spread, 'spread'));
  const rateOf = ({ row }: Debt): ExactFraction => exactFraction(row.annualRate, 'annualRate');
  let left = idle;
  return debts
    .filter((debt) => compare(rateOf(debt), floor) > 0)
    .sort((a, b) => compare(rateOf(b), rateOf(a)) || byId(a, b))
    .flatMap((debt) => {
      const { row, account } = debt;
      const owed = convertMoney(row, currency, view.fx);
      const amount = minMoney<CurrencyCode>(owed, left) as Money<C>;
      if (!isPositive(amount)) return [];
      left = subtractMoney<CurrencyCode>(left, amount) as Money<C>;
      const { numerator, scale } = minus(rateOf(debt), cash);
      const saving = scaleMoney(amount, numerator, scale);
      const [rate, cashRate] = [toNumber(rateOf(debt)), toNumber(cash)];
      const evidence = { debt: row.id, owed, rate, cashRate };
      const reason = makeReason('client.need-expensive-debt', 'warn', {
        ...evidence,
        amount,
        saving,
      });
      // A debt and an account may have the same id.
      const id = account ? `expensive-debt:account:${row.id}` : `expensive-debt:${row.id}`;
      const debtKind = row.kind;
      return [
        { kind: 'expensive-debt', id, amount, debtKind, ...evidence, yearlySaving: saving, reason },
      ];
    });
}

function byId(a: Debt, b: Debt): number {
  if (a.row.id !== b.row.id) return a.row.id < b.row.id ? -1 : 1;
  return a.account ? 1 : -1;
}

function missingOf(debt: Debt, situation: Situation): readonly string[] {
  const { kind, annualRate, currency } = debt.row;
  return [
    ...(annualRate === undefined && kind !== 'overdraft' ? [rateFieldOf(debt)] : []),
    ...(hasRateFor(currency, situation) ? [] : [`fx.${currency}`]),
  ];
}

function rateFieldOf({ row, account }: Debt): string {
  return `${account ? 'holdings' : 'liabilities'}.${row.id}.annualRate`;
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
