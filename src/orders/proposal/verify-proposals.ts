import { AptfolioError, at, checkInteger, checkList, checkObject } from '../../errors/index.js';
import { sha256 } from '../../evidence/index.js';
import type { OrderProposal } from './proposal.js';

/** Whether the versions of a proposal are what was made. */
export type ProposalsCheck =
  | { readonly status: 'verified' }
  /** The content of a version is not what its hash was made of. */
  | { readonly status: 'altered'; readonly version: number; readonly expected: string }
  /** A version does not supersede the one before it, or has another id or number. */
  | { readonly status: 'broken'; readonly version: number };

/**
 * Checks versions of a proposal, the oldest first: that none was altered, and that each supersedes the one before it.
 *
 * A list that does not begin with version 1 is checked as far as it goes.
 *
 * @throws AptfolioError for what is no list of objects, `empty` for an empty one, with the path.
 *
 * @example
 * ```ts
 * import { makeProposal, reviseProposal, verifyProposals } from 'aptfolio/orders';
 *
 * const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
 * const first = makeProposal({
 *   id: 'PR-1', owners: [{ id: 'C-1' }], asOf: '2026-03-02', validUntil: '2026-03-09',
 *   orders: [{
 *     id: 'plan/P03/1', product: 'P03', side: 'buy', day: 0, funding: 'CURRENT',
 *     gross: cny('100.00'), fee: cny('0.06'), net: cny('99.94'),
 *   }],
 * });
 * const second = reviseProposal(first, { asOf: '2026-03-10', validUntil: '2026-03-17' });
 * verifyProposals([first, second]); // => { status: 'verified' }
 * verifyProposals([second, first]).status; // => 'broken'
 * verifyProposals([{ ...first, validUntil: '2027-03-09' }, second]).status; // => 'altered'
 * ```
 */
export function verifyProposals(versions: readonly OrderProposal[]): ProposalsCheck {
  let before: OrderProposal | undefined;
  for (const [i, one] of checkList<OrderProposal>(versions, 'versions', {
    minLength: 1,
  }).entries()) {
    checkObject(one, at('versions', i));
    const version = checkInteger(one.version, at(at('versions', i), 'version'), { min: 1 });
    const expected = hashOf(one, at('versions', i));
    if (one.hash !== expected) return Object.freeze({ status: 'altered', version, expected });
    if (before !== undefined && !follows(one, before)) {
      return Object.freeze({ status: 'broken', version });
    }
    before = one;
  }
  return Object.freeze({ status: 'verified' });
}

function follows(one: OrderProposal, before: OrderProposal): boolean {
  return (
    one.id === before.id && one.version === before.version + 1 && one.supersedes === before.hash
  );
}

/** Refuses a proposal whose content is not what its hash was made of. */
export function checkUnaltered(proposal: OrderProposal, path: string): void {
  checkObject(proposal, path);
  const expected = hashOf(proposal, path);
  if (proposal.hash === expected) return;
  throw new AptfolioError('invalid-record', path, `content with the hash ${expected}`);
}

function hashOf({ hash, ...content }: OrderProposal, path: string): string {
  return sha256(content, path);
}
