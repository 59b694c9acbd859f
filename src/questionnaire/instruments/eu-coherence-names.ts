import { AptfolioError, at, checkObject, checkText } from '../../errors/index.js';
import type { Operand } from '../condition.js';

/**
 * Where a form and its facts have what the EU controls read. A value is an operand, so that it can be an answer, a
 * fact or a difference; a dimension is named. `null` for what the host does not have: the controls that read it are
 * left out.
 */
export interface EuCoherenceNames {
  readonly capacity: string | null;
  readonly tolerance: string | null;
  readonly knowledge: string | null;
  readonly objective: string | null;
  readonly horizon: string | null;
  /** How the client rates the own knowledge, 1 to 5. */
  readonly selfRatedKnowledge: Operand | null;
  /** How many of six questions of comprehension the client got right. */
  readonly comprehensionRight: Operand | null;
  /** Loss that the client says would be accepted, decimal fraction of what is invested. */
  readonly acceptedLoss: Operand | null;
  /** Loss that the client can absorb, decimal fraction of what is invested. */
  readonly bearableLoss: Operand | null;
  /** Years until the client first needs some of the money. */
  readonly yearsToFirstNeed: Operand | null;
  /** The level whose usual return the client expects, 1 to 5. */
  readonly expectedReturnLevel: Operand | null;
  /** Whether there is cash for emergencies outside the investment. */
  readonly hasEmergencyCash: Operand | null;
  /** What is invested, decimal fraction of net financial assets. */
  readonly investedShare: Operand | null;
  /** Whether the client borrows or pledges to invest. */
  readonly borrowsToInvest: Operand | null;
  /** Whether the investment is the client's only source of income. */
  readonly isSoleIncome: Operand | null;
  /** Whether the client has never invested before. */
  readonly isFirstInvestment: Operand | null;
  /** The client's age, years. */
  readonly age: Operand | null;
  /** Days from the last raise of the level to the recommendation. */
  readonly daysSinceRaise: Operand | null;
}

const DIMENSIONS = ['capacity', 'tolerance', 'knowledge', 'objective', 'horizon'] as const;

const VALUES = [
  'selfRatedKnowledge',
  'comprehensionRight',
  'acceptedLoss',
  'bearableLoss',
  'yearsToFirstNeed',
  'expectedReturnLevel',
  'hasEmergencyCash',
  'investedShare',
  'borrowsToInvest',
  'isSoleIncome',
  'isFirstInvestment',
  'age',
  'daysSinceRaise',
] as const satisfies readonly (keyof EuCoherenceNames)[];

/** Fills in the names: dimensions by their usual ones, values as facts of the same name. */
export function euCoherenceNames(given: Partial<EuCoherenceNames>): EuCoherenceNames {
  const names = checkObject(given, 'names') as Partial<EuCoherenceNames>;
  const known: readonly string[] = [...DIMENSIONS, ...VALUES];
  const stranger = Object.keys(names).find((name) => !known.includes(name));
  if (stranger !== undefined) {
    const expected = `one of ${known.join(', ')}`;
    throw new AptfolioError('unknown-id', at('names', stranger), expected, stranger);
  }
  const dimensions = DIMENSIONS.map((name) => {
    const { [name]: own = name } = names;
    return [name, own === null ? null : checkText(own, at('names', name))];
  });
  // A condition checks its operands when the form is compiled.
  const values = VALUES.map((name) => {
    const { [name]: own = { fact: name } } = names;
    return [name, own];
  });
  return Object.fromEntries([...dimensions, ...values]);
}
