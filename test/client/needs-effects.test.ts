import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACTION_KINDS,
  type ActionOutcome,
  actionEffects,
  CONTACT_RESPONSES,
  clientMessages,
} from '../../src/client/index.js';
import { canonicalJson, formatReason } from '../../src/evidence/index.js';
import { expectRefusal, frozenCopy, isDeeplyFrozen, wrong } from './support.js';

const plain = {
  action: 'get-cover',
  vulnerable: false,
  response: 'none',
  complaint: false,
} as const;

/** So many outcomes, of which the first ones have something changed. */
const outcomes = (
  n: number,
  few: number,
  change: Partial<ActionOutcome>,
  base: Partial<ActionOutcome> = {},
): readonly ActionOutcome[] =>
  Array.from({ length: n }, (_, index) => ({
    ...plain,
    ...base,
    id: `${JSON.stringify(base)}${index}`,
    ...(index < few ? change : {}),
  }));

describe('the effects of actions', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3, as printed there.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('come with the Wilson interval of %i of %i', (count, n, low, high) => {
    const { others } = actionEffects(outcomes(n, count, { response: 'accepted' }), {
      minimumSample: 20,
    });
    const [effect] = others;
    if (effect?.accepted.status !== 'ok') throw new Error('too few');
    expect(effect.accepted).toMatchObject({ count, n, share: count / n });
    expect(effect.accepted.interval.low).toBeCloseTo(low, 4);
    expect(effect.accepted.interval.high).toBeCloseTo(high, 4);
  });

  it('stand apart for vulnerable clients, and for those of whom nobody knows', () => {
    const rows = [
      ...outcomes(90, 1, { complaint: true }),
      ...outcomes(40, 20, { complaint: true }, { vulnerable: true }),
      ...outcomes(5, 5, { response: 'declined' }, { vulnerable: null }),
    ];
    const { vulnerable, others, unknown } = actionEffects(rows);
    // Together 21 of 130 would be 16 %, where half of the vulnerable complain.
    expect(vulnerable[0]?.complaints).toMatchObject({ status: 'ok', count: 20, n: 40, share: 0.5 });
    expect(others[0]?.complaints).toMatchObject({ status: 'ok', count: 1, n: 90 });
    expect(unknown[0]?.declined).toMatchObject({ status: 'insufficient', count: 5, n: 5 });
  });

  it('give counts, but no share, of fewer cases than the minimum', () => {
    const effects = (n: number) => actionEffects(outcomes(n, 3, { response: 'declined' }));
    expect(effects(30).others[0]?.declined).toMatchObject({ status: 'ok', share: 0.1 });
    const few = effects(29).others[0]!;
    expect(few.declined).toMatchObject({
      status: 'insufficient',
      count: 3,
      n: 29,
      minimumSample: 30,
    });
    expect(few.declined).not.toHaveProperty('share');
    if (few.declined.status === 'ok') throw new Error('enough');
    expect(formatReason(clientMessages, few.declined.reason, 'en')).toBe(
      'The number of cases, 29, is below 30: counts are given, but no share.',
    );
  });

  it('come by kind, in the order of the kinds, and are none without outcomes', () => {
    const rows = [
      { ...plain, id: '1', action: 'notify' },
      { ...plain, id: '2', action: 'repay-debt' },
    ] as const;
    expect(actionEffects(rows).others.map(({ action }) => action)).toEqual([
      'repay-debt',
      'notify',
    ]);
    expect(actionEffects([])).toEqual({
      vulnerable: [],
      others: [],
      unknown: [],
      duplicates: 0,
      failures: [],
    });
  });

  it('count a row that comes twice once, and none of two that contradict each other', () => {
    const row = { ...plain, id: '1' };
    const twice = actionEffects([row, { ...row }]);
    expect([twice.others[0]?.offered, twice.duplicates]).toEqual([1, 1]);
    const torn = actionEffects([row, { ...row, complaint: true }, { ...row, id: '2' }]);
    expect(torn.others[0]?.offered).toBe(1);
    expect(torn.failures.map(({ issues }) => [issues[0]?.code, issues[0]?.path])).toEqual([
      ['duplicate-id', 'outcomes[0].id'],
      ['duplicate-id', 'outcomes[1].id'],
    ]);
  });
});

describe('broken outcomes', () => {
  it.each([
    [null, 'missing-value', 'outcomes[1]'],
    [{ ...plain, id: '' }, 'empty', 'outcomes[1].id'],
    [{ ...plain, id: 'x', action: 'sell' }, 'unknown-value', 'outcomes[1].action'],
    [{ ...plain, id: 'x', vulnerable: undefined }, 'missing-value', 'outcomes[1].vulnerable'],
    [{ ...plain, id: 'x', response: 'maybe' }, 'unknown-value', 'outcomes[1].response'],
    [{ ...plain, id: 'x', complaint: 0 }, 'invalid-type', 'outcomes[1].complaint'],
  ] as const)('lose no other: %o', (row, code, path) => {
    const { others, failures } = actionEffects([{ ...plain, id: '1' }, wrong(row)]);
    expect(others[0]?.offered).toBe(1);
    expect(failures).toMatchObject([{ row: 1, issues: [{ code, path }] }]);
  });

  it.each([
    [null, {}, 'missing-value', 'outcomes'],
    [[], null, 'missing-value', 'options'],
    [[], { minimumSample: 0 }, 'out-of-range', 'options.minimumSample'],
    [[], { confidence: 1 }, 'out-of-range', 'options.confidence'],
    [[], { confidence: Number.NaN }, 'not-finite', 'options.confidence'],
  ] as const)('and options are refused: %o %o', (rows, options, code, path) => {
    expectRefusal(() => actionEffects(wrong(rows), wrong(options)), code, path);
  });
});

describe('the effects of any outcomes', () => {
  const rows = fc
    .array(
      fc.record({
        action: fc.constantFrom(...ACTION_KINDS),
        vulnerable: fc.constantFrom(true, false, null),
        response: fc.constantFrom(...CONTACT_RESPONSES),
        complaint: fc.boolean(),
      }),
      { maxLength: 40 },
    )
    .map((list): readonly ActionOutcome[] => list.map((row, i) => ({ ...row, id: `${i}` })));

  it('do not depend on the order, nor on rows that come twice', () => {
    fc.assert(
      fc.property(
        rows.chain((list) =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray([...list], { minLength: list.length }),
            fc.subarray([...list]),
          ),
        ),
        ([list, shuffled, again]) => {
          const options = { minimumSample: 3 };
          const { duplicates, ...effects } = actionEffects([...shuffled, ...again], options);
          expect(duplicates).toBe(again.length);
          const { duplicates: _, ...once } = actionEffects(list, options);
          expect(canonicalJson(effects)).toBe(canonicalJson(once));
        },
      ),
    );
  });

  it('lose no outcome, are frozen, survive JSON and leave the rows alone', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const result = actionEffects(frozenCopy(list), { minimumSample: 2 });
        const all = [...result.vulnerable, ...result.others, ...result.unknown];
        expect(all.reduce((sum, { offered }) => sum + offered, 0)).toBe(list.length);
        expect(isDeeplyFrozen(result)).toBe(true);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });
});
