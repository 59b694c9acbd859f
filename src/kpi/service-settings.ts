import { checkInteger, checkObject, checkRange } from '../errors/index.js';
import { type CurrencyCode, checkCurrency } from '../money/index.js';

/** What a bank sets for the ready definitions. */
export interface ServiceKpiOptions {
  /** Of the assets under management. */
  readonly currency: CurrencyCode;
  /** Hours within which a risk event is to be handled, the limit included; default 8. */
  readonly slaHours?: number;
  /** Of the satisfaction survey; default 1 to 5. */
  readonly scale?: { readonly lowest: number; readonly highest: number };
  /** Reporting periods in a year, for the annualised churn; default 4, quarters. */
  readonly periodsPerYear?: number;
  /** The fewest cases for shares, survey figures and handling times; default 5. */
  readonly minimumSample?: number;
}

/** The options with every default filled in. */
export type Settings = Required<ServiceKpiOptions>;

/** Checks the options and fills in the defaults. */
export function readSettings(options: unknown): Settings {
  const fields = checkObject(options, 'options');
  const { slaHours = 8, periodsPerYear = 4, minimumSample = 5 } = fields;
  const scale = checkObject(fields.scale ?? { lowest: 1, highest: 5 }, 'options.scale');
  const lowest = checkInteger(scale.lowest, 'options.scale.lowest', { min: -1000, max: 1000 });
  // Two best points of a scale are a share of it only from three points on.
  const range = { min: lowest + 2, max: lowest + 100 };
  return {
    currency: checkCurrency(fields.currency, 'options.currency'),
    slaHours: checkRange(slaHours, 'options.slaHours', { min: 0 }),
    scale: { lowest, highest: checkInteger(scale.highest, 'options.scale.highest', range) },
    periodsPerYear: checkRange(periodsPerYear, 'options.periodsPerYear', {
      exclusiveMin: 0,
      max: 366,
    }),
    minimumSample: checkInteger(minimumSample, 'options.minimumSample', { min: 1 }),
  };
}
