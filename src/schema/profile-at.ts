import * as z from 'zod/mini';
import type { ClientViewOptions, ProfileAtOptions, ProfileAtPolicy } from '../client/index.js';
import { viewParts } from './client.js';
import { clientReference, factPolicy } from './facts.js';
import { type Parse, parser, type SafeParse, safeParser } from './parser.js';
import { clientPolicy } from './policies.js';
import { date } from './primitives.js';

const given = z.exactOptional(viewParts);

export const clientViewOptions: z.ZodMiniType<ClientViewOptions> = z.strictObject({
  client: clientReference,
  given,
});

export const profileAtOptions: z.ZodMiniType<ProfileAtOptions> = z.strictObject({
  asOf: date,
  knownOn: z.exactOptional(date),
  given,
});

export const profileAtPolicy: z.ZodMiniType<ProfileAtPolicy> = z.strictObject({
  facts: factPolicy,
  profile: clientPolicy,
});

/**
 * Checks whose view `clientViewOf` is to make, and what of it is no fact.
 *
 * @example
 * ```ts
 * import { parseClientViewOptions } from 'aptfolio/schema';
 *
 * parseClientViewOptions({ client: 'cli_lin', given: { fx: { USD: '7.1000' } } }).client; // => 'cli_lin'
 * parseClientViewOptions({ client: 'cli_lin', given: { fx: { USD: 7.1 } } });
 * // => throws 'invalid-type', 'options.given.fx.USD'
 * ```
 */
export const parseClientViewOptions: Parse<ClientViewOptions> = parser(
  clientViewOptions,
  'options',
);

/** Like `parseClientViewOptions`, but returns the faults. */
export const safeParseClientViewOptions: SafeParse<ClientViewOptions> = safeParser(
  clientViewOptions,
  'options',
);

/**
 * Checks for which day `profileAt` is to rebuild a profile, and what of that day is no fact.
 *
 * @example
 * ```ts
 * import { parseProfileAtOptions } from 'aptfolio/schema';
 *
 * parseProfileAtOptions({ asOf: '2025-06-30', knownOn: '2026-03-02' }).asOf; // => '2025-06-30'
 * parseProfileAtOptions({ asOf: '2025-06-31' }); // => throws 'invalid-date', 'options.asOf'
 * ```
 */
export const parseProfileAtOptions: Parse<ProfileAtOptions> = parser(profileAtOptions, 'options');

/** Like `parseProfileAtOptions`, but returns the faults. */
export const safeParseProfileAtOptions: SafeParse<ProfileAtOptions> = safeParser(
  profileAtOptions,
  'options',
);

/**
 * Checks how `profileAt` merges facts and draws up a profile.
 *
 * @example
 * ```ts
 * import { safeParseProfileAtPolicy } from 'aptfolio/schema';
 *
 * safeParseProfileAtPolicy({ facts: { sources: [] } }).issues[0].path; // => 'policy.facts.sources'
 * ```
 */
export const parseProfileAtPolicy: Parse<ProfileAtPolicy> = parser(profileAtPolicy, 'policy');

/** Like `parseProfileAtPolicy`, but returns the faults. */
export const safeParseProfileAtPolicy: SafeParse<ProfileAtPolicy> = safeParser(
  profileAtPolicy,
  'policy',
);
