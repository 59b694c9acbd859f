import fc from 'fast-check';
import type {
  DatedParameter,
  FactDeclaration,
  Rule,
  RuleCondition,
  RuleConstant,
  RuleFacts,
  RuleFunction,
  RuleOperand,
  RulePack,
  Term,
} from '../../src/rules/index.js';
import { CITATION, pack, parameter, rule, text } from './make-pack.js';

/** Facts of every type, with and without limits, defaults and an age after which they are stale. */
export const FACTS: Readonly<Record<string, FactDeclaration>> = {
  n1: { type: 'number', label: text('n1') },
  n2: { type: 'number', label: text('n2'), whole: true, min: 0, max: 12 },
  n3: { type: 'number', label: text('n3'), default: 2 },
  m1: { type: 'amount', label: text('m1'), unit: 'CNY', min: 0, maxAgeMonths: 12 },
  t1: { type: 'text', label: text('t1') },
  t2: { type: 'text', label: text('t2'), values: ['a', 'b', 'c'], default: 'a' },
  t3: { type: 'text', label: text('t3'), maxAgeMonths: 3 },
  b1: { type: 'boolean', label: text('b1') },
  b2: { type: 'boolean', label: text('b2'), default: false },
  d1: { type: 'date', label: text('d1') },
  d2: { type: 'date', label: text('d2'), maxAgeMonths: 6 },
  l1: { type: 'list', label: text('l1') },
  l2: { type: 'list', label: text('l2'), values: ['a', 'b', 'c'] },
  unread: { type: 'text', label: text('unread') },
};

const PARAMETERS: Readonly<Record<string, DatedParameter>> = {
  limit: parameter(3),
  over: {
    label: text('over'),
    history: [{ from: '2020-01-01', to: '2021-01-01', value: 1, citation: CITATION }],
  },
  word: parameter('b'),
  words: parameter(['a', 'c', '2026-03-02']),
  mixed: parameter([1, 'b', true, 2.5]),
};

/** `odd` has no kind of its own: a number, a text, yes or no, nothing, and for 3 something that is refused. */
export const FUNCTIONS: Readonly<Record<string, RuleFunction>> = {
  half: (value) => (typeof value === 'number' ? value / 2 : undefined),
  odd: (value, other) => {
    if (value === 3) return Number.NaN;
    return typeof value === 'number' && value > 3 ? value : (other as string | boolean | undefined);
  },
};

/** Names by the kind of value that they stand for. */
interface Names {
  readonly number: readonly string[];
  readonly text: readonly string[];
  readonly boolean: readonly string[];
  readonly date: readonly string[];
  readonly list: readonly string[];
}

const GIVEN: Names = {
  number: ['n1', 'n2', 'n3', 'm1'],
  text: ['t1', 't3'],
  boolean: ['b1', 'b2'],
  date: ['d1', 'd2', 'asOf'],
  list: ['l1'],
};

const NUMBERS = [0, 1, 2, 2.5, 3, 12, -1, 0.1, 0.2, 0.3, 1e6, 1e300] as const;
const TEXTS = ['a', 'b', 'c', 'd'] as const;
const DATES = ['2024-02-29', '2026-03-02', '2025-08-31', '9999-12-31', '0001-01-01'] as const;

const fact = (name: string): RuleOperand => ({ fact: name });
const named = (names: readonly string[]): fc.Arbitrary<RuleOperand> =>
  fc.constantFrom(...names).map(fact);
const some = <T>(part: fc.Arbitrary<T>, most = 3): fc.Arbitrary<T[]> =>
  fc.array(part, { minLength: 1, maxLength: most });

function numbers(names: Names, depth: number): fc.Arbitrary<RuleOperand> {
  const leaf = fc.oneof(
    { weight: 4, arbitrary: named(names.number) },
    { weight: 2, arbitrary: fc.constantFrom<RuleOperand>(...NUMBERS) },
    fc.constantFrom<RuleOperand>({ parameter: 'limit' }, { parameter: 'over' }),
  );
  if (depth === 0) return leaf;
  const part = numbers(names, depth - 1);
  const date = dates(names, depth - 1);
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    some(part).map((plus) => ({ plus })),
    some(part).map((times) => ({ times })),
    fc.tuple(part, part).map((minus) => ({ minus })),
    fc.tuple(part, part).map((over) => ({ over })),
    { weight: 2, arbitrary: some(part).map((max) => ({ max })) },
    { weight: 2, arbitrary: some(part).map((min) => ({ min })) },
    some(part).map((first) => ({ first })),
    fc.tuple(date, date).map((years) => ({ years })),
    fc.tuple(date, date).map((months) => ({ months })),
    fc.tuple(date, date).map((days) => ({ days })),
    part.map((one) => ({ call: 'half', with: [one] })),
  );
}

function dates(names: Names, depth: number): fc.Arbitrary<RuleOperand> {
  const leaf = named(names.date);
  if (depth === 0) return leaf;
  const part = dates(names, depth - 1);
  const whole = fc.oneof(fc.integer({ min: -30, max: 30 }), named(['n2']));
  const step = fc.oneof(
    { weight: 9, arbitrary: whole },
    { weight: 1, arbitrary: numbers(names, 0) },
  );
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    fc.tuple(part, step).map((addMonths) => ({ addMonths })),
    fc.tuple(part, step).map((addDays) => ({ addDays })),
    some(part).map((max) => ({ max })),
    some(part).map((min) => ({ min })),
    some(part).map((first) => ({ first })),
  );
}

function texts(names: Names): fc.Arbitrary<RuleOperand> {
  const leaf = fc.oneof(named(names.text), fc.constant<RuleOperand>({ parameter: 'word' }));
  return fc.oneof(
    { weight: 5, arbitrary: leaf },
    some(leaf).map((first) => ({ first })),
    some(leaf).map((max) => ({ max })),
  );
}

function lists(names: Names): fc.Arbitrary<RuleOperand> {
  const leaf = named(names.list);
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    some(leaf).map((first) => ({ first })),
  );
}

/** What stands beside `in` and `overlaps`: constants, a parameter, or a list that is given. */
function listed(names: Names): fc.Arbitrary<RuleOperand | readonly RuleConstant[]> {
  const entry = fc.constantFrom<RuleConstant>(...TEXTS, ...DATES, 1, 2.5, true, 'true');
  return fc.oneof(
    lists(names),
    fc.constantFrom<RuleOperand>({ parameter: 'words' }, { parameter: 'mixed' }),
    fc.array(entry, { minLength: 1, maxLength: 12 }),
  );
}

const ORDER = ['<', '<=', '=', '!=', '>=', '>'] as const;
const EQUALITY = ['=', '!='] as const;

function comparisons(names: Names): fc.Arbitrary<RuleCondition> {
  const [number, date, word] = [numbers(names, 2), dates(names, 2), texts(names)];
  const relation = fc.constantFrom(...ORDER);
  const equality = fc.constantFrom(...EQUALITY);
  const plainText = fc.oneof(
    named(names.text),
    fc.constantFrom<RuleOperand>('a', 'b', '2026-03-02'),
  );
  const odd = fc.tuple(numbers(names, 1), fc.oneof(word, named(names.boolean)));
  const yesNo = fc.oneof(named(names.boolean), fc.boolean() as fc.Arbitrary<RuleOperand>);
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ left: number, is: relation, right: number }) },
    { weight: 4, arbitrary: fc.record({ left: date, is: relation, right: date }) },
    fc.record({ left: date, is: relation, right: fc.constantFrom<RuleOperand>(...DATES) }),
    { weight: 3, arbitrary: fc.record({ left: word, is: equality, right: plainText }) },
    fc.record({ left: yesNo, is: equality, right: named(names.boolean) }),
    fc.record({
      left: fc.oneof(number, date, plainText, named(names.boolean)),
      is: fc.constant('in' as const),
      right: listed(names),
    }),
    fc.record({
      left: lists(names),
      is: fc.constant('includes' as const),
      right: fc.oneof(plainText, number, date),
    }),
    fc.record({ left: lists(names), is: fc.constant('overlaps' as const), right: listed(names) }),
    fc.record({
      left: odd.map((parts): RuleOperand => ({ call: 'odd', with: parts })),
      is: relation,
      right: fc.oneof(number, date, plainText),
    }),
  );
}

/** What is declared with values may be compared with those only. */
const AMONG_VALUES: readonly RuleCondition[] = [
  { left: fact('t2'), is: '=', right: 'b' },
  { left: 'c', is: '!=', right: fact('t2') },
  { left: fact('t2'), is: 'in', right: ['a', 'c'] },
  { left: fact('l2'), is: 'includes', right: 'a' },
  { left: fact('t2'), is: 'in', right: fact('l2') },
  { left: fact('l2'), is: 'overlaps', right: ['b', 'c'] },
  { left: fact('l1'), is: 'overlaps', right: fact('l2') },
];

/** Conditions of every form. */
function conditions(names: Names, depth: number): fc.Arbitrary<RuleCondition> {
  const leaf = fc.oneof(
    { weight: 6, arbitrary: comparisons(names) },
    { weight: 3, arbitrary: fc.constantFrom(...names.boolean).map((holds) => ({ holds })) },
    { weight: 2, arbitrary: fc.constantFrom(...AMONG_VALUES) },
    fc.constantFrom(...Object.keys(FACTS)).map((none) => ({ none })),
    fc.constantFrom('m1', 't3', 'd2', 'n1').map((stale) => ({ stale })),
  );
  if (depth === 0) return leaf;
  const part = conditions(names, depth - 1);
  return fc.oneof(
    { weight: 2, arbitrary: leaf },
    some(part).map((all) => ({ all })),
    some(part).map((any) => ({ any })),
    part.map((not) => ({ not })),
  );
}

/** Terms, each of which may read those before it. */
function terms(): fc.Arbitrary<{ readonly terms: Record<string, Term>; readonly names: Names }> {
  const first = { terms: {} as Record<string, Term>, names: GIVEN };
  const add = (
    before: fc.Arbitrary<typeof first>,
    kind: keyof Names,
    name: string,
  ): fc.Arbitrary<typeof first> =>
    before.chain(({ terms: known, names }) => {
      const label = text(name);
      const term: fc.Arbitrary<Term> =
        kind === 'number'
          ? numbers(names, 2).map((value) => ({ label, type: 'number', value }))
          : kind === 'date'
            ? dates(names, 1).map((value) => ({ label, type: 'date', value }))
            : conditions(names, 1).map((when) => ({ label, when }));
      return term.map((one) => ({
        terms: { ...known, [name]: one },
        names: { ...names, [kind]: [...names[kind], name] },
      }));
    });
  let all: fc.Arbitrary<typeof first> = fc.constant(first);
  for (const [kind, name] of [
    ['number', 'x1'],
    ['boolean', 'y1'],
    ['date', 'z1'],
    ['number', 'x2'],
    ['boolean', 'y2'],
  ] as const) {
    all = add(all, kind, name);
  }
  return all;
}

const OUTCOMES = ['block', 'require', 'refer', 'warn', 'info'] as const;

function rules(prefix: string, names: Names): fc.Arbitrary<readonly Rule[]> {
  const line = fc.record({
    outcome: fc.constantFrom(...OUTCOMES),
    when: conditions(names, 2),
    scope: fc.option(conditions(names, 1), { nil: undefined }),
    satisfiedBy: fc.option(conditions(names, 1), { nil: undefined }),
    bite: fc.integer({ min: 0, max: 4 }),
    exceptions: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 2 }),
  });
  return fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) =>
    lines.map(({ outcome, when, scope, satisfiedBy, bite, exceptions }, index) => {
      const earlier = exceptions.filter((other) => other < index);
      return rule(`${prefix}${index}`, when, {
        outcome,
        ...(scope === undefined ? {} : { scope }),
        ...(outcome === 'require' && satisfiedBy !== undefined ? { satisfiedBy } : {}),
        ...(bite === 0 ? { whenUnknown: 'bite' as const } : {}),
        ...(earlier.length === 0 ? {} : { exceptionTo: earlier.map((at) => `${prefix}${at}`) }),
      });
    }),
  );
}

/** Packs that `compilePack` accepts, with texts that name a term. */
export function packs(id: string, prefix: string): fc.Arbitrary<RulePack> {
  return terms().chain(({ terms: known, names }) =>
    rules(prefix, names).map((list) => {
      const renamed = JSON.parse(
        JSON.stringify({ terms: known, rules: list }).replace(/"([xyz]\d)"/g, `"${prefix}$1"`),
      ) as { readonly terms: Record<string, Term>; readonly rules: readonly Rule[] };
      return pack(renamed.rules, FACTS, {
        id,
        terms: renamed.terms,
        parameters: { ...PARAMETERS, limit: parameter(id === 'one' ? 3 : 1) },
        messages: Object.fromEntries(
          renamed.rules.map((one) => [one.id, text(`{${prefix}x2} of {${prefix}z1}`)]),
        ),
      });
    }),
  );
}

/** A day, today and the ends of what counts among them. */
const someDay = fc.constantFrom(
  ...DATES,
  '2025-03-02',
  '2025-03-01',
  '2025-12-02',
  '2025-09-01',
  '1960-02-29',
);

const VALUES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  n1: fc.constantFrom(0, 1, 2, 2.5, 3, 7, -1, -0, 0.1, 0.3, 1e6, 1e300, -1e300),
  n2: fc.integer({ min: 0, max: 12 }),
  n3: fc.constantFrom(0, 1, 3, 5.5),
  m1: fc.oneof(
    fc.constantFrom(0, 3, 100.25),
    fc.constantFrom('3', '0.30', '-0').map((amount) => ({ currency: 'CNY', amount })),
  ),
  t1: fc.constantFrom(...TEXTS, '2026-03-02', 'never seen'),
  t2: fc.constantFrom('a', 'b', 'c'),
  t3: fc.constantFrom(...TEXTS),
  b1: fc.boolean(),
  b2: fc.boolean(),
  d1: someDay,
  d2: someDay,
  l1: fc.array(fc.constantFrom(...TEXTS, '2026-03-02'), { maxLength: 3 }),
  l2: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
  unread: fc.constantFrom('x', 'y'),
};

const WRONG: readonly unknown[] = [Number.NaN, '', {}, 'zzz', ['zzz', 1], 99.5, -1, '2026-02-30'];

/** What a caller may say of one fact, seldom something wrong. */
function entries(name: string): fc.Arbitrary<unknown> {
  const value = VALUES[name] as fc.Arbitrary<unknown>;
  const observed = fc.constantFrom('2026-03-02', '2025-03-02', '2025-03-01', '2025-09-02');
  return fc.oneof(
    { weight: 20, arbitrary: value },
    { weight: 2, arbitrary: fc.constant(null) },
    fc.constant(undefined),
    { weight: 4, arbitrary: fc.record({ value, observedOn: observed }) },
    fc.record({ value: fc.constant(null), observedOn: observed, source: fc.constant('s') }),
    fc.record({ value, source: fc.constant('file') }),
  );
}

/** Rows of facts, some of them wrong. */
export function rows(names: readonly string[] = Object.keys(FACTS)): fc.Arbitrary<RuleFacts> {
  const good = fc
    .shuffledSubarray([...names])
    .chain((chosen) =>
      fc
        .tuple(...chosen.map(entries))
        .map((values) => Object.fromEntries(chosen.map((name, index) => [name, values[index]]))),
    );
  const wrong = fc
    .tuple(good, fc.constantFrom(...names), fc.constantFrom(...WRONG))
    .map(([facts, name, value]) => ({ ...facts, [name]: value }));
  const stray = good.map((facts) => ({ ...facts, stray: 1 }));
  const late = fc
    .tuple(good, fc.constantFrom(...names))
    .map(([facts, name]) => ({ ...facts, [name]: { value: 1, observedOn: '2026-03-03' } }));
  return fc.oneof(
    { weight: 30, arbitrary: good },
    { weight: 2, arbitrary: wrong },
    stray,
    late,
  ) as fc.Arbitrary<RuleFacts>;
}
