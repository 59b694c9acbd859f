import {
  parseAccountPeriod,
  parseAttributionOptions,
  parseClientContacts,
  parseClientReturn,
  parseFunnelJourney,
  parseTranslationOptions,
  safeParseAccountPeriod,
  safeParseAttributionOptions,
  safeParseClientContacts,
  safeParseClientReturn,
  safeParseFunnelJourney,
  safeParseTranslationOptions,
} from 'aptfolio/schema';
import { cny, fault, type Input, input } from './input.js';

const period = {
  id: 'a-1',
  from: '2026-03-31',
  to: '2026-06-30',
  opening: cny('100.00'),
  closing: cny('110.00'),
  dimensions: { branch: 'Pudong' },
} as const;
const march = '2026-03-02T10:00:00+08:00';

/** Growth of assets and clients. */
export const GROWTH: Readonly<Record<string, Input>> = {
  'account-period': input(
    parseAccountPeriod,
    safeParseAccountPeriod,
    [
      {
        ...period,
        movements: [{ id: '1', on: '2026-04-02', kind: 'transfer', amount: cny('10.00') }],
      },
    ],
    [
      fault(['movements', 0, 'kind'], 'tax', 'unknown-value', 'account.movements[0].kind'),
      fault(['movements', 0, 'amount'], 10, 'invalid-type', 'account.movements[0].amount'),
      fault(['to'], '2026-06-31', 'invalid-date', 'account.to'),
    ],
  ),
  'client-return': input(
    parseClientReturn,
    safeParseClientReturn,
    [
      {
        ...period,
        flows: [{ date: '2026-05-04', amount: cny('5.00') }],
        valuations: [{ date: '2026-05-04', value: cny('108.00') }],
        benchmark: 0.02,
      },
    ],
    [
      fault(['benchmark'], '2 %', 'invalid-type', 'client.benchmark'),
      fault(['valuations', 0, 'value'], undefined, 'missing-value', 'client.valuations[0].value'),
    ],
  ),
  'translation-options': input(
    parseTranslationOptions,
    safeParseTranslationOptions,
    [{ currency: 'CNY', rates: { '2026-03-31': '7.0012' } }],
    [fault(['currency'], 'RMB', 'unknown-value', 'options.currency')],
  ),
  'client-contacts': input(
    parseClientContacts,
    safeParseClientContacts,
    [
      {
        id: 'c-1',
        contacts: [{ campaign: 'spring', at: march }],
        purchases: [1_780_000_000_000],
        won: { at: march, referred: true },
        dimensions: { branch: 'Pudong' },
      },
    ],
    [
      fault(['won', 'referred'], 'yes', 'invalid-type', 'client.won.referred'),
      fault(['contacts', 0, 'campaign'], '', 'empty', 'client.contacts[0].campaign'),
    ],
  ),
  'attribution-options': input(
    parseAttributionOptions,
    safeParseAttributionOptions,
    [
      {
        campaigns: ['spring'],
        windowDays: 90,
        touch: 'last',
        asOf: march,
        campaignDimension: 'campaign',
      },
    ],
    [
      fault(['windowDays'], 0, 'out-of-range', 'options.windowDays'),
      fault(['touch'], 'linear', 'unknown-value', 'options.touch'),
    ],
  ),
  'funnel-journey': input(
    parseFunnelJourney,
    safeParseFunnelJourney,
    [{ id: 'p-1', steps: { contacted: march }, endedAt: march, dimensions: { branch: 'Pudong' } }],
    [fault(['steps', 'contacted'], null, 'missing-value', 'journey.steps.contacted')],
  ),
};
