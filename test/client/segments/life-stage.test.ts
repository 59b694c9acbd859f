import { describe, expect, it } from 'vitest';
import {
  compileSegments,
  findLifeStage,
  type LifeStageFacts,
  lifeStageTable,
  profileClient,
} from '../../../src/client/index.js';
import { AS_OF, expectRefusal, policy, view, wrong } from '../support.js';

const none = { dependants: [] } as const;
const stage = (facts: LifeStageFacts) => findLifeStage(facts, { asOf: AS_OF });

describe('the life stage', () => {
  // On 2 March 2026.
  it.each([
    ['2008-03-03', none, 'minor'],
    ['2008-03-02', none, 'starting-out'],
    ['1996-03-03', none, 'starting-out'],
    ['1996-03-02', none, 'established'],
    ['1996-03-02', { dependants: [{ age: 17.9 }] }, 'raising-family'],
    ['1996-03-02', { dependants: [{ age: 18 }] }, 'established'],
    ['1976-03-02', { dependants: [{ age: 3 }] }, 'before-retirement'],
    ['1966-03-02', none, 'retired'],
    ['1966-03-02', { ...none, retired: false }, 'before-retirement'],
    ['1990-01-01', { ...none, retired: true }, 'retired'],
    ['2010-01-01', { ...none, retired: true }, 'minor'],
  ] as const)('of someone born on %s with %j is %s', (birthDate, facts, expected) => {
    expect(stage({ birthDate, ...facts })).toMatchObject({ status: 'assigned', segment: expected });
  });

  it('says which rule decided, by which values', () => {
    const { evidence } = stage({ birthDate: '1966-03-02' });
    expect(evidence[evidence.length - 1]).toMatchObject({
      rule: 'retired-by-age',
      conditions: [
        { condition: { fact: 'retired' }, value: 'not-stated', outcome: 'met' },
        { condition: { fact: 'age', from: 60 }, value: 60, outcome: 'met' },
      ],
    });
  });

  it('is undetermined where what is missing would decide, and only there', () => {
    expect(stage({})).toMatchObject({
      possible: [
        'minor',
        'retired',
        'before-retirement',
        'raising-family',
        'starting-out',
        'established',
      ],
      missing: ['age', 'minorDependants'],
    });
    expect(stage({ birthDate: '1990-01-01' })).toMatchObject({
      status: 'undetermined',
      possible: ['raising-family', 'established'],
      missing: ['minorDependants'],
    });
    expect(stage({ birthDate: '1970-01-01' })).toMatchObject({ segment: 'before-retirement' });
  });

  it('is the one of the profile', () => {
    const { birthDate, dependants } = view.client;
    const { lifeStage } = profileClient(view, policy, { asOf: AS_OF });
    expect(stage({ birthDate, dependants: dependants! }).segment).toBe(lifeStage);
  });

  it('follows a bank’s own table', () => {
    const table = compileSegments(lifeStageTable({ retirementAge: 55, yearsBefore: 5 }));
    const facts = { birthDate: '1971-03-02', ...none } as const;
    expect(findLifeStage(facts, { asOf: AS_OF, table }).segment).toBe('retired');
    expect(stage(facts).segment).toBe('before-retirement');
  });

  it('refuses what it cannot read', () => {
    const broken = (facts: object) => () => stage(wrong(facts));
    expectRefusal(() => stage(wrong(null)), 'missing-value', 'facts');
    expectRefusal(broken({ birthDate: '2026-02-30' }), 'invalid-date', 'facts.birthDate');
    expectRefusal(broken({ birthDate: '2026-03-03' }), 'inconsistent', 'facts.birthDate');
    expectRefusal(broken({ retired: 'yes' }), 'invalid-type', 'facts.retired');
    expectRefusal(broken({ dependants: 2 }), 'invalid-type', 'facts.dependants');
    expectRefusal(broken({ dependants: [{}] }), 'missing-value', 'facts.dependants[0].age');
    expectRefusal(() => findLifeStage({}, wrong({})), 'missing-value', 'options.asOf');
    expectRefusal(() => lifeStageTable({ adultAge: 1.5 }), 'invalid-type', 'bounds.adultAge');
    expectRefusal(() => lifeStageTable({ youngUntil: 151 }), 'out-of-range', 'bounds.youngUntil');
  });
});
