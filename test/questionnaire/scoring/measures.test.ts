import { describe, expect, it } from 'vitest';
import type { Comparison, Measure } from '../../../src/questionnaire/index.js';
import { expectRefusal, wrong } from '../support.js';
import { CHOICE, scoreOf, smallForm } from './small-form.js';

type Options = NonNullable<Parameters<typeof scoreOf>[2]>;

const items = [
  { ...CHOICE },
  { ...CHOICE, id: 'b' },
  { ...CHOICE, id: 'c', showIf: { left: { answer: 'a' }, is: '>', right: 0 } },
  { ...CHOICE, id: 'm', kind: 'multiple' },
  { ...CHOICE, id: 'x', kind: 'matrix', rows: [{ id: 'r' }, { id: 's' }] },
  { ...CHOICE, id: 'n', kind: 'numeric', min: 0, max: 9, steps: [{ from: 0, points: 0 }] },
];
const answers = { a: 1, b: 1, c: 2, m: [0, 1], x: { r: 1, s: 1 }, n: 7 };

/** What a measure is, or `null` where it is not known: the evidence of a note that always holds or is unknown. */
function measured(
  measure: Measure,
  options: Options = {},
  given: object = answers,
  among?: readonly string[],
): unknown {
  const operand = { measure, ...(among === undefined ? {} : { items: among }) };
  const when: Comparison = { left: operand, is: '>', right: -99 };
  const form = smallForm({
    items: wrong(items),
    bands: [
      { from: 0, level: 'C1' },
      { from: 3, level: 'C3' },
      { from: 12, level: 'C4' },
    ],
    controls: [{ id: 'c', when, severity: 'note' }],
  });
  const result = scoreOf(form, wrong(given), options);
  if (result.status !== 'scored') throw new Error('no level');
  const [finding] = result.findings;
  return finding === undefined ? 'not' : (finding.evidence[0]?.value ?? finding.missing);
}

describe('same-option-share', () => {
  it('is the largest part of the single choices at one position', () => {
    expect(measured('same-option-share')).toBe(2 / 3);
    expect(measured('same-option-share', {}, { ...answers, c: 1 })).toBe(1);
    expect(measured('same-option-share', {}, { ...answers, b: 3 })).toBe(1 / 3);
  });

  it('leaves out what is not shown, not asked about, or no single choice', () => {
    const { c: _, ...hidden } = { ...answers, a: 0 };
    expect(measured('same-option-share', {}, hidden)).toBe(0.5);
    expect(measured('same-option-share', {}, answers, ['a', 'b', 'm'])).toBe(1);
  });

  it('fits no comparison where there is nothing to measure', () => {
    expect(measured('same-option-share', {}, answers, ['m', 'x'])).toBe('not');
  });
});

describe('seconds-per-item', () => {
  it('is the time taken by the items shown', () => {
    expect(measured('seconds-per-item', { secondsTaken: 30 })).toBe(5);
    expect(measured('seconds-per-item', { secondsTaken: 0 })).toBe(0);
    const { c: _, ...hidden } = { ...answers, a: 0 };
    expect(measured('seconds-per-item', { secondsTaken: 30 }, hidden)).toBe(6);
  });

  it('is not known without the time', () => {
    expect(measured('seconds-per-item')).toEqual(['secondsTaken']);
  });

  it('is not known while it is not known what is shown', () => {
    const open = { secondsTaken: 30, missing: 'most-cautious' } as const;
    const { a: _, c: __, ...half } = answers;
    expect(measured('seconds-per-item', open, half)).toEqual(['answers.c']);
    const { b: ___, ...known } = answers;
    expect(measured('seconds-per-item', open, known)).toBe(5);
  });
});

describe('changed-answers', () => {
  const previous = (change: object) => ({
    previous: { answers: wrong({ ...answers, ...change }) },
  });

  it('counts the answers that differ from last time, of every kind', () => {
    expect(measured('changed-answers', previous({}))).toBe(0);
    expect(measured('changed-answers', previous({ a: 0 }))).toBe(1);
    expect(measured('changed-answers', previous({ a: 0, m: [0], x: { r: 1, s: 0 }, n: 7.5 }))).toBe(
      4,
    );
  });

  it('takes no notice of order or of the sign of zero', () => {
    expect(measured('changed-answers', previous({ m: [1, 0], x: { s: 1, r: 1 } }))).toBe(0);
    const zero = { ...answers, b: 0 };
    expect(measured('changed-answers', previous({ b: -0 }), zero)).toBe(0);
  });

  it('counts nothing that was not asked last time, or is not shown now', () => {
    const before = { previous: { answers: wrong({ a: 1, b: null, gone: 3 }) } };
    expect(measured('changed-answers', before)).toBe(0);
    const { c: _, ...hidden } = { ...answers, a: 0 };
    expect(measured('changed-answers', previous({}), hidden)).toBe(1);
  });

  it('can be asked of some items only', () => {
    expect(measured('changed-answers', previous({ a: 0, b: 0 }), answers, ['b', 'c'])).toBe(1);
  });

  it('is not known without the answers of last time', () => {
    expect(measured('changed-answers')).toEqual(['previous.answers']);
    expect(measured('changed-answers', { previous: { level: 'C1' } })).toEqual([
      'previous.answers',
    ]);
  });
});

describe('levels-above-previous', () => {
  it('is the level before the controls less that of last time', () => {
    // 1 + 1 + 2 + (0 + 1) + (1 + 1) + 0 = 7: C3.
    expect(measured('levels-above-previous', { previous: { level: 'C1' } })).toBe(2);
    expect(measured('levels-above-previous', { previous: { level: 'C3' } })).toBe(0);
    expect(measured('levels-above-previous', { previous: { level: 'C5' } })).toBe(-2);
  });

  it('is not known without the level of last time', () => {
    expect(measured('levels-above-previous')).toEqual(['previous.level']);
    expect(measured('levels-above-previous', { previous: {} })).toEqual(['previous.level']);
  });

  it('is not known while the level is not', () => {
    const { b: _, ...half } = answers;
    const options = { previous: { level: 'C1' }, missing: 'most-cautious' } as const;
    expect(measured('levels-above-previous', options, half)).toEqual(['bands.level']);
  });
});

describe('what is known beside the answers', () => {
  it.each<[string, object, string, string]>([
    ['a negative time', { secondsTaken: -1 }, 'out-of-range', 'options.secondsTaken'],
    ['a time as text', { secondsTaken: '9' }, 'invalid-type', 'options.secondsTaken'],
    ['NaN seconds', { secondsTaken: Number.NaN }, 'not-finite', 'options.secondsTaken'],
    ['facts as a list', { facts: [] }, 'invalid-type', 'options.facts'],
    ['a level as number', { previous: { level: 3 } }, 'invalid-type', 'options.previous.level'],
    ['a level of none', { previous: { level: 'C6' } }, 'unknown-value', 'options.previous.level'],
    ['last time as text', { previous: 'C3' }, 'invalid-type', 'options.previous'],
    [
      'answers as a list',
      { previous: { answers: [1] } },
      'invalid-type',
      'options.previous.answers',
    ],
    [
      'an answer as text',
      { previous: { answers: { a: '1' } } },
      'invalid-type',
      'options.previous.answers.a',
    ],
    [
      'an answer as bigint',
      { previous: { answers: { a: 1n } } },
      'invalid-type',
      'options.previous.answers.a',
    ],
    [
      'answers of texts',
      { previous: { answers: { a: ['1'] } } },
      'invalid-type',
      'options.previous.answers.a',
    ],
    ['an unknown policy', { missing: 'zero' }, 'unknown-value', 'options.missing'],
    ['no day', { asOf: undefined }, 'missing-value', 'options.asOf'],
    ['a day that does not exist', { asOf: '2026-02-30' }, 'invalid-date', 'options.asOf'],
    ['a date', { asOf: new Date(0) }, 'invalid-type', 'options.asOf'],
  ])('is refused: %s', (_, options, code, path) => {
    expectRefusal(() => scoreOf(smallForm(), { a: 1 }, wrong(options)), wrong(code), path);
  });
});
