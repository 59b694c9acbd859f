import {
  addDays,
  checkInterval,
  compareDates,
  type DateInterval,
  type PlainDate,
  parsePlainDate,
} from '../../dates/index.js';
import { AptfolioError, at, checkObject, checkOneOf, checkText } from '../../errors/index.js';
import type { DealingDays, DealingTerms, RedemptionGate, RollingTerm } from '../dealing-terms.js';
import { checkAmount, checkPositiveAmount } from './check-amount.js';
import { checkFields, type FieldChecks, listOf, numberIn, wholeNumberIn } from './check-fields.js';

/** Checks when a product deals; windows and gates come out by ascending day. */
export function checkDealing(value: unknown, path: string): DealingTerms {
  const terms = checkFields(value, path, DEALING, []);
  checkBeforeMaturity(terms, path);
  checkStart(terms, path);
  return terms;
}

const COUNT = wholeNumberIn({ min: 0 });

const DEALING: FieldChecks<DealingTerms> = {
  subscription: checkDealingDays,
  redemption: checkDealingDays,
  subscriptionNotice: COUNT,
  redemptionNotice: COUNT,
  cutOff: checkTimeOfDay,
  rollingTerm: checkRollingTerm,
  startsOn: parsePlainDate,
  maturity: parsePlainDate,
  subscriptionSettlement: COUNT,
  redemptionSettlement: COUNT,
  closedOn: checkClosedDays,
  gates: checkGates,
  dailyPurchase: checkPositiveAmount,
  dailyRedemption: checkPositiveAmount,
};

function checkDealingDays(value: unknown, path: string): DealingDays {
  if (value === 'never') return value;
  if (typeof value === 'string') {
    throw new AptfolioError('unknown-value', path, '"never", periods or recurring windows', value);
  }
  return Object.hasOwn(checkObject(value, path), 'periods')
    ? checkFields<Periods>(value, path, PERIODS, ['periods'])
    : checkWindows(value as object, path);
}

type Periods = Extract<DealingDays, { periods: unknown }>;
type MonthlyWindows = Extract<DealingDays, { everyMonths: number }>;
type DailyWindows = Extract<DealingDays, { everyDays: number }>;

const PERIODS: FieldChecks<Periods> = { periods: checkPeriods };

function checkPeriods(value: unknown, path: string): readonly DateInterval[] {
  const given = checkIntervals(value, path);
  const periods = [...given].sort((a, b) => compareDates(a.from, b.from));
  const crossed = periods.findIndex((period, i) => i > 0 && period.from < periods[i - 1]!.to);
  if (crossed === -1) return Object.freeze(periods);
  const place = at(at(path, given.indexOf(periods[crossed]!)), 'from');
  const free = 'a span that overlaps no other';
  throw new AptfolioError('inconsistent', place, free, periods[crossed]!.from);
}

const checkIntervals = listOf((value, path) => {
  const interval = checkInterval(value as DateInterval, path);
  if (interval.from < interval.to) return interval;
  throw new AptfolioError('empty', path, 'a span of at least one day');
}, 1);

const WINDOW = { from: parsePlainDate, days: wholeNumberIn({ min: 1 }) } as const;
const MONTHLY: FieldChecks<MonthlyWindows> = {
  ...WINDOW,
  everyMonths: wholeNumberIn({ min: 1, max: 1200 }),
};
const DAILY: FieldChecks<DailyWindows> = {
  ...WINDOW,
  everyDays: wholeNumberIn({ min: 1, max: 36_525 }),
};

/** The days that every month has. */
const SHORTEST_MONTH = 28;

function checkWindows(value: object, path: string): MonthlyWindows | DailyWindows {
  const windows = Object.hasOwn(value, 'everyDays')
    ? checkFields<DailyWindows>(value, path, DAILY, ['from', 'everyDays', 'days'])
    : checkFields<MonthlyWindows>(value, path, MONTHLY, ['from', 'everyMonths', 'days']);
  const longest = 'everyDays' in windows ? windows.everyDays : windows.everyMonths * SHORTEST_MONTH;
  if (windows.days <= longest) return windows;
  const expected = `at most ${longest} days, so that no window runs into the next`;
  throw new AptfolioError('inconsistent', at(path, 'days'), expected, windows.days);
}

/** A minute of a day, from 00:00 to 23:59. */
const TIME_OF_DAY: RegExp = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

function checkTimeOfDay(value: unknown, path: string): string {
  const text = checkText(value, path);
  if (TIME_OF_DAY.test(text)) return text;
  throw new AptfolioError('invalid-format', path, 'a time from "00:00" to "23:59"', text);
}

const ROLLING: FieldChecks<RollingTerm> = {
  days: wholeNumberIn({ min: 1 }),
  windowDays: wholeNumberIn({ min: 1 }),
  adjustment: (value, path) => checkOneOf<'none' | 'following'>(value, path, ['none', 'following']),
};

function checkRollingTerm(value: unknown, path: string): RollingTerm {
  const term = checkFields(value, path, ROLLING, ['days']);
  if (term.windowDays === undefined || term.windowDays <= term.days) return term;
  const expected = `at most the term’s ${term.days} days`;
  throw new AptfolioError('inconsistent', at(path, 'windowDays'), expected, term.windowDays);
}

const GATE: FieldChecks<AnyGate> = {
  on: parsePlainDate,
  perClient: checkAmount,
  acceptedShare: numberIn({ min: 0, max: 1 }),
};

interface AnyGate {
  readonly on: PlainDate;
  readonly perClient?: string;
  readonly acceptedShare?: number;
}

const checkGateList = listOf((value, path): RedemptionGate => {
  const gate = checkFields<AnyGate>(value, path, GATE, ['on']);
  if (gate.perClient !== undefined || gate.acceptedShare !== undefined) {
    return gate as RedemptionGate;
  }
  throw new AptfolioError('missing-value', at(path, 'perClient'), 'perClient or acceptedShare');
}, 0);

function checkGates(value: unknown, path: string): readonly RedemptionGate[] {
  const given = checkGateList(value, path);
  const gates = [...given].sort((a, b) => compareDates(a.on, b.on));
  const again = gates.findIndex((gate, i) => i > 0 && gate.on === gates[i - 1]!.on);
  if (again === -1) return Object.freeze(gates);
  const place = at(at(path, given.indexOf(gates[again]!)), 'on');
  throw new AptfolioError('duplicate-id', place, 'one gate a day', gates[again]!.on);
}

const checkDates = listOf(parsePlainDate, 0);

function checkClosedDays(value: unknown, path: string): readonly PlainDate[] {
  const given = checkDates(value, path);
  const days = [...given].sort(compareDates);
  const again = days.findIndex((day, i) => i > 0 && day === days[i - 1]);
  if (again === -1) return Object.freeze(days);
  const place = at(path, given.lastIndexOf(days[again]!));
  throw new AptfolioError('duplicate-id', place, 'a day not named before', days[again]);
}

/** A product pays back after it has begun. */
function checkStart({ startsOn, maturity }: DealingTerms, path: string): void {
  if (startsOn === undefined || maturity === undefined || startsOn < maturity) return;
  throw new AptfolioError('inconsistent', at(path, 'startsOn'), `a day before ${maturity}`);
}

/** Nothing is bought once everything has been paid back. */
function checkBeforeMaturity({ subscription, maturity }: DealingTerms, path: string): void {
  if (maturity === undefined || typeof subscription !== 'object') return;
  const place = at(path, 'subscription');
  if (!('periods' in subscription)) {
    if (subscription.from < maturity) return;
    throw new AptfolioError('inconsistent', at(place, 'from'), `a day before ${maturity}`);
  }
  const last = subscription.periods.at(-1) as DateInterval;
  if (addDays(last.to, -1) <= maturity) return;
  throw new AptfolioError('inconsistent', at(place, 'periods'), `days up to ${maturity}`, last.to);
}
