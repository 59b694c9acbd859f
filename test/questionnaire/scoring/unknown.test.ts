import { describe, expect, it } from 'vitest';
import type { Condition, QuestionnaireDefinition } from '../../../src/questionnaire/index.js';
import { level } from '../support.js';
import { CHOICE, scoreOf, smallForm } from './small-form.js';

const over = (fact: string, right = 70): Condition => ({ left: { fact }, is: '>', right });
const rules = (change: Partial<QuestionnaireDefinition>) => smallForm(change);
const cautious = { missing: 'most-cautious' } as const;

describe('a ceiling by a fact that is not known', () => {
  const form = rules({ ceilings: [{ id: 'old', when: over('age'), level: 'C3' }] });

  it('leaves the level open where it would lower it, and names the fact', () => {
    expect(scoreOf(form, { a: 4 })).toEqual({
      status: 'incomplete',
      missing: [],
      missingFacts: ['facts.age'],
      reasons: [
        {
          code: 'questionnaire.rule-unknown',
          severity: 'require',
          parameters: { rule: 'old', missing: ['facts.age'] },
          citations: [],
        },
      ],
      definition: { id: 'small' },
    });
  });

  it('decides nothing where the level is no higher anyway, and is a finding', () => {
    for (const a of [0, 1, 2]) {
      const result = level(scoreOf(form, { a }));
      expect(result).toMatchObject({
        level: ['C1', 'C2', 'C3'][a],
        findings: [{ id: 'old', truth: 'unknown', level: 'C3', missing: ['facts.age'] }],
        reasons: [{ code: 'questionnaire.rule-unknown' }],
      });
    }
  });

  it('is taken to hold on request, and is marked', () => {
    expect(level(scoreOf(form, { a: 4 }, cautious))).toMatchObject({
      level: 'C3',
      determinedBy: ['old'],
      imputed: [],
      findings: [{ id: 'old', truth: 'unknown', binding: true, evidence: [{ value: null }] }],
      reasons: [{ code: 'questionnaire.rule-unknown', severity: 'warn' }],
    });
    expect(level(scoreOf(form, { a: 1 }, cautious))).toMatchObject({
      level: 'C2',
      reasons: [{ code: 'questionnaire.rule-unknown', severity: 'info' }],
    });
  });

  it('leaves open, in another answer, a level that it might then lower', () => {
    // a at 2 is C3, at or below the ceiling; 3 and 4 would be open.
    expect(level(scoreOf(form, { a: 2 })).singleAnswerChanges).toEqual([
      { item: 'a', option: 0, level: 'C1' },
      { item: 'a', option: 1, level: 'C2' },
      { item: 'a', option: 3, level: null },
      { item: 'a', option: 4, level: null },
    ]);
    expect(level(scoreOf(form, { a: 2 }, { facts: { age: 1 } })).singleAnswerChanges).toHaveLength(
      4,
    );
    // On request the ceiling holds for another answer, too: 3 and 4 stay at C3.
    expect(level(scoreOf(form, { a: 2 }, cautious)).singleAnswerChanges).toHaveLength(2);
  });
});

describe('which facts are asked for', () => {
  it('is only those that can still lower the level, ascending', () => {
    const form = rules({
      ceilings: [
        { id: 'z', when: over('zeal'), level: 'C1' },
        { id: 'b', when: over('age'), level: 'C2' },
        { id: 'known', when: over('debt'), level: 'C3' },
        { id: 'above', when: over('pets'), level: 'C4' },
        { id: 'same', when: over('cars'), level: 'C3' },
      ],
      controls: [
        { id: 'r', when: over('kin'), severity: 'refer' },
        { id: 'n', when: over('hobby'), severity: 'note' },
      ],
    });
    const result = scoreOf(form, { a: 4 }, { facts: { debt: 71 } });
    expect(result).toMatchObject({
      status: 'incomplete',
      missingFacts: ['facts.age', 'facts.zeal'],
    });
    expect(result.reasons.map(({ parameters }) => parameters.rule)).toEqual(['z', 'b']);
  });

  it('is none where a part of the condition decides', () => {
    const all: Condition = { all: [over('age'), { left: { answer: 'a' }, is: '=', right: 0 }] };
    const form = rules({ ceilings: [{ id: 'e', when: all, level: 'C1' }] });
    expect(level(scoreOf(form, { a: 4 })).level).toBe('C5');
  });

  it('is only those that a part still open reads', () => {
    const when: Condition = {
      any: [over('age'), { all: [over('debt', 5), over('zeal')] }, { not: over('kin', 0) }],
    };
    const form = rules({ ceilings: [{ id: 'e', when, level: 'C1' }] });
    const facts = { debt: 3, kin: 1 };
    expect(scoreOf(form, { a: 4 }, { facts })).toMatchObject({ missingFacts: ['facts.age'] });
    expect(scoreOf(form, { a: 4 }, { facts: { kin: 1 } })).toMatchObject({
      missingFacts: ['facts.age', 'facts.debt', 'facts.zeal'],
    });
  });

  it('is not looked at before all answers are there', () => {
    const form = rules({ ceilings: [{ id: 'e', when: over('age'), level: 'C1' }] });
    expect(scoreOf(form, {})).toMatchObject({ missing: ['a'], missingFacts: [] });
  });
});

describe('what stops or blocks, and cannot be known', () => {
  it.each([
    ['a knock-out', { knockOuts: [{ id: 'r', when: over('age'), outcome: 'stop' }] }],
    ['a control', { controls: [{ id: 'r', when: over('age'), severity: 'block' }] }],
  ])('is never assumed away: %s', (_, own) => {
    const form = rules(own as never);
    for (const missing of ['incomplete', 'most-cautious'] as const) {
      expect(scoreOf(form, { a: 0 }, { missing })).toMatchObject({
        status: 'incomplete',
        missingFacts: ['facts.age'],
        reasons: [{ code: 'questionnaire.rule-unknown', severity: 'require' }],
      });
    }
    expect(scoreOf(form, { a: 0 }, { facts: { age: 70 } }).status).toBe('scored');
    expect(scoreOf(form, { a: 0 }, { facts: { age: 71 } }).status).toBe('stopped');
  });

  it('asks for what decides, on request, and for nothing that is assumed', () => {
    const form = rules({
      ceilings: [{ id: 'e', when: over('debt'), level: 'C1' }],
      controls: [{ id: 'c', when: over('age'), severity: 'block' }],
    });
    expect(scoreOf(form, { a: 4 }, cautious)).toMatchObject({ missingFacts: ['facts.age'] });
    expect(scoreOf(form, { a: 4 })).toMatchObject({ missingFacts: ['facts.age', 'facts.debt'] });
  });

  it('does not matter once something stops', () => {
    const form = rules({
      knockOuts: [
        { id: 'k', when: { left: { answer: 'a' }, is: '=', right: 4 }, outcome: 'stop' },
        { id: 'u', when: over('age'), outcome: 'stop' },
      ],
    });
    const result = scoreOf(form, { a: 4 });
    expect(result).toMatchObject({ status: 'stopped', findings: [{ id: 'k' }, { id: 'u' }] });
  });

  it('names the answers to unscored items that it reads', () => {
    const form = rules({
      items: [CHOICE, { ...CHOICE, id: 'u', dimension: null }],
      knockOuts: [{ id: 'k', when: { left: { answer: 'u' }, is: '=', right: 0 }, outcome: 'stop' }],
    });
    expect(scoreOf(form, { a: 4 })).toMatchObject({
      status: 'incomplete',
      missing: ['u'],
      missingFacts: [],
    });
    expect(scoreOf(form, { a: 4, u: 1 }).status).toBe('scored');
  });

  it('names the answers that the way of answering would show', () => {
    const items = [CHOICE, { ...CHOICE, id: 'u', dimension: null }];
    const straight = { left: { measure: 'same-option-share' }, is: '=', right: 1 } as const;
    const form = rules({ items, controls: [{ id: 'c', when: straight, severity: 'block' }] });
    expect(scoreOf(form, { a: 4 })).toMatchObject({ missing: ['u'], missingFacts: [] });
  });
});

describe('controls on a level that is not known', () => {
  const high: Condition = { left: { band: 'level' }, is: '>=', right: 4 };
  const form = (severity: object) =>
    rules({
      ceilings: [
        { id: 'old', when: over('age'), level: 'C2' },
        { id: 'poor', when: over('debt'), level: 'C3' },
      ],
      controls: [{ id: 'c', when: high, ...severity } as never],
    });

  it('do not hold for a level that a ceiling may still lower', () => {
    const blocks = form({ severity: 'block' });
    expect(scoreOf(blocks, { a: 4 }, { facts: { debt: 1 } })).toMatchObject({
      status: 'incomplete',
      missingFacts: ['facts.age'],
    });
    expect(scoreOf(blocks, { a: 4 }, { facts: { debt: 1, age: 71 } })).toMatchObject({
      status: 'scored',
      level: 'C2',
    });
    expect(scoreOf(blocks, { a: 4 }, { facts: { debt: 1, age: 1 } }).status).toBe('stopped');
  });

  it('are not known on request either, so that they never count as cleared up', () => {
    expect(scoreOf(form({ severity: 'block' }), { a: 4 }, cautious)).toMatchObject({
      status: 'incomplete',
      missingFacts: ['facts.age', 'facts.debt'],
    });
    const caps = form({ severity: 'cap', to: 'C1' });
    expect(level(scoreOf(caps, { a: 4 }, cautious)).level).toBe('C1');
    // A young client without debts is at C5 before the controls, so that the control holds.
    expect(level(scoreOf(caps, { a: 4 }, { facts: { age: 1, debt: 1 } })).level).toBe('C1');
  });

  it('ask for what they wait for', () => {
    const waits = rules({
      ceilings: [{ id: 'old', when: over('age'), level: 'C4' }],
      controls: [
        { id: 'cap', when: { left: 1, is: '=', right: 1 }, severity: 'cap', to: 'C3' },
        {
          id: 'c',
          when: { left: { band: 'level' }, is: '=', right: 5 },
          severity: 'cap',
          to: 'C1',
        },
      ],
    });
    // The ceiling C4 is above C3 and decides only through what control c sees.
    expect(scoreOf(waits, { a: 4 })).toMatchObject({
      status: 'incomplete',
      missingFacts: ['facts.age'],
    });
    expect(level(scoreOf(waits, { a: 4 }, { facts: { age: 1 } })).level).toBe('C1');
    expect(level(scoreOf(waits, { a: 4 }, { facts: { age: 71 } })).level).toBe('C3');
  });
});

describe('imputed answers', () => {
  const items = [CHOICE, { ...CHOICE, id: 'b', points: [2, 0, 1] }];

  it('are taken at their fewest points wherever that option stands', () => {
    const result = level(scoreOf(rules({ items }), { a: 2 }, cautious));
    expect(result).toMatchObject({
      overall: { score: 2 },
      level: 'C3',
      imputed: ['b'],
      reasons: [
        { code: 'questionnaire.answer-imputed', severity: 'warn', parameters: { item: 'b' } },
      ],
    });
  });

  it('show in the changes what an answer would do', () => {
    const { singleAnswerChanges } = level(scoreOf(rules({ items }), { a: 2 }, cautious));
    expect(singleAnswerChanges.filter(({ item }) => item === 'b')).toEqual([
      { item: 'b', option: 0, level: 'C5' },
      { item: 'b', option: 2, level: 'C4' },
    ]);
  });

  it('show the same where the form has other items and rules', () => {
    const never: Condition = { left: { answer: 'a' }, is: '>', right: 9 };
    const form = rules({ items, controls: [{ id: 'c', when: never, severity: 'note' }] });
    expect(level(scoreOf(form, { a: 2 }, cautious)).singleAnswerChanges).toEqual(
      level(scoreOf(rules({ items }), { a: 2 }, cautious)).singleAnswerChanges,
    );
  });

  it('are read by no rule: what reads them cannot be known, and a cap is taken to hold', () => {
    const reads = (left: object): QuestionnaireDefinition =>
      rules({
        items,
        ceilings: [{ id: 'e', when: { left, is: '=', right: 99 } as Condition, level: 'C1' }],
      });
    for (const left of [
      { answer: 'b' },
      { points: 'b' },
      { score: 'capacity' },
      { score: 'overall' },
      { band: 'overall' },
      { band: 'level' },
    ]) {
      expect(level(scoreOf(reads(left), { a: 2 }, cautious))).toMatchObject({
        level: 'C1',
        findings: [{ id: 'e', truth: 'unknown', binding: true }],
      });
    }
    expect(level(scoreOf(reads({ answer: 'a' }), { a: 2 }, cautious)).level).toBe('C3');
  });

  it('are none where an unscored item is open', () => {
    const open = [CHOICE, { ...CHOICE, id: 'u', dimension: null }];
    const result = level(scoreOf(rules({ items: open }), { a: 2 }, cautious));
    expect(result.imputed).toEqual([]);
  });

  it('keep the changes of the other answers where an unscored item is open', () => {
    const open = [CHOICE, { ...CHOICE, id: 'u', dimension: null }];
    const reads: Condition = { left: { answer: 'a' }, is: '>', right: 9 };
    const form = rules({ items: open, controls: [{ id: 'c', when: reads, severity: 'note' }] });
    expect(level(scoreOf(form, { a: 2 })).singleAnswerChanges).toHaveLength(4);
  });
});
