import { type PlainDate, parsePlainDate } from '../../dates/index.js';
import { AptfolioError, at, checkList, type FieldsOf, refuseUnknown } from '../../errors/index.js';
import {
  addMoney,
  compareMoney,
  convertMoney,
  type Money,
  parseMoney,
  ratioOfMoney,
} from '../../money/index.js';
import type { ScreeningTerms } from '../screening/screening-context.js';
import type { FitTerms, MoneyNeed } from './fit-terms.js';
import type { NeedByDay } from './money-needs.js';

const FIELDS: FieldsOf<MoneyNeed> = { on: true, amount: true };

const PATH = 'context.moneyNeeded';

/** Reads on which days money is needed: by ascending day, each with all that is needed until then. */
export function readNeeds(
  context: ScreeningTerms & Pick<FitTerms, 'moneyNeeded'>,
): readonly NeedByDay[] {
  if (context.moneyNeeded === undefined) return [];
  const rows = Array.from(checkList<MoneyNeed>(context.moneyNeeded, PATH));
  if (rows.length === 0) return [];
  const whole = wholeOf(context);
  const needs = rows.map((row, index) => readNeed(row, at(PATH, index), whole));
  const byDay: NeedByDay[] = [];
  for (const { on, amount } of needs.sort((a, b) => (a.on < b.on ? -1 : 1))) {
    const before = byDay.at(-1);
    const all = before === undefined ? amount : addMoney(before.amount, amount);
    if (before?.on === on) byDay.pop();
    byDay.push({ on, amount: all, share: ratioOfMoney(all, whole.amount) });
  }
  const last = byDay.at(-1)!.amount;
  if (compareMoney(last, whole.amount) <= 0) return byDay;
  const expected = `at most context.amount in all, ${whole.amount.amount}`;
  throw new AptfolioError('inconsistent', PATH, expected, last.amount);
}

/** What is to be invested, when, and at which rates. */
type Whole = Required<Pick<ScreeningTerms, 'amount' | 'asOf'>> & Pick<ScreeningTerms, 'fx'>;

function wholeOf({ amount, asOf, fx }: ScreeningTerms): Whole {
  if (amount === undefined) {
    throw new AptfolioError(
      'missing-value',
      'context.amount',
      'an amount, as parts of it are needed',
    );
  }
  if (asOf === undefined) {
    throw new AptfolioError('missing-value', 'context.asOf', 'a day, as money is needed on a day');
  }
  const checked = parseMoney(amount, 'context.amount', { sign: 'positive' });
  return { amount: checked, asOf: parsePlainDate(asOf, 'context.asOf'), ...(fx && { fx }) };
}

function readNeed(row: MoneyNeed, path: string, { amount: whole, asOf, fx }: Whole): MoneyNeed {
  refuseUnknown(row, path, FIELDS);
  const on: PlainDate = parsePlainDate(row?.on, at(path, 'on'));
  if (on < asOf) {
    throw new AptfolioError('inconsistent', at(path, 'on'), `a day not before ${asOf}`, on);
  }
  const amount: Money = parseMoney(row.amount, at(path, 'amount'), { sign: 'positive' });
  if (amount.currency === whole.currency) return { on, amount };
  if (fx === undefined) {
    throw new AptfolioError('missing-rate', 'context.fx', `rates for ${amount.currency}`);
  }
  return { on, amount: convertMoney(amount, whole.currency, fx, { rounding: 'up' }) };
}
