import { makeReason } from '../../evidence/index.js';
import { type CurrencyCode, convertMoney, isPositive } from '../../money/index.js';
import type { CompleteBalanceSheet } from '../balance-sheet/balance-sheet.js';
import type { IssuerRisk } from '../balance-sheet/concentration.js';
import { exactFraction, scaleMoney } from '../exact.js';
import type { Situation } from '../situation.js';
import { less } from './amounts.js';
import { hasRateFor } from './finding.js';
import { type Maturity, maturitiesOf } from './maturity.js';
import type { ConcentrationNeed, DepositInsuranceNeed, MaturityNeed } from './need.js';
import { saleOptions } from './sale-options.js';

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
