import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkMessages, LOCALES } from 'aptfolio/evidence';
import type { Answers, MeasuredReliability, SingleItem } from 'aptfolio/questionnaire';
import { afterAll, describe, expect, it } from 'vitest';
import { renderPage } from '../../examples/01-advise/page.js';
import { renderTerminal } from '../../examples/01-advise/terminal.js';
import { load } from '../../examples/02-questionnaire/load.js';
import { parseOptions } from '../../examples/02-questionnaire/options.js';
import { run } from '../../examples/02-questionnaire/run.js';
import { tell } from '../../examples/02-questionnaire/tell.js';
import { tellerFor } from '../../examples/02-questionnaire/teller.js';
import { texts } from '../../examples/02-questionnaire/texts.js';
import { expectAccount, reader, refuses, starter } from './example.js';
import { bandCounts, itemRest, sumsOf } from './questionnaire-brute-force.js';

const folder = mkdtempSync(join(tmpdir(), 'aptfolio-questionnaire-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DATA = 'examples/data/own-questionnaire';

const optionsOf = reader(parseOptions);

const inputs = load(optionsOf());
const result = run(inputs);
const [drafted, corrected] = result.forms.map((form) => ({ ...form, counted: form.counted! }));

describe('what lint says of the sample forms', () => {
  it('names every fault that was put into the draft', () => {
    expect(drafted!.lint.status).toBe('errors');
    expect(drafted!.lint.findings.map(({ path, reason }) => [reason.code, path])).toEqual([
      ['questionnaire.lint-band-gap', 'definition.bands[2].to'],
      ['questionnaire.lint-points-not-monotone', 'definition.items[9].points'],
      ['questionnaire.lint-single-axis', 'definition.levelDimensions'],
      ['questionnaire.lint-factor-missing', 'definition.items'],
      ['questionnaire.lint-text-missing', 'definition.items[5].options[3]'],
      ['questionnaire.lint-leading-wording', 'definition.items[7].text.en'],
    ]);
  });

  it('finds nothing in the corrected form', () => {
    expect(corrected!.lint).toMatchObject({ status: 'clean', findings: [] });
  });
});

describe('the level distribution, against every completion gone through one by one', () => {
  const losses = { drop: 0, 'max-loss': 0 };
  const counts = (distribution: { readonly levels: object }) =>
    Object.values(distribution.levels).map(({ completions }) => Number(completions));

  it('is that of the draft, with all answers and with the most loss-averse ones', () => {
    const edges = [30, 50, 71, 91];
    const { items } = drafted!.definition;
    expect(counts(drafted!.counted.all)).toEqual(bandCounts(sumsOf(items, 'total'), edges));
    expect(counts(drafted!.counted.lossAverse)).toEqual(
      bandCounts(sumsOf(items, 'total', losses), edges),
    );
    expect(drafted!.counted.lossAverse.highest).toBe('C4');
  });

  it('is that of the corrected form for a client of 58, by each way of putting the level together', () => {
    const { items } = corrected!.definition;
    const [capacity, tolerance, knowledge] = ['capacity', 'tolerance', 'knowledge'].map((name) =>
      sumsOf(items, name),
    );
    // Of all answers to the five questions on tolerance, one in five accepts no loss: options of max-loss come last.
    const expected = { lowest: [0, 0, 0, 0, 0], sum: [0, 0, 0, 0, 0], ruled: [0, 0, 0, 0, 0] };
    for (const c of capacity!) {
      tolerance!.forEach((t, place) => {
        for (const k of knowledge!) {
          // Scores in tenths: 0.4 · 100·c/50 + 0.4 · 100·t/50 + 0.2 · 100·k/20.
          const overall = Math.min(4, Math.floor((8 * c + 8 * t + 10 * k) / 200));
          const [ofC, ofT] = [Math.floor(c / 10), Math.floor(t / 10)];
          const lowest = Math.min(overall, ofC, ofT, 4);
          expected.sum[overall]! += 1;
          expected.lowest[lowest]! += 1;
          expected.ruled[place % 5 === 0 ? 0 : lowest]! += 1;
        }
      });
    }
    const [sum, lowest, ruled, blind] = result.ways.map(({ all }) => counts(all));
    expect([sum, lowest, ruled]).toEqual([expected.sum, expected.lowest, expected.ruled]);
    expect(counts(corrected!.counted.all)).toEqual(expected.ruled);
    // The ceiling by age would lower C4 and C5, and nobody knows the age.
    const [c1, c2, c3, c4, c5] = expected.ruled;
    expect(blind).toEqual([c1, c2, c3, 0, 0]);
    expect(Number(result.ways[3]!.all.unknown.completions)).toBe(c4! + c5!);
  });

  it('leaves the most loss-averse nothing but C1 once the form is corrected', () => {
    expect(corrected!.counted.lossAverse).toMatchObject({ lowest: 'C1', highest: 'C1' });
    expect(result.ways.map(({ lossAverse }) => lossAverse.highest)).toEqual([
      'C5',
      'C4',
      'C1',
      'C1',
    ]);
  });
});

describe('what the made-up answers say', () => {
  const part = (form: string, dimension: string): MeasuredReliability => {
    const found = result.measured!.parts.find(
      (one) => one.form.name === form && one.dimension === dimension,
    );
    if (found?.reliability.status !== 'measured') throw new Error('not measured');
    return found.reliability;
  };

  it('flags the item of the draft that is scored the wrong way round, and no other', () => {
    expect(part('drafted', 'total').reversed).toEqual(['debt']);
    for (const name of ['capacity', 'tolerance', 'knowledge']) {
      expect(part('corrected', name).reversed).toEqual([]);
    }
  });

  it('has the correlations that the points themselves have', () => {
    const { items } = drafted!.definition;
    const rows = inputs.responses!.first.map((answers) =>
      items.map((item) => (item as SingleItem).points[answers[item.id] as number]!),
    );
    const measured = part('drafted', 'total');
    expect(measured.n).toBe(500);
    measured.items.forEach(({ itemRest: figure }, index) => {
      expect(figure).toBeCloseTo(itemRest(rows, index), 12);
    });
  });

  it('tells that made-up answers are made up', () => {
    const page = renderPage(tell(result, tellerFor('en')), 'en');
    expect(page).toContain('500 clients who do not exist, drawn with the generator mulberry32');
  });
});

describe('the client', () => {
  it('gets C4 by the draft, and C3 by the corrected form, held by capacity', () => {
    const [before, after] = result.client!.results.map((one) => one.result);
    // 4+6+5+5+10+10+8+6+8+10+10 = 82, from 71 on C4.
    expect(before).toMatchObject({ level: 'C4', overall: { score: 82 } });
    // Capacity 2·(2+5+7+3+3) = 40, tolerance 2·(10+10+7+7+8) = 84, knowledge 100; 0.4·40 + 0.4·84 + 0.2·100 = 69.6.
    expect(after).toMatchObject({
      level: 'C3',
      weightedLevel: 'C4',
      determinedBy: ['capacity'],
      overall: { score: 69.6 },
      dimensions: { capacity: { score: 40 }, tolerance: { score: 84 } },
    });
  });

  it('may not be assessed a third time on a day, and stays at C2 until the change is confirmed', () => {
    expect(result.client!.retest).toMatchObject({
      status: 'refused',
      nextAllowedOn: '2026-06-16',
      level: 'C2',
    });
    expect(result.client!.joint).toMatchObject({ status: 'decided', level: 'C2' });
  });
});

describe.each(LOCALES)('the account in %s', (locale) => {
  const account = tell(result, tellerFor(locale));

  it('is a page that needs no network and no script, with five charts for each width', () => {
    const page = renderPage(account, locale);
    expect(page).not.toMatch(/<script|<link|<img|src=|url\((?!#)|@import/i);
    expect(page.match(/class="chart wide"/g)).toHaveLength(5);
    expect(page.match(/class="chart narrow"/g)).toHaveLength(5);
    for (const share of ['65.2%', '22.2%', '39.4%', '6.9%']) expect(page).toContain(`>${share}<`);
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

describe('a form of one’s own', () => {
  const written = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(content));
    return path;
  };
  const told = (...words: readonly string[]): string =>
    renderTerminal(tell(run(load(optionsOf(...words))), tellerFor('en')));

  it('is looked over by itself, without a client and without answers', () => {
    const account = tell(run(load(optionsOf('--form', `${DATA}/corrected.json`))), tellerFor('en'));
    expect(account.sections.map(({ mark, title }) => `${mark} ${title}`)).toEqual([
      '1 Faults in the form',
      '2 What the form can say',
      '3 The most loss-averse answers',
      '4 How the level is put together',
    ]);
  });

  it('may come with answers and a client', () => {
    const answers = JSON.parse(readFileSync(`${DATA}/client.json`, 'utf8')).answers as Answers;
    const responses = written('responses.json', [
      answers,
      { ...answers, age: 3, horizon: 3 },
      { ...answers, age: 2, debt: 0, liquidity: 3 },
    ]);
    const files = ['--responses', responses, '--client', `${DATA}/client.json`];
    const text = told('--form', `${DATA}/corrected.json`, ...files);
    expect(text).toContain(`Answers of 3 clients from ${responses}.`);
    expect(text).toContain('8. A joint account');
  });

  it('that cannot be compiled is told what is wrong, and nothing else', () => {
    const text = told('--form', written('broken.json', { id: 'X' }));
    expect(text).toContain('cannot be used as it is');
    expect(text).toContain('validMonths');
    expect(text).toContain('None of the forms can be counted');
    expect(text).not.toContain('3. ');
  });

  refuses(parseOptions, [
    [['--client', 'x.json'], /^--client goes with a form of your own: --form FILE$/],
    [['--form'], /--form/],
  ]);
});

describe('the command line', () => {
  const start = starter('02-questionnaire');

  it('prints the account and writes the page', () => {
    const account = tell(result, tellerFor('zh-Hant'));
    const out = join(folder, 'out');
    expectAccount(start, account, { locale: 'zh-Hant', out, page: 'questionnaire.html' });
  });

  it('says in words what it cannot use', () => {
    const none = start('--form', join(folder, 'none.json'));
    expect(none).toMatchObject({ code: 1, err: expect.stringContaining('no such file') });
    const list = join(folder, 'list.json');
    writeFileSync(list, '[]');
    const { code, err } = start('--form', list);
    expect([code, err]).toEqual([1, expect.stringContaining('form: expected')]);
  });
});
