import {
  AptfolioError,
  at,
  checkInteger,
  checkList,
  checkObject,
  checkRange,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../errors/index.js';
import { type CurrencyCode, type Money, parseAmount } from '../money/index.js';

/** Answers by score, as `{ '4': 173, '5': 120 }`; a score that is absent had no answers. */
export type ScoreCounts = Readonly<Record<string, number>>;

/** The counts of one reporting period. Amounts are decimal text in the panel's currency. */
export interface ServiceQuarter {
  /** Which time and whom the counts are about, in the bank's words, such as `2026-Q2`; the panel carries it. Default none. */
  readonly period?: string;
  readonly satisfactionSurvey: {
    /** Lowest and highest point. */
    readonly scale: readonly number[];
    /** The survey before the change under review. */
    readonly before: ScoreCounts;
    /** The survey after it. */
    readonly after: ScoreCounts;
  };
  readonly assets: {
    readonly openAUM: string;
    readonly netFlow: string;
    readonly marketEffect: string;
    readonly closeAUM: string;
  };
  readonly retention: {
    readonly renewalsDue: number;
    readonly renewed: number;
    readonly clientsAtStart: number;
    readonly clientsLost: number;
    readonly aumLost: string;
  };
  readonly acquisition: {
    readonly newClients: number;
    readonly campaignReached: number;
    /** Everyone reached who bought, existing clients included. */
    readonly campaignConverted: number;
    readonly newClientsFromCampaigns: number;
  };
  readonly risk: {
    readonly truePositives: number;
    readonly falsePositives: number;
    readonly falseNegatives: number;
    /** Of each event closed in the period. */
    readonly handlingHours: readonly number[];
    readonly slaHours: number;
  };
}

/** A quarter whose every count and amount has been checked. */
export interface CheckedQuarter {
  readonly period: string | null;
  readonly scale: { readonly lowest: number; readonly highest: number };
  readonly before: readonly ScoreCount[];
  readonly after: readonly ScoreCount[];
  readonly assets: Readonly<Record<'opening' | 'netFlow' | 'marketEffect' | 'closing', Money>>;
  readonly assetsLost: Money;
  readonly retention: Omit<ServiceQuarter['retention'], 'aumLost'>;
  readonly acquisition: ServiceQuarter['acquisition'];
  readonly risk: ServiceQuarter['risk'];
}

/** How many answers a score had. */
interface ScoreCount {
  readonly score: number;
  readonly count: number;
}

const FIELDS: FieldsOf<ServiceQuarter> = {
  period: true,
  satisfactionSurvey: true,
  assets: true,
  retention: true,
  acquisition: true,
  risk: true,
};

/** Checks a quarter's counts, each against the one it is part of. */
export function readQuarter(value: unknown, currency: CurrencyCode): CheckedQuarter {
  const quarter = checkObject(value, 'quarter');
  refuseUnknown(quarter, 'quarter', FIELDS);
  const part = (key: keyof ServiceQuarter): Part => {
    const path = at('quarter', key);
    return { fields: checkObject(quarter[key], path), path };
  };
  const assets = part('assets');
  const retention = part('retention');
  return {
    period: quarter.period === undefined ? null : checkText(quarter.period, 'quarter.period'),
    ...readSurveys(part('satisfactionSurvey')),
    assets: {
      opening: readAmount(assets, 'openAUM', currency),
      netFlow: readAmount(assets, 'netFlow', currency),
      marketEffect: readAmount(assets, 'marketEffect', currency),
      closing: readAmount(assets, 'closeAUM', currency),
    },
    assetsLost: readAmount(retention, 'aumLost', currency),
    retention: readRetention(retention),
    acquisition: readAcquisition(part('acquisition')),
    risk: readRisk(part('risk')),
  };
}

/** One group of fields and where it stands. */
interface Part {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly path: string;
}

function readSurveys(part: Part): Pick<CheckedQuarter, 'scale' | 'before' | 'after'> {
  const path = at(part.path, 'scale');
  const points = checkList<unknown>(part.fields.scale, path, { minLength: 2, maxLength: 2 });
  const lowest = checkInteger(points[0], at(path, 0), { min: -1000, max: 1000 });
  const highest = checkInteger(points[1], at(path, 1), { min: lowest + 2, max: lowest + 100 });
  const scale = { lowest, highest };
  return {
    scale,
    before: readScores(part.fields.before, scale, at(part.path, 'before')),
    after: readScores(part.fields.after, scale, at(part.path, 'after')),
  };
}

function readScores(
  value: unknown,
  { lowest, highest }: CheckedQuarter['scale'],
  path: string,
): readonly ScoreCount[] {
  return Object.entries(checkObject(value, path)).map(([key, count]) => {
    const score = /^(0|-?[1-9]\d*)$/.test(key) ? Number(key) : Number.NaN;
    if (!(score >= lowest && score <= highest)) {
      const expected = `a whole score from ${lowest} to ${highest}`;
      throw new AptfolioError('unknown-value', at(path, key), expected, key);
    }
    return { score, count: checkInteger(count, at(path, key), { min: 0 }) };
  });
}

function readRetention(part: Part): CheckedQuarter['retention'] {
  const renewalsDue = readCount(part, 'renewalsDue');
  const clientsAtStart = readCount(part, 'clientsAtStart');
  return {
    renewalsDue,
    renewed: readCount(part, 'renewed', renewalsDue),
    clientsAtStart,
    clientsLost: readCount(part, 'clientsLost', clientsAtStart),
  };
}

function readAcquisition(part: Part): CheckedQuarter['acquisition'] {
  const newClients = readCount(part, 'newClients');
  const campaignReached = readCount(part, 'campaignReached');
  return {
    newClients,
    campaignReached,
    campaignConverted: readCount(part, 'campaignConverted', campaignReached),
    newClientsFromCampaigns: readCount(part, 'newClientsFromCampaigns', newClients),
  };
}

function readRisk(part: Part): CheckedQuarter['risk'] {
  const path = at(part.path, 'handlingHours');
  return {
    truePositives: readCount(part, 'truePositives'),
    falsePositives: readCount(part, 'falsePositives'),
    falseNegatives: readCount(part, 'falseNegatives'),
    handlingHours: checkList<unknown>(part.fields.handlingHours, path).map((hours, i) =>
      checkRange(hours, at(path, i), { min: 0 }),
    ),
    slaHours: checkRange(part.fields.slaHours, at(part.path, 'slaHours'), { min: 0 }),
  };
}

function readCount({ fields, path }: Part, key: string, max = Number.MAX_SAFE_INTEGER): number {
  return checkInteger(fields[key], at(path, key), { min: 0, max });
}

/** The quarter's amounts are bare decimal text, so a fault is at the text itself. */
function readAmount({ fields, path }: Part, key: string, currency: CurrencyCode): Money {
  return parseAmount(fields[key], currency, at(path, key));
}
