import { AptfolioError } from 'aptfolio/errors';
import {
  parseAssumptions,
  parseFxRates,
  parseGoalPlan,
  parseOrderEvent,
  parseProducts,
  parseQuestionnaire,
  safeParseAnswers,
  safeParseProducts,
  safeParseQuestionnaire,
} from 'aptfolio/schema';
import { describe, expect, it } from 'vitest';
import products from '../../examples/data/scenario/products.json';

const fault = (run: () => unknown): AptfolioError => {
  try {
    run();
  } catch (error) {
    if (error instanceof AptfolioError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

const plan = {
  initial: 100,
  monthlyContribution: 10,
  months: 24,
  expectedReturn: 0.03,
  volatility: 0.1,
  target: 400,
};
const view = {
  asOf: '2026-03-02',
  assetClasses: ['BOND'],
  expectedReturn: [0.03],
  volatility: [0.05],
  correlation: [[1]],
};
const [product] = products.products;

describe('a parse function', () => {
  it.each([
    [
      'a missing field',
      () => parseGoalPlan({ ...plan, months: undefined }),
      'missing-value',
      'plan.months',
    ],
    ['null', () => parseGoalPlan(null), 'missing-value', 'plan'],
    [
      'a text where a number belongs',
      () => parseGoalPlan({ ...plan, initial: '1' }),
      'invalid-type',
      'plan.initial',
    ],
    ['NaN', () => parseGoalPlan({ ...plan, target: Number.NaN }), 'not-finite', 'plan.target'],
    ['infinity', () => parseGoalPlan({ ...plan, target: Infinity }), 'not-finite', 'plan.target'],
    [
      'a number below its range',
      () => parseGoalPlan({ ...plan, initial: -1 }),
      'out-of-range',
      'plan.initial',
    ],
    [
      'a broken whole number',
      () => parseGoalPlan({ ...plan, months: 1.5 }),
      'invalid-type',
      'plan.months',
    ],
    [
      'a date that does not exist',
      () => parseAssumptions({ ...view, asOf: '2026-02-30' }),
      'invalid-date',
      'assumptions.asOf',
    ],
    [
      'a date in another form',
      () => parseAssumptions({ ...view, asOf: '2/3/2026' }),
      'invalid-format',
      'assumptions.asOf',
    ],
    [
      'an empty list',
      () => parseAssumptions({ ...view, assetClasses: [] }),
      'empty',
      'assumptions.assetClasses',
    ],
    [
      'an entry deep inside',
      () => parseAssumptions({ ...view, correlation: [['x']] }),
      'invalid-type',
      'assumptions.correlation[0][0]',
    ],
    [
      'a value that is not on the list',
      () => parseProducts([{ ...product, issuerRisk: 'R9' }]),
      'unknown-value',
      'products[0].issuerRisk',
    ],
    [
      'a field that is not known',
      () => parseProducts([{ ...product, lockupDays: 3 }]),
      'unknown-id',
      'products[0].lockupDays',
    ],
    [
      'an amount that is no text',
      () => parseProducts([{ ...product, step: 1 }]),
      'invalid-type',
      'products[0].step',
    ],
    [
      'an amount in another form',
      () => parseProducts([{ ...product, step: '1,000' }]),
      'invalid-format',
      'products[0].step',
    ],
    [
      'an unknown kind',
      () => parseOrderEvent({ id: 'e', at: 't', kind: 'explode' }),
      'unknown-value',
      'event.kind',
    ],
    [
      'another currency code',
      () =>
        parseOrderEvent({
          id: 'e',
          at: 't',
          kind: 'fill',
          amount: { currency: 'XXQ', amount: '1' },
        }),
      'unknown-value',
      'event.amount.currency',
    ],
  ])('names %s with its path', (_, run, code, path) => {
    const error = fault(run);
    expect([error.code, error.path]).toEqual([code, path]);
    expect(error.issues[0]!.expected).not.toMatch(/invalid input|undefined|expected/i);
  });

  it('names every fault, not only the first', () => {
    const error = fault(() => parseGoalPlan({ ...plan, initial: -1, months: 'x' }));
    expect(error.issues.map(({ path }) => path)).toEqual(['plan.initial', 'plan.months']);
  });

  it('drops comments and fields that are undefined, and changes nothing of the caller’s', () => {
    const given = { ...plan, $comment: 'a note', contributionTiming: undefined };
    const before = JSON.stringify(given);
    expect(parseGoalPlan(given)).toEqual(plan);
    expect(JSON.stringify(given)).toBe(before);
  });

  it('returns a frozen copy', () => {
    const parsed = parseAssumptions(view);
    expect(Object.isFrozen(parsed) && Object.isFrozen(parsed.correlation[0])).toBe(true);
    expect(Object.isFrozen(view.correlation)).toBe(false);
  });

  it('refuses a key of __proto__, which would be lost, and lets it pollute nothing', () => {
    const given = JSON.parse('{"Q01": 1, "M1": {"__proto__": 1}, "__proto__": {"polluted": 1}}');
    const result = safeParseAnswers(given);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(result).toMatchObject({
      status: 'invalid',
      issues: [
        { code: 'unknown-id', path: 'answers.M1.__proto__' },
        { code: 'unknown-id', path: 'answers.__proto__' },
      ],
    });
  });

  it('refuses an object that contains itself', () => {
    const loop: Record<string, unknown> = { ...plan };
    loop.initial = loop;
    expect(fault(() => parseGoalPlan(loop)).path).toBe('plan.initial');
  });
});

describe('a form with conditions', () => {
  const form = (when: unknown, item: object = {}) => ({
    id: 'RTQ',
    validMonths: 12,
    bands: [{ from: 0, level: 'C1' }],
    mandatory: [],
    items: [{ id: 'Q01', factor: 'age', dimension: null, points: [1], ...item }],
    ceilings: [{ id: 'age', when, level: 'C1' }],
  });
  const fits = { left: { fact: 'age' }, is: '>', right: 75 };
  const nested = (levels: number): unknown => {
    let condition: unknown = fits;
    for (let level = 0; level < levels; level++) condition = { not: condition };
    return condition;
  };

  it('may be nested, but not without end', () => {
    expect(safeParseQuestionnaire(form(nested(50))).status).toBe('valid');
    for (const levels of [100, 100_000]) {
      const result = safeParseQuestionnaire(form(nested(levels)));
      expect(result).toMatchObject({ issues: [{ code: 'inconsistent' }] });
    }
  });

  it('is refused at once if it contains itself', () => {
    const loop: Record<string, unknown> = {};
    Object.assign(loop, { all: [loop, loop], any: [loop], not: loop, left: loop, right: loop });
    const lookup: Record<string, unknown> = { lookup: [1] };
    lookup.by = lookup;
    for (const when of [loop, { not: loop }, { left: lookup, is: '=', right: 1 }]) {
      const error = fault(() => parseQuestionnaire(form(when)));
      expect(error.issues.map(({ code }) => code)).toContain('inconsistent');
    }
  });

  it.each([
    // The kind may be left out, which is no word to choose.
    [form(fits, { kind: 'dual' }), 'one of single, multiple, numeric, matrix'],
    [form({ ...fits, is: 'above' }), 'one of <, <=, =, !=, >=, >, in, includes'],
    [form({ ...fits, left: null }), 'a finite number or a text or true or false or an object'],
    [form(null), 'an object'],
  ])('names what it could be in few words', (value, expected) => {
    const result = safeParseQuestionnaire(value);
    expect(result).toMatchObject({ issues: [{ expected }] });
  });

  it('speaks of the form that comes nearest to what was written', () => {
    const error = fault(() =>
      parseQuestionnaire(form({ left: { answr: 'Q01' }, is: '=', right: 1 })),
    );
    expect(error.issues.map(({ code, path }) => [code, path])).toEqual([
      ['missing-value', 'questionnaire.ceilings[0].when.left.answer'],
      ['unknown-id', 'questionnaire.ceilings[0].when.left.answr'],
    ]);
  });
});

describe('a choice of very many words', () => {
  it('is named by the first of them', () => {
    const error = fault(() => parseFxRates({ base: 'RMB', rates: {} }));
    expect(error.issues[0]!.expected).toMatch(/^one of AED, AFN, ALL and \d+ others$/);
  });
});

describe('a safe parse function', () => {
  it('returns the value, or the same faults as its throwing twin', () => {
    expect(safeParseAnswers({ Q01: 1 })).toEqual({ status: 'valid', value: { Q01: 1 } });
    const result = safeParseProducts([{}]);
    const issues = fault(() => parseProducts([{}])).issues;
    expect(result).toEqual({ status: 'invalid', issues });
  });

  it('shows nothing of the schema library', () => {
    const result = safeParseProducts('x');
    expect(Object.keys(result)).toEqual(['status', 'issues']);
    expect(JSON.stringify(result)).not.toMatch(/zod/i);
  });
});
