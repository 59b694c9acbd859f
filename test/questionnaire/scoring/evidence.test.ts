import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../src/questionnaire/index.js';
import { isDeeplyFrozen, level } from '../support.js';
import { CHOICE, scoreOf, smallForm } from './small-form.js';

const facts = { age: 80 };

describe('evidence', () => {
  it('is each value once, copied and frozen, with null for what is missing', () => {
    const when: Condition = {
      all: [
        {
          any: [
            { left: { fact: 'age' }, is: '>', right: 70 },
            { left: { fact: 'gone' }, is: '=', right: 1 },
          ],
        },
        { left: { minus: [{ fact: 'age' }, { times: [{ points: 'a' }, 2] }] }, is: '>', right: 0 },
        { left: { answer: 'm' }, is: 'includes', right: 1 },
        { not: { left: { lookup: [1, 2], by: { answer: 'a' } }, is: '=', right: { fact: 'age' } } },
      ],
    };
    const chosen = [0, -0 + 1];
    const items = [
      { ...CHOICE, points: [0, 1] },
      { ...CHOICE, id: 'm', kind: 'multiple' },
    ];
    const form = smallForm({
      items: items as never,
      controls: [{ id: 'c', when, severity: 'note' }],
    });
    const result = level(scoreOf(form, { a: 1, m: chosen }, { facts }));
    const [{ evidence }] = result.findings as [(typeof result.findings)[0]];
    expect(evidence).toEqual([
      { operand: { fact: 'age' }, value: 80 },
      { operand: { fact: 'gone' }, value: null },
      { operand: { points: 'a' }, value: 1 },
      { operand: { answer: 'm' }, value: [0, 1] },
      { operand: { answer: 'a' }, value: 1 },
    ]);
    expect(isDeeplyFrozen(result)).toBe(true);
    expect(evidence[3]?.value).not.toBe(chosen);
  });

  it('never has a negative zero', () => {
    const when: Condition = {
      all: [
        { left: { answer: 'a' }, is: '=', right: 0 },
        { left: { fact: 'balance' }, is: '=', right: 0 },
      ],
    };
    const form = smallForm({ controls: [{ id: 'c', when, severity: 'note' }] });
    const result = level(scoreOf(form, { a: -0 }, { facts: { balance: -0 } }));
    expect(result.findings[0]?.evidence.map(({ value }) => Object.is(value, 0))).toEqual([
      true,
      true,
    ]);
  });
});
