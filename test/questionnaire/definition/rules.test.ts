import { describe, expect, it } from 'vitest';
import {
  compileQuestionnaire,
  type QuestionnaireDefinition,
} from '../../../src/questionnaire/index.js';
import { CHOICE, smallForm } from '../scoring/small-form.js';
import { expectRefusal, wrong } from '../support.js';

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

describe('a rule at fault', () => {
  it.each<[string, object, string, string]>([
    ['knock-outs as an object', { knockOuts: {} }, 'invalid-type', 'knockOuts'],
    ['a rule that is null', { ceilings: [null] }, 'missing-value', 'ceilings[0]'],
    ['no id', { ceilings: [{ when: always, level: 'C1' }] }, 'missing-value', 'ceilings[0].id'],
    ['no condition', { ceilings: [{ id: 'e', level: 'C1' }] }, 'missing-value', 'ceilings[0].when'],
    [
      'an unknown outcome',
      { knockOuts: [{ id: 'k', when: always, outcome: 'C1' }] },
      'unknown-value',
      'knockOuts[0].outcome',
    ],
    [
      'no outcome',
      { knockOuts: [{ id: 'k', when: always }] },
      'missing-value',
      'knockOuts[0].outcome',
    ],
    [
      'an unknown level',
      { ceilings: [{ id: 'e', when: always, level: 'C6' }] },
      'unknown-value',
      'ceilings[0].level',
    ],
    [
      'an unknown severity',
      { controls: [{ id: 'c', when: always, severity: 'warn' }] },
      'unknown-value',
      'controls[0].severity',
    ],
    [
      'a cap at nothing',
      { controls: [{ id: 'c', when: always, severity: 'cap' }] },
      'missing-value',
      'controls[0].to',
    ],
    [
      'a cap at a level of none',
      { controls: [{ id: 'c', when: always, severity: 'cap', to: 'C0' }] },
      'unknown-value',
      'controls[0].to',
    ],
    [
      'a cap at null',
      { controls: [{ id: 'c', when: always, severity: 'cap', to: null }] },
      'missing-value',
      'controls[0].to',
    ],
    [
      'a cap at a list',
      { controls: [{ id: 'c', when: always, severity: 'cap', to: ['C1'] }] },
      'invalid-type',
      'controls[0].to',
    ],
    [
      'a cap at the band of no dimension',
      { controls: [{ id: 'c', when: always, severity: 'cap', to: { bandOf: 'luck' } }] },
      'unknown-id',
      'controls[0].to.bandOf',
    ],
    [
      'a cap at the band of a dimension without bands',
      { controls: [{ id: 'c', when: always, severity: 'cap', to: { bandOf: 'capacity' } }] },
      'unknown-id',
      'controls[0].to.bandOf',
    ],
    [
      'a cap at the level itself',
      { controls: [{ id: 'c', when: always, severity: 'cap', to: { bandOf: 'level' } }] },
      'unknown-id',
      'controls[0].to.bandOf',
    ],
    [
      'a text as text',
      { ceilings: [{ id: 'e', when: always, level: 'C1', text: 'old' }] },
      'invalid-type',
      'ceilings[0].text',
    ],
    [
      'a citation without an article',
      {
        ceilings: [
          { id: 'e', when: always, level: 'C1', citations: [{ instrument: 'X', verified: true }] },
        ],
      },
      'missing-value',
      'ceilings[0].citations[0].article',
    ],
    [
      'an id twice in a list',
      {
        ceilings: [
          { id: 'e', when: always, level: 'C1' },
          { id: 'e', when: always, level: 'C2' },
        ],
      },
      'duplicate-id',
      'ceilings[1].id',
    ],
    [
      'an id twice among the lists',
      {
        ceilings: [{ id: 'e', when: always, level: 'C1' }],
        controls: [{ id: 'e', when: always, severity: 'note' }],
      },
      'duplicate-id',
      'controls[0].id',
    ],
  ])('is refused with the path: %s', (_, rules, code, path) => refused(rules, code, path));
});

describe('checked rules', () => {
  it('are copied as they stand, without what does not belong to them', () => {
    const when = {
      left: { lookup: [-0, 1, 2, 3, 4], by: { answer: 'a', note: 1 } },
      is: 'in',
      right: [0],
      note: 1,
    };
    const ceilings = [{ id: 'e', when, level: 'C1', note: 1 }];
    const compiled = compileQuestionnaire(form({ ceilings })).definition;
    expect(compiled.ceilings).toEqual([
      {
        id: 'e',
        when: { left: { lookup: [0, 1, 2, 3, 4], by: { answer: 'a' } }, is: 'in', right: [0] },
        level: 'C1',
      },
    ]);
    expect(compiled).toMatchObject({ knockOuts: [], controls: [], combination: 'lowest' });
  });
});
