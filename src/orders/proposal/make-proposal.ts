import { parsePlainDate } from '../../dates/index.js';
import {
  AptfolioError,
  checkInteger,
  checkObject,
  type FieldsOf,
  refuseUnknown,
} from '../../errors/index.js';
import { sha256 } from '../../evidence/index.js';
import type { CurrencyCode } from '../../money/index.js';
import { type OrderProposal, PROPOSAL_FORMAT, type ProposalContent } from './proposal.js';
import { type ReadContent, readContent } from './read-content.js';
import { checkHash } from './read-fields.js';
import { checkUnaltered } from './verify-proposals.js';

/** A version of a proposal that is to be made. */
export interface ProposalInput<C extends CurrencyCode = CurrencyCode> extends ProposalContent<C> {
  /** Default 1. */
  readonly version?: number;
  /** The hash of the version before; required of every version but the first. `reviseProposal` sets it. */
  readonly supersedes?: string;
}

/**
 * Makes a proposal: the orders that a client is to agree to, with all that belongs to them, under one hash.
 *
 * No order may be given before `asOf`. Whatever changes, the hash does, and consent to the old one no longer covers it. The order of lists makes no difference.
 *
 * @throws AptfolioError for a part that is malformed, no order or owner, ids that stand twice, a last day before the first, a
 * version above 1 without what it supersedes, costs that are no plain data; with the path (`input.orders[2].net`).
 *
 * @example
 * ```ts
 * import { makeProposal } from 'aptfolio/orders';
 *
 * const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
 * const order = {
 *   id: 'plan/P03/1', product: 'P03', side: 'buy', day: 0, funding: 'CURRENT',
 *   gross: cny('100.00'), fee: cny('0.06'), net: cny('99.94'),
 * } as const;
 * const input = {
 *   id: 'PR-1', orders: [order], owners: [{ id: 'C-1' }], asOf: '2026-03-02', validUntil: '2026-03-09',
 * } as const;
 * const proposal = makeProposal(input);
 * proposal.version; // => 1
 * proposal.supersedes; // => null
 * makeProposal({ ...input, validUntil: '2026-03-10' }).hash === proposal.hash; // => false
 * ```
 */
export function makeProposal<C extends CurrencyCode>(input: ProposalInput<C>): OrderProposal<C> {
  refuseUnknown(checkObject(input, 'input'), 'input', INPUT_FIELDS);
  const { version = 1, supersedes } = input;
  checkInteger(version, 'input.version', { min: 1 });
  if (version > 1) checkHash(supersedes, 'input.supersedes');
  else if (supersedes !== undefined) {
    const expected = 'nothing, as the first version supersedes none';
    throw new AptfolioError('inconsistent', 'input.supersedes', expected, supersedes);
  }
  return seal(readContent(input, 'input'), version, supersedes ?? null);
}

const REVISION_FIELDS: FieldsOf<ProposalRevision> = {
  orders: true,
  owners: true,
  costs: true,
  documents: true,
  evidence: true,
  asOf: true,
  validUntil: true,
};
const INPUT_FIELDS: FieldsOf<ProposalInput> = {
  ...REVISION_FIELDS,
  id: true,
  version: true,
  supersedes: true,
};

/** What a new version changes; what is not named stays. */
export interface ProposalRevision<C extends CurrencyCode = CurrencyCode>
  extends Partial<Omit<ProposalContent<C>, 'id' | 'costs' | 'asOf' | 'validUntil'>> {
  /** Must be said with new orders; `null`: the new version states none. */
  readonly costs?: object | null;
  readonly asOf: ProposalContent<C>['asOf'];
  readonly validUntil: ProposalContent<C>['validUntil'];
}

/**
 * Makes the next version of a proposal, chained to the one before by its hash.
 *
 * @throws AptfolioError `invalid-record` if the version before was altered; `missing-value` with the path `revision.costs` if
 * there are new orders and nothing is said of costs that were stated before; else as `makeProposal`.
 *
 * @example
 * ```ts
 * import { makeProposal, reviseProposal } from 'aptfolio/orders';
 *
 * const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
 * const order = {
 *   id: 'plan/P03/1', product: 'P03', side: 'buy', day: 0, funding: 'CURRENT',
 *   gross: cny('100.00'), fee: cny('0.06'), net: cny('99.94'),
 * } as const;
 * const first = makeProposal({
 *   id: 'PR-1', orders: [order], owners: [{ id: 'C-1' }], asOf: '2026-03-02', validUntil: '2026-03-09',
 * });
 * const days = { asOf: '2026-03-04', validUntil: '2026-03-11' } as const;
 * const second = reviseProposal(first, { orders: [{ ...order, product: 'P04' }], ...days });
 * second.version; // => 2
 * second.supersedes === first.hash; // => true
 * ```
 */
export function reviseProposal<C extends CurrencyCode>(
  previous: OrderProposal<C>,
  revision: ProposalRevision<NoInfer<C>>,
): OrderProposal<C> {
  checkUnaltered(previous, 'previous');
  refuseUnknown(checkObject(revision, 'revision'), 'revision', REVISION_FIELDS);
  if (parsePlainDate(revision.asOf, 'revision.asOf') < previous.asOf) {
    const expected = `a day from ${previous.asOf}`;
    throw new AptfolioError('inconsistent', 'revision.asOf', expected, revision.asOf);
  }
  const { costs: before, ...kept } = previous;
  const { costs = revision.orders === undefined ? (before ?? null) : undefined, ...changed } =
    revision;
  if (costs === undefined && before !== undefined) {
    throw new AptfolioError(
      'missing-value',
      'revision.costs',
      'the costs of the new orders, or null',
    );
  }
  const { asOf, validUntil } = revision;
  const days = { asOf, validUntil };
  const merged = { ...kept, ...changed, ...(costs ? { costs } : {}), ...days, id: previous.id };
  return seal(
    readContent<C>(merged, 'revision', previous.orders),
    previous.version + 1,
    previous.hash,
  );
}

function seal<C extends CurrencyCode>(
  content: ReadContent<C>,
  version: number,
  supersedes: string | null,
): OrderProposal<C> {
  const proposal = { format: PROPOSAL_FORMAT, version, ...content, supersedes } as const;
  return Object.freeze({ ...proposal, hash: sha256(proposal) });
}
