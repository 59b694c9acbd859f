import {
  AptfolioError,
  at,
  checkInteger,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { type CurrencyCode, checkCurrency } from '../../money/index.js';
import { type NetNewMoneyChoice, readChoices } from '../assets/asset-bridge.js';
import type { KpiExclusion } from '../definition.js';
import { readIds } from '../kinds/id-list.js';
import { NOT_RECORDED } from '../retention/not-recorded.js';

/** What a bank sets for the ready definitions. */
export interface ServiceKpiOptions {
  /** Of the assets under management. */
  readonly currency: CurrencyCode;
  /** Hours within which a risk event is to be handled, the limit included; default 8. */
  readonly slaHours?: number;
  /** Hours within which an enquiry is to have a first answer, the limit included; default 4. */
  readonly responseHours?: number;
  /** Hours within which an enquiry is to be resolved, the limit included; default 24. */
  readonly resolutionHours?: number;
  /** Hours of 60 minutes from the opening of an enquiry in which giving it up counts, the very end included; above 0, default 24. */
  readonly abandonmentHours?: number;
  /** Of the satisfaction survey; default 1 to 5. */
  readonly scale?: { readonly lowest: number; readonly highest: number };
  /** Reporting periods in a year, for the annualised churn and net new money; default 4, quarters. A cube takes these two only where it keeps apart such periods. */
  readonly periodsPerYear?: number;
  /** Days of 24 hours after a contact within which a purchase is put down to it, the very end included; default 90. */
  readonly attributionDays?: number;
  /** The steps of the acquisition funnel, from the first to the last; default contacted, answered, met, opened. */
  readonly acquisitionSteps?: readonly string[];
  /** Why clients leave, the cause to be watched first; at least two. Default service, cost, performance, adviser-left, moved, death, other. */
  readonly leavingCauses?: readonly string[];
  /** Days of 24 hours after the closing of a case within which it may be opened again, the very end included; default 30. */
  readonly reopenDays?: number;
  /** The steps of the service's process, from the first to the last; default started, profiled, proposed, signed. */
  readonly processSteps?: readonly string[];
  /** Days of 24 hours after the first contact of a case without another, after which it counts as settled by one; default 7. */
  readonly followUpDays?: number;
  /** Seconds within which an answer of a digital tool satisfies; above 0, default 4. */
  readonly apdexSeconds?: number;
  /** By which clock the times of enquiries run: `hours`, or the id of the business hours by which they are counted. Default `hours`. */
  readonly responseClock?: string;
  /** By which clock risk events are handled and wait, as `responseClock`. */
  readonly riskClock?: string;
  /** By which clock the steps of the process take their time, as `responseClock`. */
  readonly processClock?: string;
  /** To which of several contacts a purchase is put down; default `last`. */
  readonly touch?: 'first' | 'last';
  /** What counts as net new money beside transfers, as in `accountRecords`; default `['loan-interest']`. */
  readonly netNewMoney?: readonly NetNewMoneyChoice[];
  /** When in its day a flow of a client counts, as in `clientReturnRecords`; default `end-of-day`. */
  readonly flowTiming?: 'start-of-day' | 'end-of-day';
  /** By how much a proposal may differ from its model and still count as the model, as in `personalisationRecord`: from 0 to below 1, default 0.05. */
  readonly tolerance?: number;
  /** The fewest cases for every figure but those of money by money (growth, retention, returns, losses by assets), which are totals and no sample; default 5. */
  readonly minimumSample?: number;
}

/** The options with every default filled in. */
export type Settings = Required<ServiceKpiOptions>;

const FIELDS: FieldsOf<ServiceKpiOptions> = {
  currency: true,
  slaHours: true,
  responseHours: true,
  resolutionHours: true,
  abandonmentHours: true,
  scale: true,
  periodsPerYear: true,
  attributionDays: true,
  acquisitionSteps: true,
  leavingCauses: true,
  reopenDays: true,
  processSteps: true,
  followUpDays: true,
  apdexSeconds: true,
  responseClock: true,
  riskClock: true,
  processClock: true,
  touch: true,
  netNewMoney: true,
  flowTiming: true,
  tolerance: true,
  minimumSample: true,
};

/** Checks the options and fills in the defaults. */
export function readSettings(options: unknown): Settings {
  const fields = checkObject(options, 'options');
  refuseUnknown(fields, 'options', FIELDS);
  const { slaHours = 8, responseHours = 4, resolutionHours = 24, abandonmentHours = 24 } = fields;
  const { periodsPerYear = 4, minimumSample = 5 } = fields;
  const { attributionDays = 90, acquisitionSteps = ['contacted', 'answered', 'met', 'opened'] } =
    fields;
  const { reopenDays = 30 } = fields;
  const scale = checkObject(fields.scale ?? { lowest: 1, highest: 5 }, 'options.scale');
  const lowest = checkInteger(scale.lowest, 'options.scale.lowest', { min: -1000, max: 1000 });
  // Two best points of a scale are a share of it only from three points on.
  const range = { min: lowest + 2, max: lowest + 100 };
  return {
    currency: checkCurrency(fields.currency, 'options.currency'),
    slaHours: checkRange(slaHours, 'options.slaHours', { min: 0 }),
    responseHours: checkRange(responseHours, 'options.responseHours', { min: 0 }),
    resolutionHours: checkRange(resolutionHours, 'options.resolutionHours', { min: 0 }),
    abandonmentHours: checkAbandonmentHours(abandonmentHours),
    scale: { lowest, highest: checkInteger(scale.highest, 'options.scale.highest', range) },
    periodsPerYear: checkRange(periodsPerYear, 'options.periodsPerYear', {
      exclusiveMin: 0,
      max: 366,
    }),
    attributionDays: checkInteger(attributionDays, 'options.attributionDays', {
      min: 1,
      max: 3660,
    }),
    acquisitionSteps: readIds(acquisitionSteps, 'options.acquisitionSteps', {
      minLength: 2,
      maxLength: 100,
    }),
    leavingCauses: readLeavingCauses(fields.leavingCauses),
    reopenDays: checkInteger(reopenDays, 'options.reopenDays', { min: 1, max: 3660 }),
    ...readProcess(fields),
    ...readTerms(fields),
    minimumSample: checkInteger(minimumSample, 'options.minimumSample', { min: 1 }),
  };
}

/** Checks the hours in which giving up counts. */
export function checkAbandonmentHours(hours: unknown): number {
  return checkRange(hours, 'options.abandonmentHours', { exclusiveMin: 0, max: 8784 });
}

function readProcess(
  fields: Readonly<Record<string, unknown>>,
): Pick<Settings, 'processSteps' | 'followUpDays' | 'apdexSeconds'> {
  const { processSteps = ['started', 'profiled', 'proposed', 'signed'] } = fields;
  const { followUpDays = 7, apdexSeconds = 4 } = fields;
  const steps = { minLength: 2, maxLength: 100 };
  const days = { min: 1, max: 3660 };
  return {
    processSteps: readIds(processSteps, 'options.processSteps', steps),
    followUpDays: checkInteger(followUpDays, 'options.followUpDays', days),
    apdexSeconds: checkRange(apdexSeconds, 'options.apdexSeconds', { exclusiveMin: 0 }),
  };
}

/** By which choices the events are made. */
function readTerms(
  fields: Readonly<Record<string, unknown>>,
): Pick<
  Settings,
  | 'responseClock'
  | 'riskClock'
  | 'processClock'
  | 'touch'
  | 'netNewMoney'
  | 'flowTiming'
  | 'tolerance'
> {
  const clock = (name: string): string =>
    checkText(fields[name] === undefined ? 'hours' : fields[name], at('options', name), 100);
  const { touch = 'last', flowTiming = 'end-of-day', tolerance = 0.05 } = fields;
  const timings = ['start-of-day', 'end-of-day'] as const;
  return {
    responseClock: clock('responseClock'),
    riskClock: clock('riskClock'),
    processClock: clock('processClock'),
    touch: checkOneOf(touch, 'options.touch', ['first', 'last'] as const),
    netNewMoney: readChoices(fields.netNewMoney),
    flowTiming: checkOneOf(flowTiming, 'options.flowTiming', timings),
    tolerance: checkRange(tolerance, 'options.tolerance', { min: 0, exclusiveMax: 1 }),
  };
}

function readLeavingCauses(
  value: unknown = ['service', 'cost', 'performance', 'adviser-left', 'moved', 'death', 'other'],
): readonly string[] {
  const path = 'options.leavingCauses';
  const causes = readIds(value, path, { minLength: 2, maxLength: 49 });
  const place = causes.indexOf(NOT_RECORDED);
  if (place < 0) return causes;
  const expected = 'a cause; who left for none on record needs none';
  throw new AptfolioError('inconsistent', at(path, place), expected, NOT_RECORDED);
}

/** Of every ready definition; it changes with a formula. */
export const VERSION = '1';

/** What nobody recorded counts neither way. */
export const UNRECORDED: KpiExclusion = {
  id: NOT_RECORDED,
  words: 'nobody recorded what the figure needs',
};

/** What definitions share whose value is a fraction. */
export const FRACTION: { readonly version: typeof VERSION; readonly unit: 'fraction' } = {
  version: VERSION,
  unit: 'fraction',
};

/** What definitions share that divide money by money, each summed over the whole book: a total and no sample, which one event may tell. */
export const TOTAL: typeof FRACTION & { readonly minimumSample: 1 } = {
  ...FRACTION,
  minimumSample: 1,
};
