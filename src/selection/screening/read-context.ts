import {
  type BusinessCalendar,
  compileCalendar,
  type PlainDate,
  parsePlainDate,
} from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  refuseUnknown,
} from '../../errors/index.js';
import { type CurrencyCode, checkCurrency, parseMoney } from '../../money/index.js';
import {
  checkUniverse,
  findProduct,
  type ProductUniverse,
  universeOn,
} from '../../products/index.js';
import { RISK_LEVELS } from '../../questionnaire/index.js';
import { CONTEXT_FIELDS } from './context-fields.js';
import type { PackScreening, ScreeningContext } from './screening-context.js';

/** A context whose plain fields are checked, with its defaults. */
export interface ReadContext {
  readonly given: ScreeningContext;
  /** The products of the day. */
  readonly universe: ProductUniverse;
  readonly held: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  readonly currencies: ReadonlySet<CurrencyCode>;
}

/** Checks a context, and brings the products to its day. */
export function readContext(universe: ProductUniverse, context: ScreeningContext): ReadContext {
  checkUniverse(universe, 'universe');
  const given = checkObject(context, 'context') as unknown as ScreeningContext;
  // A limit whose name is misspelt would be a limit that is lost.
  refuseUnknown(given, 'context', CONTEXT_FIELDS);
  const { level, maxLockUpDays, amount, held = [], documents = [], currencies = [] } = given;
  if (!('suitability' in given) || given.suitability === undefined || level !== undefined) {
    checkOneOf(level, 'context.level', RISK_LEVELS);
  }
  if (maxLockUpDays !== undefined) checkInteger(maxLockUpDays, 'context.maxLockUpDays', { min: 0 });
  if (amount !== undefined) parseMoney(amount, 'context.amount', { sign: 'positive' });
  const asOf = dayOf(universe, given);
  const ids = Array.from(checkList<unknown>(held, 'context.held'));
  return {
    given,
    universe: asOf === undefined ? universe : universeOn(universe, asOf),
    held: new Set(ids.map((id, i) => findProduct(id, universe, at('context.held', i)).id)),
    documents: new Set(textsIn(documents, 'context.documents')),
    currencies: new Set(
      Array.from(checkList<unknown>(currencies, 'context.currencies'), (code, i) =>
        checkCurrency(code, at('context.currencies', i)),
      ),
    ),
  };
}

function textsIn(list: unknown, path: string): readonly string[] {
  return Array.from(checkList<unknown>(list, path), (text, i) => checkText(text, at(path, i)));
}

/** The day, which must be known where anything depends on it. */
function dayOf(universe: ProductUniverse, given: ScreeningContext): PlainDate | undefined {
  const { asOf, moneyNeededOn } = given;
  const needed =
    moneyNeededOn === undefined
      ? undefined
      : parsePlainDate(moneyNeededOn, 'context.moneyNeededOn');
  if (asOf !== undefined) {
    const day = parsePlainDate(asOf, 'context.asOf');
    if (needed === undefined || needed >= day) return day;
    const expected = `a day not before ${day}`;
    throw new AptfolioError('inconsistent', 'context.moneyNeededOn', expected, needed);
  }
  if (needed !== undefined) throw noDay('as money is needed on a day');
  if ((given as Partial<PackScreening>).suitability !== undefined)
    throw noDay('as packs are asked');
  const timed = universe.products.find(({ changes, dealing }) => changes ?? dealing);
  if (timed !== undefined) throw noDay(`as ${timed.id} has changes or terms of dealing`);
  return undefined;
}

function noDay(why: string): AptfolioError {
  return new AptfolioError('missing-value', 'context.asOf', `a day, ${why}`);
}

/** Monday to Friday, without holidays. */
export function defaultCalendar(): BusinessCalendar {
  const covers = { from: '1900-01-01', to: '2200-01-01' } as const;
  return compileCalendar({ id: 'monday-to-friday', covers, holidays: [] });
}
