import {
  type BatchFailure,
  checkBoolean,
  checkInteger,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
} from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { type Interval, wilsonInterval } from '../../statistics/index.js';
import { uniqueRows } from '../unique-rows.js';
import { ACTION_KINDS, type ActionKind } from './action.js';
import { CONTACT_RESPONSES, type ContactResponse } from './action-context.js';

/** What became of an action that was put to a client. */
export interface ActionOutcome {
  readonly id: string;
  readonly action: ActionKind;
  /** Whether the client was vulnerable then; `null` where nobody had looked. */
  readonly vulnerable: boolean | null;
  readonly response: ContactResponse;
  /** Whether the client complained about it. */
  readonly complaint: boolean;
}

/** How sure the figures are to be, and of how many cases. */
export interface ActionEffectsOptions {
  /** Cases from which a share is given, at least 1. Default 30. */
  readonly minimumSample?: number;
  /** Of the intervals, between 0 and 1, exclusive. Default 0.95. */
  readonly confidence?: number;
}

/** How often something happened among the cases; no share of too few. */
export type EffectRate =
  | {
      readonly status: 'ok';
      readonly count: number;
      readonly n: number;
      readonly share: number;
      readonly interval: Interval;
    }
  | {
      readonly status: 'insufficient';
      readonly count: number;
      readonly n: number;
      readonly minimumSample: number;
      readonly reason: Reason;
    };

/** What became of one kind of action within one group. */
export interface ActionEffect {
  readonly action: ActionKind;
  readonly offered: number;
  readonly accepted: EffectRate;
  readonly declined: EffectRate;
  readonly complaints: EffectRate;
}

/** What became of actions, for vulnerable clients apart; there is no figure over the groups. */
export interface ActionEffects {
  readonly vulnerable: readonly ActionEffect[];
  readonly others: readonly ActionEffect[];
  /** Clients of whom nobody had looked whether they are vulnerable. */
  readonly unknown: readonly ActionEffect[];
  /** Rows left out because they repeat another. */
  readonly duplicates: number;
  /** Rows that could not be used. */
  readonly failures: readonly BatchFailure[];
}

/**
 * Counts what became of actions, by kind, for vulnerable clients, for others, and for those of whom it is not known.
 *
 * The groups are never added up, so that a good figure over all cannot hide a bad one for the vulnerable. Shares come with a
 * Wilson interval; of fewer cases than the minimum only the counts are given.
 *
 * @param outcomes in any order; a row that repeats another counts once.
 * @returns the actions that occurred, in the order of `ACTION_KINDS`; broken rows under `failures`.
 * @throws AptfolioError for malformed options.
 *
 * Source: R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, method 3; for reporting apart, FCA FG21/1 (2021),
 * chapter 5, monitoring of outcomes for vulnerable consumers.
 *
 * @example
 * ```ts
 * import { actionEffects } from 'aptfolio/client';
 *
 * const row = { action: 'get-cover', vulnerable: false, response: 'accepted', complaint: false };
 * const outcomes = [
 *   { ...row, id: '1' },
 *   { ...row, id: '2', response: 'declined' },
 *   { ...row, id: '3', vulnerable: true, complaint: true },
 * ];
 * const effects = actionEffects(outcomes, { minimumSample: 2 });
 * effects.others[0].accepted.share; // => 0.5
 * effects.vulnerable[0].complaints.status; // => 'insufficient'
 * effects.vulnerable[0].complaints.count; // => 1
 * ```
 */
export function actionEffects(
  outcomes: readonly ActionOutcome[],
  options: ActionEffectsOptions = {},
): ActionEffects {
  const settings = readOptions(options);
  const { rows, duplicates, failures } = uniqueRows(outcomes, 'outcomes', {
    read: readOutcome,
    keyOf: ({ id }) => id,
    keyField: 'id',
  });
  const group = (vulnerable: boolean | null): readonly ActionEffect[] => {
    const own = rows.filter((row) => row.vulnerable === vulnerable);
    const kinds = ACTION_KINDS.filter((kind) => own.some(({ action }) => action === kind));
    return Object.freeze(
      kinds.map((kind) =>
        effectOf(
          kind,
          own.filter(({ action }) => action === kind),
          settings,
        ),
      ),
    );
  };
  return Object.freeze({
    vulnerable: group(true),
    others: group(false),
    unknown: group(null),
    duplicates,
    failures,
  });
}

function effectOf(
  action: ActionKind,
  rows: readonly ActionOutcome[],
  settings: Required<ActionEffectsOptions>,
): ActionEffect {
  const rate = (happened: (row: ActionOutcome) => boolean): EffectRate =>
    rateOf(rows.filter(happened).length, rows.length, settings);
  return Object.freeze({
    action,
    offered: rows.length,
    accepted: rate(({ response }) => response === 'accepted'),
    declined: rate(({ response }) => response === 'declined'),
    complaints: rate(({ complaint }) => complaint),
  });
}

function rateOf(
  count: number,
  n: number,
  { minimumSample, confidence }: Required<ActionEffectsOptions>,
): EffectRate {
  if (n < minimumSample) {
    const reason = makeReason('client.too-few-outcomes', 'info', { n, minimumSample });
    return Object.freeze({ status: 'insufficient', count, n, minimumSample, reason });
  }
  const interval = wilsonInterval(count, n, { confidence });
  return Object.freeze({ status: 'ok', count, n, share: count / n, interval });
}

function readOutcome(row: ActionOutcome): ActionOutcome {
  checkObject(row, '');
  return Object.freeze({
    id: checkText(row.id, 'id'),
    action: checkOneOf(row.action, 'action', ACTION_KINDS),
    vulnerable: row.vulnerable === null ? null : checkBoolean(row.vulnerable, 'vulnerable'),
    response: checkOneOf(row.response, 'response', CONTACT_RESPONSES),
    complaint: checkBoolean(row.complaint, 'complaint'),
  });
}

function readOptions(options: ActionEffectsOptions): Required<ActionEffectsOptions> {
  checkObject(options, 'options');
  const { minimumSample = 30, confidence = 0.95 } = options;
  return {
    minimumSample: checkInteger(minimumSample, 'options.minimumSample', { min: 1 }),
    confidence: checkRange(confidence, 'options.confidence', { exclusiveMin: 0, exclusiveMax: 1 }),
  };
}
