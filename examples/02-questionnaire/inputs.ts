import type { PlainDate } from 'aptfolio/dates';
import type {
  Answers,
  GroupMember,
  PastAssessment,
  QuestionnaireDefinition,
  ScoreOptions,
} from 'aptfolio/questionnaire';

/** What the example works on. */
export interface Inputs {
  /** One form, or two versions of it. */
  readonly forms: readonly Form[];
  /** Whether they are the sample bank's. */
  readonly isSample: boolean;
  readonly responses: Responses | null;
  readonly client: ClientFile | null;
}

/** A form and which one it is. */
export interface Form {
  readonly name: 'own' | 'drafted' | 'corrected';
  readonly definition: QuestionnaireDefinition;
}

/** Many clients' answers. */
export interface Responses {
  readonly first: readonly Answers[];
  /** The same clients' answers a second time, in the same order. */
  readonly again: readonly Answers[] | null;
  /** Where they are from; made-up ones say how they were made. */
  readonly source:
    | { readonly kind: 'made-up'; readonly generator: string; readonly seed: number }
    | { readonly kind: 'file'; readonly path: string };
}

/** One client. */
export interface ClientFile {
  readonly asOf: PlainDate;
  readonly facts: NonNullable<ScoreOptions['facts']>;
  readonly answers: Answers;
  readonly history: readonly PastAssessment[];
  /** Who owns the account with the client. */
  readonly owners: readonly GroupMember[];
}
