import { AptfolioError, at, checkObject } from '../errors/index.js';
import { type ReplayResult, replay as replayRecord } from '../evidence/index.js';
import type { CompiledPack, FactValue, RuleFacts, SourcedFact } from '../rules/index.js';
import { repeatOverrides } from './apply-override.js';
import {
  type DigestedFact,
  digestOf,
  outcomeOf,
  SUITABILITY_KIND,
  type SuitabilityInputs,
  type SuitabilityRecord,
} from './record.js';

/** What is needed to make a record again. */
export interface ReplayOptions {
  /** Every pack, in every version, that records may have been made under; each record finds its own by id and hash. */
  readonly packs: readonly CompiledPack[];
  /** The personal facts of which the record keeps digests, by whole name. */
  readonly personal?: RuleFacts;
  /** The secret with which the digests were made. */
  readonly salt?: string;
}

/**
 * Makes a recorded assessment again, under the packs of its day, and compares every rule with the record.
 *
 * @returns as `replay` of `aptfolio/evidence`: `same`; `different` with the paths; `altered` for a record that does not have the
 * content of its hash; `refused` with issues if a pack is not among those given (`record.inputs.packs[0]`), or if a personal fact
 * is missing or is not the one that was digested (`personal["client.birthDate"]`).
 *
 * @example
 * ```ts
 * import { assessSuitability, recordDecision, replay } from 'aptfolio/suitability';
 * import { compilePack } from 'aptfolio/rules';
 * import lending from './examples/data/rules/lending.json' with { type: 'json' };
 *
 * const packs = [compilePack(lending)];
 * const facts = { client: { age: 17 }, loan: { amount: 5000 } };
 * const record = recordDecision(assessSuitability({ facts }, { packs, asOf: '2026-03-02' }));
 * const next = compilePack({ ...lending, version: '2' });
 * replay(record, { packs: [next] }).issues[0].path; // => 'record.inputs.packs[0]'
 * replay(record, { packs: [next, ...packs] }).status; // => 'same'
 * ```
 */
export function replay(record: SuitabilityRecord, options: ReplayOptions): ReplayResult {
  const { packs, personal, salt } = checkObject(options, 'options') as unknown as ReplayOptions;
  return replayRecord(record, {
    [SUITABILITY_KIND]: ((
      inputs: SuitabilityInputs,
      { asOf }: { asOf: SuitabilityRecord['asOf'] },
    ) => {
      const facts = restoreFacts(inputs.facts, personal ?? {}, salt);
      const own = inputs.packs.map((reference, index) => findPack(reference, packs, index));
      return outcomeOf(
        repeatOverrides(facts, inputs.overrides, { packs: own, asOf }, 'record.inputs.overrides'),
      );
    }) as never,
  });
}

function findPack(
  { id, hash, version }: SuitabilityInputs['packs'][number],
  packs: readonly CompiledPack[],
  index: number,
): CompiledPack {
  const found = packs.find((pack) => pack.id === id && pack.hash === hash);
  if (found !== undefined) return found;
  const path = at('record.inputs.packs', index);
  throw new AptfolioError(
    'unknown-id',
    path,
    `pack ${id} ${version} with this hash among the packs given`,
    hash,
  );
}

function restoreFacts(
  facts: SuitabilityInputs['facts'],
  personal: RuleFacts,
  salt: string | undefined,
): RuleFacts {
  const entries = Object.entries(facts).map(([name, fact]): [string, FactValue | SourcedFact] => {
    if (!isDigest(fact)) return [name, fact];
    const path = at('personal', name);
    const value = personal[name];
    if (value === undefined || salt === undefined) {
      throw new AptfolioError(
        'missing-value',
        path,
        'the fact and the salt of which the record keeps a digest',
      );
    }
    if (digestOf(name, value, salt).digest === fact.digest) return [name, value];
    throw new AptfolioError('inconsistent', path, 'the value of which the record keeps a digest');
  });
  return Object.fromEntries(entries);
}

function isDigest(fact: FactValue | SourcedFact | DigestedFact): fact is DigestedFact {
  return typeof fact === 'object' && fact !== null && 'digest' in fact;
}
