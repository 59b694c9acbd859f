import { AptfolioError, at, checkObject, checkOneOf, checkText } from '../../errors/index.js';
import { frozenJson, type JsonValue } from '../facts/json-value.js';
import {
  FIELD_CLASSES,
  type FieldClass,
  type FieldRule,
  type ReadFieldRule,
  readFieldRules,
  ruleAt,
} from './field-rules.js';
import { clientPrivacyPolicy } from './privacy-policy.js';
import { shownPlace } from './shown-place.js';

/** What becomes of a field: shown as it is, replaced by `MASK`, or left out. */
export const TREATMENTS = ['show', 'mask', 'drop'] as const;

/** What becomes of a field; see `TREATMENTS`. */
export type Treatment = (typeof TREATMENTS)[number];

/** What stands in the place of a masked value, whatever its type and length. */
export const MASK = '***';

/** Who may see what. */
export interface PrivacyPolicy<A extends string = string> {
  /** The classes of the fields; see `clientFieldRules`. A field that no rule fits is left out for everyone. */
  readonly fields: readonly FieldRule[];
  /** Audience → what becomes of each class; a class that is not named is left out. */
  readonly audiences: Readonly<Record<A, Readonly<Partial<Record<FieldClass, Treatment>>>>>;
}

/** A field that an audience does not get to see. */
export interface RedactedField {
  /** As a pattern, with `*` for places in lists and for names that are data; it can become a `FieldRule` as it is. */
  readonly path: string;
  /** `null` where no rule fits. */
  readonly fieldClass: FieldClass | null;
  readonly treatment: 'mask' | 'drop';
}

/** What an audience gets to see, and what was kept from it. */
export interface Redacted {
  readonly record: { readonly [key: string]: JsonValue };
  /** Sorted, each path once, so that it does not tell how long a list was. No values. */
  readonly redacted: readonly RedactedField[];
}

/**
 * Copies a record for an audience without what it may not see. What no rule allows is left out: a new field stays hidden
 * until someone gives it a class.
 *
 * Objects and lists of which nothing is left are left out too. What is masked keeps its place only.
 *
 * @param record plain JSON.
 * @param audience a name of the policy's.
 * @param policy default `clientPrivacyPolicy`, with the audiences `client`, `adviser`, `analyst` and `public`.
 * @throws AptfolioError `unknown-id` with the path `audience`, for a malformed policy `policy.audiences.analyst.personal`, for
 * what JSON cannot hold `record.client.id`; never with a value of the record, and with `[*]` for a name that may be data.
 *
 * @example
 * ```ts
 * import { clientFieldRules, redact } from 'aptfolio/client';
 *
 * const policy = {
 *   fields: clientFieldRules,
 *   audiences: {
 *     adviser: { public: 'show', personal: 'show', sensitive: 'show' },
 *     analyst: { public: 'show', personal: 'mask' },
 *   },
 * };
 * const record = {
 *   client: { id: 'cli_lin', birthDate: '1988-02-29', nickname: 'Lin' },
 *   baseCurrency: 'CNY',
 *   holdings: [{ id: 'MMF', amount: '118000.00' }],
 * };
 * redact(record, 'analyst', policy).record;
 * // => { baseCurrency: 'CNY', client: { birthDate: '***', id: '***' } }
 * redact(record, 'adviser', policy).redacted;
 * // => [{ path: 'client.nickname', fieldClass: null, treatment: 'drop' }]
 * redact(record, 'public', policy); // => throws 'unknown-id', 'audience'
 * ```
 */
export function redact<A extends string>(
  record: object,
  audience: NoInfer<A>,
  policy: PrivacyPolicy<A> = clientPrivacyPolicy as unknown as PrivacyPolicy<A>,
): Redacted {
  const view = readAudience(audience, policy);
  const given = frozenJson(checkObject(record, 'record'), 'record');
  const redacted = new Map<string, RedactedField>();
  const copy = see(given, [], view, redacted) ?? {};
  return Object.freeze({
    record: copy as Redacted['record'],
    redacted: Object.freeze([...redacted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, f]) => f)),
  });
}

interface Audience {
  readonly rules: readonly ReadFieldRule[];
  readonly treatments: ReadonlyMap<FieldClass, Treatment>;
}

type Place = readonly (string | number)[];

/** What is left of a value; `undefined` where nothing is. */
function see(
  value: JsonValue,
  place: Place,
  audience: Audience,
  redacted: Map<string, RedactedField>,
): JsonValue | undefined {
  if (isLeaf(value)) return place.length === 0 ? value : seeLeaf(value, place, audience, redacted);
  if (Array.isArray(value)) {
    const entries = value.map((entry: JsonValue, i) =>
      see(entry, [...place, i], audience, redacted),
    );
    const left = entries.filter((entry) => entry !== undefined);
    return left.length === 0 ? undefined : Object.freeze(left);
  }
  const fields = Object.entries(value).map(
    ([key, entry]) => [key, see(entry, [...place, key], audience, redacted)] as const,
  );
  const left = fields.filter((field): field is [string, JsonValue] => field[1] !== undefined);
  return left.length === 0 ? undefined : Object.freeze(Object.fromEntries(left));
}

/** Empty objects and lists have no fields to judge, so they are judged themselves. */
function isLeaf(value: JsonValue): value is string | number | boolean | null {
  return typeof value !== 'object' || value === null || Object.keys(value).length === 0;
}

function seeLeaf(
  value: JsonValue,
  place: Place,
  { rules, treatments }: Audience,
  redacted: Map<string, RedactedField>,
): JsonValue | undefined {
  const rule = ruleAt(rules, place);
  const fieldClass = rule?.fieldClass ?? null;
  const treatment = fieldClass === null ? 'drop' : (treatments.get(fieldClass) ?? 'drop');
  if (treatment === 'show') return value;
  const path = shownPlace(place, rule?.pattern);
  redacted.set(`${path} ${fieldClass}`, Object.freeze({ path, fieldClass, treatment }));
  return treatment === 'mask' ? MASK : undefined;
}

function readAudience(name: unknown, policy: PrivacyPolicy): Audience {
  const rules = readFieldRules(checkObject(policy, 'policy').fields, 'policy.fields');
  const audiences = checkObject(policy.audiences, 'policy.audiences');
  const audience = checkText(name, 'audience');
  if (!Object.hasOwn(audiences, audience)) {
    const known = Object.keys(audiences).join(', ');
    throw new AptfolioError('unknown-id', 'audience', `one of ${known}`, audience);
  }
  const path = at('policy.audiences', audience);
  const given = Object.entries(checkObject(audiences[audience], path));
  const treatments = given.map(([fieldClass, treatment]) => {
    const where = at(path, fieldClass);
    return [
      checkOneOf(fieldClass, where, FIELD_CLASSES),
      checkOneOf(treatment, where, TREATMENTS),
    ] as const;
  });
  return { rules, treatments: new Map(treatments) };
}
