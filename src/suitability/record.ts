import { AptfolioError, at, checkObject, checkOneOf, checkText } from '../errors/index.js';
import { type DecisionRecord, recordDecision as putOnRecord, sha256 } from '../evidence/index.js';
import type {
  CompiledPack,
  FactValue,
  RuleFacts,
  RuleStanding,
  SourcedFact,
} from '../rules/index.js';
import type { SuitabilityAssessment } from './assessment.js';
import type { Override } from './override.js';

/** What a suitability record is of, for `replay`. */
export const SUITABILITY_KIND = 'suitability.assessment';

/** The method behind a record: raised whenever the same inputs would give another outcome. */
export const SUITABILITY_METHOD = '1';

/** A fact of which the record keeps only a salted digest. */
export interface DigestedFact {
  /** SHA-256 of the canonical JSON of `{ fact, salt, value }`, 64 hexadecimal digits. */
  readonly digest: string;
}

/** What a suitability record was made from. */
export interface SuitabilityInputs {
  readonly facts: Readonly<Record<string, FactValue | SourcedFact | DigestedFact>>;
  readonly packs: readonly {
    readonly id: string;
    readonly version: string;
    readonly hash: string;
  }[];
  readonly overrides: readonly Override[];
}

/** What a suitability record says. */
export interface SuitabilityOutcome {
  readonly status: SuitabilityAssessment['status'];
  readonly deciding: readonly string[];
  readonly missing: readonly string[];
  /** Where every rule in force stood, for each law that was considered. */
  readonly considered: readonly {
    readonly assumed: Readonly<Record<string, string>>;
    readonly status: SuitabilityAssessment['status'];
    readonly standings: Readonly<Record<string, RuleStanding>>;
  }[];
}

/** A suitability assessment on record. */
export type SuitabilityRecord = DecisionRecord<SuitabilityInputs, SuitabilityOutcome>;

/** How an assessment is put on record. */
export interface RecordOptions {
  /** Whether facts that a pack declares as personal are kept or only their digests. Default `keep`. */
  readonly personal?: 'keep' | 'digest';
  /** The packs, which say what is personal; needed for digests. */
  readonly packs?: readonly CompiledPack[];
  /** A secret of the bank, at least 16 characters, that keeps digests from being guessed; needed for digests. */
  readonly salt?: string;
  /** The record before this one in a chain. */
  readonly previous?: DecisionRecord;
}

/**
 * Puts an assessment on record: facts (or salted digests of the personal ones), packs with their hashes, what was set aside, where
 * every rule stood. The same assessment gives the same bytes; `replay` makes it again.
 *
 * @throws AptfolioError `missing-value` for digests without packs or salt; as `recordDecision` of `aptfolio/evidence`.
 *
 * Source: 金融机构产品适当性管理办法 (Order No. 7 of 2025), article 17.
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
 * record.outcome.considered[0].standings['LEND-AGE']; // => 'fired'
 * replay(record, { packs }); // => { status: 'same' }
 * ```
 */
export function recordDecision(
  assessment: SuitabilityAssessment,
  options: RecordOptions = {},
): SuitabilityRecord {
  const {
    personal = 'keep',
    packs,
    salt,
    previous,
  } = checkObject(options, 'options') as RecordOptions;
  checkOneOf(personal, 'options.personal', ['keep', 'digest'] as const);
  const { facts, asOf, overrides, decision } = checkObject(
    assessment,
    'assessment',
  ) as unknown as SuitabilityAssessment;
  const references = decision.packs.map(({ id, version, hash }) => ({ id, version, hash }));
  return putOnRecord<SuitabilityInputs, SuitabilityOutcome>({
    kind: SUITABILITY_KIND,
    asOf,
    inputs: {
      facts:
        personal === 'keep' ? facts : digestFacts(facts, personalNames(packs), checkSalt(salt)),
      packs: references,
      overrides,
    },
    outcome: outcomeOf(assessment),
    versions: { 'aptfolio/suitability': SUITABILITY_METHOD },
    ...(previous === undefined ? {} : { previous }),
  });
}

/** What an assessment says, for the record. */
export function outcomeOf({
  status,
  decision,
  considered,
}: SuitabilityAssessment): SuitabilityOutcome {
  return {
    status,
    deciding: decision.deciding,
    missing: decision.missing.map(({ fact }) => fact),
    considered: considered.map(({ assumed, status: one, decision: { standings } }) => ({
      assumed,
      status: one,
      standings,
    })),
  };
}

function checkSalt(salt: unknown): string {
  const text = checkText(salt, 'options.salt');
  if (text.length >= 16) return text;
  throw new AptfolioError('out-of-range', 'options.salt', 'a text of at least 16 characters');
}

/** The facts that a pack declares as personal. */
export function personalNames(packs: readonly CompiledPack[] | undefined): ReadonlySet<string> {
  if (packs === undefined) {
    throw new AptfolioError(
      'missing-value',
      'options.packs',
      'the packs, which say what is personal',
    );
  }
  return new Set(
    packs.flatMap(({ pack }) =>
      Object.entries(pack.facts).flatMap(([name, { personal }]) => (personal === true ? name : [])),
    ),
  );
}

function digestFacts(
  facts: RuleFacts,
  personal: ReadonlySet<string>,
  salt: string,
): SuitabilityInputs['facts'] {
  const entries = Object.entries(facts).map(([name, value]) => [
    name,
    personal.has(name) ? digestOf(name, value, salt) : value,
  ]);
  return Object.fromEntries(entries) as SuitabilityInputs['facts'];
}

/** The salted digest of a fact. */
export function digestOf(fact: string, value: FactValue | SourcedFact, salt: string): DigestedFact {
  return { digest: sha256({ fact, salt, value }, at('facts', fact)) };
}
