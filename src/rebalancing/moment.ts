import { type PlainDate, parsePlainDate } from '../dates/index.js';
import { checkObject, type FieldsOf, refuseUnknown, renamePaths } from '../errors/index.js';
import type { CurrencyCode } from '../money/index.js';
import { openDealingDesk } from '../products/index.js';
import { checkRebalancer } from './check-rebalancer.js';
import { INSIDE, type Rebalancer } from './compile-rebalancing.js';
import type { Inside } from './policy/compiled-policy.js';

/** When accounts are decided. */
export interface RebalanceOptions {
  /** The day of the decision. */
  readonly asOf: PlainDate;
  /**
   * The time of the orders, `HH:MM` in the bank's zone: those of a product whose cut-off has passed count for the next business day. Absent: they
   * come before every cut-off.
   */
  readonly time?: string;
}

/** The fields of these options. */
export const MOMENT_FIELDS: FieldsOf<RebalanceOptions> = { asOf: true, time: true };

/** Checks the day; a field that there is none of is refused: what it was to say would be lost. */
export function readDay<T extends RebalanceOptions>(options: T, fields: FieldsOf<T>): PlainDate {
  checkObject(options, 'options');
  refuseUnknown(options, 'options', fields);
  return parsePlainDate(options.asOf, 'options.asOf');
}

/** The rebalancer as it decides at a time of the day; itself where none is given. */
export function atTime<C extends CurrencyCode>(
  rebalancer: Rebalancer<C>,
  { asOf, time }: RebalanceOptions,
): Rebalancer<C> {
  if (time === undefined) return rebalancer;
  const inside = checkRebalancer(rebalancer, asOf);
  const { calendar } = inside;
  const desk = renamePaths({ time: 'options.time' }, () =>
    openDealingDesk({ asOf, calendar, time }),
  );
  const deskOn: Inside['deskOn'] = (day) => (day === asOf ? desk : inside.deskOn(day));
  return Object.freeze({ ...rebalancer, [INSIDE]: { ...inside, deskOn, time } });
}
