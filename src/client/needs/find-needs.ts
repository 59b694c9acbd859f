import { makeReason } from '../../evidence/index.js';
import {
  type CurrencyCode,
  convertMoney,
  isPositive,
  type Money,
  subtractMoney,
  sumMoney,
} from '../../money/index.js';
import type { CompleteBalanceSheet } from '../balance-sheet/balance-sheet.js';
import type { IssuerRisk } from '../balance-sheet/concentration.js';
import { isLiquid } from '../balance-sheet/liquid.js';
import { exactFraction, scaleMoney } from '../exact.js';
import type { Holding } from '../holding.js';
import type { Situation } from '../situation.js';
import { hasRateFor } from './finding.js';
import { type Maturity, maturitiesOf } from './maturity.js';
import type {
  ConcentrationNeed,
  DepositInsuranceNeed,
  IdleCashNeed,
  MaturityNeed,
} from './need.js';
import { saleOptions } from './sale-options.js';

/** Demand deposits and money funds in the base currency above the reserve; below 0 where they fall short. */
export function idleCash<C extends CurrencyCode>(
  situation: Situation<C>,
  reserve: Money<C>,
): { readonly liquid: Money<C>; readonly idle: Money<C> } {
  const liquid = sumMoney<CurrencyCode>(situation.currency, ownCash(situation)) as Money<C>;
  return { liquid, idle: less(liquid, reserve) };
}

/** Demand deposits and money funds in the base currency. */
export function ownCash({ view, currency, policy }: Situation): readonly Holding[] {
  return view.holdings.filter(
    (holding) =>
      holding.currency === currency &&
      isPositive(holding) &&
      isLiquid(holding, policy.liquidWithinDays),
  );
}

/** Idle cash as a need. */
export function idleCashNeeds<C extends CurrencyCode>(
  situation: Situation<C>,
  reserve: Money<C>,
): readonly IdleCashNeed<C>[] {
  const { liquid, idle: amount } = idleCash(situation, reserve);
  if (!isPositive(amount)) return [];
  const { months, irregular } = situation.reserve;
  const parameters = { amount, reserve, liquid, months };
  const reason =
    irregular.length === 0
      ? makeReason('client.need-idle-cash', 'info', parameters)
      : makeReason('client.need-idle-cash-irregular', 'info', {
          ...parameters,
          incomes: irregular,
        });
  const evidence = { months, irregularIncomes: irregular, reserve, liquid };
  return [{ kind: 'idle-cash', id: 'idle-cash', amount, ...evidence, reason }];
}

/** Issuers above their limit, the largest excess first. */
export function concentrationNeeds<C extends CurrencyCode>(
  { asOf, policy }: Situation<C>,
  { concentration, financialAssets }: CompleteBalanceSheet<C>,
): readonly ConcentrationNeed<C>[] {
  const { single, employer: own } = policy.concentrationMax;
  const needOf = (risk: IssuerRisk<C>): readonly ConcentrationNeed<C>[] => {
    const { issuer, employer, holdings, share, value } = risk;
    const limit = employer ? Math.min(single, own) : single;
    const { numerator, scale } = exactFraction(limit, 'limit');
    const amount = less(value, scaleMoney(financialAssets, numerator, scale, 'floor'));
    if (!isPositive(amount)) return [];
    const code = employer ? 'client.need-employer-concentration' : 'client.need-concentration';
    const reason = makeReason(code, 'warn', { issuer, share, limit, amount });
    const options = saleOptions({ asOf, amount, value, financialAssets, ...policy.stagedSale });
    const evidence = { issuer, employer, holdings, share, limit, options };
    return [{ kind: 'concentration', id: `concentration:${issuer}`, amount, ...evidence, reason }];
  };
  return concentration.issuers
    .flatMap(needOf)
    .sort((a, b) => b.share - b.limit - (a.share - a.limit) || (a.id < b.id ? -1 : 1));
}

/** Money that comes free within the planning time, the soonest first. */
export function maturityNeeds<C extends CurrencyCode>(
  situation: Situation<C>,
): readonly MaturityNeed<C>[] {
  const { view, asOf, currency, policy } = situation;
  const { notice, plan } = policy.maturityNoticeDays;
  const urgencyOf = ({ days }: Maturity): MaturityNeed['urgency'] =>
    days <= 0 ? 'passed' : days <= notice ? 'notice' : 'plan';
  return maturitiesOf(view.holdings, asOf)
    .filter(({ days, principal }) => days <= plan && hasRateFor(principal.currency, situation))
    .map((maturity) => {
      const { holding, date, days, principal } = maturity;
      const urgency = urgencyOf(maturity);
      const reason =
        urgency === 'passed'
          ? makeReason('client.need-maturity-passed', 'warn', { holding, date, principal })
          : makeReason('client.need-maturity', 'info', { holding, date, days, principal });
      const amount = convertMoney(principal, currency, view.fx);
      return { kind: 'maturity', id: `maturity:${holding}`, amount, maturity, urgency, reason };
    });
}

/** Deposits beyond the guarantee. */
export function depositInsuranceNeeds<C extends CurrencyCode>({
  depositInsurance: report,
}: CompleteBalanceSheet<C>): readonly DepositInsuranceNeed<C>[] {
  if (report === null || !isPositive(report.excess)) return [];
  const { excess: amount, limit } = report;
  const reason = makeReason('client.deposit-insurance-excess', 'info', { excess: amount, limit });
  return [{ kind: 'deposit-insurance', id: 'deposit-insurance', amount, report, reason }];
}

function less<C extends CurrencyCode>(a: Money<C>, b: Money<C>): Money<C> {
  return subtractMoney<CurrencyCode>(a, b) as Money<C>;
}
