import { describe, expect, it } from 'vitest';
import {
  compileQuestionnaire,
  euCoherenceControls,
  type QuestionnaireDefinition,
  type QuestionnaireResult,
  scoreQuestionnaire,
} from '../../../src/questionnaire/index.js';
import { CHOICE } from '../scoring/small-form.js';
import { expectRefusal, isDeeplyFrozen, wrong } from '../support.js';

const DIMENSIONS = ['capacity', 'tolerance', 'knowledge', 'objective', 'horizon'];

/** One choice for each dimension, whose position is its band: option 0 is C1 and option 4 is C5. */
const form: QuestionnaireDefinition = {
  id: 'eu',
  validMonths: 12,
  bands: [0, 25, 50, 75, 100].map((from, n) => ({ from, level: wrong(`C${n + 1}`) })),
  overallWeights: Object.fromEntries(DIMENSIONS.map((name) => [name, 0.2])),
  mandatory: [],
  items: DIMENSIONS.map((name) => ({ ...CHOICE, id: name, dimension: name })) as never,
  // As in the source: the lowest of tolerance, capacity, objective and horizon.
  levelDimensions: ['capacity', 'tolerance', 'objective', 'horizon'],
  controls: euCoherenceControls(),
};
const scorer = compileQuestionnaire(form);

/** A client of whom nothing is to be said: all at the same place, and facts on the quiet side of every limit. */
const QUIET = {
  selfRatedKnowledge: 5,
  comprehensionRight: 4,
  acceptedLoss: 0.2,
  bearableLoss: 0.2,
  yearsToFirstNeed: 2.5,
  expectedReturnLevel: 5,
  hasEmergencyCash: true,
  investedShare: 0.5,
  borrowsToInvest: false,
  isSoleIncome: false,
  isFirstInvestment: false,
  age: 74,
  daysSinceRaise: 6,
};

/** The form with its dimensions at bands 1 to 5, 5 unless said otherwise. */
function result(
  bands: Readonly<Record<string, number>> = {},
  facts: Readonly<Record<string, number | boolean | null>> = {},
): QuestionnaireResult {
  const answers = Object.fromEntries(DIMENSIONS.map((name) => [name, (bands[name] ?? 5) - 1]));
  const known = { ...QUIET, expectedReturnLevel: 5, ...facts };
  return scoreQuestionnaire(scorer, answers, { asOf: '2026-03-02', facts: known });
}

const found = (...args: Parameters<typeof result>): readonly string[] => {
  const scored = result(...args);
  return scored.status === 'incomplete' ? [] : scored.findings.map(({ id }) => id);
};

describe('the EU controls', () => {
  it('say nothing of a client at whom nothing is to be seen', () => {
    expect(result()).toMatchObject({ status: 'scored', level: 'C5', findings: [], reasons: [] });
  });

  // A hit, and a miss by one step in each part. Overall is the mean of the five dimensions.
  it.each<[string, Parameters<typeof result>, Parameters<typeof result>[]]>([
    [
      'CC01',
      [{}, { selfRatedKnowledge: 4, comprehensionRight: 3 }],
      [
        [{}, { selfRatedKnowledge: 3, comprehensionRight: 3 }],
        [{}, { selfRatedKnowledge: 4, comprehensionRight: 4 }],
      ],
    ],
    [
      'CC02',
      [
        { knowledge: 2, tolerance: 4, capacity: 4, objective: 4, horizon: 4 },
        { expectedReturnLevel: 3 },
      ],
      [
        [{ knowledge: 3, tolerance: 4 }],
        [{ knowledge: 2, tolerance: 3 }, { expectedReturnLevel: 3 }],
      ],
    ],
    [
      'CC03',
      [{ tolerance: 5, capacity: 3 }, { expectedReturnLevel: 3 }],
      [[{ tolerance: 5, capacity: 4 }]],
    ],
    ['CC04', [{}, { acceptedLoss: 0.21 }], [[{}, { acceptedLoss: 0.2 }]]],
    [
      'CC05',
      [{ objective: 4, horizon: 2 }, { expectedReturnLevel: 2 }],
      [
        [{ objective: 3, horizon: 2 }, { expectedReturnLevel: 2 }],
        [{ objective: 4, horizon: 3 }, { expectedReturnLevel: 3 }],
      ],
    ],
    [
      'CC06',
      [{ horizon: 3 }, { yearsToFirstNeed: 2, expectedReturnLevel: 3 }],
      [
        [{ horizon: 3 }, { yearsToFirstNeed: 2.1, expectedReturnLevel: 3 }],
        [
          { horizon: 2, objective: 3 },
          { yearsToFirstNeed: 2, expectedReturnLevel: 3 },
        ],
      ],
    ],
    [
      'CC07',
      [{ tolerance: 3 }, { expectedReturnLevel: 5 }],
      [
        [{ tolerance: 3 }, { expectedReturnLevel: 4 }],
        [{ tolerance: 4 }, { expectedReturnLevel: 5 }],
      ],
    ],
    ['CC08', [{}, { hasEmergencyCash: false }], [[{}, { hasEmergencyCash: true }]]],
    ['CC09', [{}, { investedShare: 0.51 }], [[{}, { investedShare: 0.5 }]]],
    ['CC10', [{}, { borrowsToInvest: true }], [[{}, { borrowsToInvest: false }]]],
    ['CC11', [{}, { age: 75 }], [[{}, { age: 74 }]]],
    ['CC12', [{}, { daysSinceRaise: 5 }], [[{}, { daysSinceRaise: 6 }]]],
  ])('%s holds for what it is about, and for nothing less', (id, hit, misses) => {
    expect(found(...hit)).toEqual([id]);
    for (const miss of misses) expect(found(...miss)).toEqual([]);
  });

  it('take either sign of a vulnerable client', () => {
    expect(found({}, { isSoleIncome: true })).toEqual(['CC11']);
    expect(found({}, { isFirstInvestment: true })).toEqual(['CC11']);
  });

  it.each<[string, Parameters<typeof result>, object]>([
    [
      'CC01 caps at the band of knowledge',
      [{ knowledge: 4 }, { comprehensionRight: 3 }],
      { level: 'C4' },
    ],
    ['CC02 refers', [{ knowledge: 2 }, {}], { level: 'C4', reasons: [{ severity: 'refer' }] }],
    [
      'CC04 caps at the band of capacity',
      [{ capacity: 4 }, { acceptedLoss: 0.3 }],
      { level: 'C4' },
    ],
    ['CC06 caps at C2', [{}, { yearsToFirstNeed: 1 }], { level: 'C2', determinedBy: ['CC06'] }],
    ['CC08 caps at C2', [{}, { hasEmergencyCash: false }], { level: 'C2' }],
    ['CC09 caps at C3', [{}, { investedShare: 1 }], { level: 'C3' }],
    ['CC10 blocks', [{}, { borrowsToInvest: true }], { status: 'stopped' }],
    ['CC11 caps at C3', [{}, { age: 90 }], { level: 'C3' }],
  ])('%s', (_, args, expected) => {
    expect(result(...args)).toMatchObject(expected);
  });

  it('leave no level without the facts that block or cap, and ask for them', () => {
    expect(result({}, { borrowsToInvest: null })).toMatchObject({
      status: 'incomplete',
      missingFacts: ['facts.borrowsToInvest'],
    });
    expect(result({}, { age: null, daysSinceRaise: null })).toMatchObject({
      status: 'incomplete',
      missingFacts: ['facts.age'],
    });
  });

  it('name sources that nobody has compared, in three languages', () => {
    const controls = euCoherenceControls();
    expect(controls).toHaveLength(12);
    expect(isDeeplyFrozen(controls)).toBe(true);
    for (const { citations = [], text } of controls) {
      expect(citations.length).toBeGreaterThan(0);
      expect(citations.every(({ verified }) => !verified)).toBe(true);
      expect(Object.keys(text ?? {})).toEqual(['zh-Hans', 'zh-Hant', 'en']);
    }
  });
});

describe('the names', () => {
  it('may be answers, other facts and other dimensions, and stay the host’s', () => {
    const age = { minus: [2026, { fact: 'born' }] as const };
    const controls = euCoherenceControls({ age, tolerance: 'wish', objective: null });
    expect(controls.map(({ id }) => id)).not.toContain('CC05');
    expect(controls.find(({ id }) => id === 'CC03')?.when).toEqual({
      left: { minus: [{ band: 'wish' }, { band: 'capacity' }] },
      is: '>=',
      right: 2,
    });
    expect(controls.find(({ id }) => id === 'CC11')?.when).toMatchObject({
      any: [{}, {}, { left: age, is: '>=', right: 75 }],
    });
    expect(Object.isFrozen(age)).toBe(false);
  });

  it('leave out what the host does not have', () => {
    const none = Object.fromEntries(
      [...DIMENSIONS, ...Object.keys(QUIET)].map((name) => [name, null]),
    );
    expect(euCoherenceControls(none)).toEqual([]);
    expect(euCoherenceControls({ ...none, age: { fact: 'age' } })).toEqual([]);
    expect(euCoherenceControls({ ...none, investedShare: { fact: 'x' } })).toHaveLength(1);
  });

  it('are refused where they are none', () => {
    expectRefusal(() => euCoherenceControls(wrong(null)), 'missing-value', 'names');
    expectRefusal(
      () => euCoherenceControls({ capacity: wrong(1) }),
      'invalid-type',
      'names.capacity',
    );
    const controls = euCoherenceControls({ age: wrong({ years: 1 }) });
    const path = 'definition.controls[10].when.any[2].left';
    expectRefusal(() => compileQuestionnaire({ ...form, controls }), 'unknown-value', path);
  });
});
