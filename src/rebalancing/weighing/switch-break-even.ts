import { AptfolioError, checkObject, checkOneOf, checkRange } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  type Money,
  multiplyMoney,
  parseMoney,
  subtractMoney,
} from '../../money/index.js';
import { log, power } from '../../numerics/index.js';
import { splitEntryFee } from '../../products/index.js';
import { type ExitFeeTiers, type ExitTerms, readExitTerms } from './exit-tiers.js';
import { type SwitchAfterTax, type SwitchTax, switchAfterTax } from './switch-after-tax.js';

/** A switch from one product into another that earns the same before fees. */
export interface SwitchQuestion<C extends CurrencyCode = CurrencyCode> {
  /** Value of what is held today, above zero. */
  readonly amount: Money<C>;
  /** Taken from the amount on leaving, decimal fraction; or tiers by holding time, the lowest from 0 days. */
  readonly exitFee: number | ExitFeeTiers;
  /** Calendar days held so far; needed where the exit fee has tiers. */
  readonly heldDays?: number;
  /** Charged outside the amount invested on entering: net = gross / (1 + fee). */
  readonly entryFee: number;
  /** Annual fees of the product left and of the product entered, decimal fractions. */
  readonly feeFrom: number;
  readonly feeTo: number;
  /** Annual return of both before fees, decimal fraction. */
  readonly grossReturn: number;
  /** How long the client will hold, years above 0. */
  readonly years: number;
  /**
   * `subtracted` (the default): a year's growth is 1 + return − fee; `compounded`: it is
   * (1 + return)·(1 − fee).
   */
  readonly feeMethod?: 'subtracted' | 'compounded';
  /** Absent: tax is not counted. */
  readonly tax?: SwitchTax<C>;
}

/** Whether a switch pays within the holding period, and when it would. Its figures are before tax. */
export interface SwitchAnswer<C extends CurrencyCode = CurrencyCode> {
  /** After tax where that is counted. */
  readonly decision: 'switch' | 'stay';
  /** Years after which the switch has earned its cost back; `null` if it never does. */
  readonly breakEvenYears: number | null;
  /** Exit and entry fee together. */
  readonly cost: Money<C>;
  /** Values at the end of the holding period. */
  readonly valueIfStaying: Money<C>;
  readonly valueIfSwitching: Money<C>;
  /** Switching less staying; below zero if staying is better. */
  readonly advantage: Money<C>;
  /** The same once tax is counted; absent where it is not. */
  readonly afterTax?: SwitchAfterTax<C>;
  readonly reasons: readonly Reason[];
}

/**
 * Weighs the cost of a switch against the annual fee it saves.
 *
 * With A today's value, B what is invested after both fees, and g, h the yearly growth before and
 * after, the switch breaks even after ln(A/B)/ln(h/g) years. It is advised only if the client holds for
 * longer than that.
 *
 * Where tax is given, what is due on leaving is not invested, both gains are taxed at the end, and the decision and its reason are
 * those after tax. Where tiers will make leaving cheaper, a further reason says when.
 *
 * @throws AptfolioError for an amount of zero or less, fees outside [0, 1), a period of zero or less, tiers without days held.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { switchBreakEven } from 'aptfolio/rebalancing';
 *
 * const question = {
 *   amount: money('CNY', '100000'), exitFee: 0, entryFee: 0,
 *   feeFrom: 0.01, feeTo: 0.01, grossReturn: 0.05, years: 3,
 * };
 * switchBreakEven(question).decision; // => 'stay'
 * switchBreakEven(question).breakEvenYears; // => null
 * switchBreakEven({ ...question, feeTo: 0.005 }).breakEvenYears; // => 0
 * ```
 */
export function switchBreakEven<C extends CurrencyCode>(
  question: SwitchQuestion<C>,
): SwitchAnswer<C> {
  checkObject(question, 'question');
  const amount = parseMoney(question.amount, 'question.amount', { sign: 'positive' }) as Money<C>;
  const fee = (key: 'entryFee' | 'feeFrom' | 'feeTo'): number =>
    checkRange(question[key], `question.${key}`, { min: 0, exclusiveMax: 1 });
  const exit = readExitTerms(question.exitFee, question.heldDays, 'question');
  const entryFee = fee('entryFee');
  const years = checkRange(question.years, 'question.years', { exclusiveMin: 0, max: 100 });
  const stay = yearlyGrowth(question, fee('feeFrom'));
  const move = yearlyGrowth(question, fee('feeTo'));

  const redeemed = multiplyMoney(amount, 1 - exit.rate, { rounding: 'half-even' });
  const invested = splitEntryFee(redeemed, entryFee).net;
  const valueIfStaying = multiplyMoney(amount, power(stay, years), { rounding: 'half-even' });
  const valueIfSwitching = multiplyMoney(invested, power(move, years), { rounding: 'half-even' });
  const breakEvenYears =
    move > stay ? log((1 + entryFee) / (1 - exit.rate)) / log(move / stay) + 0 : null;
  const parts = { amount, redeemed, entryFee, years, stay, move };
  const afterTax =
    question.tax === undefined ? undefined : switchAfterTax(parts, question.tax, 'question.tax');
  const counted = afterTax === undefined ? breakEvenYears : afterTax.breakEvenYears;
  const decision = counted !== null && years > counted ? 'switch' : 'stay';
  return Object.freeze({
    decision,
    breakEvenYears,
    cost: subtractMoney(amount, invested),
    valueIfStaying,
    valueIfSwitching,
    advantage: subtractMoney(valueIfSwitching, valueIfStaying),
    ...(afterTax === undefined ? {} : { afterTax }),
    reasons: Object.freeze([reasonFor(decision, counted, years), ...cheaperLater(exit)]),
  });
}

function yearlyGrowth(question: SwitchQuestion, fee: number): number {
  const gross = checkRange(question.grossReturn, 'question.grossReturn', {
    exclusiveMin: -1,
    max: 10,
  });
  const method = checkOneOf(question.feeMethod ?? 'subtracted', 'question.feeMethod', [
    'subtracted',
    'compounded',
  ] as const);
  const growth = method === 'subtracted' ? 1 + gross - fee : (1 + gross) * (1 - fee);
  if (growth > 0) return growth;
  const expected = 'a return above −1 after fees';
  throw new AptfolioError('out-of-range', 'question.grossReturn', expected, gross);
}

function reasonFor(
  decision: SwitchAnswer['decision'],
  breakEvenYears: number | null,
  years: number,
): Reason {
  if (breakEvenYears === null)
    return makeReason('rebalancing.switch-never-pays', 'info', { years });
  const code = decision === 'switch' ? 'rebalancing.switch-pays' : 'rebalancing.switch-too-late';
  return makeReason(code, 'info', { breakEvenYears, years });
}

function cheaperLater({ rate, cheaper }: ExitTerms): readonly Reason[] {
  if (cheaper === null) return [];
  const parameters = { days: cheaper.inDays, rate, later: cheaper.rate };
  return [makeReason('rebalancing.cheaper-exit', 'info', parameters)];
}
