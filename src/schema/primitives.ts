import * as z from 'zod/mini';
import { type DateInterval, isPlainDate, type PlainDate } from '../dates/index.js';
import { CURRENCY_CODES, type CurrencyCode, type FxRates, type Money } from '../money/index.js';
import type { LocalisedText } from '../questionnaire/index.js';

/** A text of at least one character. */
export const text: z.ZodMiniType<string> = z.string().check(z.minLength(1), z.maxLength(1000));

/** A short text, such as an id in a bank's own set. */
export const name: z.ZodMiniType<string> = z.string().check(z.minLength(1), z.maxLength(100));

/** A long text, as shown to clients. */
export const prose: z.ZodMiniType<string> = z.string().check(z.minLength(1), z.maxLength(5000));

/** A finite number. */
export const number: z.ZodMiniType<number> = z.number();

/** A whole number of at least 0. */
export const count: z.ZodMiniType<number> = z.int().check(z.nonnegative());

/** A finite number of at least 0. */
export const nonNegative: z.ZodMiniType<number> = z.number().check(z.nonnegative());

/** A whole number of at least 1. */
export const atLeastOne: z.ZodMiniType<number> = z.int().check(z.minimum(1));

/** A finite number above 0. */
export const positive: z.ZodMiniType<number> = z.number().check(z.positive());

/** A probability above 0 and below 1. */
export const probability: z.ZodMiniType<number> = z.number().check(z.gt(0), z.lt(1));

/** A decimal fraction from 0 to 1. */
export const fraction: z.ZodMiniType<number> = z.number().check(z.minimum(0), z.maximum(1));

/** A matrix, row by row. */
export const matrix: z.ZodMiniType<number[][]> = z.array(z.array(z.number()));

/** A civil date that exists. */
export const date: z.ZodMiniType<PlainDate> = z
  .string()
  .check(
    z.regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD'),
    z.refine(isPlainDate, { error: 'a date that exists', params: { code: 'invalid-date' } }),
  ) as unknown as z.ZodMiniType<PlainDate>;

/** Days from a first one to a last one, which no longer belongs to them. */
export const interval: z.ZodMiniType<DateInterval> = z.strictObject({ from: date, to: date });

/** A currency of ISO 4217. */
export const currency: z.ZodMiniType<CurrencyCode> = z.enum(
  CURRENCY_CODES as readonly [CurrencyCode, ...CurrencyCode[]],
);

const DECIMAL = /^-?(?:0|[1-9]\d{0,39})(?:\.\d{1,40})?$/;

/** Exact decimal text. */
export const decimal: z.ZodMiniType<string> = z
  .string()
  .check(z.regex(DECIMAL, 'a decimal number as text, such as "1234.50"'));

/** Exact decimal text above 0; units and prices are counted so. */
export const quantity: z.ZodMiniType<string> = z
  .string()
  .check(
    z.regex(
      /^(?!0(?:\.0+)?$)(?:0|[1-9]\d{0,17})(?:\.\d{1,12})?$/,
      'decimal text above 0, such as "1234.5678"',
    ),
  );

/** Exact decimal text of at least 0; units that may be none are counted so. */
export const quantityOrNone: z.ZodMiniType<string> = z
  .string()
  .check(
    z.regex(
      /^(?:0|[1-9]\d{0,17})(?:\.\d{1,12})?$/,
      'decimal text of at least 0, such as "1234.5678"',
    ),
  );

/** A rate that may be written as a number or, exactly, as decimal text. */
export const rate: z.ZodMiniType<number | string> = z.union([number, decimal]);

/** The fields of an amount of money, to be put into larger objects. */
export const moneyFields: {
  readonly currency: z.ZodMiniType<CurrencyCode>;
  readonly amount: z.ZodMiniType<string>;
} = { currency, amount: decimal };

/** An amount of money. Digits beyond the currency's smallest unit are refused where it is used. */
export const money: z.ZodMiniType<Money> = z.strictObject(moneyFields);

/** An amount for each product, by its id. */
export const moneyById: z.ZodMiniType<Readonly<Record<string, Money>>> = z.record(
  z.string(),
  money,
);

/** A number for each product or asset class, by its id. */
export const numberById: z.ZodMiniType<Readonly<Record<string, number>>> = z.record(
  z.string(),
  number,
);

/** A weight of at least 0 for each product or asset class, by its id. */
export const weightById: z.ZodMiniType<Readonly<Record<string, number>>> = z.record(
  z.string(),
  nonNegative,
);

/** A text in the three languages. */
export const localised: z.ZodMiniType<LocalisedText> = z.strictObject({
  'zh-Hans': prose,
  'zh-Hant': prose,
  en: prose,
});

/** A number, a text, or true or false. */
export const plain: z.ZodMiniType<string | number | boolean> = z.union([number, text, z.boolean()]);

/** The same of a client, where a text may be empty. */
export const plainFact: z.ZodMiniType<string | number | boolean> = z.union([
  number,
  z.string(),
  z.boolean(),
]);

/** What one unit of each currency is worth in the base currency. */
export const rates: z.ZodMiniType<FxRates['rates']> = z.partialRecord(currency, decimal);
