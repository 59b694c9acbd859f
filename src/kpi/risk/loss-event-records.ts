import {
  AptfolioError,
  checkBoolean,
  checkObject,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import {
  compareMoney,
  type Money,
  parseMoney,
  parseMoneyIn,
  subtractMoney,
} from '../../money/index.js';
import { makeRecord } from '../cube/make-record.js';
import { readInstant } from '../cube/read-look.js';
import type { KpiRecord } from '../cube/record.js';
import type { Fields } from '../kinds/kind.js';
import type { KpiEvent } from '../state.js';
import { dimensionsWithFamily, type RiskOptions, readRiskOptions } from './risk-options.js';

/** What went wrong and cost money, or nearly did. */
export interface LossEvent {
  /** At most 80 characters. */
  readonly id: string;
  /** What kind of risk: one of `options.families`. */
  readonly family: string;
  /** When the bank became aware of it: ISO 8601 with its offset, or milliseconds since 1970-01-01T00:00Z. */
  readonly foundAt: string | number;
  /** What it cost before anything came back, above 0. Absent for a near miss, and as long as nobody knows. */
  readonly grossLoss?: Money;
  /** What has come back so far, from an insurer, a client or whoever else: at most the gross loss. Default nothing. */
  readonly recovered?: Money;
  /** Whether it could have cost something and did not; default false. */
  readonly nearMiss?: boolean;
  readonly dimensions?: Readonly<Record<string, string>>;
}

const FIELDS: FieldsOf<LossEvent> = {
  id: true,
  family: true,
  foundAt: true,
  grossLoss: true,
  recovered: true,
  nearMiss: true,
  dimensions: true,
};

/**
 * Turns a loss event into records for a cube: that it happened, what it cost, and what it cost after what came back.
 *
 * What comes back later lowers the loss of the day on which the event was found: the event is told again, and the latest look counts. A near miss is no loss
 * event; it is left out under `near-miss`, and counted there. An event of which nobody knows what it cost counts as an event, and its loss is left out
 * under `not-estimated`, which is not 0. What else the figures need is the bank's to add: the clients at the start for `loss-event-rate`, the opening assets
 * for `loss-ratio`.
 *
 * @param event as known at the look, in the currency of the definitions.
 * @returns a record each of `loss-event-rate`, `loss-ratio`, `loss-per-event` and `gross-loss-per-event`.
 * @throws AptfolioError with path `event…` or `options…`: `unknown-id` for another family, `inconsistent` for a time after the look, for more that came back than
 * was lost, and for a loss of a near miss.
 *
 * Source: Basel Committee on Banking Supervision, OPE25 (gross and net loss, date of discovery); Regulation (EU) No 575/2013, article 318.
 *
 * @example
 * ```ts
 * import { lossEventRecords } from 'aptfolio/kpi';
 *
 * const options = { families: ['execution', 'fraud'], asOf: '2026-06-30T00:00:00+08:00' };
 * const cny = (amount) => ({ currency: 'CNY', amount });
 * const event = { id: 'l-1', family: 'execution', foundAt: '2026-03-02T09:00:00+08:00', grossLoss: cny('50000.00') };
 * const told = (change) => lossEventRecords({ ...event, ...change }, options).map(({ event }) => event);
 * told({ recovered: cny('20000.00') });
 * // => [
 * //   { count: 1 },
 * //   { numerator: { currency: 'CNY', amount: '30000.00' } },
 * //   { amount: { currency: 'CNY', amount: '30000.00' }, count: 1 },
 * //   { amount: { currency: 'CNY', amount: '50000.00' }, count: 1 },
 * // ]
 * told({ grossLoss: undefined, nearMiss: true })[0]; // => { excluded: 'near-miss' }
 * told({ recovered: cny('60000.00') }); // => throws 'inconsistent', 'event.recovered'
 * ```
 */
export function lossEventRecords(event: LossEvent, options: RiskOptions): readonly KpiRecord[] {
  const terms = readRiskOptions(options);
  const fields = checkObject(event, 'event');
  refuseUnknown(fields, 'event', FIELDS);
  const id = checkText(fields.id, 'event.id', 80);
  const at = readInstant(fields.foundAt, 'event.foundAt', { asOf: terms.asOf });
  const dimensions = dimensionsWithFamily(fields, 'event', terms);
  const loss = readLoss(fields);
  const record = (kpi: string, event: KpiEvent): KpiRecord =>
    makeRecord({ kpi, at, revision: terms.asOf, parts: [id], dimensions, event });
  const ofLoss = (kpi: string, made: (loss: Loss) => KpiEvent): KpiRecord =>
    record(kpi, typeof loss === 'string' ? { excluded: loss } : made(loss));
  return Object.freeze([
    record('loss-event-rate', loss === 'near-miss' ? { excluded: loss } : { count: 1 }),
    ofLoss('loss-ratio', ({ net }) => ({ numerator: net })),
    ofLoss('loss-per-event', ({ net }) => ({ amount: net, count: 1 })),
    ofLoss('gross-loss-per-event', ({ gross }) => ({ amount: gross, count: 1 })),
  ]);
}

interface Loss {
  readonly gross: Money;
  /** Less what has come back. */
  readonly net: Money;
}

function readLoss({
  nearMiss,
  grossLoss,
  recovered,
}: Fields): Loss | 'near-miss' | 'not-estimated' {
  const missed = nearMiss !== undefined && checkBoolean(nearMiss, 'event.nearMiss');
  if (grossLoss === undefined) {
    if (recovered === undefined) return missed ? 'near-miss' : 'not-estimated';
    throw fault('event.recovered', 'nothing, since there is no grossLoss', recovered);
  }
  if (missed) throw fault('event.grossLoss', 'none of a near miss', grossLoss);
  const gross = parseMoney(grossLoss, 'event.grossLoss', { sign: 'positive' });
  if (recovered === undefined) return { gross, net: gross };
  const limits = { sign: 'not-negative' } as const;
  const back = parseMoneyIn(recovered, gross.currency, 'event.recovered', limits);
  if (compareMoney(back, gross) <= 0) return { gross, net: subtractMoney(gross, back) };
  throw fault('event.recovered', `at most the gross loss of ${gross.amount}`, recovered);
}

function fault(path: string, expected: string, received: unknown): AptfolioError {
  return new AptfolioError('inconsistent', path, expected, received);
}
