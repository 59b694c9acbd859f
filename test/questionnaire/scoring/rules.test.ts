import { describe, expect, it } from 'vitest';
import type { Condition, QuestionnaireDefinition } from '../../../src/questionnaire/index.js';
import { isDeeplyFrozen, level } from '../support.js';
import { asOf, CHOICE, scoreOf, smallForm } from './small-form.js';

const text = { 'zh-Hans': '甲', 'zh-Hant': '甲', en: 'A' };
const citation = { instrument: 'House rules', article: '3', verified: true };
const old: Condition = { left: { fact: 'age' }, is: '>=', right: 75 };
const lowest: Condition = { left: { answer: 'a' }, is: '=', right: 0 };
const always: Condition = { left: 1, is: '=', right: 1 };
const rules = (change: Partial<QuestionnaireDefinition>) => smallForm(change);
const facts = { age: 80 };

describe('a knock-out', () => {
  it('takes the level down to C1, whatever the sum', () => {
    const form = rules({
      bands: [{ from: -1, level: 'C4' }],
      knockOuts: [{ id: 'k', when: lowest, outcome: 'lowest-level', text, citations: [citation] }],
    });
    const result = level(scoreOf(form, { a: 0 }));
    expect(result).toMatchObject({
      level: 'C1',
      weightedLevel: 'C4',
      lowestLevel: 'C4',
      determinedBy: ['k'],
      findings: [
        {
          kind: 'knock-out',
          id: 'k',
          truth: 'held',
          effect: 'cap',
          level: 'C1',
          binding: true,
          evidence: [{ operand: { answer: 'a' }, value: 0 }],
          missing: [],
          text,
        },
      ],
      reasons: [
        {
          code: 'questionnaire.knock-out',
          severity: 'info',
          parameters: { rule: 'k', level: 'C1' },
          citations: [citation],
        },
      ],
    });
    expect(level(scoreOf(form, { a: 1 }))).toMatchObject({ level: 'C4', findings: [] });
  });

  it('stops: there is no level, and nothing to take for one', () => {
    const form = rules({ knockOuts: [{ id: 'k', when: lowest, outcome: 'stop' }] });
    const result = scoreOf(form, { a: 0 });
    expect(result).toEqual({
      status: 'stopped',
      findings: [
        {
          kind: 'knock-out',
          id: 'k',
          truth: 'held',
          effect: 'stop',
          level: null,
          binding: false,
          evidence: [{ operand: { answer: 'a' }, value: 0 }],
          missing: [],
        },
      ],
      assessedOn: asOf,
      reasons: [
        {
          code: 'questionnaire.knock-out-stop',
          severity: 'block',
          parameters: { rule: 'k' },
          citations: [],
        },
      ],
      definition: { id: 'small' },
    });
    expect(isDeeplyFrozen(result)).toBe(true);
  });

  it('is not looked at while answers are missing', () => {
    const form = rules({
      items: [CHOICE, { ...CHOICE, id: 'b' }],
      knockOuts: [{ id: 'k', when: lowest, outcome: 'stop' }],
    });
    expect(scoreOf(form, { a: 0 })).toMatchObject({ status: 'incomplete', missing: ['b'] });
    expect(scoreOf(form, { a: 0 }, { missing: 'most-cautious' }).status).toBe('stopped');
  });
});

describe('a ceiling', () => {
  const form = rules({ ceilings: [{ id: 'old', when: old, level: 'C3' }] });

  it('is not exceeded while it holds', () => {
    const result = level(scoreOf(form, { a: 4 }, { facts }));
    expect(result).toMatchObject({
      level: 'C3',
      lowestLevel: 'C5',
      determinedBy: ['old'],
      findings: [{ kind: 'ceiling', effect: 'cap', level: 'C3', binding: true }],
      reasons: [{ code: 'questionnaire.ceiling', severity: 'info', parameters: { level: 'C3' } }],
    });
  });

  it('stands beside the bands that give the same level, and behind those that give a lower one', () => {
    expect(level(scoreOf(form, { a: 2 }, { facts }))).toMatchObject({
      level: 'C3',
      determinedBy: ['overall', 'old'],
    });
    expect(level(scoreOf(form, { a: 1 }, { facts }))).toMatchObject({
      level: 'C2',
      determinedBy: ['overall'],
      findings: [{ id: 'old', truth: 'held', binding: false }],
    });
  });

  it('does nothing where it does not hold', () => {
    expect(level(scoreOf(form, { a: 4 }, { facts: { age: 74.9 } }))).toMatchObject({
      level: 'C5',
      findings: [],
      reasons: [],
    });
  });

  it.each<[string, Condition]>([
    ['the knowledge band', { left: { band: 'knowledge' }, is: '<=', right: 2 }],
    ['an answer on the horizon', { left: { answer: 'horizon' }, is: '=', right: 0 }],
    ['the horizon in points', { left: { points: 'horizon' }, is: '<', right: 1 }],
  ])('may rest on %s', (_, when) => {
    const item = (id: string, dimension: string | null) => ({ ...CHOICE, id, dimension });
    const built = smallForm({
      scale: 'share-of-maximum',
      bands: [
        { from: 0, level: 'C1' },
        { from: 25, level: 'C2' },
        { from: 50, level: 'C5' },
      ],
      overallWeights: { tolerance: 1, knowledge: 0, horizon: 0 },
      levelDimensions: ['tolerance'],
      items: [
        item('wish', 'tolerance'),
        item('quiz', 'knowledge'),
        item('horizon', 'horizon'),
      ] as never,
      ceilings: [{ id: 'e', when, level: 'C2' }],
    });
    const low = { wish: 4, quiz: 1, horizon: 0 };
    expect(level(scoreOf(built, low))).toMatchObject({ level: 'C2', weightedLevel: 'C5' });
    expect(level(scoreOf(built, { wish: 4, quiz: 2, horizon: 1 })).level).toBe('C5');
  });
});

describe('a control', () => {
  const control = (own: object) =>
    rules({ controls: [{ id: 'c', when: old, citations: [citation], ...own } as never] });

  it.each([
    ['refer', 'questionnaire.control-refer', 'refer'],
    ['note', 'questionnaire.control-note', 'info'],
  ])('of severity %s leaves the level and says so', (severity, code, reason) => {
    expect(level(scoreOf(control({ severity }), { a: 4 }, { facts }))).toMatchObject({
      level: 'C5',
      determinedBy: ['overall'],
      findings: [{ kind: 'control', effect: severity, level: null, binding: false }],
      reasons: [{ code, severity: reason, parameters: { rule: 'c' }, citations: [citation] }],
    });
  });

  it('of severity block gives no level', () => {
    const result = scoreOf(control({ severity: 'block' }), { a: 4 }, { facts });
    expect(result).toMatchObject({
      status: 'stopped',
      findings: [{ kind: 'control', effect: 'block', truth: 'held' }],
      reasons: [{ code: 'questionnaire.control-block', severity: 'block' }],
    });
    expect('level' in result).toBe(false);
  });

  it('of severity cap takes the level down to another', () => {
    const result = level(scoreOf(control({ severity: 'cap', to: 'C2' }), { a: 4 }, { facts }));
    expect(result).toMatchObject({
      level: 'C2',
      determinedBy: ['c'],
      reasons: [
        {
          code: 'questionnaire.control-cap',
          severity: 'info',
          parameters: { rule: 'c', level: 'C2' },
        },
      ],
    });
  });

  it('caps at the band of a dimension that caps nothing by itself, or of the overall score', () => {
    const built = (bandOf: string) =>
      smallForm({
        scale: 'share-of-maximum',
        bands: [
          { from: 0, level: 'C1' },
          { from: 50, level: 'C3' },
          { from: 100, level: 'C5' },
        ],
        combination: 'weighted-sum',
        overallWeights: { tolerance: 0.8, knowledge: 0.2 },
        items: [
          { ...CHOICE, id: 'wish', dimension: 'tolerance' },
          { ...CHOICE, id: 'quiz', dimension: 'knowledge' },
        ] as never,
        controls: [{ id: 'c', when: always, severity: 'cap', to: { bandOf } }],
      });
    // Tolerance 100, knowledge 25 is C1; overall 85 is C3.
    const answers = { wish: 4, quiz: 1 };
    expect(level(scoreOf(built('knowledge'), answers))).toMatchObject({
      level: 'C1',
      determinedBy: ['c'],
      findings: [{ level: 'C1', binding: true, evidence: [] }],
    });
    expect(level(scoreOf(built('tolerance'), answers))).toMatchObject({
      level: 'C3',
      determinedBy: ['overall'],
      findings: [{ level: 'C5', binding: false }],
    });
    expect(level(scoreOf(built('overall'), answers))).toMatchObject({
      level: 'C3',
      determinedBy: ['overall', 'c'],
      findings: [{ level: 'C3', binding: true }],
    });
  });

  it('sees the level that knock-outs and ceilings leave, and these see the bands’', () => {
    const sees = (id: string, right: number) => ({
      id,
      when: { left: { band: 'level' }, is: '=', right } as const,
    });
    const form = rules({
      ceilings: [
        { ...sees('at 5', 5), level: 'C4' },
        { ...sees('at 4', 4), level: 'C1' },
      ],
      controls: [
        { ...sees('c4', 4), severity: 'note' },
        { id: 'cap', when: always, severity: 'cap', to: 'C2' },
        { ...sees('still c4', 4), severity: 'refer' },
        { ...sees('c2', 2), severity: 'note' },
      ],
    });
    const result = level(scoreOf(form, { a: 4 }));
    expect(result.level).toBe('C2');
    expect(result.findings.map(({ id }) => id)).toEqual(['at 5', 'c4', 'cap', 'still c4']);
    expect(result.findings[1]?.evidence).toEqual([{ operand: { band: 'level' }, value: 4 }]);
  });
});

describe('several rules', () => {
  const form = (turned: boolean) => {
    const ceilings = [
      { id: 'e3', when: always, level: 'C3' },
      { id: 'e2', when: always, level: 'C2' },
      { id: 'e2 too', when: old, level: 'C2' },
    ] as const;
    return rules({ ceilings: turned ? [...ceilings].reverse() : ceilings });
  };

  it('give the lowest of what they cap at, in whatever order they stand', () => {
    const result = level(scoreOf(form(false), { a: 4 }, { facts }));
    expect(result).toMatchObject({ level: 'C2', determinedBy: ['e2', 'e2 too'] });
    expect(result.findings.map(({ binding }) => binding)).toEqual([false, true, true]);
    expect(level(scoreOf(form(true), { a: 4 }, { facts })).level).toBe('C2');
  });

  it('stop where one does, and say all that they found', () => {
    const result = scoreOf(
      { ...form(false), knockOuts: [{ id: 'k', when: always, outcome: 'stop' }] },
      { a: 4 },
      { facts },
    );
    expect(result.status === 'stopped' && result.findings.map(({ id }) => id)).toEqual([
      'k',
      'e3',
      'e2',
      'e2 too',
    ]);
  });
});
