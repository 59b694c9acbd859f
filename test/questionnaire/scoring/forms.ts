import fc from 'fast-check';
import {
  type AnswerValue,
  CHOICE_COUNTS,
  type Condition,
  compileQuestionnaire,
  type MultipleItem,
  type NumericItem,
  type Operand,
  type QuestionnaireDefinition,
  type QuestionnaireItem,
  RISK_LEVELS,
  SCORE_SCALES,
} from '../../../src/questionnaire/index.js';

/** What random forms may have. */
export interface FormTraits {
  readonly kinds: readonly ('single' | 'multiple' | 'numeric' | 'matrix')[];
  readonly rules: boolean;
  readonly ceilingsByFacts: boolean;
  readonly measures: boolean;
  readonly showIf: boolean;
}

const EVERYTHING: FormTraits = {
  kinds: ['single', 'multiple', 'numeric', 'matrix'],
  rules: true,
  ceilingsByFacts: false,
  measures: true,
  showIf: true,
};

/** Small forms of two dimensions, which all compile. */
export function forms(traits: Partial<FormTraits> = {}): fc.Arbitrary<QuestionnaireDefinition> {
  const has = { ...EVERYTHING, ...traits };
  return fc
    .record({
      scale: fc.constantFrom(...SCORE_SCALES),
      drafts: fc.array(draft(has), { minLength: 2, maxLength: 4 }),
    })
    .chain(({ scale, drafts }) => {
      const items = drafts.map((one, index) => itemOf(one, index, scale === 'share-of-maximum'));
      const shown = has.showIf ? withShowIfs(items) : fc.constant(items);
      return shown.chain((own) => formWith(scale, own, has));
    })
    .filter(compiles);
}

/** Names of the facts that rules of random forms read. */
export const FACTS = { age: fc.integer({ min: 0, max: 9 }), job: fc.constantFrom('x', 'y') };

/** Any of the facts, or none. */
export const someFacts: fc.Arbitrary<Record<string, number | string>> = fc.record(FACTS, {
  requiredKeys: [],
});

function compiles(form: QuestionnaireDefinition): boolean {
  try {
    compileQuestionnaire(form);
    return true;
  } catch {
    return false;
  }
}

interface Draft {
  readonly kind: FormTraits['kinds'][number];
  readonly dimension: string | null;
  readonly weight: number;
  readonly points: readonly number[];
  readonly hiddenPoints: number;
  readonly pick: number;
}

const tenths = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min, max }).map((n) => n / 10);

function draft({ kinds }: FormTraits): fc.Arbitrary<Draft> {
  return fc.record({
    kind: fc.constantFrom(...kinds),
    dimension: fc.constantFrom('capacity', 'tolerance', 'capacity', 'tolerance', null),
    weight: tenths(1, 30),
    points: fc.array(tenths(-20, 60), { minLength: 2, maxLength: 3 }),
    hiddenPoints: tenths(0, 60),
    pick: fc.nat({ max: 1000 }),
  });
}

/** The pick decides what is particular about a kind. */
function itemOf(
  { kind, dimension, weight, points: drawn, hiddenPoints, pick }: Draft,
  index: number,
  noNegative: boolean,
): QuestionnaireItem {
  const points = noNegative ? drawn.map(Math.abs) : drawn;
  const size = points.length;
  const base = {
    id: `q${index}`,
    factor: 'any',
    dimension,
    weight,
    ...(pick % 3 === 0 ? { hiddenPoints } : {}),
  };
  switch (kind) {
    case 'single':
      return { ...base, points };
    case 'multiple': {
      const exclusive = pick % 2 === 0 ? [size - 1] : [];
      const minChoices = pick % (size - exclusive.length + 1);
      const maxChoices = Math.max(1, minChoices, (pick % size) + 1);
      const count = CHOICE_COUNTS[pick % 3]!;
      return { ...base, kind, points, count, minChoices, maxChoices, exclusive };
    }
    case 'numeric': {
      const steps = points.map((value, step) => ({ from: step * 10, points: value }));
      return { ...base, kind, min: 0, max: 40, integer: pick % 2 === 0, steps };
    }
    case 'matrix': {
      const rows = [{ id: 'r0' }, { id: 'r1', weight: (pick % 20) / 10 + 0.1 }];
      return { ...base, kind, points: points.slice(0, 2), rows: rows.slice(0, (pick % 2) + 1) };
    }
  }
}

function withShowIfs(items: readonly QuestionnaireItem[]): fc.Arbitrary<QuestionnaireItem[]> {
  return fc.tuple(
    ...items.map((item, index) =>
      index === 0
        ? fc.constant(item)
        : fc
            .option(conditions(items.slice(0, index), null), { freq: 1, nil: undefined })
            .map((showIf) => (showIf === undefined ? item : { ...item, showIf })),
    ),
  ) as unknown as fc.Arbitrary<QuestionnaireItem[]>;
}

function formWith(
  scale: (typeof SCORE_SCALES)[number],
  items: readonly QuestionnaireItem[],
  has: FormTraits,
): fc.Arbitrary<QuestionnaireDefinition> {
  const used = [...new Set(items.flatMap(({ dimension }) => dimension ?? []))];
  const shares = used.length === 1 ? [1] : [0.3, 0.7];
  const weights = Object.fromEntries(used.map((name, index) => [name, shares[index]!]));
  const whole = scale === 'points' ? fc.tuple(fc.constant(-1000), tenths(-60, 60)) : null;
  const bands = fc
    .uniqueArray(whole === null ? fc.integer({ min: 1, max: 100 }) : tenths(-60, 100), {
      minLength: 1,
      maxLength: 4,
    })
    .chain((edges) =>
      fc
        .array(fc.boolean(), { minLength: 5, maxLength: 5 })
        .map((sides) => bandsFrom(whole === null ? 0 : -1000, edges, sides)),
    );
  const scope: RuleScope = { dimensions: used.filter(() => scale !== 'points'), has };
  const rule = conditions(items, scope).map((when) => ({ when }));
  const level = fc.constantFrom(...RISK_LEVELS);
  const list = <T>(one: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> =>
    has.rules ? fc.array(one, { maxLength }) : fc.constant([]);
  const byFact = fc.record({
    when: fc.constantFrom<Condition>(
      { left: { fact: 'age' }, is: '>=', right: 5 },
      { left: { fact: 'job' }, is: 'in', right: ['x'] },
    ),
    level,
  });
  return fc
    .record({
      bands,
      combination: fc.constantFrom('lowest' as const, 'weighted-sum' as const),
      levelDimensions: fc.subarray(scale === 'points' ? [] : used),
      knockOuts: list(fc.tuple(rule, fc.constantFrom('lowest-level' as const, 'stop' as const)), 1),
      ceilings: has.ceilingsByFacts
        ? fc.array(byFact, { maxLength: 2 })
        : list(
            fc.tuple(rule, level).map(([one, to]) => ({ ...one, level: to })),
            2,
          ),
      controls: list(fc.tuple(rule, severities(scope)), 2),
    })
    .map(({ knockOuts, ceilings, controls, ...form }) => ({
      ...form,
      id: 'random',
      validMonths: 12,
      scale,
      items,
      overallWeights: weights,
      mandatory: items.map(({ id }) => id),
      knockOuts: knockOuts.map(([one, outcome], n) => ({ ...one, id: `k${n}`, outcome })),
      ceilings: ceilings.map((one, n) => ({ ...one, id: `e${n}` })),
      controls: controls.map(([one, severity], n) => ({ ...one, id: `c${n}`, ...severity })),
    }));
}

function bandsFrom(
  lowest: number,
  edges: readonly number[],
  sides: readonly boolean[],
): QuestionnaireDefinition['bands'] {
  const ascending = [...edges].sort((a, b) => a - b);
  return [lowest, ...ascending].map((from, index) => ({
    from,
    fromIncluded: index === 0 || sides[index]!,
    level: RISK_LEVELS[index]!,
  }));
}

interface RuleScope {
  readonly dimensions: readonly string[];
  readonly has: FormTraits;
}

function severities({ dimensions }: RuleScope) {
  return fc.oneof(
    fc.constantFrom('block', 'refer', 'note').map((severity) => ({ severity })),
    fc.constantFrom(...RISK_LEVELS).map((to) => ({ severity: 'cap', to })),
    fc
      .constantFrom('overall', ...dimensions)
      .map((bandOf) => ({ severity: 'cap', to: { bandOf } })),
  ) as fc.Arbitrary<
    | { severity: 'block' | 'refer' | 'note' }
    | { severity: 'cap'; to: (typeof RISK_LEVELS)[number] | { bandOf: string } }
  >;
}

/** Conditions up to two deep; without a scope they read answers alone. */
function conditions(
  items: readonly QuestionnaireItem[],
  scope: RuleScope | null,
): fc.Arbitrary<Condition> {
  const one = comparisons(items, scope);
  const parts = fc.array(one, { minLength: 1, maxLength: 2 });
  return fc.oneof(
    { weight: 3, arbitrary: one },
    { weight: 1, arbitrary: parts.map((all) => ({ all })) },
    { weight: 1, arbitrary: parts.map((any) => ({ any })) },
    {
      weight: 1,
      arbitrary: fc
        .oneof(
          one,
          parts.map((any) => ({ any })),
        )
        .map((not) => ({ not })),
    },
  );
}

const ORDER = fc.constantFrom(
  '<' as const,
  '<=' as const,
  '=' as const,
  '!=' as const,
  '>=' as const,
  '>' as const,
);

function comparisons(
  items: readonly QuestionnaireItem[],
  scope: RuleScope | null,
): fc.Arbitrary<Condition> {
  const against = (left: Operand, right: fc.Arbitrary<number>): fc.Arbitrary<Condition> =>
    fc.record({ left: fc.constant(left), is: ORDER, right });
  const answers = items.map(({ id, kind }, index): fc.Arbitrary<Condition> => {
    switch (kind) {
      case 'multiple':
        return fc
          .nat({ max: 1 })
          .map((right) => ({ left: { answer: id }, is: 'includes' as const, right }));
      case 'matrix':
        return against({ answer: id, row: 'r0' }, fc.nat({ max: 1 }));
      case 'numeric':
        return against({ answer: id }, fc.constantFrom(0, 10, 20));
      default:
        return index % 2 === 0
          ? against({ answer: id }, fc.nat({ max: 2 }))
          : against({ lookup: [3, 1, 2], by: { answer: id } }, fc.nat({ max: 3 }));
    }
  });
  const points = items.map(({ id }) => against({ points: id }, tenths(-20, 100)));
  if (scope === null) return fc.oneof(...answers, ...points);
  const { dimensions, has } = scope;
  const overall = against({ score: 'overall' }, fc.integer({ min: 0, max: 100 }));
  const rank = fc.integer({ min: 1, max: 5 });
  const bands = ['overall', 'level', ...dimensions].map((band) => against({ band }, rank));
  const scores = dimensions.map((score) => against({ score }, fc.integer({ min: 0, max: 100 })));
  const facts: fc.Arbitrary<Condition>[] = [
    against({ fact: 'age' }, FACTS.age),
    against({ minus: [{ fact: 'age' }, { times: [{ band: 'level' }, 2] }] }, fc.constant(0)),
    FACTS.job.map((job) => ({ left: { fact: 'job' }, is: 'in' as const, right: [job] })),
  ];
  const measures = has.measures
    ? [
        against({ measure: 'same-option-share' }, fc.constantFrom(0.5, 1)),
        against({ measure: 'seconds-per-item' }, fc.constant(4)),
        against({ measure: 'changed-answers' }, fc.nat({ max: 2 })),
        against({ measure: 'levels-above-previous' }, fc.integer({ min: -1, max: 2 })),
      ]
    : [];
  return fc.oneof(...answers, ...points, overall, ...bands, ...scores, ...facts, ...measures);
}

/** Every answer to an item that can be told apart by its points: a numeric item's at the beginning of each step. */
export function answersTo(item: QuestionnaireItem): readonly AnswerValue[] {
  switch (item.kind) {
    case 'multiple':
      return subsetsOf(item);
    case 'numeric':
      return (item as NumericItem).steps.map(({ from }) => from);
    case 'matrix':
      return item.rows
        .map(({ id }) => item.points.map((_, column) => ({ [id]: column })))
        .reduce((sofar, row) =>
          sofar.flatMap((some) => row.map((one) => Object.assign({}, some, one))),
        );
    default:
      return item.points.map((_, option) => option);
  }
}

/** All allowed sets, from the bits of a number. */
function subsetsOf({
  points,
  minChoices = 1,
  maxChoices = points.length,
  exclusive = [],
}: MultipleItem): readonly number[][] {
  const sets = Array.from({ length: 2 ** points.length }, (_, bits) =>
    points.map((_, option) => option).filter((option) => (bits >> option) & 1),
  );
  return sets.filter((set) =>
    set.some((option) => exclusive.includes(option))
      ? set.length === 1
      : set.length >= minChoices && set.length <= maxChoices,
  );
}
