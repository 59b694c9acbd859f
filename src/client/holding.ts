import { type PlainDate, parsePlainDate } from '../dates/index.js';
import {
  AptfolioError,
  at,
  checkBoolean,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
} from '../errors/index.js';
import { isNegative, type Money, parseMoney } from '../money/index.js';
import { distinctRows } from './distinct-rows.js';
import { exactFraction } from './exact.js';

/** The broad classes in which a balance sheet adds holdings up. */
export const ASSET_CLASSES = [
  'cash',
  'fixed-income',
  'equity',
  'mixed',
  'gold',
  'other',
  'property',
] as const;

/** A broad class of assets; see `ASSET_CLASSES`. */
export type AssetClass = (typeof ASSET_CLASSES)[number];

/** What a holding may be. */
export const HOLDING_KINDS = [
  'deposit',
  'term-deposit',
  'money-fund',
  'bond',
  'bond-fund',
  'stock',
  'equity-fund',
  'mixed-fund',
  'wealth-product',
  'closed-wealth-product',
  'insurance',
  'pension',
  'gold',
  'other',
  'property',
] as const;

/** What a holding is; see `HOLDING_KINDS`. A bank maps its own codes to these. */
export type HoldingKind = (typeof HOLDING_KINDS)[number];

const CLASS_OF: Readonly<Record<HoldingKind, AssetClass>> = {
  deposit: 'cash',
  'term-deposit': 'cash',
  'money-fund': 'cash',
  bond: 'fixed-income',
  'bond-fund': 'fixed-income',
  stock: 'equity',
  'equity-fund': 'equity',
  'mixed-fund': 'mixed',
  'wealth-product': 'mixed',
  'closed-wealth-product': 'mixed',
  insurance: 'mixed',
  pension: 'mixed',
  gold: 'gold',
  other: 'other',
  property: 'property',
};

/** Something a client owns, at its value on the day; a deposit below zero is an overdraft. */
export interface Holding extends Money {
  readonly id: string;
  readonly kind: HoldingKind;
  /** Days until the money can be had; without it the holding does not count as liquid. */
  readonly availableInDays?: number;
  readonly start?: PlainDate;
  readonly maturity?: PlainDate;
  /** Length of the term in days, where interest is counted by days of 365. */
  readonly termDays?: number;
  /** Simple interest a year, decimal fraction; of a deposit below zero, what the overdraft costs. */
  readonly annualRate?: number | string;
  readonly breakable?: boolean;
  /** Whether it is a security of the client's employer. */
  readonly employer?: boolean;
  /** Whose security it is; those of one issuer are one risk, and the employer’s if it is named on any of the employer’s. */
  readonly issuer?: string;
  /** The bank that keeps a deposit; without it, the advising bank. */
  readonly bank?: string;
  /** Part that is in shares, decimal fraction, for funds and products that mix. */
  readonly equityShare?: number;
}

/** What a debt is. */
export const LIABILITY_KINDS = [
  'mortgage',
  'consumer-loan',
  'credit-card',
  'margin-loan',
  'overdraft',
  'other',
] as const;

/** What a debt is; see `LIABILITY_KINDS`. */
export type LiabilityKind = (typeof LIABILITY_KINDS)[number];

/** What a client owes; a positive amount. */
export interface Liability extends Money {
  readonly id: string;
  readonly kind: LiabilityKind;
  /** Interest a year, decimal fraction. */
  readonly annualRate?: number | string;
  /** Whether something is pledged for it; without it, what the kind says. */
  readonly secured?: boolean;
}

/** The broad class of a kind of holding. */
export function classOf(kind: HoldingKind): AssetClass {
  return CLASS_OF[kind];
}

/**
 * Checks holdings and brings them into the order of their ids, each once; every fault is named at once. A total without
 * one row would be taken for the whole, so a single bad row refuses them all.
 */
export function readHoldings(holdings: readonly Holding[], path: string): readonly Holding[] {
  return distinctRows(checkList<Holding>(holdings, path), path, readHolding);
}

/** Checks debts in the same way. */
export function readLiabilities(
  liabilities: readonly Liability[],
  path: string,
): readonly Liability[] {
  return distinctRows(checkList<Liability>(liabilities, path), path, readLiability);
}

function readHolding(row: Holding): Holding {
  checkObject(row, '');
  const id = checkText(row.id, 'id');
  const kind = checkOneOf(row.kind, 'kind', HOLDING_KINDS);
  const amount = parseMoney(row, '', kind === 'deposit' ? {} : { sign: 'not-negative' });
  if (row.annualRate !== undefined) exactFraction(row.annualRate, 'annualRate');
  checkTerm(row);
  const holding = {
    id,
    kind,
    ...amount,
    ...pick(row, 'availableInDays', (days, where) => checkInteger(days, where, { min: 0 })),
    ...pick(row, 'start', parsePlainDate),
    ...pick(row, 'maturity', parsePlainDate),
    ...pick(row, 'termDays', (days, where) => checkInteger(days, where, { min: 1 })),
    ...pick(row, 'annualRate', (rate) => rate as number | string),
    ...pick(row, 'breakable', checkBoolean),
    ...pick(row, 'employer', checkBoolean),
    ...pick(row, 'issuer', (issuer, where) => checkText(issuer, where)),
    ...pick(row, 'bank', (bank, where) => checkText(bank, where)),
    ...pick(row, 'equityShare', (share, where) => checkRange(share, where, { min: 0, max: 1 })),
  };
  return Object.freeze(holding) as Holding;
}

function checkTerm({ start, maturity }: Holding): void {
  if (start === undefined || maturity === undefined) return;
  if (parsePlainDate(maturity, 'maturity') <= parsePlainDate(start, 'start')) {
    throw new AptfolioError('inconsistent', 'maturity', 'a date after start', maturity);
  }
}

function readLiability(row: Liability): Liability {
  checkObject(row, '');
  const id = checkText(row.id, 'id');
  const kind = checkOneOf(row.kind, 'kind', LIABILITY_KINDS);
  const amount = parseMoney(row, '');
  if (isNegative(amount)) {
    throw new AptfolioError('out-of-range', 'amount', 'what is owed, at least 0', row.amount);
  }
  if (row.annualRate !== undefined) exactFraction(row.annualRate, 'annualRate');
  return Object.freeze({
    id,
    kind,
    ...amount,
    ...(row.annualRate === undefined ? {} : { annualRate: row.annualRate }),
    ...(row.secured === undefined ? {} : { secured: checkBoolean(row.secured, 'secured') }),
  });
}

/** An optional field, checked where it is given. */
function pick<K extends keyof Holding, V>(
  row: Holding,
  field: K,
  check: (value: Holding[K], path: string) => V,
): { readonly [P in K]?: V } {
  const value = row[field];
  return value === undefined ? {} : ({ [field]: check(value, at('', field)) } as never);
}
