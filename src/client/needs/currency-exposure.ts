import { at, checkObject, checkRange } from '../../errors/index.js';
import { makeReason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  convertMoney,
  isPositive,
  type Money,
  minMoney,
  ratioOfMoney,
  subtractMoney,
  sumMoney,
} from '../../money/index.js';
import type { CompleteBalanceSheet } from '../balance-sheet/balance-sheet.js';
import { exactFraction, scaleMoney } from '../exact.js';
import type { Situation } from '../situation.js';
import { type Finding, missingRates, NOTHING, unknown } from './finding.js';
import type { CurrencyExposureNeed } from './need.js';

/** The largest shares of the financial assets in other currencies, decimal fractions; one that is not given is not looked at. */
export interface CurrencyExposureLimits {
  /** In any one currency. */
  readonly single?: number;
  /** In all of them. */
  readonly total?: number;
}

interface Exposure<C extends CurrencyCode> {
  readonly code: CurrencyCode;
  readonly value: Money<C>;
}

/**
 * Other currencies above their limit, the largest excess first, then all of them together.
 *
 * Debts in a currency are set against what is held in it. Property counts on neither side, nor does a mortgage. What all
 * currencies exceed their common limit by is counted once the single ones keep to theirs, so that nothing is counted twice.
 */
export function currencyExposures<C extends CurrencyCode>(situation: Situation<C>): Finding<C> {
  const { policy, balance, currency } = situation;
  const limits = policy.currencyExposureMax;
  if (limits === undefined) return NOTHING;
  if (balance.status !== 'complete') return unknown(missingRates(situation));
  const { single = 1, total = 1 } = limits;
  const exposures = exposuresOf(situation);
  const most = part(balance.financialAssets, single);
  const needs = exposures
    .flatMap(({ code, value }) => needOf(code, [code], value, value, single, balance))
    .sort(byAmount);
  const sum = (values: readonly Money<C>[]): Money<C> =>
    sumMoney<CurrencyCode>(currency, values) as Money<C>;
  const kept = sum(exposures.map(({ value }) => minMoney<CurrencyCode>(value, most) as Money<C>));
  const all = sum(exposures.map(({ value }) => value));
  const codes = exposures.map(({ code }) => code);
  return { needs: [...needs, ...needOf('all', codes, all, kept, total, balance)], missing: [] };
}

function exposuresOf<C extends CurrencyCode>({
  view,
  currency,
}: Situation<C>): readonly Exposure<C>[] {
  const held = view.holdings.filter(({ kind }) => kind !== 'property');
  const owed = view.liabilities.filter(({ kind }) => kind !== 'mortgage');
  const codes = [...new Set(held.map((row) => row.currency))].filter((code) => code !== currency);
  const worthOf = (rows: readonly Money[], code: CurrencyCode): Money<C> =>
    sumMoney<CurrencyCode>(
      currency,
      rows
        .filter((row) => row.currency === code)
        .map((row) => convertMoney(row, currency, view.fx)),
    ) as Money<C>;
  return codes
    .sort()
    .map((code) => ({
      code,
      value: subtractMoney<CurrencyCode>(worthOf(held, code), worthOf(owed, code)) as Money<C>,
    }))
    .filter(({ value }) => isPositive(value));
}

/** @param counted what of the value is held against the limit. */
function needOf<C extends CurrencyCode>(
  name: string,
  currencies: readonly CurrencyCode[],
  value: Money<C>,
  counted: Money<C>,
  limit: number,
  { financialAssets }: CompleteBalanceSheet<C>,
): readonly CurrencyExposureNeed<C>[] {
  const amount = subtractMoney<CurrencyCode>(counted, part(financialAssets, limit)) as Money<C>;
  if (!isPositive(amount)) return [];
  const share = ratioOfMoney<CurrencyCode>(value, financialAssets);
  const evidence = { currencies: Object.freeze([...currencies]), value, share, limit };
  const reason = makeReason('client.need-currency-exposure', 'info', { ...evidence, amount });
  return [
    { kind: 'currency-exposure', id: `currency-exposure:${name}`, amount, ...evidence, reason },
  ];
}

function byAmount(a: CurrencyExposureNeed, b: CurrencyExposureNeed): number {
  return b.share - a.share || (a.id < b.id ? -1 : 1);
}

function part<C extends CurrencyCode>(amount: Money<C>, share: number): Money<C> {
  const { numerator, scale } = exactFraction(share, 'limit');
  return scaleMoney(amount, numerator, scale, 'floor');
}

/** Checks limits. */
export function readCurrencyExposureLimits(limits: unknown, path: string): CurrencyExposureLimits {
  const { single, total } = checkObject(limits, path);
  const share = (value: unknown, name: string): number =>
    checkRange(value, at(path, name), { min: 0, max: 1 });
  return {
    ...(single === undefined ? {} : { single: share(single, 'single') }),
    ...(total === undefined ? {} : { total: share(total, 'total') }),
  };
}
