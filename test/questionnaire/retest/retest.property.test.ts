import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type PlainDate } from '../../../src/dates/index.js';
import { canonicalJson } from '../../../src/evidence/index.js';
import {
  CN_RETEST_POLICY,
  checkRetest,
  compareLevels,
  type PastAssessment,
  RISK_LEVELS,
} from '../../../src/questionnaire/index.js';
import { isDeeplyFrozen } from '../support.js';

const asOf = '2027-06-15';

const row: fc.Arbitrary<Omit<PastAssessment, 'id'>> = fc.record({
  assessedAt: fc
    .record({
      // Two thirds of the year before, so that limits are met; some after.
      day: fc.integer({ min: -250, max: 20 }).map((days) => addDays(asOf, days)),
      clock: fc.constantFrom('', 'T00:00:00+08:00', 'T15:59:59Z', 'T08:30:00.25Z'),
    })
    .map(({ day, clock }) => `${day}${clock}`),
  level: fc.constantFrom(...RISK_LEVELS),
  confirmed: fc.boolean(),
});

const histories = fc
  .array(row, { maxLength: 14 })
  .map((rows) => rows.map((one, index) => ({ id: `a${index}`, ...one })));

const check = (history: readonly PastAssessment[], on: PlainDate = asOf) =>
  checkRetest(history, CN_RETEST_POLICY, { asOf: on });

describe('checkRetest', () => {
  it('says the same in any order, with repeated rows, and leaves the rows alone', () => {
    const shuffled = histories.chain((history) =>
      fc.record({
        history: fc.constant(history),
        other: fc.shuffledSubarray([...history, ...history], { minLength: 2 * history.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ history, other }) => {
        const before = JSON.stringify(history);
        const bytes = canonicalJson(check(history));
        expect(canonicalJson(check(other))).toBe(bytes);
        expect(JSON.stringify(history)).toBe(before);
        expect(isDeeplyFrozen(check(history))).toBe(true);
        expect(canonicalJson(check(JSON.parse(before)))).toBe(bytes);
      }),
    );
  });

  it('allows one more on the day that it names, and on none before', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { nextAllowedOn, status } = check(history);
        expect(nextAllowedOn === asOf).toBe(status === 'allowed');
        expect(check(history, nextAllowedOn!).status).toBe('allowed');
        if (status === 'refused') {
          expect(check(history, addDays(nextAllowedOn!, -1)).status).toBe('refused');
        }
      }),
    );
  });

  it('never allows more with one more assessment', () => {
    fc.assert(
      fc.property(histories, row, (history, one) => {
        const fewer = check(history);
        const more = check([...history, { id: 'one more', ...one }]);
        expect(more.usedToday).toBeGreaterThanOrEqual(fewer.usedToday);
        expect(more.usedInTwelveMonths).toBeGreaterThanOrEqual(fewer.usedInTwelveMonths);
        expect(more.nextAllowedOn! >= fewer.nextAllowedOn!).toBe(true);
      }),
    );
  });

  it('never allows anything on a history of which a row cannot be read', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, place) => {
        const broken = [...history];
        broken.splice(place % (history.length + 1), 0, null as never);
        const result = check(broken);
        expect(result.status).not.toBe('allowed');
        expect(result.level).toBe(null);
        expect(result.failures).toHaveLength(1);
        expect(result.usedInTwelveMonths).toBe(check(history).usedInTwelveMonths);
      }),
    );
  });

  it('never lets a level count above the last one assessed', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { level, last, validity } = check(history);
        expect(level === null).toBe(validity !== 'valid');
        if (level !== null) expect(compareLevels(level, last!.level)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
