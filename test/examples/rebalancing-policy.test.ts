import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkMessages, LOCALES } from 'aptfolio/evidence';
import type { PolicyReplay } from 'aptfolio/rebalancing';
import { afterAll, describe, expect, it } from 'vitest';
import { renderPage } from '../../examples/01-advise/page.js';
import { renderTerminal } from '../../examples/01-advise/terminal.js';
import { load } from '../../examples/03-rebalancing-policy/load.js';
import { parseOptions } from '../../examples/03-rebalancing-policy/options.js';
import { run } from '../../examples/03-rebalancing-policy/run.js';
import { tell } from '../../examples/03-rebalancing-policy/tell.js';
import { tellerFor } from '../../examples/03-rebalancing-policy/teller.js';
import { texts } from '../../examples/03-rebalancing-policy/texts.js';
import oracle from '../fixtures/rebalancing/policies.json' with { type: 'json' };
import { expectAccount, reader, refuses, starter } from './example.js';

const folder = mkdtempSync(join(tmpdir(), 'aptfolio-rebalancing-policy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SAMPLE = 'examples/data/rebalancing-policies/comparison.json';

const optionsOf = reader(parseOptions);

const result = run(load(optionsOf()));

describe('the figures, against a NumPy program of its own', () => {
  const cases = result.portfolios.flatMap((report) =>
    report.policies.map((policy) => [report.portfolio.id, policy.id, policy] as const),
  );

  it('are of two portfolios and eleven policies', () => {
    expect(cases).toHaveLength(22);
  });

  it.each(cases)('%s, %s', (portfolio, id, policy) => {
    const expected = oracle[portfolio as '60-40'][id as 'never'];
    const { stretches, lost, withFlow, aboveSameWeights, aboveReference, ...replay } = expected;
    expectFigures(policy.replay, replay);
    expectNear(policy.nominalReturn, expected.nominal);
    expectNear(policy.sameWeights.annualReturn, expected.sameWeights);
    for (const [found, [low, high]] of [
      [policy.aboveSameWeights, aboveSameWeights],
      [policy.aboveReference, aboveReference],
    ] as const) {
      expectNear(found.interval.low, low!);
      expectNear(found.interval.high, high!);
    }
    const { ahead, deeper, ...quantiles } = stretches;
    expect(policy.stretches).toMatchObject({ ahead, deeper });
    for (const name of ['median', 'low', 'high'] as const) {
      expectNear(policy.stretches[name], quantiles[name]);
    }
    for (const [costs, figure] of Object.entries(lost)) expectNear(policy.lost[costs]!, figure);
    for (const [flow, figures] of Object.entries(withFlow)) {
      expectFigures(policy.withFlow[flow]!, figures);
    }
  });

  function expectFigures(found: PolicyReplay, expected: Figures): void {
    for (const name of NAMES) expectNear(found[name], expected[name]);
    expect(found.trades).toBe(expected.trades);
    expect(found.wealth / expected.wealth).toBeCloseTo(1, 10);
    expectNear(found.meanWeights.SHARES!, expected.meanShares);
    expectNear(found.largestWeights.SHARES!, expected.largestShares);
  }

  function expectNear(found: number, expected: number): void {
    expect(Math.abs(found - expected)).toBeLessThan(1e-10);
  }
});

const NAMES = [
  ...(['annualReturn', 'volatility', 'maxDrawdown', 'trackingError', 'meanDrift'] as const),
  ...(['largestDrift', 'turnover', 'costs'] as const),
];

type Figures = Readonly<Record<(typeof NAMES)[number], number>> & {
  readonly trades: number;
  readonly wealth: number;
  readonly meanShares: number;
  readonly largestShares: number;
};

describe('what is said of it', () => {
  const [simple, broad] = result.portfolios;

  it('names never trading as what drifts furthest, and what that earned as pay for more shares', () => {
    for (const report of result.portfolios) {
      const { furthest, reference } = report;
      expect(furthest.id).toBe('never');
      const above = (one: PolicyReplay): number => one.annualReturn - reference.replay.annualReturn;
      expect(above(furthest.sameWeights)).toBeGreaterThan(above(furthest.replay));
    }
  });

  it('claims neither gain nor loss for any rule by itself', () => {
    for (const { policies } of result.portfolios) {
      for (const { aboveSameWeights } of policies) {
        expect(aboveSameWeights.interval.low).toBeLessThanOrEqual(0);
        expect(aboveSameWeights.interval.high).toBeGreaterThanOrEqual(0);
      }
    }
    const text = renderTerminal(tell(result, tellerFor('en'))).replaceAll(/\s+/g, ' ');
    expect(text.match(/cannot be told from chance for 10 of 10 policies\./g)).toHaveLength(2);
  });

  it('says which rules are one and the same for a target', () => {
    // A quarter of 40 % is more than five points; a quarter of 10 % is less.
    const wealth = (report: typeof simple, id: string) =>
      report!.policies.find((one) => one.id === id)!.replay.wealth;
    expect(wealth(simple, '5-25-target')).toBe(wealth(simple, 'five-points'));
    expect(wealth(broad, '5-25-target')).not.toBe(wealth(broad, 'five-points'));
    const text = renderTerminal(tell(result, tellerFor('en')));
    expect(text.match(/is the same as/g)).toHaveLength(1);
  });
});

describe.each(LOCALES)('the account in %s', (locale) => {
  const account = tell(result, tellerFor(locale));

  it('is a page that needs no network and no script, with six charts for each width', () => {
    const page = renderPage(account, locale);
    expect(page).not.toMatch(/<script|<link|<img|src=|url\((?!#)|@import/i);
    expect(page.match(/class="chart wide"/g)).toHaveLength(6);
    expect(page.match(/class="chart narrow"/g)).toHaveLength(6);
    for (const figure of ['85.7%', '6.23%', '9.45%', '46.3%', '+1.13']) {
      expect(page).toContain(`>${figure}<`);
    }
  });

  it('is the same bytes twice', () => {
    const again = tell(run(load(optionsOf())), tellerFor(locale));
    expect(renderPage(again, locale)).toBe(renderPage(account, locale));
    expect(renderTerminal(again)).toBe(renderTerminal(account));
  });
});

it('has every text in three languages', () => {
  expect(checkMessages(texts)).toEqual([]);
});

describe('a comparison of one’s own', () => {
  const sample = JSON.parse(readFileSync(SAMPLE, 'utf8'));
  const written = (name: string, change: object): string => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify({ ...sample, ...change }));
    return path;
  };

  it('calls what it does not know by its id', () => {
    const returns = join(folder, 'returns.csv');
    writeFileSync(returns, 'year,a,b,cpi\n2000,0.5,0,0\n2001,-0.2,0,0\n2002,0.1,0.1,0.1\n');
    const [never, yearly] = sample.policies;
    const path = written('own.json', {
      returns: { file: returns, inflation: 'cpi', source: 'our own' },
      portfolios: [
        { id: 'halves', target: { A: 0.5, B: 0.5 }, series: { A: 'a', B: 'b' }, watched: 'A' },
      ],
      policies: [never, { ...yearly, id: 'ours', triggers: [{ kind: 'band' }] }],
      ...{ reference: 'ours', drawn: ['ours'], windowYears: 2, flows: [] },
    });
    const own = run(load(optionsOf('--comparison', path)));
    // 0.5 → 0.75 → 0.6 and 0.5: 1.1 after two years; the third brings nothing after inflation.
    expect(own.portfolios[0]!.policies[0]!.replay.wealth).toBeCloseTo(1.1, 12);
    const text = renderTerminal(tell(own, tellerFor('en')));
    expect(text).toContain('halves: what each policy came to');
    expect(text).toContain('Returns: our own.');
    expect(text).not.toContain('house prices');
  });

  it.each([
    [
      'a column that is not there',
      { returns: { ...sample.returns, inflation: 'cpi' } },
      /no number in column cpi, row 1$/,
    ],
    [
      'a reference that is none of the policies',
      { reference: 'monthly' },
      /^there is no policy monthly$/,
    ],
    ['costs that are not there', { usualCosts: 'dear' }, /^there is no costs dear$/],
    [
      'returns that are not there',
      { returns: { ...sample.returns, file: 'none.csv' } },
      /^none\.csv cannot be read/,
    ],
  ])('is refused with %s', (_, change, problem) => {
    const path = written('faulty.json', change);
    expect(() => load(optionsOf('--comparison', path))).toThrow(problem);
  });

  it('is refused by the library with the path in the file', () => {
    const [first, ...rest] = sample.policies;
    const faulty = { ...first, bands: { default: { absolute: -1 } } };
    const path = written('negative.json', { policies: [faulty, ...rest] });
    expect(() => run(load(optionsOf('--comparison', path)))).toThrowError(
      expect.objectContaining({ code: 'out-of-range', path: 'policies[0].bands.default.absolute' }),
    );
  });

  refuses(parseOptions, [[['--comparison'], /--comparison/]]);
});

describe('the command line', () => {
  const start = starter('03-rebalancing-policy');

  it('prints the account and writes the page', () => {
    const account = tell(result, tellerFor('zh-Hans'));
    const out = join(folder, 'out');
    expectAccount(start, account, { locale: 'zh-Hans', out, page: 'rebalancing-policy.html' });
  });

  it('says in words what it cannot use', () => {
    const none = start('--comparison', join(folder, 'none.json'));
    expect(none).toMatchObject({ code: 1, err: expect.stringContaining('no such file') });
    const list = join(folder, 'list.json');
    writeFileSync(list, '[]');
    const { code, err } = start('--comparison', list);
    expect([code, err]).toEqual([1, expect.stringContaining('comparison: expected')]);
  });
});
