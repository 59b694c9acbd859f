import { describe, expect, it } from 'vitest';
import {
  compileQuestionnaire,
  type QuestionnaireDefinition,
} from '../../../src/questionnaire/index.js';
import { CHOICE, smallForm } from '../scoring/small-form.js';
import { expectRefusal, isDeeplyFrozen, wrong } from '../support.js';

const always = { left: 1, is: '=', right: 1 };
const items = [
  CHOICE,
  { ...CHOICE, id: 'b', dimension: 'tolerance' },
  { ...CHOICE, id: 'm', kind: 'multiple' },
  { ...CHOICE, id: 'x', kind: 'matrix', rows: [{ id: 'r' }] },
];
const form = (rules: object): QuestionnaireDefinition =>
  smallForm({
    items: wrong(items),
    dimensions: { tolerance: { bands: [{ from: 0, level: 'C1' }] } },
    ...rules,
  });
const refused = (rules: object, code: string, path: string): void =>
  expectRefusal(() => compileQuestionnaire(form(rules)), wrong(code), `definition.${path}`);

describe('a condition at fault', () => {
  const deep = (depth: number): object => (depth === 0 ? always : { not: deep(depth - 1) });

  it.each<[string, unknown, string, string]>([
    ['a list', [always], 'invalid-type', ''],
    ['a text', 'a = 1', 'invalid-type', ''],
    ['an unknown relation', { left: 1, is: '==', right: 1 }, 'unknown-value', '.is'],
    ['no relation', { left: 1, right: 1 }, 'missing-value', '.is'],
    ['no left', { is: '=', right: 1 }, 'missing-value', '.left'],
    ['no right', { left: 1, is: '=' }, 'missing-value', '.right'],
    ['null', { left: null, is: '=', right: 1 }, 'missing-value', '.left'],
    ['NaN', { left: Number.NaN, is: '=', right: 1 }, 'not-finite', '.left'],
    ['an empty text', { left: { fact: 'x' }, is: '=', right: '' }, 'empty', '.right'],
    ['all of nothing', { all: [] }, 'empty', '.all'],
    ['any of no list', { any: always }, 'invalid-type', '.any'],
    [
      'a fault in a part',
      { all: [always, { not: { left: 1, is: '~', right: 1 } }] },
      'unknown-value',
      '.all[1].not.is',
    ],
    ['an unknown operand', { left: { income: 1 }, is: '=', right: 1 }, 'unknown-value', '.left'],
    [
      'an answer to no item',
      { left: { answer: 'z' }, is: '=', right: 1 },
      'unknown-id',
      '.left.answer',
    ],
    [
      'points of no item',
      { left: { points: 'z' }, is: '=', right: 1 },
      'unknown-id',
      '.left.points',
    ],
    [
      'a score of no dimension',
      { left: { score: 'luck' }, is: '=', right: 1 },
      'unknown-id',
      '.left.score',
    ],
    [
      'the score of the level',
      { left: { score: 'level' }, is: '=', right: 1 },
      'unknown-id',
      '.left.score',
    ],
    [
      'a band of no dimension',
      { left: { band: 'luck' }, is: '=', right: 1 },
      'unknown-id',
      '.left.band',
    ],
    [
      'a band of a dimension without bands',
      { left: { band: 'capacity' }, is: '=', right: 1 },
      'unknown-id',
      '.left.band',
    ],
    ['a fact without a name', { left: { fact: '' }, is: '=', right: 1 }, 'empty', '.left.fact'],
    [
      'an unknown measure',
      { left: { measure: 'speed' }, is: '=', right: 1 },
      'unknown-value',
      '.left.measure',
    ],
    [
      'a measure of no items',
      { left: { measure: 'changed-answers', items: [] }, is: '=', right: 1 },
      'empty',
      '.left.items',
    ],
    [
      'a measure of an unknown item',
      { left: { measure: 'changed-answers', items: ['a', 'z'] }, is: '=', right: 1 },
      'unknown-id',
      '.left.items[1]',
    ],
    [
      'a matrix without a row',
      { left: { answer: 'x' }, is: '=', right: 1 },
      'missing-value',
      '.left.row',
    ],
    [
      'a row of none',
      { left: { answer: 'x', row: 'q' }, is: '=', right: 1 },
      'unknown-id',
      '.left.row',
    ],
    ['in without a list', { left: { answer: 'a' }, is: 'in', right: 1 }, 'invalid-type', '.right'],
    ['in an empty list', { left: { answer: 'a' }, is: 'in', right: [] }, 'empty', '.right'],
    [
      'in a list of operands',
      { left: { answer: 'a' }, is: 'in', right: [{ fact: 'x' }] },
      'invalid-type',
      '.right[0]',
    ],
    ['a list without in', { left: { answer: 'a' }, is: '=', right: [1] }, 'invalid-type', '.right'],
    [
      'one of a pair',
      { left: { minus: [1] }, is: '=', right: 1 },
      'length-mismatch',
      '.left.minus',
    ],
    [
      'three of a pair',
      { left: { times: [1, 2, 3] }, is: '=', right: 1 },
      'too-long',
      '.left.times',
    ],
    [
      'an empty lookup',
      { left: { lookup: [], by: 0 }, is: '=', right: 1 },
      'empty',
      '.left.lookup',
    ],
    [
      'a lookup by nothing',
      { left: { lookup: [1] }, is: '=', right: 1 },
      'missing-value',
      '.left.by',
    ],
    ['conditions too deep', deep(21), 'too-long', '.not'.repeat(21)],
  ])('is refused with the path: %s', (_, when, code, path) => {
    refused({ ceilings: [{ id: 'e', when, level: 'C1' }] }, code, `ceilings[0].when${path}`);
  });

  it('is no condition twenty deep', () => {
    const rules = { ceilings: [{ id: 'e', when: deep(20), level: 'C1' }] };
    expect(isDeeplyFrozen(compileQuestionnaire(form(rules)).definition)).toBe(true);
  });

  // What is compared is looked at when the form is compiled, so that no client meets the fault.
  it.each<[string, object, string, string]>([
    [
      'a number with a text',
      { left: { answer: 'a' }, is: '<', right: '1' },
      'invalid-type',
      '.right',
    ],
    [
      'a text with a number',
      { left: 'x', is: '=', right: { points: 'a' } },
      'invalid-type',
      '.right',
    ],
    [
      'a band with a level’s name',
      { left: { band: 'level' }, is: '=', right: 'C3' },
      'invalid-type',
      '.right',
    ],
    [
      'an order of booleans',
      { left: { fact: 'x' }, is: '<', right: true },
      'invalid-type',
      '.right',
    ],
    [
      'an order of a boolean',
      { left: false, is: '>=', right: { fact: 'x' } },
      'invalid-type',
      '.left',
    ],
    [
      'a list of other things',
      { left: { answer: 'a' }, is: 'in', right: ['0', '1'] },
      'invalid-type',
      '.right',
    ],
    [
      'the name of an option',
      { left: { answer: 'm' }, is: 'includes', right: 'yes' },
      'invalid-type',
      '.right',
    ],
    [
      'a text less a number',
      { left: { minus: ['x', 1] }, is: '=', right: 1 },
      'invalid-type',
      '.left.minus[0]',
    ],
    [
      'a product with a boolean',
      { left: { times: [1, true] }, is: '=', right: 1 },
      'invalid-type',
      '.left.times[1]',
    ],
    [
      'a lookup by a text',
      { left: { lookup: [1], by: 'x' }, is: '=', right: 1 },
      'invalid-type',
      '.left.by',
    ],
    [
      'a lookup of all sorts',
      { left: { lookup: [1, 'x'], by: 0 }, is: '=', right: 1 },
      'invalid-type',
      '.left.lookup[1]',
    ],
    [
      'a lookup of a text in a sum',
      { left: { minus: [1, { lookup: ['x'], by: 0 }] }, is: '=', right: 1 },
      'invalid-type',
      '.left.minus[1]',
    ],
    [
      'a lookup too short for the options',
      { left: { lookup: [1, 2, 3, 4], by: { answer: 'a' } }, is: '=', right: 1 },
      'length-mismatch',
      '.left.lookup',
    ],
    [
      'a lookup too short for the columns',
      { left: { lookup: [1], by: { answer: 'x', row: 'r' } }, is: '=', right: 1 },
      'length-mismatch',
      '.left.lookup',
    ],
    [
      'several options as one',
      { left: { answer: 'm' }, is: '=', right: 1 },
      'inconsistent',
      '.left.answer',
    ],
    [
      'several options in a list',
      { left: { answer: 'm' }, is: 'in', right: [1] },
      'inconsistent',
      '.left.answer',
    ],
    [
      'several options on the right',
      { left: { answer: 'a' }, is: 'includes', right: { answer: 'm' } },
      'inconsistent',
      '.right.answer',
    ],
    [
      'several options as an index',
      { left: { lookup: [1, 2, 3, 4, 5], by: { answer: 'm' } }, is: '=', right: 1 },
      'inconsistent',
      '.left.by.answer',
    ],
  ])('is refused for what cannot be compared: %s', (_, when, code, path) => {
    refused({ controls: [{ id: 'c', when, severity: 'note' }] }, code, `controls[0].when${path}`);
  });
});
