import { AptfolioError, at, checkObject } from '../../errors/index.js';
import type { CurrencyCode } from '../../money/index.js';
import { type ClientReference, parseClientReference } from '../privacy/client-reference.js';
import type { ClientFacts, ClientView } from '../view.js';
import { checkFields, type FieldGap, stateOf, type UnusedField } from './field-state.js';
import type { MergedFacts } from './merged-facts.js';
import { isSilent, nestFields } from './nest-fields.js';
import { optionalPartOf } from './optional-part.js';

/** A view made of facts, or what it lacks. */
export type ClientViewOf<C extends CurrencyCode = CurrencyCode> =
  | {
      readonly status: 'complete';
      readonly view: ClientView<C>;
      /** Paths of parts that the view does without because nobody can rely on them: not given, not known, or a question that is still open. */
      readonly leftOut: readonly UnusedField[];
      /** Paths outside the view's shape that are not fresh; they would have no influence. */
      readonly unused: readonly UnusedField[];
    }
  | {
      readonly status: 'incomplete';
      /** What the view needs and nobody says, and what was said of it and cannot be relied upon. Sorted. */
      readonly missing: readonly UnusedField[];
      readonly leftOut: readonly UnusedField[];
      readonly unused: readonly UnusedField[];
    };

/** Whose view it is, and what of it is no fact. */
export interface ClientViewOptions<C extends CurrencyCode = CurrencyCode> {
  /** Opaque reference, the view's `client.id`. */
  readonly client: string;
  /**
   * Parts of the view of that day that are kept elsewhere, such as rates and bookings. They are used as they are, and
   * only where no fact speaks of the part.
   */
  readonly given?: Partial<Omit<ClientView<C>, 'client'>>;
}

/**
 * Turns merged facts into the view that `profileClient` and `detectNeeds` read.
 *
 * A path is a place in the view: `client.birthDate`, `holdings`, `fx`; a longer path fills in what a shorter one holds.
 * Only fresh values are used. A part of the view that is stale, contradicted or not sure enough is missing even where the
 * view could do without it, because its absence might say more than the fact would: a frozen client is not an active one,
 * and bookings that are in doubt are no months without spending.
 *
 * Left out and listed instead are the parts whose absence everybody takes for not known: `client.consents` and each of
 * them (there is none), `cover`, `questionnaire` (there is no level), and `statements` and `behaviour` with their
 * fields, which only ever contradict. Planned withdrawals are not among them, as they reduce what is idle. Such a part is left out with all that is said below it
 * or above it. `profileAt` lowers the confidence for it; who hands the view to another function treats `leftOut` as open
 * questions, as a contradiction that the part would have shown is not seen there.
 *
 * @param merged the result of `mergeFacts`.
 * @throws AptfolioError with the path `merged.fields.holdings.status` or `options.client`. Values are checked by who reads
 * the view.
 *
 * @example
 * ```ts
 * import { clientViewOf, mergeFacts } from 'aptfolio/client';
 *
 * const say = (path, value) => ({ path, value, asOf: '2026-01-05', source: 'client', confidence: 1 });
 * const facts = [say('client.birthDate', '1988-02-29'), say('holdings', []), say('liabilities', [])];
 * const merged = mergeFacts(facts, { sources: ['client'] }, { asOf: '2026-03-02' });
 * const first = clientViewOf(merged, { client: 'cli_lin' });
 * first.missing.map(({ path, state }) => `${path} ${state}`);
 * // => ['baseCurrency absent', 'fx absent', 'goals absent']
 * const given = { baseCurrency: 'CNY', fx: {}, goals: [] };
 * clientViewOf(merged, { client: 'cli_lin', given }).view.client;
 * // => { birthDate: '1988-02-29', id: 'cli_lin' }
 * ```
 */
export function clientViewOf<C extends CurrencyCode = CurrencyCode>(
  merged: Pick<MergedFacts, 'fields'>,
  options: ClientViewOptions<C>,
): ClientViewOf<C> {
  const fields = checkFields(checkObject(merged, 'merged').fields, 'merged.fields');
  const { client, given } = checkObject(options, 'options');
  const reference = parseClientReference(client, 'options.client');
  const read = nestFields(fields, optionalPartOf);
  const parts = withGiven(read.parts, given ?? {}, Object.keys(fields));
  const missing = [
    ...REQUIRED.filter((path) => !has(parts, path)).map((path) => ({
      path,
      state: stateOf(fields, path) as FieldGap,
    })),
    ...read.unused.filter(({ path, state }) => isNeeded(path) && !isSilent(state)),
  ];
  const leftOut = listOf(read.leftOut);
  const unused = listOf(read.unused.filter(({ path }) => !isNeeded(path)));
  if (missing.length > 0) {
    return Object.freeze({
      status: 'incomplete',
      missing: listOf(missing),
      leftOut,
      unused,
    });
  }
  return Object.freeze({
    status: 'complete',
    view: viewOf<C>(parts, reference),
    leftOut,
    unused,
  });
}

const REQUIRED = ['client.birthDate', 'baseCurrency', 'fx', 'holdings', 'liabilities', 'goals'];

/** A path that has anything to do with what the readers of a view look at. */
function isNeeded(path: string): boolean {
  const [part, field] = path.split('.') as [string, string | undefined];
  if (part !== 'client') return Object.hasOwn(PARTS, part);
  return field === undefined || Object.hasOwn(CLIENT_FIELDS, field);
}

/** The compiler asks for every part that a view gets. */
const PARTS: Readonly<Record<keyof Omit<ClientView, 'client'>, true>> = Object.freeze({
  baseCurrency: true,
  fx: true,
  holdings: true,
  liabilities: true,
  goals: true,
  cover: true,
  transactions: true,
  historyFrom: true,
  questionnaire: true,
  coOwners: true,
  statements: true,
  plannedWithdrawals: true,
  behaviour: true,
});

/** The reference is the ledger's, whatever a fact says. */
const CLIENT_FIELDS: Readonly<Record<keyof Omit<ClientFacts, 'id'>, true>> = Object.freeze({
  birthDate: true,
  status: true,
  retired: true,
  dependants: true,
  circumstances: true,
  consents: true,
});

type Parts = Readonly<Record<string, unknown>>;

function withGiven(parts: Parts, value: unknown, paths: readonly string[]): Parts {
  const given = checkObject(value, 'options.given');
  if (Object.hasOwn(given, 'client')) {
    const where = at('options.given', 'client');
    throw new AptfolioError('inconsistent', where, 'no client, who is known by facts');
  }
  const spoken = new Set(paths.map((path) => path.split('.')[0]));
  const added = Object.entries(given).filter(([part]) => !spoken.has(part));
  return { ...parts, ...Object.fromEntries(added) };
}

function has(parts: Parts, path: string): boolean {
  const [first, ...rest] = path.split('.') as [string, ...string[]];
  if (!Object.hasOwn(parts, first) || parts[first] === undefined || parts[first] === null)
    return false;
  return rest.length === 0 || has(parts[first] as Parts, rest.join('.'));
}

function viewOf<C extends CurrencyCode>(parts: Parts, id: ClientReference): ClientView<C> {
  const client = Object.freeze({ ...(parts.client as Parts), id });
  // The readers of a view check it part by part.
  return Object.freeze({ ...parts, client }) as unknown as ClientView<C>;
}

function listOf(fields: readonly UnusedField[]): readonly UnusedField[] {
  const unique = new Map(fields.map(({ path, state }) => [path, Object.freeze({ path, state })]));
  return Object.freeze([...unique.values()].sort((a, b) => (a.path < b.path ? -1 : 1)));
}
