import { describe, expect, it } from 'vitest';
import { rule, said, withFirst } from './clean-form.js';

describe('rules on answers', () => {
  const control = (left: object, is: string, right: unknown) => ({
    controls: [
      { id: 'seen', ...rule({ answer: 'q1' }, '=', 0), severity: 'note' },
      { id: 'c', ...rule(left, is, right), severity: 'note' },
    ],
  });

  it('should hold for some completion, and not for all', () => {
    expect(said(control({ answer: 'q0' }, '=', 5))).toEqual([['rule-never', 'controls[1]']]);
    expect(said(control({ answer: 'q0' }, '<', 5))).toEqual([['rule-always', 'controls[1]']]);
    expect(said(control({ points: 'q0' }, '>', 4))).toEqual([['rule-never', 'controls[1]']]);
    expect(said(control({ points: 'q0' }, '>', 3))).toEqual([]);
  });

  it('are not judged where facts, scores or the way of answering come in', () => {
    expect(said(control({ fact: 'age' }, '<', 0))).toEqual([]);
    expect(said(control({ score: 'overall' }, '<', 0))).toEqual([]);
    expect(said(control({ measure: 'same-option-share' }, '>', 1))).toEqual([]);
  });

  it('are not judged by one number of each step, where others would do', () => {
    const numeric = {
      kind: 'numeric',
      points: undefined,
      min: 0,
      max: 100,
      steps: [0, 30, 60].map((from, n) => ({ from, points: n })),
    };
    const rules = control({ answer: 'q0' }, '>=', 75);
    expect(said({ ...withFirst(numeric), ...rules })).toEqual([]);
    const never = control({ points: 'q0' }, '>', 2);
    expect(said({ ...withFirst(numeric), ...never })).toEqual([['rule-never', 'controls[1]']]);
  });

  it('are named by the list in which they stand', () => {
    const never = rule({ answer: 'q0' }, '>', 4);
    const knockOuts = [{ id: 'k', ...never, outcome: 'stop' }];
    const ceilings = [{ id: 'e', ...never, level: 'C1' }];
    expect(said({ knockOuts, ceilings })).toEqual([
      ['rule-never', 'knockOuts[0]'],
      ['rule-never', 'ceilings[0]'],
    ]);
  });
});
