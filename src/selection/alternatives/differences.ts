import { makeReason, type Reason } from '../../evidence/index.js';
import { absoluteMoney, isZero, type Money, subtractMoney } from '../../money/index.js';
import type { PortfolioFigures } from './alternative.js';

/** Differences below this say nothing. */
const NOTHING = 1e-9;

/** How a portfolio differs from the selection, figure by figure. */
export function differences(other: PortfolioFigures, own: PortfolioFigures): readonly Reason[] {
  return [
    ...inRate('tracks-worse', 'tracks-better', other.trackingError, own.trackingError),
    ...inRate('higher-return', 'lower-return', other.netReturn, own.netReturn),
    ...inRate('more-volatile', 'less-volatile', other.volatility, own.volatility),
    ...inCost('dearer', 'cheaper', other, own, 'yearly'),
    ...inCost('dearer-entry', 'cheaper-entry', other, own, 'entry'),
    ...inCost('dearer-exit', 'cheaper-exit', other, own, 'exit'),
    ...inDays('longer-lock-up', 'shorter-lock-up', other.longestLockUpDays, own.longestLockUpDays),
    ...inDays('money-later', 'money-sooner', other.daysToMoney, own.daysToMoney),
    ...inRate('goal-likelier', 'goal-less-likely', other.goalProbability, own.goalProbability),
    ...inNumber(Object.keys(other.weights).length, Object.keys(own.weights).length),
  ];
}

function say(
  name: string,
  parameters: Readonly<Record<string, number | Money>>,
): readonly Reason[] {
  return [makeReason(`selection.alternative.${name}`, 'info', parameters)];
}

function inRate(
  more: string,
  less: string,
  value: number | undefined,
  own: number | undefined,
): readonly Reason[] {
  if (value === undefined || own === undefined) return [];
  const by = Math.abs(value - own);
  return by <= NOTHING ? [] : say(value > own ? more : less, { by, value, own });
}

/** In money where there is an amount, else as a part of it. */
function inCost(
  more: string,
  less: string,
  other: PortfolioFigures,
  own: PortfolioFigures,
  kind: 'yearly' | 'entry' | 'exit',
): readonly Reason[] {
  const [rate, ownRate] = [other[`${kind}CostRate`], own[`${kind}CostRate`]];
  const [cost, ownCost] = [other[`${kind}Cost`], own[`${kind}Cost`]];
  if (cost === undefined || ownCost === undefined) {
    return inRate(`${more}-rate`, `${less}-rate`, rate, ownRate);
  }
  const difference = subtractMoney(cost, ownCost);
  if (isZero(difference)) return [];
  return say(rate > ownRate ? more : less, {
    by: absoluteMoney(difference),
    value: cost,
    own: ownCost,
  });
}

function inDays(
  more: string,
  less: string,
  value: number | undefined,
  own: number | undefined,
): readonly Reason[] {
  if (value === own) return [];
  if (value === undefined) return say(`${more}-unknown`, {});
  if (own === undefined) return say(`${less}-unknown`, {});
  return say(value > own ? more : less, { by: Math.abs(value - own), value, own });
}

function inNumber(value: number, own: number): readonly Reason[] {
  return value === own ? [] : say(value > own ? 'more-products' : 'fewer-products', { value, own });
}
