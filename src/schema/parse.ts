import type * as z from 'zod/mini';
import { AptfolioError, at, type ErrorCode, type Issue, makeIssue } from '../errors/index.js';
import { BOTTOMLESS } from './clean.js';

/** What became of an untrusted input: the typed value, or every fault in it. */
export type ParseResult<T> =
  | { readonly status: 'valid'; readonly value: T }
  | { readonly status: 'invalid'; readonly issues: readonly Issue[] };

/** A fault of the schema library, reduced to what the translation reads. */
interface RawIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: string;
  readonly values?: readonly unknown[];
  /** Of a union told apart by one field: what the field may be. */
  readonly options?: readonly unknown[];
  readonly keys?: readonly string[];
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly inclusive?: boolean;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly (readonly RawIssue[])[];
  /** Of a key that is none: what is wrong with it. */
  readonly issues?: readonly RawIssue[];
}

/** Checks a value against a schema and returns it typed, or every fault with its path. */
export function safeParseWith<T>(
  schema: z.ZodMiniType<T>,
  value: unknown,
  path: string,
): ParseResult<T> {
  const strange = prototypeKeys(value, path);
  if (strange.length > 0) {
    return Object.freeze({ status: 'invalid', issues: Object.freeze(strange) });
  }
  const result = schema.safeParse(value);
  if (result.success) return Object.freeze({ status: 'valid', value: result.data });
  const issues = (result.error.issues as readonly RawIssue[]).flatMap((raw) =>
    translate(raw, value, path),
  );
  return Object.freeze({ status: 'invalid', issues: Object.freeze(issues) });
}

/** Keys that the schema library would drop in silence, because they mean something to the language. */
function prototypeKeys(value: unknown, path: string): readonly Issue[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const where = at(path, Array.isArray(value) ? Number(key) : key);
    return key === '__proto__'
      ? [makeIssue('unknown-id', where, 'another name than __proto__')]
      : prototypeKeys(inner, where);
  });
}

/** Like `safeParseWith`, but throws an `AptfolioError` that carries every fault. */
export function parseWith<T>(schema: z.ZodMiniType<T>, value: unknown, path: string): T {
  const result = safeParseWith(schema, value, path);
  if (result.status === 'invalid') throw new AptfolioError(result.issues);
  return result.value;
}

/** What a check of another room comes to: its value, or the faults that it threw. */
export function safely<T>(check: () => T): ParseResult<T> {
  try {
    return Object.freeze({ status: 'valid', value: check() });
  } catch (error) {
    if (!(error instanceof AptfolioError)) throw error;
    return Object.freeze({ status: 'invalid', issues: error.issues });
  }
}

function translate(raw: RawIssue, root: unknown, rootPath: string): Issue[] {
  const path = writePath(rootPath, raw.path);
  const received = valueAt(root, raw.path);
  const issue = (code: ErrorCode, expected: string): Issue[] => [
    makeIssue(code, path, expected, received),
  ];
  if (received === BOTTOMLESS) {
    return [
      makeIssue('inconsistent', path, 'data of at most 64 levels that do not contain themselves'),
    ];
  }
  switch (raw.code) {
    case 'invalid_type':
      if (raw.expected === 'never') return issue('unknown-id', 'no such field beside the others');
      return issue(typeFault(received), describeType(raw.expected));
    case 'invalid_value':
      return issue(choiceFault(received), describeChoice(raw.values ?? []));
    case 'too_small':
      return issue(tooSmall(raw, received), describeLimit(raw, 'at least', 'above', raw.minimum));
    case 'too_big':
      return issue(
        isNumeric(raw) ? 'out-of-range' : 'too-long',
        describeLimit(raw, 'at most', 'below', raw.maximum),
      );
    case 'unrecognized_keys':
      return (raw.keys ?? []).map((key) =>
        makeIssue('unknown-id', at(path, key), 'no such field; its name is not known here'),
      );
    case 'invalid_union':
      if (raw.options !== undefined) {
        return issue(choiceFault(received), describeChoice(raw.options));
      }
      return closestBranch(raw, root, rootPath) ?? issue(typeFault(received), describeForms(raw));
    case 'invalid_key':
      return issue('unknown-id', describeKey(raw));
    case 'custom':
      return issue(customFault(raw, received), raw.message);
    default:
      return issue('invalid-format', raw.message);
  }
}

/** What a key is to be: a fault of its length has no words of its own. */
function describeKey({ issues = [] }: RawIssue): string {
  const [fault] = issues;
  if (fault === undefined) return 'a known key';
  const isLength = fault.code === 'too_small' || fault.code === 'too_big';
  return isLength ? 'a key of at least one character that is not too long' : fault.message;
}

/** Of a union's forms of the right type, the one that came nearest. */
function closestBranch(raw: RawIssue, root: unknown, rootPath: string): Issue[] | undefined {
  const received = valueAt(root, raw.path);
  const branches = (raw.errors ?? []).filter(
    (branch) => branch.length > 0 && !isOtherType(branch, received),
  );
  if (branches.length === 0) return undefined;
  const nearest = branches.reduce((best, next) => (isNearer(next, best) ? next : best));
  return nearest.flatMap((inner) =>
    translate({ ...inner, path: [...raw.path, ...inner.path] }, root, rootPath),
  );
}

/** A form is near if it knows the fields that are there, then if little else is wrong. */
function isNearer(branch: readonly RawIssue[], other: readonly RawIssue[]): boolean {
  const difference = unknownFields(branch) - unknownFields(other);
  return difference < 0 || (difference === 0 && branch.length < other.length);
}

function unknownFields(branch: readonly RawIssue[]): number {
  return branch.reduce((sum, { keys = [] }) => sum + keys.length, 0);
}

/** Whether the value is not even of the type that a form begins with; a form may be a union itself. */
function isOtherType(branch: readonly RawIssue[], received: unknown): boolean {
  return branch.some(({ code, path, values = [], errors = [] }) => {
    if (path.length > 0) return false;
    if (code === 'invalid_value') return values.every((one) => typeof one !== typeof received);
    if (code !== 'invalid_union') return code === 'invalid_type';
    return errors.length > 0 && errors.every((inner) => isOtherType(inner, received));
  });
}

function describeForms(raw: RawIssue): string {
  return [...new Set(typesOf(raw))].join(' or ');
}

function typesOf({ expected, values, errors }: RawIssue): string[] {
  if (values !== undefined) return [describeChoice(values)];
  if (errors === undefined) return [describeType(expected)];
  return errors.flatMap(([first]) => (first === undefined ? [] : typesOf(first)));
}

/** Of a list as long as that of all currencies, its beginning is enough. */
const MOST_NAMED = 20;

function describeChoice(options: readonly unknown[]): string {
  // A field that tells a union's forms apart may be left out in one of them.
  const named = options.filter((option) => option !== undefined);
  if (named.length <= MOST_NAMED) return `one of ${named.join(', ')}`;
  return `one of ${named.slice(0, 3).join(', ')} and ${named.length - 3} others`;
}

function typeFault(received: unknown): ErrorCode {
  if (isAbsent(received)) return 'missing-value';
  return typeof received === 'number' && !Number.isFinite(received) ? 'not-finite' : 'invalid-type';
}

function choiceFault(received: unknown): ErrorCode {
  return isAbsent(received) ? 'missing-value' : 'unknown-value';
}

function customFault({ params }: RawIssue, received: unknown): ErrorCode {
  if (received === undefined) return 'missing-value';
  return (params?.code as ErrorCode | undefined) ?? 'invalid-format';
}

function tooSmall(raw: RawIssue, received: unknown): ErrorCode {
  if (isNumeric(raw)) return 'out-of-range';
  const length = (received as { readonly length?: number } | undefined)?.length;
  return length === 0 ? 'empty' : 'length-mismatch';
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  number: 'a finite number',
  int: 'a whole number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  nonoptional: 'a value',
};

function describeType(expected: string | undefined): string {
  return TYPE_WORDS[expected ?? ''] ?? `a value of type ${expected}`;
}

function describeLimit(
  raw: RawIssue,
  inclusive: string,
  exclusive: string,
  limit: number | bigint | undefined,
): string {
  const side = raw.inclusive === false ? exclusive : inclusive;
  if (isNumeric(raw)) return `a number of ${side} ${limit}`;
  return raw.origin === 'string'
    ? `a text of ${side} ${limit} characters`
    : `a list of ${side} ${limit}`;
}

function isNumeric({ origin }: RawIssue): boolean {
  return origin === 'number' || origin === 'int';
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function writePath(root: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (written, key) => at(written, typeof key === 'symbol' ? String(key) : key),
    root,
  );
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    root,
  );
}
