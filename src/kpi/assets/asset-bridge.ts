import { daysBetween, instantOf } from '../../dates/index.js';
import {
  at,
  checkList,
  checkObject,
  checkOneOf,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { type Money, sumMoney } from '../../money/index.js';
import { makeRecord } from '../cube/make-record.js';
import type { KpiRecord } from '../cube/record.js';
import { checkDayOver } from '../period/day-over.js';
import type { KpiEvents } from '../state.js';
import { type AccountPeriod, type AssetMovementKind, readAccount } from './account-period.js';

/** The lines of the bridge of assets, in the order of display. */
export const ASSET_BRIDGE_LINES = [
  'net-new-money',
  'market',
  'currency',
  'income',
  'fees',
  'scope',
] as const;

/** A line of the bridge of assets; see `ASSET_BRIDGE_LINES`. */
export type AssetBridgeLine = (typeof ASSET_BRIDGE_LINES)[number];

/** What a bank may count as net new money beside transfers: on this banks differ. */
export const NET_NEW_MONEY_CHOICES = ['dividend', 'interest', 'fee', 'loan-interest'] as const;

/** A kind of movement that may count as net new money; see `NET_NEW_MONEY_CHOICES`. */
export type NetNewMoneyChoice = (typeof NET_NEW_MONEY_CHOICES)[number];

/** What counts as net new money. */
export interface AssetBridgeOptions {
  /**
   * Beside transfers, which always count; default `['loan-interest']`, the direct method of UBS. What does not count stands as income or fees.
   */
  readonly netNewMoney?: readonly NetNewMoneyChoice[];
}

/** How an account's period becomes records. */
export interface AccountRecordOptions extends AssetBridgeOptions {
  /** When the account was looked at: a later look counts in place of an earlier one. */
  readonly asOf: string | number;
}

const LINES: Readonly<Record<AssetMovementKind, AssetBridgeLine>> = {
  transfer: 'net-new-money',
  dividend: 'income',
  interest: 'income',
  fee: 'fees',
  'loan-interest': 'fees',
  market: 'market',
  currency: 'currency',
  // Between parts of the bank nothing is new; in a part it is a change of scope.
  internal: 'scope',
  scope: 'scope',
};
const EVENT_OPTIONS: FieldsOf<AssetBridgeOptions> = { netNewMoney: true };
const RECORD_OPTIONS: FieldsOf<AccountRecordOptions> = { netNewMoney: true, asOf: true };

/**
 * Turns the movements of an account into the event of an asset bridge: opening + net new money + market + currency + income + fees + scope = closing.
 *
 * Sums are exact. What the movements do not explain is left to the bridge, which names it; it is never put into a line.
 *
 * Source: UBS, Financial Report 2006, net new money by the direct method: interest on clients' loans is an outflow; dividends, interest, fees, market and
 * currency do not count. Credit Suisse counted no loan interest either (`[]`); net new fee-generating assets count dividends, interest and fees.
 *
 * @param account of one period and one currency; for a foreign one see `translateAccount`.
 * @param options what counts as net new money beside transfers.
 * @returns the event for `assetBridge` of `serviceKpis`.
 * @throws AptfolioError with path `account…` or `options…`: `unknown-value` for another kind of movement, `out-of-range` for one outside the period,
 * `duplicate-id`, `currency-mismatch`.
 *
 * @example
 * ```ts
 * import { assetBridgeEvent } from 'aptfolio/kpi';
 *
 * const cny = (amount) => ({ currency: 'CNY', amount });
 * const account = {
 *   id: 'a-1', from: '2026-03-31', to: '2026-06-30', opening: cny('1000.00'), closing: cny('1130.00'),
 *   movements: [
 *     { id: '1', on: '2026-04-02', kind: 'transfer', amount: cny('100.00') },
 *     { id: '2', on: '2026-05-15', kind: 'dividend', amount: cny('12.00') },
 *     { id: '3', on: '2026-06-30', kind: 'market', amount: cny('20.00') },
 *     { id: '4', on: '2026-06-30', kind: 'fee', amount: cny('-2.00') },
 *   ],
 * };
 * assetBridgeEvent(account).lines['net-new-money'].amount; // => '100.00'
 * assetBridgeEvent(account, { netNewMoney: ['dividend', 'fee'] }).lines['net-new-money'].amount; // => '110.00'
 * ```
 */
export function assetBridgeEvent(
  account: AccountPeriod,
  options: AssetBridgeOptions = {},
): KpiEvents['amount-bridge'] {
  const terms = checkObject(options, 'options');
  refuseUnknown(terms, 'options', EVENT_OPTIONS);
  return bridgeOf(readAccount(account, 'account'), readChoices(terms.netNewMoney));
}

/**
 * Turns an account's period into records for a cube: the asset bridge, organic growth and the yearly rate of net new money, by one meaning of
 * net new money.
 *
 * The records belong to the account's last day, which must be over somewhere on Earth at the moment of the look: the closing value is that of its end. An
 * account is told again as movements come in: a record's revision is the moment of the look, and one told from the same `from` replaces the earlier, also where `to`
 * was corrected. Periods of two lengths belong in two cubes, and a cube refuses the record of `net-new-money-rate` unless a year has `periodsPerYear` of the account's, give or
 * take a tenth. All three say under the term `netNewMoney` what counts, and a cube whose definitions count something else refuses them.
 *
 * @throws AptfolioError as `assetBridgeEvent`, for `options.asOf`, and `inconsistent` at `account.to` for a look before that day's end.
 *
 * @example
 * ```ts
 * import { accountRecords } from 'aptfolio/kpi';
 *
 * const cny = (amount) => ({ currency: 'CNY', amount });
 * const account = {
 *   id: 'a-1', from: '2026-03-31', to: '2026-06-30', opening: cny('1000.00'), closing: cny('1100.00'),
 *   movements: [{ id: '1', on: '2026-04-02', kind: 'transfer', amount: cny('100.00') }],
 * };
 * const records = accountRecords(account, { asOf: '2026-07-01T00:00:00+08:00' });
 * records.map(({ kpi, at }) => [kpi, at]);
 * // => [
 * //   ['asset-bridge', '2026-06-30'],
 * //   ['organic-growth', '2026-06-30'],
 * //   ['net-new-money-rate', '2026-06-30'],
 * // ]
 * ```
 */
export function accountRecords(
  account: AccountPeriod,
  options: AccountRecordOptions,
): readonly KpiRecord[] {
  const terms = checkObject(options, 'options');
  refuseUnknown(terms, 'options', RECORD_OPTIONS);
  const revision = instantOf(terms.asOf, 'options.asOf');
  const { id, from, to, dimensions, ...period } = readAccount(account, 'account');
  checkDayOver(to, 'account.to', revision);
  const choices = readChoices(terms.netNewMoney);
  const bridge = bridgeOf(period, choices);
  const rate = Object.freeze({
    numerator: bridge.lines!['net-new-money']!,
    denominator: period.opening,
  });
  const meaning = { netNewMoney: netNewMoneyTerm(choices) };
  const shared = { at: to, revision, parts: [id, from], dimensions, terms: meaning };
  const record = (kpi: string, event: KpiRecord['event']): KpiRecord =>
    makeRecord({ ...shared, kpi, event });
  return Object.freeze([
    record('asset-bridge', bridge),
    record('organic-growth', rate),
    makeRecord({ ...shared, kpi: 'net-new-money-rate', days: daysBetween(from, to), event: rate }),
  ]);
}

function bridgeOf(
  { opening, closing, movements }: Pick<AccountPeriod, 'opening' | 'closing' | 'movements'>,
  choices: readonly AssetMovementKind[],
): KpiEvents['amount-bridge'] {
  const lines = new Map<AssetBridgeLine, Money[]>(ASSET_BRIDGE_LINES.map((line) => [line, []]));
  for (const { kind, amount } of movements) {
    lines.get(choices.includes(kind) ? 'net-new-money' : LINES[kind])!.push(amount);
  }
  const sums = [...lines].map(([line, amounts]) => [line, sumMoney(opening.currency, amounts)]);
  return Object.freeze({ opening, lines: Object.freeze(Object.fromEntries(sums)), closing });
}

/** What counts as net new money as one text, whatever the order: `transfer+loan-interest`. */
export function netNewMoneyTerm(choices: readonly NetNewMoneyChoice[]): string {
  return ['transfer', ...NET_NEW_MONEY_CHOICES.filter((choice) => choices.includes(choice))].join(
    '+',
  );
}

/** Checks what counts beside transfers, and fills in the default. */
export function readChoices(
  value: unknown,
  path: string = 'options.netNewMoney',
): readonly NetNewMoneyChoice[] {
  if (value === undefined) return ['loan-interest'];
  return checkList<unknown>(value, path).map((choice, i) =>
    checkOneOf(choice, at(path, i), NET_NEW_MONEY_CHOICES),
  );
}
