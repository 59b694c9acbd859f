import {
  type AttributionOptions,
  type ClientContacts,
  campaignRecords,
  compileKpiCube,
  type KpiCube,
  type KpiCubeDraft,
  type KpiCubeRow,
  serviceKpis,
} from '../../../src/kpi/index.js';

const DAY = 86_400_000;
const START = Date.parse('2026-01-01T00:00:00+08:00');
/** Milliseconds of a day's start. */
export const onDay = (day: number): number => START + day * DAY;

/** Last touch within 90 days, seen on day 180. */
export const options: AttributionOptions = {
  campaigns: ['autumn', 'spring', 'summer'],
  windowDays: 90,
  touch: 'last',
  asOf: onDay(180),
};

/** One person with contacts of campaigns and purchases on days. */
export function person(
  id: string,
  contacts: readonly (readonly [string, number])[],
  purchases: readonly number[] = [],
): ClientContacts {
  return {
    id,
    contacts: contacts.map(([campaign, day]) => ({ campaign, at: onDay(day) })),
    purchases: purchases.map(onDay),
  };
}

const kpis = serviceKpis({ currency: 'CNY', minimumSample: 1 });
/** By year, with the campaign as a dimension. */
export const cube: KpiCube = compileKpiCube({
  kpis: [
    kpis.campaignConversion,
    kpis.conversionWithinWindow,
    kpis.timeToConvertMedian,
    kpis.convertersMedianTime,
    kpis.costPerClient,
    kpis.newClientGrowth,
    kpis.newClientsFromCampaigns,
    kpis.referralShare,
  ],
  period: 'year',
  zone: 'Asia/Shanghai',
  dimensions: ['campaign'],
});

/** What the cube makes of these clients. */
export function drafted(clients: readonly ClientContacts[], terms = options): KpiCubeDraft {
  const draft = cube.init();
  for (const client of clients) {
    for (const record of campaignRecords(client, terms)) cube.add(draft, record);
  }
  return draft;
}

/** The result of each KPI, of one campaign or of all. */
export function resultsOf(
  draft: KpiCubeDraft,
  campaign?: string,
): Readonly<Record<string, KpiCubeRow['result']>> {
  const { rows } = cube.result(draft, { suppressBelow: 1 });
  const shown = rows.filter(({ slice }) => slice.campaign === campaign);
  return Object.fromEntries(shown.map(({ kpi, result }) => [kpi, result]));
}
