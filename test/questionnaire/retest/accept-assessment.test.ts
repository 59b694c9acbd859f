import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  acceptAssessment,
  compareLevels,
  type LevelStanding,
  RISK_LEVELS,
  type RiskLevel,
} from '../../../src/questionnaire/index.js';
import { expectRefusal, isDeeplyFrozen, wrong } from '../support.js';

const standingAfter = (...levels: readonly RiskLevel[]) =>
  levels.reduce<LevelStanding | null>(
    (standing, level) => acceptAssessment(standing, level, { confirmed: false }),
    null,
  );

describe('the acceptance of an assessment', () => {
  it('is plain for the first and for one that says the same again', () => {
    expect(standingAfter('C3')).toEqual({
      status: 'accepted',
      level: 'C3',
      change: null,
      reasons: [],
    });
    expect(standingAfter('C3', 'C3')).toMatchObject({ status: 'accepted', level: 'C3' });
  });

  it.each([
    // [assessed in turn], [what counts], [the change to confirm]; each by hand from the rule.
    [['C2', 'C4'], 'C2', { from: 'C2', to: 'C4' }],
    [['C4', 'C2'], 'C2', { from: 'C4', to: 'C2' }],
    [['C2', 'C4', 'C4'], 'C2', { from: 'C2', to: 'C4' }],
    [['C2', 'C4', 'C2'], 'C2', { from: 'C4', to: 'C2' }],
    [['C4', 'C2', 'C4'], 'C2', { from: 'C2', to: 'C4' }],
    [['C3', 'C5', 'C1', 'C4'], 'C1', { from: 'C1', to: 'C4' }],
  ] as const)('waits for a confirmation after %j', (levels, level, change) => {
    expect(standingAfter(...levels)).toMatchObject({ status: 'needs-confirmation', level, change });
  });

  it('is settled by a confirmation', () => {
    const waiting = standingAfter('C2', 'C4');
    expect(acceptAssessment(waiting, 'C4', { confirmed: true })).toEqual({
      status: 'accepted',
      level: 'C4',
      change: null,
      reasons: [],
    });
  });

  it('names on what the duty rests', () => {
    const citation = { instrument: 'Law', article: '1', verified: true };
    const standing = acceptAssessment(standingAfter('C2'), 'C3', {
      confirmed: false,
      citations: [citation],
    });
    expect(standing.reasons).toMatchObject([{ severity: 'require', citations: [citation] }]);
    expect(isDeeplyFrozen(standing)).toBe(true);
  });

  it('never lets more count than was confirmed or assessed last', () => {
    const level = fc.constantFrom(...RISK_LEVELS);
    const steps = fc.array(fc.record({ level, confirmed: fc.boolean() }), { minLength: 1 });
    fc.assert(
      fc.property(steps, (given) => {
        let before: LevelStanding | null = null;
        for (const { level: next, confirmed } of given) {
          const now: LevelStanding = acceptAssessment(before, next, { confirmed });
          expect(compareLevels(now.level, next)).toBeLessThanOrEqual(0);
          if (before !== null && !confirmed) {
            expect(compareLevels(now.level, before.level)).toBeLessThanOrEqual(0);
          }
          if (confirmed) expect(now.level).toBe(next);
          expect(acceptAssessment(JSON.parse(JSON.stringify(before)), next, { confirmed })).toEqual(
            now,
          );
          before = now;
        }
      }),
    );
  });

  it('is refused without a level, options or a standing that can be read', () => {
    const options = { confirmed: false };
    expectRefusal(() => acceptAssessment(null, wrong('C6'), options), 'unknown-value', 'next');
    expectRefusal(() => acceptAssessment(null, wrong(null), options), 'missing-value', 'next');
    expectRefusal(() => acceptAssessment(null, 'C1', wrong(null)), 'missing-value', 'options');
    expectRefusal(
      () => acceptAssessment(null, 'C1', wrong({ confirmed: 'yes' })),
      'invalid-type',
      'options.confirmed',
    );
    expectRefusal(() => acceptAssessment(wrong('C2'), 'C1', options), 'invalid-type', 'previous');
    expectRefusal(
      () => acceptAssessment(wrong({ level: 2, change: null }), 'C1', options),
      'invalid-type',
      'previous.level',
    );
    expectRefusal(
      () => acceptAssessment(wrong({ level: 'C2', change: { from: 'C2' } }), 'C1', options),
      'missing-value',
      'previous.change.to',
    );
    expectRefusal(
      () =>
        acceptAssessment(standingAfter('C2'), 'C1', wrong({ confirmed: false, citations: [null] })),
      'missing-value',
      'options.citations[0]',
    );
  });
});
