import fc from 'fast-check';
import {
  CHOICE_COUNTS,
  type Condition,
  compileQuestionnaire,
  type QuestionnaireDefinition,
  type QuestionnaireItem,
  RISK_LEVELS,
  SCORE_SCALES,
} from '../../../src/questionnaire/index.js';
import { conditions, FACTS, type RuleScope, tenths } from './form-conditions.js';

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
  const dimensions = used.filter(() => scale !== 'points');
  const scope: RuleScope = { dimensions, measures: has.measures };
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
