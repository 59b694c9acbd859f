import { defineKpi, type Kpi, type ServiceKpis, serviceKpis } from 'aptfolio/kpi';
import type { Bank } from './inputs.js';

/** The ready definitions that the year uses, with the bank's own. */
export interface YearKpis extends ServiceKpis {
  readonly callBacksKept: Kpi<'proportion'>;
}

/** A bank's own figures are made the same way as the ready ones. */
export function kpisOf({ kpis }: Bank): YearKpis {
  return {
    ...serviceKpis(kpis),
    callBacksKept: defineKpi({
      kind: 'proportion',
      id: 'call-backs-kept',
      version: '1',
      family: 'satisfaction',
      formula: 'call backs made on the promised day / call backs promised',
      symbols: 'n(called = promised) / n',
      unit: 'fraction',
      direction: 'higher-is-better',
      numerator: 'call backs made on the promised day',
      denominator: 'call backs promised whose day is over',
      source: 'the bank’s call-back desk',
      minimumSample: 20,
      exclusions: [{ id: 'cancelled', words: 'the client no longer wanted to be called' }],
    }),
  };
}

/** Of those, the ones that are kept by month, branch, age and campaign. */
export function cubeKpis(kpis: YearKpis): readonly Kpi[] {
  return [
    kpis.satisfactionTopTwoBox,
    kpis.satisfactionMean,
    kpis.surveyResponse,
    kpis.firstResponseMedian,
    kpis.firstResponseP90,
    kpis.firstResponseWithin,
    kpis.callBacksKept,
    kpis.assetBridge,
    kpis.organicGrowth,
    kpis.campaignConversion,
    kpis.conversionWithinWindow,
    kpis.newClientsFromCampaigns,
    kpis.referralShare,
    kpis.acquisitionFunnel,
    kpis.costPerClient,
    kpis.riskPrecision,
    kpis.riskRecall,
    kpis.riskF1,
    kpis.acknowledgeMedian,
    kpis.withinSla,
    kpis.medianHandling,
    kpis.handlingP90,
  ];
}
