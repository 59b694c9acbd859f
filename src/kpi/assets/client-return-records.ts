import { daysBetween } from '../../dates/index.js';
import { renamePaths } from '../../errors/index.js';
import {
  type CurrencyCode,
  divideMoney,
  fromMinorUnits,
  isPositive,
  multiplyMoney,
  sumMoney,
  toMinorUnits,
} from '../../money/index.js';
import { modifiedDietz, timeWeightedReturn } from '../../performance/index.js';
import { makeRecord } from '../cube/make-record.js';
import type { KpiRecord } from '../cube/record.js';
import { BILLION, fineSides } from '../kinds/fine-amount.js';
import type { ExcludedCase, KpiEvents } from '../state.js';
import {
  type ClientReturn,
  type ClientReturnOptions,
  type ReturnCase,
  readReturnCase,
} from './client-return.js';

/** Below this a lead over the benchmark is noise of floating point. */
const NO_LEAD = 1e-12;

/**
 * Turns one client's values and flows into records for a cube: the client's Modified Dietz and time-weighted return, for means, dispersion and
 * asset-weighted figures, and whether the client is ahead of the benchmark.
 *
 * The time-weighted return says how good the management was, and is what the benchmark is compared with; the Modified Dietz return weighs by what the
 * client had in it. A client without a return is left out under the reason's name, and counted: `part-period` who was not there for the whole period,
 * `no-capital` where nothing was invested, `no-valuation` where money moved and the value that it met is not known, `no-benchmark`. A client told again for the
 * same period counts by the latest look, whatever was corrected.
 *
 * Sources: Global Investment Performance Standards for firms (2020): composite return by beginning assets or by aggregation, internal dispersion of
 * portfolios that were there for the whole period, of which the equal-weighted standard deviation is one measure; P. Dietz (1966).
 *
 * @param client of one period and one currency.
 * @param options `period`, `flowTiming` (no default: it changes the number, so the records say it, and a cube whose definitions have another refuses them) and `asOf`.
 * @returns seven records for the KPIs of `serviceKpis`, dated on the client's last day.
 * @throws AptfolioError with path `client…` or `options…`: `out-of-range` for a day outside the period, `inconsistent` for a look before the client's last day
 * is over, `currency-mismatch`, `duplicate-id` for a day valued twice.
 *
 * @example
 * ```ts
 * import { clientReturnRecords, periodOf } from 'aptfolio/kpi';
 *
 * const cny = (amount) => ({ currency: 'CNY', amount });
 * const client = {
 *   id: 'c-1', from: '2026-03-31', to: '2026-06-30', opening: cny('1000.00'), closing: cny('1050.00'), flows: [], benchmark: 0.04,
 * };
 * const options = {
 *   period: periodOf('2026-06-30', 'quarter'), flowTiming: 'end-of-day', asOf: '2026-07-01T00:00:00+08:00',
 * };
 * const records = clientReturnRecords(client, options);
 * records.map(({ kpi }) => kpi);
 * // => [
 * //   'mean-client-return',
 * //   'client-return-dispersion',
 * //   'asset-weighted-return',
 * //   'mean-time-weighted-return',
 * //   'time-weighted-return-dispersion',
 * //   'asset-weighted-time-weighted-return',
 * //   'ahead-of-benchmark',
 * // ]
 * records[0].event; // => { value: 0.05 }
 * records[6].event; // => { successes: 1, trials: 1 }
 * const young = { ...client, from: '2026-05-10' };
 * clientReturnRecords(young, options)[0].event; // => { excluded: 'part-period' }
 * ```
 */
export function clientReturnRecords(
  client: ClientReturn,
  options: ClientReturnOptions,
): readonly KpiRecord[] {
  const found = readReturnCase(client, options);
  const { id, to, opening, dimensions } = found.client;
  const { revision, period } = found;
  const { currency } = opening;
  // Not of the client's own days, which may be corrected.
  const parts = [id, period.from, period.to];
  const terms = { flowTiming: found.flowTiming };
  const record = (kpi: string, event: KpiRecord['event']): KpiRecord =>
    makeRecord({ kpi, at: to, revision, parts, dimensions, terms, event });
  const dietz = found.whole ? dietzOf(found) : PART;
  const linked = found.whole ? linkedOf(found) : PART;
  return Object.freeze([
    record('mean-client-return', rateOf(dietz)),
    record('client-return-dispersion', rateOf(dietz)),
    record('asset-weighted-return', weightedOf(dietz, currency)),
    record('mean-time-weighted-return', rateOf(linked)),
    record('time-weighted-return-dispersion', rateOf(linked)),
    record('asset-weighted-time-weighted-return', weightedOf(linked, currency)),
    record('ahead-of-benchmark', aheadOf(linked, found.client.benchmark)),
  ]);
}

/** A return with the amounts whose ratio it is, in billionths of a smallest unit, or why there is none. */
type Found =
  | { readonly rate: number; readonly gain: bigint; readonly capital: bigint }
  | ExcludedCase;

const PART: ExcludedCase = Object.freeze({ excluded: 'part-period' });

function dietzOf({ client, flowTiming }: ReturnCase): Found {
  const { from, to, opening, closing, flows } = client;
  const found = inClient(() =>
    modifiedDietz({ from, to, opening, closing, flows }, { flowTiming }),
  );
  if (found.status === 'undefined') return { excluded: 'no-capital' };
  const length = daysBetween(from, to);
  const early = flowTiming === 'start-of-day' ? 1 : 0;
  // Money times days adds up exactly; it is divided once.
  const moneyDays = flows.reduce(
    (sum, { date, amount }) => sum + toMinorUnits(amount) * BigInt(daysBetween(date, to) + early),
    toMinorUnits(opening) * BigInt(length),
  );
  const { currency } = opening;
  const paidIn = sumMoney(
    currency,
    flows.map(({ amount }) => amount),
  );
  const gain = toMinorUnits(closing) - toMinorUnits(opening) - toMinorUnits(paidIn);
  const capital = divideMoney(fromMinorUnits(currency, moneyDays * BILLION), length);
  return { rate: found.rate, gain: gain * BILLION, capital: toMinorUnits(capital) };
}

function linkedOf({ client, flowTiming }: ReturnCase): Found {
  const { from, to, opening, closing, flows, valuations } = client;
  const points = [...valuations, { date: from, value: opening }, { date: to, value: closing }];
  const found = inClient(() => timeWeightedReturn(points, flows, { flowTiming }));
  if (found.status === 'missing-valuation') return { excluded: 'no-valuation' };
  if (found.status === 'undefined' || !isPositive(opening)) return { excluded: 'no-capital' };
  const capital = fromMinorUnits(opening.currency, toMinorUnits(opening) * BILLION);
  const gain = multiplyMoney(capital, found.rate);
  return { rate: found.rate, gain: toMinorUnits(gain), capital: toMinorUnits(capital) };
}

function rateOf(found: Found): KpiEvents['measurements'] | ExcludedCase {
  return 'excluded' in found ? found : { value: found.rate };
}

function weightedOf(
  found: Found,
  currency: CurrencyCode,
): KpiEvents['amount-ratio'] | ExcludedCase {
  return 'excluded' in found ? found : fineSides(currency, found.gain, found.capital);
}

function aheadOf(
  found: Found,
  benchmark: number | undefined,
): KpiEvents['proportion'] | ExcludedCase {
  if ('excluded' in found) return found;
  if (benchmark === undefined) return { excluded: 'no-benchmark' };
  return { successes: found.rate - benchmark > NO_LEAD ? 1 : 0, trials: 1 };
}

function inClient<T>(run: () => T): T {
  return renamePaths(
    { period: 'client', flows: 'client.flows', valuations: 'client.valuations' },
    run,
  );
}
