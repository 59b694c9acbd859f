import { type BusinessHours, compileBusinessHours, compileCalendar } from 'aptfolio/dates';
import {
  accountRecords,
  type CaseMeasure,
  campaignRecords,
  caseRecords,
  funnelRecord,
  type KpiRecord,
  type ServiceCase,
} from 'aptfolio/kpi';
import type { Alert, Answer, Bank, CallBack, Inputs } from './inputs.js';
import { cubeKpis, type YearKpis } from './kpis.js';

/** What the bank's systems tell a machine. */
export interface Told {
  /** Everything, as known at the end of the year. */
  readonly records: readonly KpiRecord[];
  /** The cases that were told already at an earlier look, some of them open then. */
  readonly earlier: readonly KpiRecord[];
  /** What came after the year was closed. */
  readonly late: readonly KpiRecord[];
}

const FIRST_RESPONSE: readonly CaseMeasure[] = [
  'first-response-median',
  'first-response-p90',
  'first-response-within',
].map((kpi) => ({ kpi, until: 'first-response' }));
const HANDLING: readonly CaseMeasure[] = [
  { kpi: 'acknowledge-median', until: 'acknowledged' },
  ...['handled-within-sla', 'median-handling-time', 'handling-p90'].map((kpi) => ({
    kpi,
    until: 'closed',
  })),
];

/** Turns the rows of the files into records of the cube's KPIs. */
export function recordsOf({ bank, records }: Inputs, kpis: YearKpis): Told {
  const kept = new Set(cubeKpis(kpis).map(({ id }) => id));
  const hours = compileBusinessHours({
    zone: bank.zone,
    calendar: compileCalendar(bank.calendar),
    spans: bank.openingHours,
  });
  const now = [
    ...records.earlierAnswers.flatMap(({ month, branch, score, count }) =>
      scored([month, branch, score].join('/'), `${month}-01`, { branch }, { score, count }),
    ),
    ...records.answers.flatMap(answered),
    ...invited(records),
    ...casesAt(bank.asOf, records.enquiries, FIRST_RESPONSE, hours),
    ...records.callBacks.map(calledBack),
    ...records.accounts.flatMap((account) => accountRecords(account, { asOf: bank.asOf })),
    ...records.contacts.flatMap((client) => campaignRecords(client, attribution(bank))),
    ...bank.campaigns.map(({ id, startsOn, cost }) => ({
      kpi: 'cost-per-client',
      at: startsOn,
      id: `cost/${id}`,
      dimensions: { campaign: id },
      event: { amount: cost },
    })),
    ...records.prospects.map((journey) =>
      funnelRecord(journey, kpis.acquisitionFunnel, { asOf: bank.asOf, idleDays: bank.idleDays }),
    ),
    ...records.alerts.flatMap(detected),
    ...casesAt(bank.asOf, records.riskEvents, HANDLING),
  ];
  return {
    records: now.filter(({ kpi }) => kept.has(kpi)),
    earlier: [
      ...casesAt(bank.earlierLook, records.enquiries, FIRST_RESPONSE, hours),
      ...casesAt(bank.earlierLook, records.riskEvents, HANDLING),
    ],
    late: records.lateAnswers.flatMap(answered),
  };
}

function answered({ id, at, branch, age, score }: Answer): readonly KpiRecord[] {
  return scored(id, at, { branch, age }, { score });
}

/** One answer is told to every figure of the survey. */
function scored(
  id: string,
  at: string,
  dimensions: KpiRecord['dimensions'] & object,
  event: KpiRecord['event'],
): readonly KpiRecord[] {
  return ['satisfaction-top-two-box', 'satisfaction-mean'].map((kpi) => ({
    kpi,
    at,
    id: `${id}/${kpi}`,
    dimensions,
    event,
  }));
}

/** Who answered of those who were asked, by month and branch; whom no invitation reached is left out and counted. */
function invited({ answers, invitations }: Inputs['records']): readonly KpiRecord[] {
  return invitations.flatMap(({ month, branch, asked, undelivered }) => {
    const successes = answers.filter(
      (one) => one.branch === branch && one.at.startsWith(month),
    ).length;
    const shared = { kpi: 'survey-response', at: `${month}-01`, dimensions: { branch } };
    const id = `${month}/${branch}`;
    const trials = asked - undelivered;
    return [
      { ...shared, id: `${id}/asked`, event: { successes, trials } },
      ...Array.from({ length: undelivered }, (_, i) => ({
        ...shared,
        id: `${id}/undelivered-${i}`,
        event: { excluded: 'not-reached' },
      })),
    ];
  });
}

/** The cases opened by then, with the steps reached by then. */
function casesAt(
  asOf: string,
  cases: readonly ServiceCase[],
  measures: readonly CaseMeasure[],
  hours?: BusinessHours,
): readonly KpiRecord[] {
  const moment = Date.parse(asOf);
  const known = (at: string | number | undefined): boolean =>
    at !== undefined && Date.parse(String(at)) <= moment;
  return cases
    .filter(({ openedAt }) => known(openedAt))
    .flatMap(({ steps, abandonedAt, ...one }) => {
      const then = {
        ...one,
        steps: Object.fromEntries(Object.entries(steps).filter(([, at]) => known(at))),
        ...(abandonedAt !== undefined && known(abandonedAt) && { abandonedAt }),
      };
      return caseRecords(then, { measures, asOf, ...(hours !== undefined && { hours }) });
    });
}

function calledBack({ id, branch, promisedFor, calledOn, cancelled }: CallBack): KpiRecord {
  const kept = calledOn !== undefined && calledOn <= promisedFor;
  return {
    kpi: 'call-backs-kept',
    at: promisedFor,
    id,
    dimensions: { branch },
    event: cancelled ? { excluded: 'cancelled' } : { successes: kept ? 1 : 0, trials: 1 },
  };
}

function detected({ id, at, branch, alerted, happened }: Alert): readonly KpiRecord[] {
  const event = alerted
    ? happened
      ? { truePositives: 1 }
      : { falsePositives: 1 }
    : { falseNegatives: 1 };
  return ['risk-precision', 'risk-recall', 'risk-f1'].map((kpi) => ({
    kpi,
    at,
    id: `${id}/${kpi}`,
    dimensions: { branch },
    event,
  }));
}

function attribution({ asOf, campaigns, kpis }: Bank) {
  return {
    campaigns: campaigns.map(({ id }) => id),
    windowDays: kpis.attributionDays,
    touch: 'last',
    asOf,
    campaignDimension: 'campaign',
  } as const;
}
