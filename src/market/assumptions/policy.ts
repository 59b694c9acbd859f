import {
  at,
  checkList,
  checkObject,
  checkOneOf,
  checkRange,
  checkText,
} from '../../errors/index.js';
import { LARGEST } from '../moments.js';

/** What a bank wants to be told of its assumptions. What is left out is not looked for. */
export interface AssumptionsPolicy {
  /** The asset class that stands for cash; comparisons with cash need it. */
  readonly cash?: string;
  /** The highest plausible return above cash per unit of volatility, of one class. */
  readonly maxSharpe?: number;
  /** The same of the best mix of all classes, short positions allowed: high where correlations and returns do not fit. */
  readonly maxPortfolioSharpe?: number;
  /** The highest plausible arithmetic return a year. */
  readonly maxExpectedReturn?: number;
  /** The highest plausible volatility a year. */
  readonly maxVolatility?: number;
  /** The highest plausible size of a correlation between two classes. */
  readonly maxCorrelation?: number;
  /** Fields that have to be there; `citations` is at least one for every class. */
  readonly required?: readonly RequiredField[];
}

/** An optional field of assumptions that a policy may ask for. */
export type RequiredField =
  | 'source'
  | 'author'
  | 'validFrom'
  | 'validUntil'
  | 'horizonYears'
  | 'currency'
  | 'returnKind'
  | 'citations';

/** Every field that a policy may ask for. */
export const REQUIRED_FIELDS: readonly RequiredField[] = Object.freeze([
  'source',
  'author',
  'validFrom',
  'validUntil',
  'horizonYears',
  'currency',
  'returnKind',
  'citations',
]);

const BOUNDS = [
  'maxSharpe',
  'maxPortfolioSharpe',
  'maxExpectedReturn',
  'maxVolatility',
  'maxCorrelation',
] as const;

/** Checks a policy. */
export function readAssumptionsPolicy(policy: unknown): AssumptionsPolicy {
  const given = checkObject(policy, 'policy');
  const bounds = BOUNDS.filter((name) => given[name] !== undefined).map((name) => [
    name,
    checkRange(given[name], at('policy', name), { exclusiveMin: 0, max: LARGEST }),
  ]);
  const { cash, required } = given;
  if (given.maxSharpe !== undefined || given.maxPortfolioSharpe !== undefined) {
    checkText(cash, 'policy.cash');
  }
  return {
    ...Object.fromEntries(bounds),
    ...(cash === undefined ? {} : { cash: checkText(cash, 'policy.cash') }),
    ...(required === undefined
      ? {}
      : {
          required: checkList<unknown>(required, 'policy.required').map((field, i) =>
            checkOneOf(field, at('policy.required', i), REQUIRED_FIELDS),
          ),
        }),
  };
}
