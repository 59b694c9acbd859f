import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import {
  at,
  checkInteger,
  checkList,
  checkObject,
  checkRange,
  checkText,
  type NumberRange,
} from '../../errors/index.js';
import { type Money, parseMoney } from '../../money/index.js';
import { distinctRows } from '../distinct-rows.js';

/** What a client said beyond the questionnaire. */
export interface ClientStatements {
  /** The largest loss in a year that the client says to accept, decimal fraction; 0 for none. */
  readonly acceptedLoss?: number;
  /** The return that the client expects; annual, decimal fraction. */
  readonly expectedReturn?: number;
  readonly annualIncome?: Money;
  readonly birthYear?: number;
  /** Completed years, as the client said it. */
  readonly age?: number;
  /** Years for which the client says not to need the money. */
  readonly horizonYears?: number;
  /** What the client says to need within twelve months. */
  readonly liquidityNeed?: Money;
}

/** Money that a client plans to take out; a positive amount. */
export interface PlannedWithdrawal extends Money {
  readonly id: string;
  readonly date: PlainDate;
  /** The goal that it pays for, by id: it then first takes what is set aside for that goal. */
  readonly goal?: string;
}

/** What was seen of a client's conduct, counted elsewhere. */
export interface ObservedBehaviour {
  /** Sales in a falling market that no need for money explains. */
  readonly panicSales?: number;
}

/** Checks what a client said; what was not said is left out. */
export function readStatements(
  given: ClientStatements | undefined,
  path: string,
): ClientStatements {
  const statements = checkObject(given ?? {}, path);
  return Object.fromEntries(
    Object.entries(CHECKS).flatMap(([field, check]) => {
      const value = statements[field];
      return value === undefined ? [] : [[field, check(value, at(path, field))]];
    }),
  );
}

type Check = (value: unknown, path: string) => unknown;

const within =
  (range: NumberRange): Check =>
  (value, path) =>
    checkRange(value, path, range);
const whole =
  (range: NumberRange): Check =>
  (value, path) =>
    checkInteger(value, path, range);
const amount: Check = (value, path) => parseMoney(value, path, { sign: 'not-negative' });

const CHECKS: Readonly<Record<keyof ClientStatements, Check>> = {
  acceptedLoss: within({ min: 0, max: 1 }),
  expectedReturn: within({ exclusiveMin: -1, max: 10 }),
  annualIncome: amount,
  birthYear: whole({ min: 1, max: 9999 }),
  age: whole({ min: 0, max: 150 }),
  horizonYears: within({ min: 0, max: 100 }),
  liquidityNeed: amount,
};

/** Checks planned withdrawals; `null` where nobody said whether there are any. */
export function readPlannedWithdrawals(
  given: readonly PlannedWithdrawal[] | undefined,
  path: string,
): readonly PlannedWithdrawal[] | null {
  if (given === undefined) return null;
  return distinctRows(checkList<PlannedWithdrawal>(given, path), path, (row) => {
    checkObject(row, '');
    const date = parsePlainDate(row.date, 'date');
    return {
      id: checkText(row.id, 'id'),
      date,
      ...parseMoney(row, '', { sign: 'positive' }),
      ...(row.goal === undefined ? {} : { goal: checkText(row.goal, 'goal') }),
    };
  });
}

/** Checks what was seen of a client's conduct. */
export function readBehaviour(
  given: ObservedBehaviour | undefined,
  path: string,
): ObservedBehaviour {
  const { panicSales } = checkObject(given ?? {}, path);
  if (panicSales === undefined) return {};
  return { panicSales: checkInteger(panicSales, at(path, 'panicSales'), { min: 0 }) };
}
