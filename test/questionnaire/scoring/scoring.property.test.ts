import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/evidence/index.js';
import {
  compareLevels,
  compileQuestionnaire,
  enumerateLevels,
  RISK_LEVELS,
  scoreQuestionnaire,
} from '../../../src/questionnaire/index.js';
import { isDeeplyFrozen, level } from '../support.js';
import { answersTo } from './answers-to.js';
import { completionsOf } from './completions.js';
import { filled } from './filled-forms.js';
import { FACTS } from './form-conditions.js';
import { forms, someFacts } from './forms.js';
import { asOf } from './small-form.js';

describe('counting and scoring', () => {
  it('agree on every completion', () => {
    fc.assert(
      fc.property(forms({ measures: false }), someFacts, (form, facts) => {
        const scorer = compileQuestionnaire(form);
        const results = completionsOf(scorer, form, {}, { asOf, facts });
        const count = (holds: (one: (typeof results)[number]['result']) => boolean): string =>
          `${results.filter(({ result }) => holds(result)).length}`;
        const found = enumerateLevels(form, {}, { facts });
        expect({
          all: found.completions,
          levels: RISK_LEVELS.map((one) => found.levels[one].completions),
          stopped: found.stopped.completions,
          unknown: found.unknown.completions,
        }).toEqual({
          all: `${results.length}`,
          levels: RISK_LEVELS.map((one) =>
            count((result) => result.status === 'scored' && result.level === one),
          ),
          stopped: count(({ status }) => status === 'stopped'),
          unknown: count(({ status }) => status === 'incomplete'),
        });
      }),
    );
  });

  it('agree on every completion of answers that are fixed', () => {
    fc.assert(
      fc.property(filled({ measures: false }, true), ({ form, scorer, answers, options }) => {
        const { facts = {} } = options;
        const results = completionsOf(scorer, form, answers, { asOf, facts });
        const found = enumerateLevels(form, answers, { facts });
        expect(found.completions).toBe(`${results.length}`);
        for (const one of RISK_LEVELS) {
          const own = results.filter(
            ({ result }) => result.status === 'scored' && result.level === one,
          );
          expect(found.levels[one].completions).toBe(`${own.length}`);
        }
      }),
    );
  });
});

describe('what is missing', () => {
  it('never makes a level that a fact then changes or takes away', () => {
    fc.assert(
      fc.property(filled({}, false), fc.record(FACTS), ({ scorer, answers, options }, more) => {
        const before = scoreQuestionnaire(scorer, answers, options);
        fc.pre(before.status !== 'incomplete');
        const facts = { ...more, ...options.facts };
        const after = scoreQuestionnaire(scorer, answers, { ...options, facts });
        expect(after.status).toBe(before.status);
        if (before.status === 'scored') expect(level(after).level).toBe(before.level);
      }),
      { numRuns: 500 },
    );
  });

  it('is imputed no higher than any form with it, and never where one of them has no level', () => {
    fc.assert(
      fc.property(
        filled({}, true),
        fc.record(FACTS),
        ({ form, scorer, answers, options }, more) => {
          const imputed = scoreQuestionnaire(scorer, answers, {
            ...options,
            missing: 'most-cautious',
          });
          fc.pre(imputed.status === 'scored');
          for (const facts of [options.facts ?? {}, { ...more, ...options.facts }]) {
            for (const { result } of completionsOf(scorer, form, answers, { ...options, facts })) {
              expect(result.status).not.toBe('stopped');
              if (result.status !== 'scored') continue;
              expect(compareLevels(level(imputed).level, result.level)).toBeLessThanOrEqual(0);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is named wherever no level is given for want of it', () => {
    fc.assert(
      fc.property(filled({}, true), ({ scorer, answers, options }) => {
        for (const missing of ['incomplete', 'most-cautious'] as const) {
          const result = scoreQuestionnaire(scorer, answers, { ...options, missing });
          if (result.status !== 'incomplete') continue;
          expect(result.missing.length + result.missingFacts.length).toBeGreaterThan(0);
          expect(result.reasons.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('more points', () => {
  it('never lower the level, with ceilings by facts or without', () => {
    fc.assert(
      fc.property(
        filled({ rules: false, ceilingsByFacts: true, showIf: false }, false),
        fc.nat({ max: 3 }),
        ({ form, scorer, answers, options }, which) => {
          const item = form.items[which % form.items.length]!;
          const results = answersTo(item).map((answer) =>
            scoreQuestionnaire(scorer, { ...answers, [item.id]: answer }, options),
          );
          const scored = results
            .flatMap((result) => (result.status === 'scored' ? [result] : []))
            .map((result) => ({
              level: result.level,
              points: result.contributions.find((one) => one.item === item.id)?.points ?? 0,
            }))
            .sort((a, b) => a.points - b.points);
          for (let i = 1; i < scored.length; i++) {
            const [a, b] = [scored[i - 1]!, scored[i]!];
            if (item.dimension === null || a.points === b.points) expect(a.level).toBe(b.level);
            expect(compareLevels(a.level, b.level)).toBeLessThanOrEqual(0);
          }
        },
      ),
    );
  });
});

describe('a result', () => {
  it('is frozen, plain, the same for any order of the answers, and leaves its arguments alone', () => {
    fc.assert(
      fc.property(filled({}, true), ({ form, scorer, answers, options }) => {
        const before = canonicalJson({ form, answers, options } as never);
        for (const missing of ['incomplete', 'most-cautious'] as const) {
          const result = scoreQuestionnaire(scorer, answers, { ...options, missing });
          const turned = Object.fromEntries(Object.entries(answers).reverse());
          const again = scoreQuestionnaire(scorer, turned, { ...options, missing });
          expect(canonicalJson(again as never)).toBe(canonicalJson(result as never));
          expect(isDeeplyFrozen(result)).toBe(true);
          expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        }
        expect(canonicalJson({ form, answers, options } as never)).toBe(before);
      }),
    );
  });

  it('is the same for the definition’s copy through JSON, and for the definition as it was checked', () => {
    fc.assert(
      fc.property(filled({}, true), ({ form, scorer, answers, options }) => {
        const result = scoreQuestionnaire(scorer, answers, options);
        for (const copy of [form, scorer.definition]) {
          const other = compileQuestionnaire(JSON.parse(JSON.stringify(copy)));
          expect(scoreQuestionnaire(other, answers, options)).toEqual(result);
          expect(other.definition).toEqual(scorer.definition);
        }
      }),
    );
  });
});
