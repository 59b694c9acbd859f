import { describe, expect, it } from 'vitest';
import {
  compareLevels,
  lowestLevel,
  lowestOfOwners,
  RISK_LEVELS,
} from '../../src/questionnaire/index.js';
import { expectRefusal, isDeeplyFrozen, wrong } from './support.js';

describe('levels', () => {
  it('ascend from the most cautious', () => {
    expect(
      ['C4', 'C1', 'C5', 'C3', 'C2'].sort((a, b) => compareLevels(wrong(a), wrong(b))),
    ).toEqual(RISK_LEVELS);
    expect(compareLevels('C3', 'C3')).toBe(0);
  });

  it('have a lowest one', () => {
    expect(lowestLevel(['C4', 'C2', 'C5'])).toBe('C2');
    expect(lowestLevel(['C5'])).toBe('C5');
  });

  it('are refused when unknown', () => {
    expectRefusal(() => compareLevels('C1', wrong('c2')), 'unknown-value', 'b');
    expectRefusal(() => compareLevels(wrong(undefined), 'C1'), 'missing-value', 'a');
    expectRefusal(() => lowestLevel([]), 'empty', 'levels');
    expectRefusal(() => lowestLevel(wrong('C1')), 'invalid-type', 'levels');
    expectRefusal(() => lowestLevel(['C1', wrong('C6')]), 'unknown-value', 'levels[1]');
  });
});

describe('joint owners (A16)', () => {
  const owners = [
    { id: 'b', level: 'C2' },
    { id: 'a', level: 'C5' },
    { id: 'c', level: 'C2' },
  ] as const;

  it('count as the most prudent of them, never as an average', () => {
    const joint = lowestOfOwners(owners);
    expect(joint.level).toBe('C2');
    expect(joint.determinedBy).toEqual(['b', 'c']);
    expect(joint.reasons).toMatchObject([
      { code: 'questionnaire.joint-lowest', parameters: { level: 'C2', highest: 'C5', owners: 3 } },
    ]);
    expect(isDeeplyFrozen(joint)).toBe(true);
  });

  it('give the same result in any order', () => {
    expect(lowestOfOwners([...owners].reverse())).toEqual(lowestOfOwners(owners));
  });

  it('need no reason where there is only one', () => {
    expect(lowestOfOwners([owners[1]])).toEqual({ level: 'C5', determinedBy: ['a'], reasons: [] });
  });

  it('are refused without a level, an id or any owner', () => {
    expectRefusal(() => lowestOfOwners([]), 'empty', 'owners');
    expectRefusal(() => lowestOfOwners([wrong(null)]), 'missing-value', 'owners[0]');
    expectRefusal(() => lowestOfOwners([wrong({ id: 'a' })]), 'missing-value', 'owners[0].level');
    expectRefusal(() => lowestOfOwners([owners[0], owners[0]]), 'duplicate-id', 'owners[1].id');
  });
});
