/** What lint looks for in a pack that is well-formed and may be wrong all the same. */
export const PACK_FAULTS = [
  /** A rule of law without a citation. */
  'no-citation',
  /** A citation that nobody has compared with the text. */
  'unverified-citation',
  /** Days on which a rule is in force and a parameter that it reads has no value. */
  'parameter-gap',
  /** A rule that no case hits, or that no case misses. */
  'not-hit',
  'not-missed',
  /** A case that does not come out as expected. */
  'failed-case',
  /** More risk, and the answer turns from a stop to a pass. */
  'not-monotone',
  /** Two duties that cannot both be fulfilled. */
  'contradictory-duties',
  /** A rule that is in force on no day on which the pack can be asked. */
  'never-in-force',
  /** A constant that counts where nobody knows. */
  'default-in-first',
  /** Something declared that nothing reads. */
  'unused',
  /** A rule whose citation came into force after the rule, or whose rule starts before its law. */
  'before-its-law',
] as const;

/** What lint looks for; see `PACK_FAULTS`. */
export type PackFault = (typeof PACK_FAULTS)[number];

/** One thing that somebody should look at. */
export interface PackFinding {
  readonly fault: PackFault;
  /** `error` for what makes answers wrong, `warning` for what may, `note` for what a reader should know. */
  readonly severity: 'error' | 'warning' | 'note';
  /** Where: `rules["CN-NFRA-12"]`. */
  readonly path: string;
  /** What was found, in English, for the pack's author. */
  readonly text: string;
}
