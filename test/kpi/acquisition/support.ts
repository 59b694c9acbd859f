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

function cubeBy(touch: 'first' | 'last'): KpiCube {
  const kpis = serviceKpis({ currency: 'CNY', minimumSample: 1, touch });
  return compileKpiCube({
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
}

/** By year, with the campaign as a dimension; of either touch. */
export const cubes: Readonly<Record<'first' | 'last', KpiCube>> = {
  first: cubeBy('first'),
  last: cubeBy('last'),
};
export const cube: KpiCube = cubes.last;

/** What the cube makes of these clients. */
export function drafted(clients: readonly ClientContacts[], terms = options): KpiCubeDraft {
  const own = cubes[terms.touch];
  const draft = own.init();
  for (const client of clients) {
    for (const record of campaignRecords(client, terms)) own.add(draft, record);
  }
  return draft;
}

/** The result of each KPI, of one campaign or of all. */
export function resultsOf(
  draft: KpiCubeDraft,
  campaign?: string,
  touch: 'first' | 'last' = 'last',
): Readonly<Record<string, KpiCubeRow['result']>> {
  const { rows } = cubes[touch].result(draft, { suppressBelow: 1 });
  const shown = rows.filter(({ slice }) => slice.campaign === campaign);
  return Object.fromEntries(shown.map(({ kpi, result }) => [kpi, result]));
}
