import * as z from 'zod/mini';
import type { GroupMember, JointLevelOptions, OwnerLevel } from '../questionnaire/index.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { atLeastOne, text } from './primitives.js';
import { riskLevel } from './questionnaire.js';

/** Owners come from a client file, which may say more of them. */
export const owners: z.ZodMiniType<readonly OwnerLevel[]> = z.array(
  z.object({ id: text, level: riskLevel }),
);

const level = z.exactOptional(z.nullable(riskLevel));
const flag = z.exactOptional(z.boolean());

export const groupMembers: z.ZodMiniType<readonly GroupMember[]> = z
  .array(z.object({ id: text, level, knowledge: level, owns: flag, trades: flag }))
  .check(z.minLength(1));

export const jointLevelOptions: z.ZodMiniType<JointLevelOptions> = z.strictObject({
  referFrom: z.exactOptional(atLeastOne),
});

/**
 * Checks the levels of those who own an account together, for `lowestOfOwners`.
 *
 * @example
 * ```ts
 * import { parseOwners } from 'aptfolio/schema';
 *
 * parseOwners([{ id: 'a', level: 'C2' }]); // => [{ id: 'a', level: 'C2' }]
 * parseOwners([{ id: 'a', level: 2 }]); // => throws 'unknown-value', 'owners[0].level'
 * ```
 */
export const parseOwners: Parse<readonly OwnerLevel[]> = parser(owners, 'owners');

/** Like `parseOwners`, but returns the faults. */
export const safeParseOwners: SafeParse<readonly OwnerLevel[]> = safeParser(owners, 'owners');

/**
 * Checks the persons of a joint account or a group, for `jointLevel`. Further fields of a person are dropped.
 *
 * @example
 * ```ts
 * import { parseGroupMembers } from 'aptfolio/schema';
 *
 * const attorney = { id: 'b', owns: false, trades: true, knowledge: 'C4', since: '2024-05-01' };
 * parseGroupMembers([{ id: 'a', level: null }, attorney])[1].knowledge; // => 'C4'
 * parseGroupMembers([{ id: 'a', owns: 'yes' }]); // => throws 'invalid-type', 'members[0].owns'
 * ```
 */
export const parseGroupMembers: Parse<readonly GroupMember[]> = parser(groupMembers, 'members');

/** Like `parseGroupMembers`, but returns the faults. */
export const safeParseGroupMembers: SafeParse<readonly GroupMember[]> = safeParser(
  groupMembers,
  'members',
);

/**
 * Checks from when on `jointLevel` refers different levels to a person.
 *
 * @example
 * ```ts
 * import { parseJointLevelOptions } from 'aptfolio/schema';
 *
 * parseJointLevelOptions({ referFrom: 1 }); // => { referFrom: 1 }
 * parseJointLevelOptions({ referFrom: 'C2' }); // => throws 'invalid-type', 'options.referFrom'
 * ```
 */
export const parseJointLevelOptions: Parse<JointLevelOptions> = parser(
  jointLevelOptions,
  'options',
);

/** Like `parseJointLevelOptions`, but returns the faults. */
export const safeParseJointLevelOptions: SafeParse<JointLevelOptions> = safeParser(
  jointLevelOptions,
  'options',
);
