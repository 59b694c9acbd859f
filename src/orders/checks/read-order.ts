import { parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  at,
  checkBoolean,
  checkList,
  checkObject,
  checkOneOf,
  checkText,
  refuseUnknown,
} from '../../errors/index.js';
import {
  fromMinorUnits,
  type Money,
  parseMoney,
  parseMoneyIn,
  toMinorUnits,
} from '../../money/index.js';
import type { Override } from '../../suitability/index.js';
import { readQuantity } from '../life/quantity.js';
import { readEvidence } from '../proposal/read-consent.js';
import { ORDER_FIELDS } from './fields.js';
import type { OpenOrder } from './order-to-check.js';

/** Checks what every order must have, whether it is checked or still open. */
export function readOrder<O extends OpenOrder>(order: O, path: string): O {
  refuseUnknown(checkObject(order, path), path, ORDER_FIELDS);
  checkText(order.id, at(path, 'id'));
  checkText(order.product, at(path, 'product'));
  const side = checkOneOf(order.side, at(path, 'side'), ['buy', 'sell', 'switch'] as const);
  if (side === 'switch') checkText((order as { from?: unknown }).from, at(path, 'from'));
  for (const name of ['proposalHash', 'idempotencyKey', 'funding'] as const) {
    if (order[name] !== undefined) checkText(order[name], at(path, name));
  }
  for (const name of ['solicited', 'reserved'] as const) {
    if (order[name] !== undefined) checkBoolean(order[name], at(path, name));
  }
  for (const name of ['acknowledged', 'approved', 'documents'] as const) {
    if (order[name] !== undefined) checkTexts(order[name], at(path, name));
  }
  for (const name of ['facts', 'assessment'] as const) {
    if (order[name] !== undefined) checkObject(order[name], at(path, name));
  }
  const { after, units, evidence, overrides } = order;
  if (after !== undefined) {
    checkList<string>(after, at(path, 'after')).forEach((id, i) => {
      checkText(id, at(at(path, 'after'), i));
    });
  }
  for (const name of ['orderOn', 'dealsOn', 'settlesOn'] as const) {
    if (order[name] !== undefined) parsePlainDate(order[name], at(path, name));
  }
  if (units !== undefined) readQuantity(units, at(path, 'units'));
  if (overrides !== undefined) {
    checkList<Override>(overrides, at(path, 'overrides')).forEach((one, i) => {
      const where = at(at(path, 'overrides'), i);
      parsePlainDate(checkObject(one, where).on, at(where, 'on'));
    });
  }
  if (evidence !== undefined) {
    checkList(evidence, at(path, 'evidence')).forEach((item, i) => {
      readEvidence(item as never, at(at(path, 'evidence'), i));
    });
  }
  const gross = parseMoney(order.gross, at(path, 'gross'), { sign: 'positive' });
  checkParts(order, gross, path);
  return { ...order, gross };
}

/** Fee and net are parts of the gross amount, and both together are all of it. */
function checkParts({ fee, net }: OpenOrder, gross: Money, path: string): void {
  const unitsOf = (name: 'fee' | 'net', part: Money | undefined): bigint | undefined => {
    if (part === undefined) return undefined;
    const where = at(path, name);
    const money = parseMoneyIn(part, gross.currency, where, { sign: 'not-negative' });
    if (toMinorUnits(money) <= toMinorUnits(gross)) return toMinorUnits(money);
    throw new AptfolioError('inconsistent', where, `at most ${gross.amount}`, money.amount);
  };
  const [taken, left] = [unitsOf('fee', fee), unitsOf('net', net)];
  if (taken === undefined || left === undefined || taken + left === toMinorUnits(gross)) return;
  const { amount } = fromMinorUnits(gross.currency, toMinorUnits(gross) - taken);
  throw new AptfolioError('inconsistent', at(path, 'net'), `what the fee leaves, ${amount}`, net);
}

/** References by code. */
function checkTexts(texts: Readonly<Record<string, string>>, path: string): void {
  for (const [code, text] of Object.entries(checkObject(texts, path))) {
    checkText(text, at(path, code));
  }
}
