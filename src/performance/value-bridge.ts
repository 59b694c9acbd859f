import { at, checkList, checkUniqueIds } from '../errors/index.js';
import {
  addMoney,
  equalsMoney,
  type Money,
  parseMoney,
  parseMoneyIn,
  subtractMoney,
} from '../money/index.js';

/** One step of a bridge: what it is and by how much it changed the value. */
export interface BridgeLine {
  readonly id: string;
  /** Positive raises the value, negative lowers it. */
  readonly amount: Money;
}

/** A line of the finished bridge, with the value reached after it. */
export interface BridgeStep extends BridgeLine {
  readonly value: Money;
}

/** The way from the opening to the closing value, and what of it the lines do not explain. */
export interface ValueBridge {
  /** `explained` only if opening and lines add up to the closing value to the last unit. */
  readonly status: 'explained' | 'unexplained';
  readonly opening: Money;
  readonly steps: readonly BridgeStep[];
  readonly closing: Money;
  /** Closing value − (opening value + lines); zero when explained. */
  readonly unexplained: Money;
}

/**
 * Adds the lines of a value bridge up, in money, and names what they leave unexplained.
 *
 * A rest is never spread over the lines or hidden in one of them.
 *
 * @param opening the value at the start.
 * @param lines in the order of display, ids unique, all in the opening value's currency.
 * @param closing the value at the end.
 * @throws AptfolioError `currency-mismatch`, `duplicate-id`, `missing-value`, with the path.
 *
 * @example
 * ```ts
 * import { money } from 'aptfolio/money';
 * import { valueBridge } from 'aptfolio/performance';
 *
 * const lines = [
 *   { id: 'contributions', amount: money('CNY', '500') },
 *   { id: 'market', amount: money('CNY', '-20.5') },
 * ];
 * const bridge = valueBridge(money('CNY', '1000'), lines, money('CNY', '1480'));
 * bridge.status; // => 'unexplained'
 * bridge.unexplained; // => { currency: 'CNY', amount: '0.50' }
 * ```
 */
export function valueBridge(
  opening: Money,
  lines: readonly BridgeLine[],
  closing: Money,
): ValueBridge {
  const start = parseMoney(opening, 'opening');
  const end = parseMoneyIn(closing, start.currency, 'closing');
  checkUniqueIds(checkList<BridgeLine>(lines, 'lines'), 'lines');
  let value = start;
  const steps = lines.map((line, i) => {
    const amount = parseMoneyIn(line.amount, start.currency, at(at('lines', i), 'amount'));
    value = addMoney(value, amount);
    return Object.freeze({ id: line.id, amount, value });
  });
  return Object.freeze({
    status: equalsMoney(value, end) ? 'explained' : 'unexplained',
    opening: start,
    steps: Object.freeze(steps),
    closing: end,
    unexplained: subtractMoney(end, value),
  });
}
