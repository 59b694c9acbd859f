import { AptfolioError } from 'aptfolio/errors';
import * as money from 'aptfolio/money';
import * as schema from 'aptfolio/schema';
import { describe, expect, it } from 'vitest';
import { INPUTS } from './inputs/index.js';
import { type Input, replaced } from './inputs/input.js';

const inputs: readonly (readonly [string, Input])[] = Object.entries(INPUTS);
const samples = inputs.flatMap(([name, { samples, ...input }]) =>
  samples.map((sample, index) => [name, index, input, sample] as const),
);
const faults = inputs.flatMap(([name, { faults, samples, ...input }]) =>
  faults.map(
    ({ at, value, code, path }) =>
      [name, code, path, input, replaced(samples[0], at, value)] as const,
  ),
);

const issuesOf = (run: () => unknown): AptfolioError['issues'] => {
  try {
    run();
  } catch (error) {
    if (error instanceof AptfolioError) return error.issues;
    throw error;
  }
  throw new Error('nothing was thrown');
};

const isFrozen = (value: unknown): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (Object.isFrozen(value) && Object.values(value).every(isFrozen));

describe('every input', () => {
  it('has samples here', () => {
    expect(Object.keys(INPUTS).sort()).toEqual([...schema.INPUT_NAMES].sort());
  });

  it('has a parse and a safe parse function of its name', () => {
    const offered = new Set(Object.keys({ ...money, ...schema }));
    const camel = (name: string) => name.replace(/(?:^|-)(.)/g, (_, first) => first.toUpperCase());
    const missing = schema.INPUT_NAMES.flatMap((name) => [
      `parse${camel(name)}`,
      `safeParse${camel(name)}`,
    ]).filter((name) => !offered.has(name));
    // Rows come back as a batch, which is safe already.
    expect(missing).toEqual([
      'safeParseActionOutcomes',
      'safeParseFacts',
      'safeParseFeatureRows',
      'safeParseInvestmentTrades',
      'safeParseInvestmentValues',
      'safeParseMarketLevels',
      'safeParseProductPrices',
      'safeParseRfmRows',
      'safeParseRuleFactsRows',
      'safeParseSegmentRows',
      'safeParseTransactions',
    ]);
  });
});

describe('a sample with no field left out', () => {
  it.each(samples)('is a valid %s (%i)', (_name, _index, { parse, safeParse }, sample) => {
    const given = structuredClone(sample);
    const parsed = parse(given);
    expect(parsed).toEqual(sample);
    expect(isFrozen(parsed)).toBe(true);
    expect(given).toEqual(sample);
    expect(isFrozen(given)).toBe(false);
    expect(safeParse(given)).toEqual({ status: 'valid', value: sample });
  });

  it.each(samples)('is what came through JSON as a %s (%i)', (_name, _index, { parse }, sample) => {
    expect(parse(JSON.parse(JSON.stringify(sample)))).toEqual(sample);
  });
});

describe('a sample with one fault', () => {
  it.each(faults)('is no %s: %s at %s', (_name, code, path, { parse, safeParse }, faulty) => {
    const issues = issuesOf(() => parse(faulty));
    expect(issues.map((issue) => [issue.code, issue.path])).toContainEqual([code, path]);
    expect(safeParse(faulty)).toEqual({ status: 'invalid', issues });
    for (const { expected } of issues) {
      expect(expected).not.toMatch(/zod|invalid input|undefined|nonoptional|expected/i);
    }
  });
});

describe('an event of a KPI', () => {
  it.each([
    ['proportion', { successes: 1, trials: 1 }],
    ['count-ratio', { numerator: 1, denominator: 2 }],
    ['ratings', { score: 4, count: 2 }],
    ['detection', { truePositives: 1, falsePositives: 0, falseNegatives: 2 }],
    ['amount-ratio', { numerator: { currency: 'CNY', amount: '1' }, cases: 2 }],
    ['amount-per-count', { amount: { currency: 'CNY', amount: '1' } }],
    ['amount-bridge', { closing: { currency: 'CNY', amount: '1' } }],
    ['durations', { duration: 2.5 }],
  ] as const)('of the kind %s is valid', (kind, event) => {
    expect(schema.parseKpiEvent(kind, event)).toEqual(event);
    expect(schema.safeParseKpiEvent(kind, event)).toEqual({ status: 'valid', value: event });
  });

  it('of another kind is refused, and so is a kind that is none', () => {
    expect(issuesOf(() => schema.parseKpiEvent('durations', { score: 4 }))[0]).toMatchObject({
      code: 'missing-value',
      path: 'event.duration',
    });
    expect(issuesOf(() => schema.parseKpiEvent('toString' as never, {}))[0]).toMatchObject({
      code: 'unknown-value',
      path: 'kind',
    });
    const both = { excluded: 'test', successes: 1, trials: 3 };
    expect(schema.parseKpiEvent('proportion', { excluded: 'test' })).toEqual({ excluded: 'test' });
    expect(() => schema.parseKpiEvent('proportion', both)).toThrow('successes');
  });
});

describe('an order that goes through its checks', () => {
  it('may be a draft, of which only what a proposal says is kept', () => {
    const draft = INPUTS.order!.samples[0] as Record<string, unknown>;
    const dropped = ['state', 'events', 'filled', 'filledUnits', 'pendingCancel'];
    const kept = Object.entries(draft).filter(([name]) => !dropped.includes(name));
    expect(schema.parseOrderToCheck(draft)).toEqual(Object.fromEntries(kept));
  });
});
