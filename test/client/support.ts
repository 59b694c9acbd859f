import clientFile from '../../examples/data/scenario/client.json' with { type: 'json' };
import questionnaireFile from '../../examples/data/scenario/questionnaire.json' with {
  type: 'json',
};
import rows from '../../examples/data/scenario/transactions.json' with { type: 'json' };
import type {
  CashFlowPolicy,
  ClientView,
  Holding,
  ProfilePolicy,
  Transaction,
} from '../../src/client/index.js';
import {
  type Answers,
  compileQuestionnaire,
  type QuestionnaireDefinition,
  type ScoredQuestionnaire,
  scoreQuestionnaire,
} from '../../src/questionnaire/index.js';

export const AS_OF = '2026-03-02';

// A JSON import types codes and dates as plain strings.
export const transactions = rows as unknown as readonly Transaction[];
export const file = clientFile;

/** How the sample bank reads the bookings of the scenario. */
export const reading: CashFlowPolicy = {
  incomes: [
    { id: 'salary', match: [{ counterparty: 'EMP-01', text: 'salary' }] },
    { id: 'bonus', match: [{ text: 'bonus' }], oneOff: true },
    { id: 'freelance', match: [{ text: 'freelance' }] },
  ],
  irregularIncome: { variationAbove: 0.25, monthsWithoutAbove: 0 },
  debtService: [{ text: 'mortgage' }],
  essentialPayments: [{ text: 'mortgage' }, { text: 'protection premium' }, { text: 'tuition' }],
  essentialShareOfCardSpending: 0.7,
};

export const policy: ProfilePolicy = { ...clientFile.needPolicy, ...reading };

const scorer = compileQuestionnaire(questionnaireFile as unknown as QuestionnaireDefinition);

export function score(change: Answers = {}, asOf: `${number}-${number}-${number}` = AS_OF) {
  const answers = { ...questionnaireFile.answers, ...change };
  return scoreQuestionnaire(scorer, answers, { asOf }) as ScoredQuestionnaire;
}

/** The client file as it is, with its bookings and the questionnaire's result. */
export const view: ClientView<'CNY'> = {
  ...(clientFile as unknown as ClientView<'CNY'>),
  transactions,
  questionnaire: score(),
};

export { expectRefusal } from '../refusal.js';

export function withHoldings(...holdings: readonly Partial<Holding>[]): ClientView<'CNY'> {
  const filled = holdings.map((holding, index) => ({
    id: `H${index}`,
    kind: 'deposit' as const,
    currency: 'CNY' as const,
    amount: '0.00',
    ...holding,
  }));
  return { ...view, holdings: filled, liabilities: [], goals: [] };
}

/** A value that the types forbid. */
export const wrong = (value: unknown): never => value as never;

export function isDeeplyFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen);
}

/** Freezes a copy, so that a function that changes its argument throws. */
export function frozenCopy<T>(value: T): T {
  const freeze = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    for (const inner of Object.values(part)) freeze(inner);
    return Object.freeze(part);
  };
  return freeze(structuredClone(value)) as T;
}
