import { AptfolioError } from '../../errors/index.js';
import { makeRecord, type RecordDraft } from '../cube/make-record.js';
import type { KpiRecord } from '../cube/record.js';
import type { KpiRecordWindow } from '../cube/record-windows.js';
import type { KpiEvent } from '../state.js';
import { attribute, type CampaignOutcome } from './attribute.js';
import {
  type AttributionOptions,
  type AttributionTerms,
  type ClientContacts,
  type ContactHistory,
  readAttribution,
  readHistory,
} from './client-contacts.js';

/**
 * Turns one person's campaign contacts and purchases into records for a cube: campaign conversion, time to convert, clients won.
 *
 * A purchase is put down to one contact within the window before it, the first or the last, and so to one campaign. A person counts once for each campaign,
 * however often contacted, and by one clock for who buys and who does not: it runs from the campaign's first contact with the person, whatever `touch`. A
 * conversion is a purchase put down to the campaign within `windowDays` of that first contact; once they are over it is decided, and later contacts change nothing
 * of it. Who bought through another campaign first and through this one later, still within the window, is a conversion of both: these are two purchases, each
 * put down to one campaign; until the second the curve takes such a person for gone. Records of a campaign belong to the day of its first contact, so that a month's row is a cohort. Whose window is still running is left out of
 * `campaign-conversion` under `window-open`, converted or not: counting conversions at once and the others later would flatter the young cohorts.
 * `conversion-within-window` uses them all. Clients won go by attribution alone, however long after the first contact.
 *
 * In `time-to-convert-median` who did not convert is open for as long as a conversion could have been seen, from the first contact to the look, at most the window;
 * who bought through another campaign too, so that the median agrees with the curve: neither is taken for somebody who would yet convert.
 *
 * A person is told again as time goes on: a record's revision is the moment of the look. What does not hold, or no longer, has the event null, which takes back
 * what an earlier look said: of two campaigns one wins, whichever look saw it. A campaign whose contact is no longer told is not named by the look: add
 * its records again with `event: null` and a higher revision. What else the figures need is the bank's to add: the clients at the start for `new-client-growth`, what campaigns cost
 * for `cost-per-client`.
 *
 * Source: J. Fine and R. Gray, A Proportional Hazards Model for the Subdistribution of a Competing Risk, Journal of the American Statistical Association 94 (1999)
 * 496–509, whose risk set keeps those with another outcome until they would have been censored.
 *
 * @param client with every contact and purchase known at `asOf`.
 * @returns for each campaign with a contact `campaign-conversion`, `conversion-within-window`, `time-to-convert-median`, `converters-median-time` and
 * `cost-per-client`, which is null where it did not win the client; once `new-client-growth`, `new-clients-from-campaigns` and `referral-share`, on the day
 * of becoming a client, or of the look and null for who did not.
 * @throws AptfolioError with path `client…` or `options…`: `unknown-id` names a campaign that is not in `options.campaigns`, `inconsistent` a time
 * after `options.asOf`.
 *
 * @example
 * ```ts
 * import { campaignRecords } from 'aptfolio/kpi';
 *
 * const client = {
 *   id: 'c-1',
 *   contacts: [
 *     { campaign: 'spring', at: '2026-03-02T10:00:00+08:00' },
 *     { campaign: 'summer', at: '2026-05-04T10:00:00+08:00' },
 *   ],
 *   purchases: ['2026-05-14T10:00:00+08:00'],
 * };
 * const options = { campaigns: ['spring', 'summer'], windowDays: 90, touch: 'last', asOf: '2026-09-01T00:00:00+08:00' };
 * const conversions = (touch) =>
 *   campaignRecords(client, { ...options, touch })
 *     .filter(({ kpi }) => kpi === 'campaign-conversion')
 *     .map(({ event }) => event.successes);
 * conversions('last'); // => [0, 1]
 * conversions('first'); // => [1, 0]
 * campaignRecords(client, { ...options, campaigns: ['spring'] }); // => throws 'unknown-id', 'client.contacts[1].campaign'
 * ```
 */
export function campaignRecords(
  client: ClientContacts,
  options: AttributionOptions,
): readonly KpiRecord[] {
  const terms = readAttribution(options);
  const history = readHistory(client, terms);
  const outcomes = attribute(history, terms);
  const drafts = [
    ...outcomes.flatMap((outcome) => ofCampaign(outcome, history, terms)),
    ...ofClientWon(history, outcomes, terms),
  ];
  return Object.freeze(drafts.map((draft) => makeRecord({ ...draft, revision: terms.asOf })));
}

function ofCampaign(
  outcome: CampaignOutcome,
  { id, dimensions }: ContactHistory,
  terms: AttributionTerms,
): readonly RecordDraft[] {
  const { campaign, contactedAt: at } = outcome;
  const shared = {
    at,
    parts: [id, campaign],
    dimensions: dimensionsOf(dimensions, campaign, terms.campaignDimension),
    window: attributionWindow(terms),
    terms: { touch: terms.touch },
  };
  return [
    { ...shared, kpi: 'campaign-conversion', event: conversion(outcome) },
    { ...shared, kpi: 'conversion-within-window', event: curvePoint(outcome) },
    { ...shared, kpi: 'time-to-convert-median', event: waiting(outcome) },
    { ...shared, kpi: 'converters-median-time', event: ofConverter(outcome) },
    { ...shared, kpi: 'cost-per-client', event: outcome.won ? { count: 1 } : null },
  ];
}

function conversion({ outcome, windowOver }: CampaignOutcome): KpiEvent {
  if (!windowOver) return { excluded: 'window-open' };
  return { successes: outcome === 'converted' ? 1 : 0, trials: 1 };
}

/** Times are whole days; who has bought through another campaign is taken out by that. */
function curvePoint({ outcome, days }: CampaignOutcome): KpiEvent {
  const time = Math.floor(days);
  if (outcome === 'none') return { time };
  return { time, cause: outcome === 'converted' ? 'converted' : 'by-another-campaign' };
}

/** Who has bought through another campaign is open as long as anybody else, and not only until then: the others are not to stand for them. */
function waiting({ outcome, days, watched }: CampaignOutcome): KpiEvent {
  return outcome === 'converted' ? { duration: days } : { duration: watched, open: true };
}

function ofConverter({ outcome, windowOver, days }: CampaignOutcome): KpiEvent {
  if (!windowOver) return { excluded: 'window-open' };
  return outcome === 'converted' ? { duration: days } : { excluded: 'not-converted' };
}

/** Of who became no client an earlier look may have said so. */
function ofClientWon(
  { id, won, dimensions }: ContactHistory,
  outcomes: readonly CampaignOutcome[],
  terms: AttributionTerms,
): readonly RecordDraft[] {
  const draft = (kpi: string, event: KpiEvent): RecordDraft => ({
    ...{ kpi, parts: [id], dimensions },
    ...(won === null ? { at: terms.asOf, event: null } : { at: won.at, event }),
  });
  const byCampaign = outcomes.some((outcome) => outcome.won) ? 1 : 0;
  return [
    draft('new-client-growth', { numerator: 1 }),
    {
      ...draft('new-clients-from-campaigns', { successes: byCampaign, trials: 1 }),
      window: attributionWindow(terms),
    },
    draft('referral-share', referral(won?.referred)),
  ];
}

/** As the definitions name it. */
function attributionWindow({ windowDays }: AttributionTerms): KpiRecordWindow {
  return { id: 'attribution', days: windowDays };
}

function referral(referred: boolean | undefined): KpiEvent {
  if (referred === undefined) return { excluded: 'origin-unknown' };
  return { successes: referred ? 1 : 0, trials: 1 };
}

function dimensionsOf(
  dimensions: ContactHistory['dimensions'],
  campaign: string,
  name: string | undefined,
): ContactHistory['dimensions'] {
  if (name === undefined) return dimensions;
  if (dimensions !== undefined && Object.hasOwn(dimensions, name)) {
    const expected = 'a dimension that the client does not have';
    throw new AptfolioError('inconsistent', 'options.campaignDimension', expected, name);
  }
  return Object.freeze({ ...dimensions, [name]: campaign });
}
