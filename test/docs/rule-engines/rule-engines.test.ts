import { compilePack, decide, type RuleFacts } from 'aptfolio/rules';
import jsonLogic from 'json-logic-js';
import { Engine } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import { type Condition, type Facts, readCondition } from './conditions.js';
import {
  answerOf,
  askJsonLogic,
  askJsonRulesEngine,
  askOurs,
  jsonRule,
  packWith,
} from './engines.js';
import { rowsAfter } from './tables.js';
import { askZen, askZenNode, askZenTable, ZEN } from './zen.js';

const ALLOWING = { allowUndefinedFacts: true };

/** Leaves out the engine whose native part is not to be had on every machine. */
function run<T extends object>(answers: T): Partial<T> {
  const { 'zen-engine': _, ...others } = answers as Record<string, unknown>;
  return (ZEN === undefined ? others : answers) as Partial<T>;
}

async function answersTo(condition: Condition, facts: Facts) {
  return {
    'json-rules-engine': await askJsonRulesEngine(condition, facts),
    'json-logic-js': await askJsonLogic(condition, facts),
    'zen-engine': ZEN === undefined ? 'throws' : await askZen(condition, facts),
    aptfolio: askOurs(condition, facts),
  };
}

describe.each([
  ['absent', { risk: 5 }, 6],
  ['none', { risk: 5, level: null }, 5],
] as const)('what engines answer where the level is %s', (mark, facts, count) => {
  const rows = rowsAfter(mark);

  it('is all that the document says', () => {
    expect(rows).toHaveLength(count);
  });

  it.each(rows)('%s', async (text, said) => {
    const condition = readCondition(text);
    const allowing = await askJsonRulesEngine(condition, facts, ALLOWING);
    const answers = await answersTo(condition, facts);
    expect(run(said)).toEqual(run({ ...answers, 'told to allow undefined facts': allowing }));
  });
});

describe('one rule written in two ways', () => {
  it.each(rowsAfter('tables'))('%s', async (text, said) => {
    const [, condition = '', then = '', otherwise = ''] =
      /^if (.*) then (\w+), else (\w+)$/.exec(text) ?? [];
    const read = readCondition(condition);
    const [, is = '', number = 0] = condition.split(' ');
    const blocks = then === 'block' ? read : { not: read };
    const zen = await (ZEN === undefined
      ? undefined
      : askZenTable(`${is} ${number}`, [then, otherwise], {}));
    expect(run(said)).toEqual(
      run({
        'json-logic-js': jsonLogic.apply({
          if: [{ [is]: [{ var: 'level' }, Number(number)] }, then, otherwise],
        } as never),
        'zen-engine': zen?.result.answer,
        aptfolio: askOurs(blocks, {}) === 'unknown' ? 'undetermined' : 'decided',
      }),
    );
  });
});

describe('what else engines answer', () => {
  const others = new Map(rowsAfter('others'));
  const said = (start: string) => {
    const found = [...others].find(([text]) => text.startsWith(start));
    return run(found?.[1] ?? {});
  };

  it('is checked row by row', () => {
    expect(others.size).toBe(9);
  });

  it.each(['level < 3 or risk > 3', 'risk > 3 or level < 3'])('%s', async (text) => {
    expect(said(`${text}, level absent`)).toEqual(
      run(await answersTo(readCondition(text), { risk: 5 })),
    );
  });

  it('by its priority json-rules-engine looks first at the part that is certain', async () => {
    const parts = [
      { ...jsonRule(readCondition('level < 3')), priority: 1 },
      { ...jsonRule(readCondition('risk > 3')), priority: 2 },
    ];
    const engine = new Engine([{ conditions: { any: parts }, event: { type: 'RULE' } } as never]);
    expect((await engine.run({ risk: 5 })).events).toHaveLength(1);
  });

  it('of two rules one needs what is absent', async () => {
    const [open, certain] = [readCondition('level < 3'), readCondition('risk > 3')];
    const facts = { risk: 5 };
    const engine = new Engine(
      [open, certain].map((one) => ({
        conditions: { all: [jsonRule(one)] } as never,
        event: { type: 'RULE' },
      })),
    );
    const pack = packWith({ left: { fact: 'level' }, is: '<', right: 3 }, [
      { left: { fact: 'risk' }, is: '>', right: 3 },
    ]);
    const { status, deciding, standings } = decide(compilePack(pack), facts, {
      asOf: '2026-06-15',
    });
    expect([status, deciding, standings.RULE]).toEqual(['block', ['RULE-2'], 'unknown']);
    expect(said('of two rules')).toEqual(
      run({
        'json-rules-engine': await answerOf(
          async () => (await engine.run(facts)).events.length > 0,
        ),
        'json-logic-js': 'each alone',
        'zen-engine': await answerOf(async () => {
          await askZenNode(['level < 3', 'risk > 3'], facts);
          return true;
        }),
        aptfolio: 'reported',
      }),
    );
  });

  it.each(['C2', '2'])('a level that is the text %s', async (level) => {
    expect(said(`the level is ${level},`)).toEqual(
      run(await answersTo(readCondition('level < 3'), { level })),
    );
  });

  it('a rule names a fact that nobody declared', async () => {
    const facts = { level: 2 };
    const wrong = readCondition('levle < 3');
    const absent = readCondition('level < 3');
    const row = said('a rule names');
    expect(row['json-rules-engine']).toBe(await askJsonRulesEngine(wrong, facts));
    expect(row['json-logic-js']).toBe('as if absent');
    expect(await askJsonLogic(wrong, facts)).toBe(await askJsonLogic(absent, {}));
    if (ZEN !== undefined) {
      expect(row['zen-engine']).toBe('as if absent');
      expect(await askZen(wrong, facts)).toBe(await askZen(absent, {}));
    }
    expect(row.aptfolio).toBe(askOurs(wrong, facts));
  });

  it('a tenth and two tenths', async () => {
    const pack = packWith({ left: { plus: [0.1, { fact: 'risk' }] }, is: '<=', right: 0.3 });
    const { deciding } = decide(compilePack(pack), { risk: 0.2 }, { asOf: '2026-06-15' });
    expect(said('0.1 + 0.2')).toEqual(
      run({
        'json-rules-engine': '–',
        'json-logic-js': String(jsonLogic.apply({ '<=': [{ '+': [0.1, 0.2] }, 0.3] })),
        'zen-engine': String(await ZEN?.evaluateExpression('0.1 + 0.2 <= 0.3', {})),
        aptfolio: String(deciding.length === 1),
      }),
    );
  });

  const EARLY = { left: { fact: 'assessedOn' }, is: '<', right: '2026-06-15' } as const;

  it('a day that there is not', async () => {
    const facts = { assessedOn: '2026-02-30' };
    const condition = { fact: 'assessedOn', operator: 'lessThan', value: '2026-06-15' };
    const engine = new Engine([{ conditions: { all: [condition] }, event: { type: 'RULE' } }]);
    const formula = { '<': [{ var: 'assessedOn' }, '2026-06-15'] };
    expect(said('assessed on 2026-02-30')).toEqual(
      run({
        'json-rules-engine': await answerOf(
          async () => (await engine.run(facts)).events.length > 0,
        ),
        'json-logic-js': await answerOf(() => jsonLogic.apply(formula as never, facts)),
        'zen-engine': String(
          await ZEN?.evaluateExpression('d(assessedOn) < d("2026-06-15")', facts),
        ),
        aptfolio: refuses(facts) ? 'refused' : 'decided',
      }),
    );
  });

  it('an assessment of which nobody says the day', async () => {
    const expired = {
      left: { addMonths: [{ fact: 'assessedOn' }, 12] },
      is: '<',
      right: '2026-06-15',
    } as const;
    const { standings } = decide(compilePack(packWith(expired)), {}, { asOf: '2026-06-15' });
    const text = 'd(assessedOn).add("12M") < d("2026-06-15")';
    expect(said('the day of the assessment')).toEqual(
      run({
        'json-rules-engine': '–',
        'json-logic-js': '–',
        'zen-engine': String(await ZEN?.evaluateExpression(text, {})),
        aptfolio: standings.RULE,
      }),
    );
  });

  function refuses(facts: RuleFacts): boolean {
    try {
      decide(compilePack(packWith(EARLY)), facts, { asOf: '2026-06-15' });
      return false;
    } catch {
      return true;
    }
  }
});

describe('what the document says of engines in words', () => {
  it('json-rules-engine returns what its conditions read', async () => {
    const conditions = { all: [jsonRule(readCondition('risk > level'))] } as never;
    const { results } = await new Engine([{ conditions, event: { type: 'RULE' } }]).run({
      risk: 5,
      level: 3,
    });
    expect(results[0]?.toJSON(false)).toMatchObject({
      conditions: { all: [{ factResult: 5, valueResult: 3, result: true }] },
    });
  });

  it('in json-rules-engine a rule sees what another one sets if its priority is lower', async () => {
    const engineWith = (setter: number, reader: number): Engine => {
      const engine = new Engine([], ALLOWING);
      engine.addRule({
        priority: setter,
        conditions: { all: [jsonRule(readCondition('risk > 3'))] } as never,
        event: { type: 'set' },
        onSuccess: (_, almanac) => void almanac.addFact('flag', 1),
      });
      engine.addRule({
        priority: reader,
        conditions: { all: [jsonRule(readCondition('flag = 1'))] } as never,
        event: { type: 'read' },
      });
      return engine;
    };
    expect((await engineWith(2, 1).run({ risk: 5 })).events).toHaveLength(2);
    expect((await engineWith(1, 2).run({ risk: 5 })).events).toHaveLength(1);
  });

  it('json-rules-engine asks for facts while it runs', async () => {
    const conditions = { all: [jsonRule(readCondition('level < 3'))] } as never;
    const engine = new Engine([{ conditions, event: { type: 'RULE' } }]);
    engine.addFact('level', async () => 2);
    expect((await engine.run()).events).toHaveLength(1);
  });

  if (ZEN !== undefined) {
    it('zen-engine says which row matched, and how long it took', async () => {
      const result = await askZenTable('< 3', ['block', 'allow'], { level: 2 });
      expect(result.trace?.node?.traceData).toMatchObject({
        index: 0,
        reference_map: { level: 2 },
        rule: { _description: 'Order, 12' },
      });
      expect(result.performance).toMatch(/s$/);
    });

    it('zen-engine reads the clock where it is given no date', async () => {
      expect(await ZEN?.evaluateExpression('d() > d("2024-01-01")', {})).toBe(true);
    });
  }
});
