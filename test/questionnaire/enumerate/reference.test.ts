import { describe, expect, it } from 'vitest';
import {
  enumerateLevels,
  grableLytton,
  type LevelDistribution,
  type LevelShare,
  type QuestionnaireDefinition,
} from '../../../src/questionnaire/index.js';
import reference from '../../fixtures/questionnaire/levels.json' with { type: 'json' };
import { definition, wrong } from '../support.js';

const counts = (levels: Readonly<Record<string, LevelShare>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(levels).map(([level, { completions }]) => [level, completions]),
  );

const counted = ({ completions, levels }: LevelDistribution): object => ({
  completions,
  levels: counts(levels),
});

// Expected: whole numbers and fractions in Python; see levels.py beside the fixture.
describe('levels of the sample form', () => {
  it.each(reference.scenario)('with $fixed given are counted as in Python', (expected) => {
    const { fixed, overall, dimensions, ...all } = expected;
    const found = enumerateLevels(definition, wrong(fixed));
    expect(counted(found)).toEqual(all);
    expect(counts(found.overall)).toEqual(overall);
    for (const [name, levels] of Object.entries(dimensions)) {
      expect(counts(found.dimensions[name]!)).toEqual(levels);
    }
    expect(found).toMatchObject({
      stopped: { completions: '0', share: 0 },
      unknown: { completions: '0', share: 0 },
      leftOut: [],
    });
  });
});

describe('levels of the scale of Grable and Lytton', () => {
  it('are counted as in Python', () => {
    // 4^8 · 3^3 · 2^2 completions.
    const found = enumerateLevels(grableLytton.definition);
    expect(counted(found)).toEqual(reference.grableLytton);
    expect(found.completions).toBe(`${4 ** 8 * 3 ** 3 * 2 ** 2}`);
  });
});

describe('levels of a form of 40 items', () => {
  const { definition: form, ...expected } = reference.big;
  const found = enumerateLevels(form as unknown as QuestionnaireDefinition);

  it('are counted exactly, though they are more than a number holds', () => {
    expect(counted(found)).toEqual(expected);
    expect(found.completions).toBe(`${4n ** 40n}`);
  });

  it('have shares that are as exact as numbers can be', () => {
    const shares = Object.entries(found.levels).map(([, { share }]) => share);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    for (const { completions, share } of Object.values(found.levels)) {
      // The quotient of two doubles is off by three roundings at most.
      expect(share).toBeCloseTo(Number(completions) / 2 ** 80, 14);
    }
  });
});

describe('levels of a form with all kinds of items and rules', () => {
  const form = reference.ruled.definition as unknown as QuestionnaireDefinition;

  it.each(reference.ruled.outcomes)('are counted as in Python with $facts known', (expected) => {
    const { facts, stopped, unknown, ...all } = expected;
    const found = enumerateLevels(form, {}, { facts: wrong(facts) });
    expect(counted(found)).toEqual(all);
    expect(found.stopped.completions).toBe(stopped);
    expect(found.unknown.completions).toBe(unknown);
  });
});
