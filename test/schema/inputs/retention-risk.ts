import {
  parseCheckedOrder,
  parseClientActivity,
  parseClientRetention,
  parseClientTenure,
  parseClosedCase,
  parseLossEvent,
  parseRiskFinding,
  parseWarningPolicy,
  parseWatchedClient,
  safeParseCheckedOrder,
  safeParseClientActivity,
  safeParseClientRetention,
  safeParseClientTenure,
  safeParseClosedCase,
  safeParseLossEvent,
  safeParseRiskFinding,
  safeParseWarningPolicy,
  safeParseWatchedClient,
} from 'aptfolio/schema';
import { cny, fault, type Input, input } from './input.js';

const dimensions = { branch: 'Pudong' };
const march = '2026-03-02T10:00:00+08:00';
const history = {
  id: 'c-1',
  balances: [{ on: '2026-02-28', value: cny('100.00') }],
  events: { login: ['2026-02-03'] },
  complaints: [{ openedOn: '2026-02-01', closedOn: '2026-02-04' }],
  reviews: [{ dueOn: '2026-01-31', heldOn: '2026-02-02' }],
  maturities: [{ product: 'P01', on: '2026-05-04' }],
} as const;

/** Who stays, and what goes wrong. */
export const RETENTION_RISK: Readonly<Record<string, Input>> = {
  'client-tenure': input(
    parseClientTenure,
    safeParseClientTenure,
    [
      {
        ...{ id: 'c-1', from: '2024-01-15', to: '2026-01-14', cause: 'cost' },
        ...{ lastActiveOn: '2026-01-10', dimensions },
      },
    ],
    [
      fault(['from'], undefined, 'missing-value', 'client.from'),
      fault(['to'], '2026-02-30', 'invalid-date', 'client.to'),
    ],
  ),
  'client-retention': input(
    parseClientRetention,
    safeParseClientRetention,
    [
      {
        ...{ id: 'c-1', from: '2026-03-31', to: '2026-06-30', left: false, dimensions },
        ...{ opening: cny('100.00'), netNewMoney: cny('-10.00') },
      },
    ],
    [
      fault(['left'], 'no', 'invalid-type', 'client.left'),
      fault(['opening'], 100, 'invalid-type', 'client.opening'),
    ],
  ),
  'client-activity': input(
    parseClientActivity,
    safeParseClientActivity,
    [history],
    [
      fault(['events', 'login'], 3, 'invalid-type', 'history.events.login'),
      fault(['reviews', 0, 'dueOn'], null, 'missing-value', 'history.reviews[0].dueOn'),
    ],
  ),
  'watched-client': input(
    parseWatchedClient,
    safeParseWatchedClient,
    [{ history, from: '2020-01-01', to: '2026-05-01' }],
    [fault(['history', 'id'], '', 'empty', 'client.history.id')],
  ),
  'warning-policy': input(
    parseWarningPolicy,
    safeParseWarningPolicy,
    [
      {
        signs: [
          { id: 'assets', kind: 'balance-fall', days: 90, share: 0.25, maxAgeDays: 31 },
          {
            id: 'logins',
            kind: 'activity-fall',
            event: 'login',
            days: 60,
            share: 0.5,
            least: 3,
          },
          { id: 'adviser', kind: 'recent-event', event: 'adviser-change', days: 90 },
          { id: 'complaint', kind: 'open-complaint', days: 14 },
          { id: 'review', kind: 'missed-review', days: 30 },
          { id: 'end', kind: 'maturing', days: 30 },
        ],
      },
    ],
    [
      fault(['signs', 0, 'share'], 0, 'out-of-range', 'policy.signs[0].share'),
      fault(['signs', 1, 'least'], undefined, 'missing-value', 'policy.signs[1].least'),
      fault(['signs', 2, 'kind'], 'birthday', 'unknown-value', 'policy.signs[2].kind'),
    ],
  ),
  'risk-finding': input(
    parseRiskFinding,
    safeParseRiskFinding,
    [
      {
        ...{ id: 'r-1', family: 'fraud', alertedAt: march, occurredAt: 1_780_000_000_000 },
        ...{ outcome: 'risk', dimensions },
      },
    ],
    [
      fault(['outcome'], 'yes', 'unknown-value', 'finding.outcome'),
      fault(['family'], undefined, 'missing-value', 'finding.family'),
    ],
  ),
  'closed-case': input(
    parseClosedCase,
    safeParseClosedCase,
    [{ id: 'k-1', closedAt: march, reopenedAt: 1_780_000_000_000, dimensions }],
    [fault(['closedAt'], null, 'missing-value', 'case.closedAt')],
  ),
  'loss-event': input(
    parseLossEvent,
    safeParseLossEvent,
    [
      {
        ...{ id: 'l-1', family: 'execution', foundAt: march, nearMiss: false, dimensions },
        ...{ grossLoss: cny('50000.00'), recovered: cny('20000.00') },
      },
    ],
    [
      fault(['nearMiss'], 'no', 'invalid-type', 'event.nearMiss'),
      fault(['grossLoss', 'currency'], 'RMB', 'unknown-value', 'event.grossLoss.currency'),
    ],
  ),
  'checked-order': input(
    parseCheckedOrder,
    safeParseCheckedOrder,
    [
      {
        ...{ id: 'o-1', checkedAt: march, blocked: true, justified: true, overridden: false },
        ...{ breaches: 0, dimensions },
      },
    ],
    [
      fault(['blocked'], 1, 'invalid-type', 'order.blocked'),
      fault(['breaches'], 0.5, 'invalid-type', 'order.breaches'),
    ],
  ),
};
