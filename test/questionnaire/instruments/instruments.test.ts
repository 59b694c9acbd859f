import { describe, expect, it } from 'vitest';
import scenario from '../../../examples/data/scenario/questionnaire.json' with { type: 'json' };
import {
  compileQuestionnaire,
  grableLytton,
  type LocalisedText,
  publishedBands,
  type QuestionnaireDefinition,
  scoreQuestionnaire,
  timeHorizonSection,
  twelveItemQuestionnaire,
} from '../../../src/questionnaire/index.js';
import bandSets from '../../fixtures/questionnaire/cn-score-bands.json' with { type: 'json' };
import published from '../../fixtures/questionnaire/grable-lytton-13.json' with { type: 'json' };
import horizon from '../../fixtures/questionnaire/time-horizon.json' with { type: 'json' };
import { isDeeplyFrozen } from '../support.js';

const asOf = '2026-03-02';

const textsOf = (definition: Pick<QuestionnaireDefinition, 'items'>): readonly LocalisedText[] =>
  definition.items.flatMap((item) => [
    ...(item.text === undefined ? [] : [item.text]),
    ...('options' in item && item.options !== undefined ? item.options : []),
  ]);

/** One answer for each item. */
const answer = (
  definition: QuestionnaireDefinition,
  choose: (points: readonly number[]) => number,
) =>
  Object.fromEntries(
    definition.items.map((item) => [item.id, 'points' in item ? choose(item.points) : 0]),
  );

const lowest = (points: readonly number[]) => points.indexOf(Math.min(...points));
const highest = (points: readonly number[]) => points.indexOf(Math.max(...points));

describe('the questionnaire of twelve items', () => {
  const { items } = twelveItemQuestionnaire;

  it('scores as the scenario’s form does', () => {
    const key = ({ id, factor, dimension, weight, ...rest }: (typeof items)[number]) => ({
      id,
      factor,
      dimension,
      weight,
      points: 'points' in rest ? rest.points : [],
    });
    expect(items.map(key)).toEqual(scenario.items);
    expect(twelveItemQuestionnaire).toMatchObject({
      validMonths: scenario.validMonths,
      bands: scenario.bands,
      overallWeights: scenario.overallWeights,
      mandatory: scenario.mandatory,
    });
    const scorer = compileQuestionnaire(twelveItemQuestionnaire);
    expect(scoreQuestionnaire(scorer, scenario.answers, { asOf })).toMatchObject({ level: 'C3' });
  });

  it('has a text for every question and option in three languages, none twice in a question', () => {
    for (const item of items) {
      const options = 'options' in item ? (item.options ?? []) : [];
      expect(options).toHaveLength('points' in item ? item.points.length : -1);
      for (const locale of ['zh-Hans', 'zh-Hant', 'en'] as const) {
        const texts = [item.text!, ...options].map((one) => one[locale]);
        expect(
          texts.filter((one) => one.trim().length < 2 || /[{}]|TODO|\.\.\./.test(one)),
        ).toEqual([]);
        expect(new Set(texts).size).toBe(texts.length);
      }
    }
    expect(twelveItemQuestionnaire.title?.en).toBe('Risk questionnaire');
  });

  it('writes Chinese without spaces and each script in its own characters', () => {
    const texts = [...textsOf(twelveItemQuestionnaire), ...textsOf(timeHorizonSection)];
    for (const text of texts) {
      expect(text['zh-Hans']).not.toMatch(/\s|[閣貸償資產損賺億萬歲獲認為當繼續賣]/);
      expect(text['zh-Hant']).not.toMatch(/\s|您|[贷偿资产损亿万岁获认为当继续卖满经]/);
      expect(text.en).toMatch(/^[\x20-\x7e’]+$/);
    }
  });

  it('asks each question as one, without a negation', () => {
    for (const { text } of items) {
      expect(text!.en.match(/\?/g)).toHaveLength(1);
      expect(text!['zh-Hans'].match(/？/g)).toHaveLength(1);
      expect(text!.en).not.toMatch(/\b(not|never|don't|no)\b/i);
      expect(text!['zh-Hans']).not.toMatch(/不|没/);
    }
  });

  it('has options whose figures rise with the points, or fall where less is safer', () => {
    const figures = (id: string) => {
      const item = items.find((one) => one.id === id)!;
      const options = 'options' in item ? (item.options ?? []) : [];
      return options.map((one) => Math.max(0, ...numbers(one.en)));
    };
    // Lowest age, horizon and the like by reading; the numbers in the English texts in the order of the options.
    expect(figures('Q01')).toEqual([30, 45, 55, 64, 65]);
    expect(figures('Q02')).toEqual([100_000, 200_000, 500_000, 1_000_000, 1_000_000]);
    expect(figures('Q03')).toEqual([0, 20, 40, 40]);
    expect(figures('Q05')).toEqual([1, 3, 5, 5]);
    expect(figures('Q07')).toEqual([2, 5, 8, 8]);
    expect(figures('Q08')).toEqual([2000, 8000, 20_000, 40_000]);
    expect(figures('Q10')).toEqual([0, 5000, 10_000, 20_000, 20_000]);
    expect(figures('Q11')).toEqual([0, 2, 5, 5]);
  });

  it('names the same figures in every language', () => {
    for (const text of [...textsOf(twelveItemQuestionnaire), ...textsOf(timeHorizonSection)]) {
      const hans = numbers(text['zh-Hans'].replace(/(\d+)万/g, (_, n) => `${n}0000`));
      const hant = numbers(text['zh-Hant']);
      const english = numbers(text.en);
      const sorted = (list: readonly number[]) => [...new Set(list)].sort((a, b) => a - b);
      // Spelled out in the Chinese texts: 一年, 三年, 半年.
      const spoken = english.filter((n) => hans.includes(n) || n > 12);
      expect(sorted(hans)).toEqual(sorted(hant));
      expect(sorted(hans)).toEqual(sorted(spoken));
    }
  });

  it('is frozen and reaches every level', () => {
    expect(isDeeplyFrozen(twelveItemQuestionnaire)).toBe(true);
    const scorer = compileQuestionnaire(twelveItemQuestionnaire);
    const level = (choose: (points: readonly number[]) => number) =>
      scoreQuestionnaire(scorer, answer(twelveItemQuestionnaire, choose), { asOf });
    expect(level(lowest)).toMatchObject({ level: 'C1' });
    expect(level(highest)).toMatchObject({ level: 'C5' });
  });
});

describe('the 13-item scale of Grable and Lytton', () => {
  const { definition, bandNames, reliability } = grableLytton;
  const scorer = compileQuestionnaire(definition);

  it('has the published key', () => {
    expect(definition.items.map((item) => [item.id, 'points' in item ? item.points : []])).toEqual(
      published.items.map(({ id, points }) => [id, Object.values(points)]),
    );
    expect(isDeeplyFrozen(grableLytton)).toBe(true);
    expect(textsOf(definition)).toEqual([]);
  });

  it('runs from 13 to 47 points', () => {
    const score = (choose: (points: readonly number[]) => number) =>
      scoreQuestionnaire(scorer, answer(definition, choose), { asOf });
    const [low, high] = published.range;
    expect(score(lowest)).toMatchObject({ level: 'C1', overall: { score: low } });
    expect(score(highest)).toMatchObject({ level: 'C5', overall: { score: high } });
  });

  it('has the published bands', () => {
    expect(definition.bands.map(({ from }) => from)).toEqual(
      published.bands.map(({ min }) => min ?? published.range[0]),
    );
    expect(bandNames.map((name) => name.replace(' ', '-'))).toEqual(
      published.bands.map(({ label }) => label.replace('/moderate', '')),
    );
  });

  it('needs every answer', () => {
    const { q7: _, ...given } = answer(definition, lowest);
    expect(scoreQuestionnaire(scorer, given, { asOf })).toMatchObject({
      status: 'incomplete',
      missing: ['q7'],
    });
  });

  it('quotes the published alpha', () => {
    const { value, n } = published.published.cronbach_alpha;
    expect(reliability).toMatchObject({ alpha: value, n });
  });
});

describe('the published bands', () => {
  const sets = Object.values(publishedBands);

  /** Where the bands begin, by the published texts: `16-35`, `20-<37`, `>=81`, `<20`, `<=15`. */
  const startsOf = (set: (typeof bandSets.bands)[number]) =>
    [set.C1, set.C2, set.C3, set.C4, set.C5].map((text) =>
      text.startsWith('<') ? 0 : Number(/\d+/.exec(text)![0]),
    );

  it('are those of the forms', () => {
    expect(sets.map(({ bands }) => bands.map(({ from }) => from))).toEqual(
      bandSets.bands.map(startsOf),
    );
    expect(sets.every(({ confidence }) => confidence === 'found-in-text')).toBe(true);
    expect(isDeeplyFrozen(publishedBands)).toBe(true);
  });

  it('quote the address and the version that are known', () => {
    expect(bandSets.bands[1]!.who).toContain(publishedBands.founderSecurities.address);
    expect(bandSets.bands[2]!.who).toContain(publishedBands.suzhouBank.version);
  });

  it('come with the knock-out of the private-fund form, which overrules the sum', () => {
    const { bands, knockOut } = publishedBands.privateFund;
    expect(knockOut).toEqual({ item: 12, option: 'lowest', outcome: 'lowest-level' });
    const items = Array.from({ length: 12 }, (_, index) => ({
      id: `q${index + 1}`,
      factor: 'any',
      dimension: 'all',
      weight: 1,
      points: [1, 2, 3, 4, 5],
    }));
    const form: QuestionnaireDefinition = {
      id: 'private',
      validMonths: 12,
      scale: 'points',
      bands,
      mandatory: [],
      items,
      knockOuts: [
        {
          id: 'item-12',
          when: { left: { answer: items[knockOut!.item - 1]!.id }, is: '=', right: 0 },
          outcome: knockOut!.outcome,
        },
      ],
    };
    const scorer = compileQuestionnaire(form);
    const score = (last: number) =>
      scoreQuestionnaire(scorer, { ...answer(form, highest), q12: last }, { asOf });
    // 11 · 5 + 1 = 56 points are C5 by the sum; 11 · 5 + 2 = 57 as well.
    expect(score(0)).toMatchObject({ level: 'C1' });
    expect(score(1)).toMatchObject({ level: 'C5', overall: { score: 57 } });
  });
});

describe('the section on the time horizon', () => {
  const { items, knockOut, suggestion } = timeHorizonSection;
  const form: QuestionnaireDefinition = {
    id: 'with-horizon',
    validMonths: 12,
    bands: [
      { from: 0, level: 'C1' },
      { from: 50, level: 'C4' },
    ],
    overallWeights: { horizon: 0.5, tolerance: 0.5 },
    mandatory: [],
    items: [
      ...items,
      { id: 'loss', factor: 'maxLoss', dimension: 'tolerance', weight: 1, points: [0, 5, 10] },
    ],
    knockOuts: [knockOut],
  };
  const scorer = compileQuestionnaire(form);

  it('has the published points', () => {
    expect(items.map(({ points }) => points)).toEqual([
      Object.values(horizon.q1_withdraw_start),
      Object.values(horizon.q2_spend_over),
    ]);
    expect(suggestion).toEqual({ shortTermBonds: 0.4, cash: 0.6 });
    expect(isDeeplyFrozen(timeHorizonSection)).toBe(true);
  });

  it('stops whoever has fewer than three points, whatever the tolerance', () => {
    items[0]!.points.forEach((start, first) => {
      items[1]!.points.forEach((length, second) => {
        const answers = { 'horizon-start': first, 'horizon-length': second, loss: 2 };
        const { status } = scoreQuestionnaire(scorer, answers, { asOf });
        expect([start, length, status]).toEqual([
          start,
          length,
          start + length < 3 ? 'stopped' : 'scored',
        ]);
      });
    });
  });
});

function numbers(text: string): readonly number[] {
  return (text.match(/\d[\d,]*/g) ?? []).map((one) => Number(one.replaceAll(',', '')));
}
