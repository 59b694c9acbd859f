import { AptfolioError } from 'aptfolio/errors';
import type { CurrencyCode } from 'aptfolio/money';
import type { Parse, ParseRows, SafeParse } from 'aptfolio/schema';

/**
 * A type with no field left out, so that a field added to an input's type does not compile here until the sample
 * has it, and fails at once if the schema does not know it.
 */
type Full<T> = unknown extends T
  ? T
  : T extends string | number | boolean | null
    ? T
    : T extends readonly (infer E)[]
      ? readonly Full<E>[]
      : T extends Float64Array
        ? never
        : CurrencyCode extends keyof T
          ? T
          : { readonly [K in keyof T]-?: Full<Exclude<T[K], undefined>> };

/** What is put in the place of a field: a path of keys, and the value; `undefined` takes the field away. */
interface Fault {
  readonly at: readonly (string | number)[];
  readonly value: unknown;
  readonly code: string;
  readonly path: string;
}

export interface Input {
  readonly parse: (value: unknown) => unknown;
  readonly safeParse: SafeParse<unknown>;
  readonly samples: readonly unknown[];
  /** In the first sample. */
  readonly faults: readonly Fault[];
}

/** Shorthand for a fault. */
export const fault = (at: Fault['at'], value: unknown, code: string, path: string): Fault => ({
  at,
  value,
  code,
  path,
});

/** An input whose samples leave no field out. */
export function input<T>(
  parse: Parse<T>,
  safeParse: SafeParse<T>,
  samples: readonly Full<T>[],
  faults: readonly Fault[],
): Input {
  return { parse, safeParse, samples, faults };
}

/** A list that is read row by row, its samples lists in which no row leaves a field out. */
export function rowsInput<T>(
  parseRows: ParseRows<T>,
  samples: readonly (readonly Full<T>[])[],
  faults: readonly Fault[],
): Input {
  const parse = (value: unknown): readonly T[] => {
    const { values, failures } = parseRows(value);
    if (failures.length > 0) throw new AptfolioError(failures.flatMap(({ issues }) => issues));
    return values;
  };
  const safeParse: SafeParse<readonly T[]> = (value) => {
    try {
      return { status: 'valid', value: parse(value) };
    } catch (error) {
      return { status: 'invalid', issues: (error as AptfolioError).issues };
    }
  };
  return { parse, safeParse, samples, faults };
}

/** The first sample of an input, as part of a larger one. */
export const part = (inputs: Readonly<Record<string, Input>>, name: string): never =>
  inputs[name]!.samples[0] as never;

/** A copy of a sample in which one place holds another value. */
export function replaced(sample: unknown, at: Fault['at'], value: unknown): unknown {
  const [key, ...rest] = at;
  if (key === undefined) return value;
  const copy = (Array.isArray(sample) ? [...sample] : { ...(sample as object) }) as Record<
    string | number,
    unknown
  >;
  copy[key] = replaced(copy[key], rest, value);
  return copy;
}

export const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;

export const wording = { 'zh-Hans': '甲', 'zh-Hant': '甲', en: 'A' };

export const citation = {
  instrument: 'Directive 2014/65/EU',
  article: '25(2)',
  address: 'https://eur-lex.europa.eu',
  verified: true,
  inForceFrom: '2018-01-03',
} as const;

export const reason = {
  code: 'app.wait',
  severity: 'info',
  parameters: { days: 3 },
  citations: [citation],
} as const;
