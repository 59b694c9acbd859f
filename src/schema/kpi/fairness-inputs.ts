import * as z from 'zod/mini';
import type {
  FairnessSplitOptions,
  GapOptions,
  GroupState,
  LikeWithLikeOptions,
} from '../../kpi/index.js';
import { P_VALUE_ADJUSTMENTS } from '../../statistics/index.js';
import { type Parse, parser, type SafeParse, safeParser } from '../parser.js';
import { atLeastOne, date, name, probability, weightById } from '../primitives.js';
import { kpiState } from './kpi-state.js';

const groupId: z.ZodMiniType<string> = z.string().check(z.minLength(1), z.maxLength(200));

export const groupStates: z.ZodMiniType<readonly GroupState[]> = z.array(
  z.strictObject({ id: groupId, state: kpiState }),
);

export const gapOptions: z.ZodMiniType<GapOptions> = z.strictObject({
  reference: z.exactOptional(
    z.union([z.enum(['rest', 'all']), z.strictObject({ group: groupId })]),
  ),
  adjust: z.exactOptional(z.enum(P_VALUE_ADJUSTMENTS)),
  suppressBelow: z.exactOptional(atLeastOne),
  confidence: z.exactOptional(probability),
});

export const fairnessSplitOptions: z.ZodMiniType<FairnessSplitOptions> = z.strictObject({
  from: z.exactOptional(date),
  to: z.exactOptional(date),
});

export const likeWithLikeOptions: z.ZodMiniType<LikeWithLikeOptions> = z.strictObject({
  standard: z.exactOptional(z.union([z.literal('pooled'), weightById])),
  reference: z.exactOptional(name),
  confidence: z.exactOptional(probability),
});

/**
 * Checks the states of groups of clients, as read back from a store, for `compareGroups`.
 *
 * @example
 * ```ts
 * import { parseGroupStates } from 'aptfolio/schema';
 *
 * const data = { successes: 60, trials: 90 };
 * const state = { kpi: 'renewal-rate', version: '1', kind: 'proportion', excluded: {}, data };
 * parseGroupStates([{ id: 'vulnerable', state }]).length; // => 1
 * parseGroupStates([{ id: '', state }]); // => throws 'empty', 'groups[0].id'
 * ```
 */
export const parseGroupStates: Parse<readonly GroupState[]> = parser(groupStates, 'groups');

/** Like `parseGroupStates`, but returns the faults. */
export const safeParseGroupStates: SafeParse<readonly GroupState[]> = safeParser(
  groupStates,
  'groups',
);

/**
 * Checks how groups of clients are compared, for `compareGroups` and `fairnessReport`.
 *
 * @example
 * ```ts
 * import { parseGapOptions } from 'aptfolio/schema';
 *
 * parseGapOptions({ reference: { group: 'others' }, suppressBelow: 10 }).suppressBelow; // => 10
 * parseGapOptions({ suppressBelow: 0 }); // => throws 'out-of-range', 'options.suppressBelow'
 * ```
 */
export const parseGapOptions: Parse<GapOptions> = parser(gapOptions, 'options');

/** Like `parseGapOptions`, but returns the faults. */
export const safeParseGapOptions: SafeParse<GapOptions> = safeParser(gapOptions, 'options');

/**
 * Checks which part of a cube is looked at, for `fairnessSplits`.
 *
 * @example
 * ```ts
 * import { parseFairnessSplitOptions } from 'aptfolio/schema';
 *
 * parseFairnessSplitOptions({ from: '2026-01-01', to: '2026-07-01' }).to; // => '2026-07-01'
 * parseFairnessSplitOptions({ from: '2026-02-30' }); // => throws 'invalid-date', 'options.from'
 * ```
 */
export const parseFairnessSplitOptions: Parse<FairnessSplitOptions> = parser(
  fairnessSplitOptions,
  'options',
);

/** Like `parseFairnessSplitOptions`, but returns the faults. */
export const safeParseFairnessSplitOptions: SafeParse<FairnessSplitOptions> = safeParser(
  fairnessSplitOptions,
  'options',
);

/**
 * Checks with which mix groups are compared, for `compareLikeWithLike`.
 *
 * @example
 * ```ts
 * import { parseLikeWithLikeOptions } from 'aptfolio/schema';
 *
 * parseLikeWithLikeOptions({ standard: { young: 2, old: 1 } }).standard.young; // => 2
 * parseLikeWithLikeOptions({ standard: { young: -1 } }); // => throws 'out-of-range', 'options.standard.young'
 * ```
 */
export const parseLikeWithLikeOptions: Parse<LikeWithLikeOptions> = parser(
  likeWithLikeOptions,
  'options',
);

/** Like `parseLikeWithLikeOptions`, but returns the faults. */
export const safeParseLikeWithLikeOptions: SafeParse<LikeWithLikeOptions> = safeParser(
  likeWithLikeOptions,
  'options',
);
