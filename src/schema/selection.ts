import * as z from 'zod/mini';
import type { AssetGroup } from '../allocation/index.js';
import type {
  Alternative,
  ClassTarget,
  ClientFirstContext,
  FitTerms,
  LevelScreening,
  MoneyNeed,
  ScreeningTerms,
  SelectionTarget,
} from '../selection/index.js';
import { targetClient } from './explain-options.js';
import type { FieldsOf } from './fields.js';
import { fxRates } from './money.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import {
  atLeastOne,
  count,
  currency,
  date,
  fraction,
  matrix,
  money,
  name,
  number,
  text,
} from './primitives.js';
import { riskLevel } from './questionnaire.js';

const screeningFields: FieldsOf<ScreeningTerms> = {
  asOf: z.exactOptional(date),
  maxLockUpDays: z.exactOptional(count),
  moneyNeededOn: z.exactOptional(date),
  amount: z.exactOptional(money),
  currencies: z.exactOptional(z.array(currency)),
  fx: z.exactOptional(fxRates),
  held: z.exactOptional(z.array(text)),
  client: z.exactOptional(targetClient),
  documents: z.exactOptional(z.array(text)),
};

const limit = number.check(z.gt(0), z.maximum(1));
const byId = z.record(text, fraction);
const most = atLeastOne.check(z.maximum(1_000_000));

const group: z.ZodMiniType<AssetGroup> = z.strictObject({
  id: text,
  members: z.array(text).check(z.minLength(1)),
  min: z.exactOptional(fraction),
  max: z.exactOptional(fraction),
});

const moneyNeed: z.ZodMiniType<MoneyNeed> = z.strictObject({ on: date, amount: money });

const fitFields: FieldsOf<FitTerms> = {
  covariance: matrix,
  maxWeightPerProduct: z.exactOptional(limit),
  maxWeightOfProduct: z.exactOptional(byId),
  maxWeightPerIssuer: z.exactOptional(limit),
  maxWeightOfIssuer: z.exactOptional(byId),
  groups: z.exactOptional(z.array(group)),
  minWeightPerProduct: z.exactOptional(fraction),
  maxProducts: z.exactOptional(most),
  minProducts: z.exactOptional(most),
  current: z.exactOptional(byId),
  locked: z.exactOptional(byId),
  moneyNeeded: z.exactOptional(z.array(moneyNeed)),
  costAversion: z.exactOptional(number.check(z.minimum(0), z.maximum(1e6))),
  horizonYears: z.exactOptional(number.check(z.minimum(0.01), z.maximum(100))),
  expectedReturn: z.exactOptional(z.array(number)),
  heldDays: z.exactOptional(z.record(text, count)),
  maxNodes: z.exactOptional(most),
};

/** Screening by level, as plain data. */
type PlainSelection = LevelScreening & FitTerms;

/** A client-first check by level, as plain data. */
type PlainClientFirst = PlainSelection & Pick<ClientFirstContext, 'houseIssuers' | 'sameExposure'>;

export const screeningContext: z.ZodMiniType<LevelScreening> = z.strictObject({
  level: riskLevel,
  ...screeningFields,
});

export const selectionContext: z.ZodMiniType<PlainSelection> = z.strictObject({
  level: riskLevel,
  ...screeningFields,
  ...fitFields,
});

export const clientFirstContext: z.ZodMiniType<PlainClientFirst> = z.strictObject({
  level: riskLevel,
  ...screeningFields,
  ...fitFields,
  houseIssuers: z.exactOptional(z.array(text)),
  sameExposure: z.exactOptional(fraction),
});

const classTarget: z.ZodMiniType<ClassTarget> = z.union([
  fraction,
  z.strictObject({ min: fraction, max: fraction, centre: z.exactOptional(fraction) }),
]);

export const selectionTarget: z.ZodMiniType<SelectionTarget> = z.record(text, classTarget);

export const alternatives: z.ZodMiniType<readonly Alternative[]> = z.array(
  z.union([
    z.strictObject({ id: name, weights: byId }),
    z.strictObject({ id: name, find: z.enum(['best-product', 'best-pair']) }),
    z.strictObject({
      id: name,
      find: z.literal('cheapest'),
      maxTrackingError: number.check(z.minimum(0), z.maximum(10)),
    }),
  ]),
);

/**
 * Checks for whom `screenProducts` screens by level; packs and a calendar are no data and are added by the host.
 *
 * @example
 * ```ts
 * import { parseScreeningContext } from 'aptfolio/schema';
 *
 * parseScreeningContext({ level: 'C3', maxLockUpDays: 90 }).level; // => 'C3'
 * parseScreeningContext({ level: 'C9' }); // => throws 'unknown-value', 'context.level'
 * ```
 */
export const parseScreeningContext: Parse<LevelScreening> = parser(screeningContext, 'context');

/** Like `parseScreeningContext`, but returns the faults. */
export const safeParseScreeningContext: SafeParse<LevelScreening> = safeParser(
  screeningContext,
  'context',
);

/**
 * Checks for whom and with what `selectProducts` selects; the covariance is a list of rows.
 *
 * @example
 * ```ts
 * import { parseSelectionContext } from 'aptfolio/schema';
 *
 * const context = { level: 'C3', covariance: [[0.001, 0], [0, 0.04]] };
 * parseSelectionContext(context).covariance[1]; // => [0, 0.04]
 * parseSelectionContext({ level: 'C3' }); // => throws 'missing-value', 'context.covariance'
 * ```
 */
export const parseSelectionContext: Parse<PlainSelection> = parser(selectionContext, 'context');

/** Like `parseSelectionContext`, but returns the faults. */
export const safeParseSelectionContext: SafeParse<PlainSelection> = safeParser(
  selectionContext,
  'context',
);

/**
 * Checks a target of shares and ranges by asset class; `selectProducts` checks that they fit together.
 *
 * @example
 * ```ts
 * import { parseSelectionTarget } from 'aptfolio/schema';
 *
 * parseSelectionTarget({ CASH: 0.1, BOND: { min: 0.85, max: 0.95 } }).CASH; // => 0.1
 * parseSelectionTarget({ CASH: 1.5 }); // => throws 'out-of-range', 'target.CASH'
 * ```
 */
export const parseSelectionTarget: Parse<SelectionTarget> = parser(selectionTarget, 'target');

/** Like `parseSelectionTarget`, but returns the faults. */
export const safeParseSelectionTarget: SafeParse<SelectionTarget> = safeParser(
  selectionTarget,
  'target',
);

/**
 * Checks what `compareAlternatives` compares with.
 *
 * @example
 * ```ts
 * import { parseAlternatives } from 'aptfolio/schema';
 *
 * parseAlternatives([{ id: 'one fund', weights: { FOF: 1 } }])[0].id; // => 'one fund'
 * parseAlternatives([{ id: 'cheap', find: 'cheapest', maxTrackingError: -1 }]);
 * // => throws 'out-of-range', 'alternatives[0].maxTrackingError'
 * ```
 */
export const parseAlternatives: Parse<readonly Alternative[]> = parser(
  alternatives,
  'alternatives',
);

/** Like `parseAlternatives`, but returns the faults. */
export const safeParseAlternatives: SafeParse<readonly Alternative[]> = safeParser(
  alternatives,
  'alternatives',
);

/**
 * Checks by what `checkClientFirst` checks.
 *
 * @example
 * ```ts
 * import { parseClientFirstContext } from 'aptfolio/schema';
 *
 * const context = { level: 'C3', covariance: [[0.04]], houseIssuers: ['Bank'] };
 * parseClientFirstContext(context).houseIssuers; // => ['Bank']
 * parseClientFirstContext({ ...context, sameExposure: 2 }); // => throws 'out-of-range', 'context.sameExposure'
 * ```
 */
export const parseClientFirstContext: Parse<PlainClientFirst> = parser(
  clientFirstContext,
  'context',
);

/** Like `parseClientFirstContext`, but returns the faults. */
export const safeParseClientFirstContext: SafeParse<PlainClientFirst> = safeParser(
  clientFirstContext,
  'context',
);
