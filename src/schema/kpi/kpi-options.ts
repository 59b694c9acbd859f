import * as z from 'zod/mini';
import {
  NET_NEW_MONEY_CHOICES,
  type ServiceKpiOptions,
  type ServicePanelOptions,
} from '../../kpi/index.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import { atLeastOne, currency, name, nonNegative, positive, probability } from '../primitives.js';
import { ids, periodsPerYear, scale } from './kpi-definition.js';

const common = {
  currency,
  periodsPerYear: z.exactOptional(periodsPerYear),
  minimumSample: z.exactOptional(atLeastOne),
};

export const serviceKpiOptions: z.ZodMiniType<ServiceKpiOptions> = z.strictObject({
  ...common,
  slaHours: z.exactOptional(nonNegative),
  responseHours: z.exactOptional(nonNegative),
  resolutionHours: z.exactOptional(nonNegative),
  abandonmentHours: z.exactOptional(positive),
  scale: z.exactOptional(scale),
  attributionDays: z.exactOptional(atLeastOne),
  acquisitionSteps: z.exactOptional(ids(2, 100)),
  processSteps: z.exactOptional(ids(2, 100)),
  followUpDays: z.exactOptional(atLeastOne),
  apdexSeconds: z.exactOptional(positive),
  leavingCauses: z.exactOptional(ids(2, 49)),
  reopenDays: z.exactOptional(atLeastOne),
  responseClock: z.exactOptional(name),
  riskClock: z.exactOptional(name),
  processClock: z.exactOptional(name),
  touch: z.exactOptional(z.enum(['first', 'last'])),
  netNewMoney: z.exactOptional(z.array(z.enum(NET_NEW_MONEY_CHOICES))),
  flowTiming: z.exactOptional(z.enum(['start-of-day', 'end-of-day'])),
  tolerance: z.exactOptional(nonNegative.check(z.lt(1))),
});

export const servicePanelOptions: z.ZodMiniType<ServicePanelOptions> = z.strictObject({
  ...common,
  confidence: z.exactOptional(probability),
});

/**
 * Checks what a bank sets for the ready definitions of `serviceKpis`.
 *
 * @example
 * ```ts
 * import { parseServiceKpiOptions } from 'aptfolio/schema';
 *
 * parseServiceKpiOptions({ currency: 'CNY', slaHours: 8 }).slaHours; // => 8
 * parseServiceKpiOptions({ currency: 'CNY', minimumSample: 0 });
 * // => throws 'out-of-range', 'options.minimumSample'
 * ```
 */
export const parseServiceKpiOptions: Parse<ServiceKpiOptions> = parser(
  serviceKpiOptions,
  'options',
);

/** Like `parseServiceKpiOptions`, but returns the faults. */
export const safeParseServiceKpiOptions: SafeParse<ServiceKpiOptions> = safeParser(
  serviceKpiOptions,
  'options',
);

/**
 * Checks what a bank sets for `servicePanel`.
 *
 * @example
 * ```ts
 * import { parseServicePanelOptions } from 'aptfolio/schema';
 *
 * parseServicePanelOptions({ currency: 'CNY', confidence: 0.9 }).confidence; // => 0.9
 * parseServicePanelOptions({ currency: 'CNY', confidence: 95 }); // => throws 'out-of-range', 'options.confidence'
 * ```
 */
export const parseServicePanelOptions: Parse<ServicePanelOptions> = parser(
  servicePanelOptions,
  'options',
);

/** Like `parseServicePanelOptions`, but returns the faults. */
export const safeParseServicePanelOptions: SafeParse<ServicePanelOptions> = safeParser(
  servicePanelOptions,
  'options',
);
