import { AptfolioError, at, checkNumber, checkObject, checkText } from '../errors/index.js';

/** An amount of money as a text's parameter; every `Money` is one. */
export interface MoneyParameter {
  readonly currency: string;
  /** Exact decimal text. */
  readonly amount: string;
}

/** What can be filled into a text: a text, a finite number, yes or no, an amount, a list of texts. */
export type Parameter = string | number | boolean | MoneyParameter | readonly string[];

/** The values that a reason was read from, by name. */
export type Parameters = Readonly<Record<string, Parameter>>;

/** Checks parameters and returns a frozen copy without `-0`, or themselves if that is what they are. */
export function readParameters(value: unknown, path: string): Parameters {
  const parameters = checkObject(value, path);
  if (Object.isFrozen(parameters) && isFlat(parameters)) return parameters as Parameters;
  const copy: Record<string, unknown> = { ...parameters };
  for (const name of Object.keys(copy)) {
    const given = copy[name];
    // These need no path and stay as they are.
    if (typeof given === 'string' || isPlainNumber(given)) continue;
    copy[name] = readParameter(given, at(path, name));
  }
  return Object.freeze(copy) as Parameters;
}

/** Whether all are texts and plain numbers: most are, and reasons are made by the million. */
function isFlat(parameters: Readonly<Record<string, unknown>>): boolean {
  for (const name of Object.keys(parameters)) {
    const given = parameters[name];
    if (typeof given !== 'string' && !isPlainNumber(given)) return false;
  }
  return true;
}

function isPlainNumber(value: unknown): boolean {
  return Number.isFinite(value) && !Object.is(value, -0);
}

function readParameter(value: unknown, path: string): Parameter {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return checkNumber(value, path) + 0;
  if (Array.isArray(value)) return Object.freeze(Array.from(value, (e, i) => readText(e, path, i)));
  if (typeof value === 'object' && value !== null) return readMoneyParameter(value, path);
  const code = value === undefined || value === null ? 'missing-value' : 'invalid-type';
  throw new AptfolioError(code, path, 'a text, number, boolean, amount or list of texts', value);
}

function readText(value: unknown, path: string, index: number): string {
  if (typeof value === 'string') return value;
  throw new AptfolioError('invalid-type', at(path, index), 'a text', value);
}

/** Checks an amount; further fields are left out. */
function readMoneyParameter(value: object, path: string): MoneyParameter {
  const { currency, amount } = checkObject(value, path);
  return Object.freeze({
    currency: checkText(currency, at(path, 'currency')),
    amount: checkText(amount, at(path, 'amount')),
  });
}
