import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkMessages, LOCALES } from 'aptfolio/evidence';
import { moneyToNumber } from 'aptfolio/money';
import { incidenceAt } from 'aptfolio/statistics';
import { afterAll, describe, expect, it } from 'vitest';
import { renderPage } from '../../examples/01-advise/page.js';
import { renderTerminal } from '../../examples/01-advise/terminal.js';
import { load } from '../../examples/04-service-year/load.js';
import { parseOptions } from '../../examples/04-service-year/options.js';
import { run } from '../../examples/04-service-year/run.js';
import { tell } from '../../examples/04-service-year/tell.js';
import { tellerFor } from '../../examples/04-service-year/teller.js';
import { frameTexts } from '../../examples/04-service-year/texts/frame.js';
import { nameTexts } from '../../examples/04-service-year/texts/names.js';
import { sectionTexts } from '../../examples/04-service-year/texts/sections.js';
import type { Figure } from '../../examples/04-service-year/year.js';
import { serviceYear } from '../../examples/data/service-year/generate.js';
import scenario from '../fixtures/kpi/scenario.json' with { type: 'json' };
import oracle from '../fixtures/kpi/service-year.json' with { type: 'json' };
import { expectAccount, reader, refuses, starter } from './example.js';

const SAMPLE = 'examples/data/service-year';
const folder = mkdtempSync(join(tmpdir(), 'aptfolio-service-year-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const optionsOf = reader(parseOptions);

const result = run(load(optionsOf()));
const again = run(load(optionsOf()));
const { kpis, tenures, year } = result;

function figureOf(found: Figure): number {
  if (found.status !== 'ok') throw new Error(found.kpi);
  return found.value;
}

describe('the data', () => {
  it('are what their generator makes', () => {
    for (const [name, text] of Object.entries(serviceYear())) {
      expect(readFileSync(`${SAMPLE}/${name}`, 'utf8') === text, name).toBe(true);
    }
  });
});

describe('the figures, against a Python program of its own', () => {
  it('of satisfaction', () => {
    const { satisfaction: expected } = oracle;
    const share = year.of(kpis.satisfactionTopTwoBox);
    expect(figureOf(share)).toBeCloseTo(expected.share, 12);
    const { low, high } = (share as { interval: { low: number; high: number } }).interval;
    expect([low, high]).toEqual(expected.interval.map((end) => expect.closeTo(end, 10)));
    expect(figureOf(year.of(kpis.surveyResponse))).toBeCloseTo(expected.response, 12);
    const [point] = result.satisfaction.points;
    expect(point).toMatchObject({
      centre: expect.closeTo(expected.centre, 9),
      low: expect.closeTo(expected.limits[0]!, 9),
      high: expect.closeTo(expected.limits[1]!, 9),
    });
    expect(result.changes[0]).toMatchObject({ pValue: expect.closeTo(expected.changeP, 12) });
    const oldest = result.fairness[0]!.groups.find(({ id }) => id === '60-and-over');
    expect(oldest).toMatchObject({ gap: expect.closeTo(expected.gapOfOldest, 12) });
  });

  it('of the speed of response, in business hours, with who still waits', () => {
    const { response: expected } = oracle;
    const median = year.of(kpis.firstResponseMedian);
    const { relativeError } = median as { relativeError: number };
    expect(relativeError).toBeLessThan(0.01);
    for (const [found, exact] of [
      [median, expected.median],
      [year.of(kpis.firstResponseP90), expected.p90],
    ] as const) {
      expect(Math.abs(figureOf(found) / exact - 1)).toBeLessThanOrEqual(relativeError);
    }
    const { within, decided } = expected;
    expect(year.of(kpis.firstResponseWithin)).toMatchObject({ n: decided });
    // Minutes of business: no two of four hours fall into one of the 256 parts, but an open case may share its minute with closed ones, and the order is not known then.
    expect(figureOf(year.of(kpis.firstResponseWithin))).toBeCloseTo(within, 4);
    expect(result.naive.firstResponse).toBeCloseTo(expected.meanOfAnswered, 10);
    expect(figureOf(year.of(kpis.callBacksKept))).toBeCloseTo(expected.callBacksKept, 12);
  });

  it('of assets, whose bridge adds up', () => {
    const { assets: expected } = oracle;
    const growth = year.of(kpis.assetBridge);
    if (growth.status !== 'ok') throw new Error(growth.kpi);
    const { status, opening, closing, steps } = growth.bridge!;
    const line = (id: string) => moneyToNumber(steps.find((step) => step.id === id)!.amount);
    expect(status).toBe('explained');
    expect([opening, closing].map((amount) => moneyToNumber(amount))).toEqual([
      expected.opening,
      expected.closing,
    ]);
    expect(['net-new-money', 'market', 'fees', 'scope'].map(line)).toEqual([
      ...[expected.netNewMoney, expected.market, expected.fees, expected.scope],
    ]);
    expect(figureOf(result.netNewMoney.ours)).toBeCloseTo(expected.organic, 12);
    expect(figureOf(result.netNewMoney.theirs)).toBeCloseTo(expected.withIncome, 12);
  });

  it('of tenures, with who is still there', () => {
    const { tenures: expected } = oracle;
    expect(tenures.curve.n).toBe(expected.n);
    expect(figureOf(tenures.oneYear)).toBeCloseTo(expected.oneYear, 12);
    expect(figureOf(tenures.median)).toBe(expected.median);
    for (const [cause, time, share] of [
      ['service', 12, expected.serviceBy12],
      ['cost', 36, expected.costBy36],
    ] as const) {
      expect(incidenceAt(tenures.causes, cause, time)).toMatchObject({
        share: expect.closeTo(share, 12),
      });
    }
    expect(tenures.meanOfLeavers).toBeCloseTo(expected.meanOfLeavers, 10);
  });

  it('of campaigns, in both meanings', () => {
    const { acquisition: expected } = oracle;
    expect(year.of(kpis.campaignConversion)).toMatchObject({
      ...{ numerator: expected.converted, denominator: expected.reached },
    });
    expect(year.of(kpis.newClientsFromCampaigns)).toMatchObject({
      ...{ numerator: expected.byCampaign, denominator: expected.won },
    });
  });

  it('of risks and the training', () => {
    const { risk, training } = oracle;
    expect(figureOf(year.of(kpis.riskPrecision))).toBeCloseTo(risk.precision, 12);
    expect(figureOf(year.of(kpis.riskRecall))).toBeCloseTo(risk.recall, 12);
    expect(figureOf(year.of(kpis.medianHandling))).toBeCloseTo(risk.median, 10);
    expect(figureOf(year.of(kpis.handlingP90))).toBeCloseTo(risk.p90, 10);
    expect(figureOf(year.of(kpis.withinSla))).toBeCloseTo(risk.within, 12);
    expect(result.naive.closing).toBeCloseTo(risk.meanOfClosed, 10);
    expect(result.training).toMatchObject({
      estimate: expect.closeTo(training.estimate, 10),
      pValue: expect.closeTo(training.pValue, 10),
    });
  });

  it('of the scenario’s quarter', () => {
    const { retention, satisfaction } = scenario;
    expect(figureOf(result.panel.retention.renewalRate)).toBeCloseTo(
      retention.renewalRate.value,
      12,
    );
    expect(result.panel.satisfaction.change).toMatchObject({
      pValue: expect.closeTo(satisfaction.change.pValue, 10),
    });
  });
});

describe('several machines', () => {
  const { orders, repeats, late, shards } = result.machines;

  it('come to the same bytes in every order', () => {
    expect(orders).toHaveLength(4);
    expect(new Set(orders.map(({ fingerprint }) => fingerprint)).size).toBe(1);
    expect(shards).toHaveLength(5);
    expect(repeats).toBeGreaterThan(1000);
  });

  it('list late answers and count them nowhere', () => {
    // Five answers, each told to two figures.
    expect(late).toHaveLength(10);
    const answers = readFileSync(`${SAMPLE}/answers.ndjson`, 'utf8').trim().split('\n');
    expect(year.of(kpis.satisfactionMean)).toMatchObject({ n: answers.length });
  });
});

describe('what is said of it', () => {
  it('names a change that stands alone but not among several', () => {
    const sla = result.changes.findIndex(({ kpi }) => kpi === 'handled-within-sla');
    expect(result.alone[sla]).toMatchObject({ verdict: 'worse' });
    expect(result.changes[sla]).toMatchObject({ verdict: 'not-shown' });
  });

  it('caps the score where too few risks were found', () => {
    expect(result.score).toMatchObject({ status: 'scored', score: 50 });
    expect(result.score).toMatchObject({ guards: [{ id: 'risks-found', status: 'broken' }] });
  });

  it('ranks nobody', () => {
    const { sections } = tell(result, tellerFor('en'));
    const advisers = sections.find(({ title }) => title.startsWith('Advisers'))!;
    const rows = advisers.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    expect(rows.map(([name]) => name)).toEqual(
      Array.from({ length: 16 }, (_, i) => `Adviser ${i + 1}`),
    );
  });
});

describe.each(LOCALES)('the account in %s', (locale) => {
  const account = tell(result, tellerFor(locale));
  const page = renderPage(account, locale);
  const text = renderTerminal(account);

  it('is a page that needs no network and no script, with twelve charts for each width', () => {
    expect(page).not.toMatch(/<script|<link|<img|src=|url\((?!#)|@import/i);
    expect(page.match(/class="chart wide"/g)).toHaveLength(12);
    expect(page.match(/class="chart narrow"/g)).toHaveLength(12);
    for (const figure of ['74.6%', '77.8%', '2,566,374,641.00 CNY']) {
      expect(page).toContain(`>${figure}<`);
    }
  });

  it('has no gaps and no codes in its words', () => {
    const drawn = page.replace(/<style[\s\S]*?<\/style>/g, '').replace(/<[^>]+>/g, '\n');
    for (const words of [text, drawn]) {
      expect(words).not.toMatch(/[{}]|undefined|NaN|Infinity|\[object|null/);
      expect(words).not.toMatch(/not-shown|kpi\.|side-|60-and-over|head-office|net-new-money/);
      expect(words).not.toMatch(/satisfaction-|first-response-|risks-found|call-backs-/);
    }
  });

  it('is the same bytes twice', () => {
    const second = tell(again, tellerFor(locale));
    expect(renderPage(second, locale) === page).toBe(true);
    expect(renderTerminal(second)).toBe(text);
  });
});

it('has every text in three languages', () => {
  for (const texts of [frameTexts, nameTexts, sectionTexts]) {
    expect(checkMessages(texts)).toEqual([]);
  }
});

describe('a year of one’s own', () => {
  const copy = (name: string, change: (path: string) => void): string => {
    const path = join(folder, name);
    cpSync(SAMPLE, path, { recursive: true });
    change(path);
    return path;
  };

  it('is not said to be made up', () => {
    const path = copy('own', () => undefined);
    const account = tell(run(load(optionsOf('--data', path))), tellerFor('en'));
    expect(account.note).not.toContain('Made-up');
    expect(account.footer).toContain(path);
  });

  it.each([
    [
      'a file that is not there',
      (path: string) => rmSync(`${path}/alerts.ndjson`),
      /alerts\.ndjson cannot be read: there is no such file/,
    ],
    [
      'a line that is no JSON',
      (path: string) => writeFileSync(`${path}/alerts.ndjson`, '{}\n{"id":'),
      /alerts\.ndjson cannot be read: line 2 is no JSON/,
    ],
    [
      'a line that is no object',
      (path: string) => writeFileSync(`${path}/alerts.ndjson`, '7\n'),
      /an object/,
    ],
  ])('is refused with %s', (name, change, problem) => {
    const path = copy(name.replaceAll(' ', '-'), change);
    expect(() => load(optionsOf('--data', path))).toThrow(problem);
  });

  it('is refused by the library with what is wrong in a row', () => {
    const path = copy('score', (own) => {
      const row = { id: 's1', at: '2025-01-01T10:22:00+08:00', branch: 'a', age: 'b', score: 9 };
      writeFileSync(`${own}/answers.ndjson`, `${JSON.stringify(row)}\n`);
    });
    expect(() => run(load(optionsOf('--data', path)))).toThrowError(
      expect.objectContaining({ code: 'out-of-range', path: 'record.event.score' }),
    );
  });

  refuses(parseOptions, [[['--data'], /--data/]]);
});

describe('the command line', () => {
  const start = starter('04-service-year');

  it('prints the account and writes the page', () => {
    const account = tell(result, tellerFor('zh-Hans'));
    const out = join(folder, 'out');
    expectAccount(start, account, { locale: 'zh-Hans', out, page: 'service-year.html' });
  });

  it('says in words what it cannot use', () => {
    const none = start('--data', join(folder, 'none'));
    expect(none).toMatchObject({ code: 1, err: expect.stringContaining('there is no such file') });
  });
});
