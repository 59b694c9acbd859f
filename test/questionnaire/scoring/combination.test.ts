import { describe, expect, it } from 'vitest';
import { level } from '../support.js';
import { CHOICE, scoreOf, smallForm } from './small-form.js';

const bands = [
  { from: 0, level: 'C1' },
  { from: 25, level: 'C2' },
  { from: 50, level: 'C3' },
  { from: 75, level: 'C4' },
] as const;
const form = (combination?: 'lowest' | 'weighted-sum') =>
  smallForm({
    scale: 'share-of-maximum',
    bands,
    overallWeights: { capacity: 0.4, tolerance: 0.4, knowledge: 0.2 },
    items: ['capacity', 'tolerance', 'knowledge'].map((dimension) => ({
      ...CHOICE,
      id: dimension,
      dimension,
    })) as never,
    ...(combination === undefined ? {} : { combination }),
  });
// Capacity 25 is C2, tolerance 100 is C4, knowledge 100; overall 10 + 40 + 20 = 70 is C3.
const answers = { capacity: 1, tolerance: 4, knowledge: 4 };

describe('the combination lowest', () => {
  it('is the default: what is wanted does not buy off what can be borne', () => {
    for (const one of [form(), form('lowest')]) {
      expect(level(scoreOf(one, answers))).toMatchObject({
        level: 'C2',
        weightedLevel: 'C3',
        lowestLevel: 'C2',
        determinedBy: ['capacity'],
        reasons: [
          {
            code: 'questionnaire.held-by-capacity',
            severity: 'info',
            parameters: { dimension: 'capacity', score: 25, level: 'C2', weightedLevel: 'C3' },
          },
        ],
      });
    }
  });
});

describe('the combination weighted-sum', () => {
  const result = level(scoreOf(form('weighted-sum'), answers));

  it('takes the overall band, says what the lowest would have been, and warns', () => {
    expect(result).toMatchObject({
      level: 'C3',
      weightedLevel: 'C3',
      lowestLevel: 'C2',
      determinedBy: ['overall'],
      reasons: [
        {
          code: 'questionnaire.weighted-above-lowest',
          severity: 'warn',
          parameters: { level: 'C3', lowestLevel: 'C2' },
        },
      ],
    });
  });

  it('does not warn where the lowest is the same', () => {
    const same = level(scoreOf(form('weighted-sum'), { capacity: 3, tolerance: 3, knowledge: 0 }));
    // Overall 60 is C3; capacity and tolerance 75 are C4.
    expect(same).toMatchObject({ level: 'C3', lowestLevel: 'C3', reasons: [] });
  });

  it('does not warn where a rule has taken the level down to the lowest', () => {
    const ceilings = [{ id: 'e', when: { left: 1, is: '=', right: 1 }, level: 'C2' }] as const;
    const capped = level(scoreOf({ ...form('weighted-sum'), ceilings }, answers));
    expect(capped.reasons.map(({ code }) => code)).toEqual(['questionnaire.ceiling']);
    expect(capped).toMatchObject({ level: 'C2', determinedBy: ['e'] });
  });
});

describe('what determined the level', () => {
  it('names everything that stands at it', () => {
    const result = level(scoreOf(form(), { capacity: 2, tolerance: 2, knowledge: 2 }));
    expect(result.determinedBy).toEqual(['overall', 'capacity', 'tolerance']);
  });

  it('holds for more dimensions than a number has bits', () => {
    const names = Array.from({ length: 70 }, (_, n) => `d${n}`);
    const many = smallForm({
      bands: [
        { from: 0, level: 'C1' },
        { from: 1, level: 'C3' },
      ],
      dimensions: Object.fromEntries(
        names.map((name) => [
          name,
          {
            bands: [
              { from: 0, level: 'C2' },
              { from: 4, level: 'C4' },
            ] as const,
          },
        ]),
      ),
      items: names.map((name) => ({ ...CHOICE, id: name, dimension: name })) as never,
    });
    const most = Object.fromEntries(names.map((name) => [name, 4]));
    const low = { ...most, d0: 0, d57: 0, d69: 3 };
    expect(level(scoreOf(many, low))).toMatchObject({
      level: 'C2',
      determinedBy: ['d0', 'd57', 'd69'],
    });
    expect(level(scoreOf(many, most)).determinedBy).toEqual(['overall']);
  });
});
