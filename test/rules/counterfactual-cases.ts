import fc from 'fast-check';
import {
  compilePack,
  type DecisionStatus,
  decide,
  type FactChange,
  type FactDeclaration,
  type FactValue,
  PERMITTED_STATUSES,
  type Rule,
  type RuleCondition,
  type RulePack,
  type Term,
} from '../../src/rules/index.js';
import { DAY, pack, rule, text } from './make-pack.js';

/** Facts and terms by name, and the other values that each may take. */
export type Values = Readonly<Record<string, FactValue>>;

const yesNo = (change?: FactChange): FactDeclaration => ({
  type: 'boolean',
  label: text('yes or no'),
  ...(change === undefined ? {} : { change }),
});

const level = (change?: FactChange): FactDeclaration => ({
  type: 'number',
  label: text('level'),
  whole: true,
  min: 1,
  max: 5,
  ...(change === undefined ? {} : { change }),
});

export const FACTS: Readonly<Record<string, FactDeclaration>> = {
  done: yesNo({}),
  told: yesNo({ values: [true] }),
  fixed: yesNo(),
  level: level({ direction: 'lower' }),
  rating: level({ direction: 'either' }),
  issuer: level(),
  seller: level(),
  kind: {
    type: 'text',
    values: ['a', 'b', 'c'],
    label: text('kind'),
    change: { values: ['a', 'c'] },
  },
  amount: {
    type: 'amount',
    unit: 'CNY',
    min: 0,
    label: text('amount'),
    change: { direction: 'either', step: 5, to: 600 },
  },
};

/** The higher of two ratings, changed as a whole. */
export const RISK: Term = {
  label: text('risk'),
  type: 'number',
  value: { max: [{ fact: 'issuer' }, { fact: 'seller' }] },
  change: { direction: 'lower', from: 1, to: 5 },
};

const holds = (...names: readonly string[]) =>
  fc.constantFrom(...names).map((name): RuleCondition => ({ holds: name }));

const compares = (name: string, numbers: fc.Arbitrary<number>) =>
  fc
    .record({ is: fc.constantFrom('<', '<=', '=', '!=', '>=', '>' as const), right: numbers })
    .map(({ is, right }): RuleCondition => ({ left: { fact: name }, is, right }));

const LEVELS = fc.integer({ min: 1, max: 5 });

/** A condition on what has few values. */
const simple: fc.Arbitrary<RuleCondition> = fc.oneof(
  holds('done', 'told', 'fixed'),
  compares('level', LEVELS),
  compares('rating', LEVELS),
  compares('risk', LEVELS),
  compares('issuer', LEVELS),
  fc.constant<RuleCondition>({ left: { fact: 'risk' }, is: '>', right: { fact: 'level' } }),
  fc
    .constantFrom('a', 'b', 'c')
    .map((kind): RuleCondition => ({ left: { fact: 'kind' }, is: '=', right: kind })),
);

const nested: fc.Arbitrary<RuleCondition> = fc.oneof(
  { weight: 2, arbitrary: simple },
  {
    weight: 3,
    arbitrary: fc
      .array(simple, { minLength: 2, maxLength: 3 })
      .map((all): RuleCondition => ({ all })),
  },
  fc.array(simple, { minLength: 2, maxLength: 3 }).map((any): RuleCondition => ({ any })),
  simple.map((not): RuleCondition => ({ not })),
);

const OUTCOMES = ['block', 'require', 'refer', 'warn', 'info'] as const;

function rules(condition: fc.Arbitrary<RuleCondition>): fc.Arbitrary<readonly Rule[]> {
  const one = fc.record({
    when: condition,
    scope: fc.option(simple, { nil: undefined }),
    outcome: fc.constantFrom(...OUTCOMES),
    satisfiedBy: simple,
    before: fc.option(fc.nat(3), { nil: undefined }),
  });
  return fc.array(one, { minLength: 1, maxLength: 5 }).map((parts) =>
    parts.map(({ when, scope, outcome, satisfiedBy, before }, index) =>
      rule(`R${index}`, when, {
        outcome,
        ...(scope === undefined ? {} : { scope }),
        ...(outcome === 'require' ? { satisfiedBy } : {}),
        // An exception to an earlier rule: no circle can come about.
        ...(before === undefined || before >= index ? {} : { exceptionTo: [`R${before}`] }),
      }),
    ),
  );
}

/** Rules on what has few values. */
export const SMALL_PACKS: fc.Arbitrary<RulePack> = rules(nested).map((list) =>
  pack(list, FACTS, { terms: { risk: RISK } }),
);

/** Rules each of which also reads the amount once and has no exception, so that it turns at most once along it. */
export const AMOUNT_PACKS: fc.Arbitrary<RulePack> = rules(
  fc
    .record({ one: simple, is: fc.constantFrom('>', '<' as const), limit: fc.nat(550) })
    .map(({ one, is, limit }) => ({ all: [one, { left: { fact: 'amount' }, is, right: limit }] })),
).map((list) =>
  pack(
    list.map(({ exceptionTo, ...rest }) => rest),
    FACTS,
    { terms: { risk: RISK } },
  ),
);

/** Mostly everything is known. */
export const CASES: fc.Arbitrary<Values> = fc.record(
  {
    done: fc.boolean(),
    told: fc.boolean(),
    fixed: fc.boolean(),
    level: LEVELS,
    rating: LEVELS,
    issuer: LEVELS,
    seller: LEVELS,
    kind: fc.constantFrom('a', 'b', 'c'),
    amount: fc.nat(600),
  },
  { requiredKeys: ['fixed', 'level', 'rating', 'issuer', 'seller', 'kind', 'amount'] },
);

/** Decides with changes. A term that is given a value is what a fact of that name would be: here it is made one. */
export function decideWith(given: RulePack): (facts: Values, changes: Values) => DecisionStatus {
  const plain = compilePack(given);
  const { risk, ...terms } = given.terms ?? {};
  const asFact = compilePack({
    ...given,
    facts: { ...given.facts, risk: { type: 'number', label: text('risk') } },
    terms,
  });
  return (facts, changes) => {
    const hasTerm = Object.hasOwn(changes, 'risk');
    return decide(hasTerm ? asFact : plain, { ...facts, ...changes }, DAY).status;
  };
}

/** Whether a result lies on the other side; a block is left at two points. */
export function isTurned(from: DecisionStatus, to: DecisionStatus, permitted: boolean): boolean {
  if (PERMITTED_STATUSES.includes(from)) return !PERMITTED_STATUSES.includes(to);
  return permitted ? PERMITTED_STATUSES.includes(to) : to !== 'block' && to !== 'undetermined';
}

/** What each thing may become, by the declarations above, the nearest first. */
export function othersOf(facts: Values): ReadonlyMap<string, readonly FactValue[]> {
  const number = (name: string): number => facts[name] as number;
  const below = (top: number): number[] => [5, 4, 3, 2, 1].filter((value) => value < top);
  const above = (bottom: number): number[] => [1, 2, 3, 4, 5].filter((value) => value > bottom);
  return new Map<string, readonly FactValue[]>([
    ['done', [true, false].filter((value) => value !== facts.done)],
    ['told', [true].filter((value) => value !== facts.told)],
    ['level', below(number('level'))],
    ['rating', [...below(number('rating')), ...above(number('rating'))]],
    ['kind', ['a', 'c'].filter((value) => value !== facts.kind)],
    ['risk', below(Math.max(number('issuer'), number('seller')))],
  ]);
}
