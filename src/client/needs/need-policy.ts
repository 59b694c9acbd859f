import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
} from '../../errors/index.js';
import type { CurrencyCode } from '../../money/index.js';
import { RISK_LEVELS, type RiskLevel } from '../../questionnaire/index.js';
import {
  checkDepositInsurance,
  type DepositInsurance,
} from '../balance-sheet/deposit-insurance.js';
import { type CashFlowPolicy, checkCashFlowPolicy } from '../cash-flow/cash-flow-policy.js';
import { type CurrencyExposureLimits, readCurrencyExposureLimits } from './currency-exposure.js';
import {
  type ExpensiveDebtRule,
  type ReadExpensiveDebtRule,
  readExpensiveDebtRule,
} from './expensive-debt.js';
import {
  type ProtectionRules,
  type ReadProtectionRules,
  readProtectionRules,
} from './protection.js';

/** What a client may need, in the order in which needs are ranked unless a bank says otherwise. */
export const NEED_KINDS = [
  'overdraft',
  'expensive-debt',
  'reserve-gap',
  'protection-gap',
  'withdrawal-liquidity',
  'goal-liquidity',
  'assessment-expiring',
  'idle-cash',
  'goal',
  'concentration',
  'currency-exposure',
  'maturity',
  'deposit-insurance',
  'long-term-goal',
] as const;

/** What a client may need; see `NEED_KINDS`. */
export type NeedKind = (typeof NEED_KINDS)[number];

/** A bank's thresholds for its clients' needs. */
export interface NeedPolicy extends CashFlowPolicy {
  /** Months of essential spending to keep at hand. */
  readonly reserveMonths: { readonly regularIncome: number; readonly irregularIncome: number };
  /** The largest share of the financial assets in one issuer, decimal fraction. */
  readonly concentrationMax: { readonly single: number; readonly employer: number };
  /** Days before a maturity on which to plan for it, and on which to remind the client. */
  readonly maturityNoticeDays: { readonly notice: number; readonly plan: number };
  /** Into how many sales to split a staged one, and how many months apart. Default 4 and 3. */
  readonly stagedSale?: { readonly parts: number; readonly everyMonths: number };
  /** Goals at least this many years away are long-term ones. Default 15. */
  readonly longTermYears?: number;
  /** Deposits and money funds available within this many days are liquid. Default 1. */
  readonly liquidWithinDays?: number;
  /** Planned withdrawals within this many months are no idle cash, and should be free on their day. Default 12. */
  readonly plannedWithdrawalMonths?: number;
  /** In the client's base currency; without it deposits are not held against a guarantee. */
  readonly depositInsurance?: DepositInsurance;
  /** When a debt costs more than idle cash earns; without it nobody looks. */
  readonly expensiveDebt?: ExpensiveDebtRule;
  /** What cover should do; without it nobody looks for a gap. */
  readonly protection?: ProtectionRules;
  /** The largest shares of the financial assets in other currencies; without it nobody looks. */
  readonly currencyExposureMax?: CurrencyExposureLimits;
  /** Days before the last day of an assessment on which to ask for a new one; without it nobody looks. */
  readonly assessmentNoticeDays?: number;
  /** Months before a goal's day within which its money should be free; without it nobody looks. */
  readonly goalLiquidityMonths?: number;
  /** Kinds of need, the first first; those left out follow in the usual order. */
  readonly priorities?: readonly NeedKind[];
  /** What each level can be expected to bring after costs; annual, decimal fraction. */
  readonly netReturnByLevel?: Readonly<Partial<Record<RiskLevel, number>>>;
}

/** A policy without gaps. */
export interface ReadNeedPolicy<C extends CurrencyCode> extends NeedPolicy {
  readonly stagedSale: { readonly parts: number; readonly everyMonths: number };
  readonly longTermYears: number;
  readonly liquidWithinDays: number;
  readonly plannedWithdrawalMonths: number;
  readonly depositInsurance?: DepositInsurance<C>;
  readonly expensiveDebt?: ReadExpensiveDebtRule;
  readonly protection?: ReadProtectionRules;
  readonly priorities: readonly NeedKind[];
}

/** Checks a policy and fills in the defaults. */
export function readNeedPolicy<C extends CurrencyCode>(
  policy: NeedPolicy,
  currency: C,
  path: string,
): ReadNeedPolicy<C> {
  checkObject(policy, path);
  checkCashFlowPolicy(policy, path);
  const { depositInsurance } = policy;
  const {
    stagedSale = { parts: 4, everyMonths: 3 },
    longTermYears = 15,
    liquidWithinDays = 1,
    plannedWithdrawalMonths = 12,
  } = policy;
  const reserveMonths = checkFields(policy.reserveMonths, at(path, 'reserveMonths'), {
    regularIncome: checkMonths,
    irregularIncome: checkMonths,
  });
  const concentrationMax = checkFields(policy.concentrationMax, at(path, 'concentrationMax'), {
    single: checkShare,
    employer: checkShare,
  });
  const maturityNoticeDays = checkFields(
    policy.maturityNoticeDays,
    at(path, 'maturityNoticeDays'),
    {
      notice: checkCount,
      plan: checkCount,
    },
  );
  checkNoticeDays(policy.maturityNoticeDays, at(path, 'maturityNoticeDays'));
  checkFields(stagedSale, at(path, 'stagedSale'), { parts: checkParts, everyMonths: checkParts });
  return {
    ...policy,
    reserveMonths,
    concentrationMax,
    maturityNoticeDays,
    stagedSale,
    longTermYears: checkCount(longTermYears, at(path, 'longTermYears')),
    liquidWithinDays: checkCount(liquidWithinDays, at(path, 'liquidWithinDays')),
    plannedWithdrawalMonths: checkMonths(
      plannedWithdrawalMonths,
      at(path, 'plannedWithdrawalMonths'),
    ),
    priorities: readPriorities(policy.priorities ?? [], at(path, 'priorities')),
    ...checkNetReturns(policy.netReturnByLevel, at(path, 'netReturnByLevel')),
    ...readWhereGiven(policy, path, {
      expensiveDebt: readExpensiveDebtRule,
      protection: readProtectionRules,
      currencyExposureMax: readCurrencyExposureLimits,
      assessmentNoticeDays: checkCount,
      goalLiquidityMonths: checkMonths,
    }),
    ...(depositInsurance === undefined
      ? {}
      : {
          depositInsurance: checkDepositInsurance(
            depositInsurance as DepositInsurance<C>,
            currency,
            at(path, 'depositInsurance'),
          ),
        }),
  } as ReadNeedPolicy<C>;
}

type Check = (value: unknown, path: string) => unknown;

/** The fields as the checks return them, without `-0`. */
function checkFields(
  value: unknown,
  path: string,
  checks: Readonly<Record<string, Check>>,
): Readonly<Record<string, unknown>> {
  const object = checkObject(value, path);
  const checked = Object.entries(checks).map(
    ([field, check]) => [field, check(object[field], at(path, field))] as const,
  );
  return { ...object, ...Object.fromEntries(checked) };
}

/** The optional fields that are there, as their checks return them. */
function readWhereGiven(
  policy: NeedPolicy,
  path: string,
  checks: Readonly<Partial<Record<keyof NeedPolicy, Check>>>,
): Readonly<Record<string, unknown>> {
  const given = Object.entries(checks).filter(
    ([field]) => policy[field as keyof NeedPolicy] !== undefined,
  );
  return Object.fromEntries(
    given.map(([field, check]) => [
      field,
      check(policy[field as keyof NeedPolicy], at(path, field)),
    ]),
  );
}

const checkCount = (value: unknown, path: string): number => checkInteger(value, path, { min: 0 });
const checkMonths = (value: unknown, path: string): number =>
  checkInteger(value, path, { min: 0, max: 600 });
const checkParts = (value: unknown, path: string): number =>
  checkInteger(value, path, { min: 1, max: 120 });
const checkShare = (value: unknown, path: string): number =>
  checkRange(value, path, { min: 0, max: 1 });

function checkNoticeDays({ notice, plan }: NeedPolicy['maturityNoticeDays'], path: string): void {
  if (notice <= plan) return;
  throw new AptfolioError('inconsistent', at(path, 'notice'), `at most plan, ${plan}`, notice);
}

function checkNetReturns(
  returns: NeedPolicy['netReturnByLevel'],
  path: string,
): Pick<NeedPolicy, 'netReturnByLevel'> {
  if (returns === undefined) return {};
  const checked = Object.entries(checkObject(returns, path)).map(([level, value]) => {
    checkOneOf(level, path, RISK_LEVELS);
    return [level, checkRange(value, at(path, level), { exclusiveMin: -1, max: 10 })] as const;
  });
  return { netReturnByLevel: Object.fromEntries(checked) };
}

function readPriorities(priorities: readonly NeedKind[], path: string): readonly NeedKind[] {
  const first = checkList<NeedKind>(priorities, path).map((kind, index) =>
    checkOneOf(kind, at(path, index), NEED_KINDS),
  );
  first.forEach((kind, index) => {
    if (first.indexOf(kind) === index) return;
    throw new AptfolioError('duplicate-id', at(path, index), 'a kind not named before', kind);
  });
  return [...first, ...NEED_KINDS.filter((kind) => !first.includes(kind))];
}
