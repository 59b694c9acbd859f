import { type ClientReturn, type ClientReturnOptions, periodOf } from '../../../src/kpi/index.js';
import { type Money, money } from '../../../src/money/index.js';

export const cny = (amount: string): Money<'CNY'> => money('CNY', amount);

/** The second quarter of 2026, seen on the day after. */
export const options: ClientReturnOptions = {
  period: periodOf('2026-06-30', 'quarter'),
  flowTiming: 'end-of-day',
  asOf: '2026-07-01T00:00:00+08:00',
};

/** There for the whole quarter without a flow: 5 % by either method. */
export const first: ClientReturn = {
  ...{ id: 'c-1', from: '2026-03-31', to: '2026-06-30', flows: [] },
  opening: cny('1000.00'),
  closing: cny('1050.00'),
};
