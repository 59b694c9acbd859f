import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/evidence/index.js';
import {
  compareLevels,
  type GroupMember,
  jointLevel,
  lowestOfOwners,
  RISK_LEVELS,
} from '../../src/questionnaire/index.js';
import { expectRefusal, isDeeplyFrozen, wrong } from './support.js';

const codes = (members: readonly GroupMember[]) =>
  jointLevel(members).reasons.map(({ code }) => code);

describe('the level of joint owners (A16)', () => {
  it('is the most prudent one’s, never an average, and says why', () => {
    const joint = jointLevel([
      { id: 'b', level: 'C2' },
      { id: 'a', level: 'C3' },
      { id: 'c', level: 'C2' },
    ]);
    expect(joint).toMatchObject({
      status: 'decided',
      level: 'C2',
      determinedBy: ['b', 'c'],
      traders: ['a', 'b', 'c'],
      knowledge: null,
      reasons: [
        {
          code: 'questionnaire.joint-lowest',
          severity: 'info',
          parameters: { level: 'C2', highest: 'C3', owners: 3 },
          citations: [{ article: 'guideline 6, paragraphs 69 and 70', verified: false }],
        },
      ],
    });
    expect(isDeeplyFrozen(joint)).toBe(true);
  });

  it('is referred to a person where the levels lie two apart', () => {
    const joint = jointLevel([
      { id: 'a', level: 'C5' },
      { id: 'b', level: 'C2' },
    ]);
    expect(joint.level).toBe('C2');
    expect(joint.reasons[1]).toMatchObject({
      code: 'questionnaire.joint-far-apart',
      severity: 'refer',
      parameters: { lowest: 'C2', highest: 'C5', apart: 3 },
    });
    const near = [
      { id: 'a', level: 'C3' },
      { id: 'b', level: 'C2' },
    ] as const;
    expect(codes(near)).toEqual(['questionnaire.joint-lowest']);
    expect(codes([near[0], { id: 'b', level: 'C1' }])).toHaveLength(2);
    expect(jointLevel(near, { referFrom: 1 }).reasons).toHaveLength(2);
  });

  it('is undetermined where one of them has no valid assessment, and has a ceiling', () => {
    const joint = jointLevel([
      { id: 'b', level: null },
      { id: 'a', level: 'C4' },
      { id: 'c', level: 'C2' },
      { id: 'd' },
    ]);
    expect(joint).toMatchObject({
      status: 'undetermined',
      level: null,
      atMost: 'C2',
      missing: ['b', 'd'],
      reasons: [
        {
          code: 'questionnaire.joint-missing',
          severity: 'require',
          parameters: { missing: ['b', 'd'] },
        },
        { code: 'questionnaire.joint-far-apart' },
      ],
    });
    expect(isDeeplyFrozen(joint)).toBe(true);
    expect(jointLevel([{ id: 'a', level: null }])).toMatchObject({ atMost: null });
  });

  it('needs no reason where there is only one', () => {
    expect(jointLevel([{ id: 'a', level: 'C5' }])).toEqual({
      status: 'decided',
      level: 'C5',
      determinedBy: ['a'],
      knowledge: null,
      traders: ['a'],
      reasons: [],
    });
  });
});

describe('a group with someone who trades for it', () => {
  const attorney = { id: 'x', owns: false, trades: true } as const;
  const owners = [
    { id: 'a', level: 'C3', knowledge: 'C1' },
    { id: 'b', level: 'C4', knowledge: 'C2' },
  ] as const;

  it('bears risk as its owners and understands as those who trade', () => {
    expect(jointLevel([{ ...attorney, level: 'C1', knowledge: 'C5' }, ...owners])).toMatchObject({
      level: 'C3',
      determinedBy: ['a'],
      knowledge: 'C5',
      traders: ['x'],
    });
  });

  it('understands as the least knowing of those who may trade', () => {
    const members = [{ ...attorney, knowledge: 'C5' }, { ...owners[0], trades: true }, owners[1]];
    expect(jointLevel(members as readonly GroupMember[])).toMatchObject({
      knowledge: 'C1',
      traders: ['a', 'x'],
    });
    expect(jointLevel(owners).knowledge).toBe('C1');
  });

  it('is decided without the representative’s own level, but not without the knowledge', () => {
    const joint = jointLevel([attorney, ...owners]);
    expect(joint).toMatchObject({ status: 'decided', level: 'C3', knowledge: null });
    expect(joint.reasons.at(-1)).toMatchObject({
      code: 'questionnaire.joint-knowledge',
      severity: 'require',
      parameters: { missing: ['x'] },
    });
    expect(codes([owners[0], { id: 'b', level: 'C4' }])).toContain('questionnaire.joint-knowledge');
    expect(codes([owners[0], { id: 'b', level: 'C4', knowledge: null }])).toContain(
      'questionnaire.joint-knowledge',
    );
  });
});

describe('jointLevel', () => {
  const level = fc.option(fc.constantFrom(...RISK_LEVELS));
  const groups = fc
    .array(fc.record({ level, knowledge: level, owns: fc.boolean(), trades: fc.boolean() }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((rows) => rows.map((one, index) => ({ id: `m${index}`, ...one })))
    .filter((rows) => rows.some(({ owns }) => owns) && rows.some(({ trades }) => trades));

  it('is never above any owner’s level, and one of them has it', () => {
    fc.assert(
      fc.property(groups, (members) => {
        const joint = jointLevel(members);
        const owners = members.filter(({ owns }) => owns);
        const levels = owners.map((owner) => owner.level);
        if (joint.status === 'undetermined') {
          expect(levels).toContain(null);
          if (joint.atMost === null) expect(levels.every((one) => one === null)).toBe(true);
          else expect(levels).toContain(joint.atMost);
          return;
        }
        for (const one of levels) expect(compareLevels(joint.level, one!)).toBeLessThanOrEqual(0);
        expect(levels).toContain(joint.level);
        const asOwners = owners.map(({ id, level: own }) => ({ id, level: own! }));
        expect(joint).toMatchObject({
          level: lowestOfOwners(asOwners).level,
          determinedBy: lowestOfOwners(asOwners).determinedBy,
        });
      }),
    );
  });

  it('says the same in any order and leaves its arguments alone', () => {
    const shuffled = groups.chain((members) =>
      fc.record({
        members: fc.constant(members),
        other: fc.shuffledSubarray(members, { minLength: members.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ members, other }) => {
        const before = JSON.stringify(members);
        expect(canonicalJson(jointLevel(other))).toBe(canonicalJson(jointLevel(members)));
        expect(JSON.stringify(members)).toBe(before);
      }),
    );
  });

  it('never rises with one more owner, nor with a lower level', () => {
    fc.assert(
      fc.property(groups, fc.constantFrom(...RISK_LEVELS), (members, own) => {
        const before = jointLevel(members);
        const after = jointLevel([...members, { id: 'one more', level: own, trades: false }]);
        if (before.status === 'undetermined') expect(after.status).toBe('undetermined');
        else expect(compareLevels(after.level!, before.level)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it.each([
    ['nobody', [], 'empty', 'members'],
    ['no list', null, 'missing-value', 'members'],
    ['no member', [null], 'missing-value', 'members[0]'],
    ['no id', [{ level: 'C1' }], 'missing-value', 'members[0].id'],
    ['the same twice', [{ id: 'a' }, { id: 'a' }], 'duplicate-id', 'members[1].id'],
    ['another level', [{ id: 'a', level: 'C0' }], 'unknown-value', 'members[0].level'],
    ['a number', [{ id: 'a', level: 3 }], 'invalid-type', 'members[0].level'],
    ['other knowledge', [{ id: 'a', knowledge: '' }], 'empty', 'members[0].knowledge'],
    ['no yes or no', [{ id: 'a', owns: 'yes' }], 'invalid-type', 'members[0].owns'],
    ['no trade', [{ id: 'a', trades: 0 }], 'invalid-type', 'members[0].trades'],
    ['no owner', [{ id: 'a', owns: false, trades: true }], 'inconsistent', 'members'],
    ['nobody who trades', [{ id: 'a', trades: false }], 'inconsistent', 'members'],
  ])('refuses %s', (_, members, code, path) => {
    expectRefusal(() => jointLevel(wrong(members)), wrong(code), path);
  });

  it('refuses a distance that is none', () => {
    const members = [{ id: 'a', level: 'C1' }] as const;
    const path = 'options.referFrom';
    expectRefusal(() => jointLevel(members, { referFrom: 0 }), 'out-of-range', path);
    expectRefusal(() => jointLevel(members, { referFrom: Number.NaN }), 'not-finite', path);
    expectRefusal(() => jointLevel(members, wrong(null)), 'missing-value', 'options');
  });
});
