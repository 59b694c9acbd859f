import {
  INPUT_NAMES,
  jsonSchema,
  parseAllocationPolicy,
  parseAnswers,
  parseAssumptions,
  parseProducts,
  parseQuestionnaire,
  parseServiceQuarter,
} from 'aptfolio/schema';
import { describe, expect, it } from 'vitest';
import market from '../../examples/data/scenario/capital-market-assumptions.json';
import products from '../../examples/data/scenario/products.json';
import form from '../../examples/data/scenario/questionnaire.json';
import quarter from '../../examples/data/scenario/service-quarter.json';

describe('the sample files', () => {
  const { answers, finalRule: _, ...questionnaire } = form;
  const { policy, ...assumptions } = market;
  const { objective: __, ...allocationPolicy } = policy;

  it.each([
    ['questionnaire', parseQuestionnaire, questionnaire],
    ['answers', parseAnswers, answers],
    ['assumptions', parseAssumptions, assumptions],
    ['allocation policy', parseAllocationPolicy, allocationPolicy],
    ['products', parseProducts, products.products],
    ['service quarter', parseServiceQuarter, quarter],
  ] as const)('hold a valid %s, which comes back without its comments', (_name, parse, sample) => {
    const withoutComments = JSON.parse(
      JSON.stringify(sample, (key, value) => (key.startsWith('$') ? undefined : value)),
    );
    expect(parse(sample)).toEqual(withoutComments);
  });
});

describe('jsonSchema', () => {
  it.each(INPUT_NAMES)('describes %s in the draft of 2020-12', (name) => {
    const schema = jsonSchema(name);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.title).toBe(`aptfolio ${name}`);
  });

  it('allows comments, unknown fields only where they are dropped', () => {
    const comments = { '^\\$': {} };
    expect(jsonSchema('goal-plan')).toMatchObject({
      additionalProperties: false,
      patternProperties: comments,
    });
    expect(jsonSchema('answers').patternProperties).toEqual(comments);
    expect(jsonSchema('client-view')).not.toHaveProperty('additionalProperties');
  });

  it.each(['decision-record', 'suitability-record'] as const)(
    'allows no comments in a %s, whose hash covers them',
    (name) => {
      const text = JSON.stringify(jsonSchema(name));
      expect(text).toContain('"additionalProperties":false');
      expect(text).not.toContain('patternProperties');
    },
  );

  it('refuses a name that is none', () => {
    expect(() => jsonSchema('portfolio' as never)).toThrow(
      expect.objectContaining({ code: 'unknown-value', path: 'name' }),
    );
  });
});
