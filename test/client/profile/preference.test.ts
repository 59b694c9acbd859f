import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ClientView,
  type ProfilePolicy,
  profileClient,
  type RevealedPreferencePolicy,
} from '../../../src/client/index.js';
import { RISK_LEVELS } from '../../../src/questionnaire/index.js';
import { AS_OF, expectRefusal, policy, score, view, withHoldings, wrong } from '../support.js';

const profile = (change: Partial<ClientView<'CNY'>>, rules: Partial<ProfilePolicy> = {}) =>
  profileClient({ ...view, ...change }, { ...policy, ...rules }, { asOf: AS_OF });

/** So much of 100 in shares, so much in a fund of which nobody knows. */
function held(shares: string, unknown = '0.00', rest = '0.00') {
  const { holdings } = withHoldings(
    { id: 'S', kind: 'equity-fund', amount: shares },
    { id: 'U', kind: 'mixed-fund', amount: unknown },
    { id: 'R', kind: 'bond-fund', amount: rest },
  );
  return { holdings };
}
const at = (level: 'C1' | 'C3' | 'C5', tolerance = level) => {
  const result = score();
  const { tolerance: scored } = result.dimensions;
  const dimensions = { ...result.dimensions, tolerance: { ...scored!, level: tolerance } };
  return { questionnaire: { ...result, level, dimensions } };
};

describe('stated against revealed preference', () => {
  it('of the sample client is in line: a fifth in shares goes with C3, and so does what is not known', () => {
    // 260,000 of 1,282,000 in shares, 100,000 in a closed product.
    const { preference, contradictions } = profile({});
    expect(preference).toMatchObject({
      status: 'in-line',
      stated: { level: 'C3' },
      revealed: { lowest: 'C3', highest: 'C3' },
      difference: { fromLevel: { lowest: 0, highest: 0 } },
      panicSales: null,
      reason: { code: 'client.preference-in-line', severity: 'info' },
    });
    expect(preference.revealed!.equityShare).toBeCloseTo(260 / 1282, 14);
    expect(preference.revealed!.unknownShare).toBeCloseTo(100 / 1282, 14);
    expect(contradictions).toEqual([]);
  });

  it.each([
    ['0.00', 'C1'],
    ['5.00', 'C1'],
    ['5.01', 'C2'],
    ['20.00', 'C2'],
    ['20.01', 'C3'],
    ['50.00', 'C3'],
    ['80.00', 'C4'],
    ['80.01', 'C5'],
    ['100.00', 'C5'],
  ] as const)('reads %s of 100 in shares as %s', (shares, level) => {
    const rest = (100 - Number(shares)).toFixed(2);
    const { preference } = profile(held(shares, '0.00', rest));
    expect(preference.revealed).toMatchObject({ lowest: level, highest: level });
  });

  it('is a contradiction where holdings lie two levels above, and raises nothing', () => {
    const result = profile({ ...held('90.00', '0.00', '10.00'), ...at('C3', 'C5') });
    expect(result.preference).toMatchObject({
      status: 'holds-more',
      stated: { level: 'C3', tolerance: 'C5' },
      difference: {
        fromLevel: { lowest: 2, highest: 2 },
        fromTolerance: { lowest: 0, highest: 0 },
      },
    });
    expect(result.risk.level).toBe('C3');
    expect(result.contradictions).toContainEqual(
      expect.objectContaining({
        severity: 'refer',
        reason: expect.objectContaining({ code: 'client.holds-more-than-stated' }),
        question: expect.objectContaining({ code: 'client.holds-more-than-stated.question' }),
        evidence: [
          { source: 'questionnaire', path: 'view.questionnaire.level', value: 'C3' },
          { source: 'holdings', path: 'view.holdings', value: 0.9 },
        ],
      }),
    );
    expect(result.confidence).toBe('medium');
    const strict = (levelsApart: number) =>
      profile(
        { ...held('60.00', '0.00', '40.00'), ...at('C3') },
        { revealedPreference: { levelsApart } },
      ).contradictions.map(({ reason }) => reason.code);
    expect(strict(0)).toContain('client.holds-more-than-stated');
    expect(strict(1)).not.toContain('client.holds-more-than-stated');
  });

  it('is not asked about again where no loss is accepted either', () => {
    const change = { ...held('100.00'), ...at('C3'), statements: { acceptedLoss: 0 } };
    const { contradictions, preference } = profile(change);
    expect(preference.status).toBe('holds-more');
    const codes = contradictions.map(({ reason }) => reason.code);
    expect(codes).toContain('client.no-loss-but-equity');
    expect(codes).not.toContain('client.holds-more-than-stated');
  });

  it('is none where less is held than may be: that needs no excuse', () => {
    const { preference, contradictions } = profile({
      ...held('0.00', '0.00', '100.00'),
      ...at('C5'),
    });
    expect(preference.status).toBe('holds-less');
    expect(preference.difference!.fromLevel).toEqual({ lowest: -4, highest: -4 });
    expect(contradictions.map(({ reason }) => reason.code)).not.toContain(
      'client.holds-more-than-stated',
    );
  });

  it('cannot be told where holdings mix, a rate is missing, nothing is held or nothing assessed', () => {
    // Between 10 % and 90 % in shares.
    const mixed = profile({ ...held('10.00', '80.00', '10.00'), ...at('C3') }).preference;
    expect(mixed).toMatchObject({
      status: 'undetermined',
      revealed: { lowest: 'C2', highest: 'C5' },
      difference: { fromLevel: { lowest: -1, highest: 2 } },
      reason: { code: 'client.preference-undetermined' },
    });
    const unknown = { status: 'undetermined', revealed: null, difference: null };
    const yen = { id: 'Y', kind: 'stock', currency: 'JPY', amount: '1' } as const;
    expect(profile({ holdings: [yen] }).preference).toMatchObject(unknown);
    expect(profile({ holdings: [] }).preference).toMatchObject(unknown);
    const { questionnaire: _, ...without } = view;
    expect(profileClient(without, policy, { asOf: AS_OF }).preference).toMatchObject({
      status: 'undetermined',
      stated: null,
      reason: { code: 'client.preference-unknown' },
    });
  });

  it('goes by the bank’s bands', () => {
    const revealedPreference: RevealedPreferencePolicy = {
      equityBands: [
        { level: 'C2', equityUpTo: 0.1 },
        { level: 'C4', equityUpTo: 1 },
      ],
    };
    const level = (shares: string) =>
      profile(held(shares, '0.00', '50.00'), { revealedPreference }).preference.revealed!.lowest;
    expect(level('0.00')).toBe('C2');
    expect(level('50.00')).toBe('C4');
  });

  it('never raises a level and never falls when more is in shares', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        (a, b) => {
          const of = (cents: number) =>
            profile(held((cents / 100).toFixed(2), '0.00', ((10_000 - cents) / 100).toFixed(2)));
          const [less, more] = [of(Math.min(a, b)), of(Math.max(a, b))];
          expect(less.risk.level).toBe('C3');
          const rank = ({ preference }: typeof less) =>
            RISK_LEVELS.indexOf(preference.revealed!.lowest);
          expect(rank(less)).toBeLessThanOrEqual(rank(more));
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('panic sales', () => {
  const found = (
    panicSales: number | undefined,
    tolerance: 'C1' | 'C3',
    rules: RevealedPreferencePolicy = {},
  ) =>
    profile(
      { ...at('C3', tolerance), behaviour: panicSales === undefined ? {} : { panicSales } },
      { revealedPreference: rules },
    );

  it('bear out no tolerance of C3, and lower the confidence', () => {
    const result = found(2, 'C3');
    expect(result.preference.panicSales).toBe(2);
    expect(result.contradictions).toMatchObject([
      {
        severity: 'warn',
        reason: {
          code: 'client.panic-sales-against-tolerance',
          parameters: { panicSales: 2, toleranceLevel: 'C3' },
        },
        evidence: [
          { source: 'questionnaire', value: 'C3' },
          { source: 'behaviour', path: 'view.behaviour.panicSales', value: 2 },
        ],
      },
    ]);
    expect(result.confidence).toBe('medium');
    expect(result.risk.level).toBe('C3');
  });

  it('contradict nothing where there were none, nobody counted, or no boldness is stated', () => {
    expect(found(0, 'C3').contradictions).toEqual([]);
    expect(found(undefined, 'C3').contradictions).toEqual([]);
    expect(found(2, 'C1').contradictions).toEqual([]);
    expect(found(2, 'C3', { panicSalesFrom: 3 }).contradictions).toEqual([]);
    expect(found(2, 'C3', { panicToleranceFrom: 'C4' }).contradictions).toEqual([]);
  });
});

describe('broken input of the preference', () => {
  it.each([
    ['half a sale', { panicSales: 0.5 }, 'invalid-type', 'view.behaviour.panicSales'],
    ['fewer than none', { panicSales: -1 }, 'out-of-range', 'view.behaviour.panicSales'],
    ['a list', [], 'invalid-type', 'view.behaviour'],
  ] as const)('is refused: %s', (_, behaviour, code, path) => {
    expectRefusal(() => profile({ behaviour: wrong(behaviour) }), code, path);
  });

  const bands = (...equityBands: unknown[]) => ({ equityBands });
  const path = 'policy.revealedPreference.equityBands';
  it.each([
    ['no bands', bands(), 'empty', path],
    ['no band', bands(null), 'missing-value', `${path}[0]`],
    [
      'an unknown level',
      bands({ level: 'C9', equityUpTo: 1 }),
      'unknown-value',
      `${path}[0].level`,
    ],
    ['per cent', bands({ level: 'C1', equityUpTo: 100 }), 'out-of-range', `${path}[0].equityUpTo`],
    [
      'levels that fall',
      bands({ level: 'C2', equityUpTo: 0.5 }, { level: 'C1', equityUpTo: 1 }),
      'inconsistent',
      `${path}[1]`,
    ],
    [
      'parts that stay',
      bands({ level: 'C1', equityUpTo: 1 }, { level: 'C2', equityUpTo: 1 }),
      'inconsistent',
      `${path}[1]`,
    ],
    [
      'a last band that is not all',
      bands({ level: 'C1', equityUpTo: 0.5 }),
      'inconsistent',
      `${path}[0].equityUpTo`,
    ],
    [
      'no sale at all',
      { panicSalesFrom: 0 },
      'out-of-range',
      'policy.revealedPreference.panicSalesFrom',
    ],
    [
      'NaN levels',
      { levelsApart: Number.NaN },
      'not-finite',
      'policy.revealedPreference.levelsApart',
    ],
  ] as const)('is refused of a policy: %s', (_, revealedPreference, code, where) => {
    expectRefusal(
      () => profile({}, { revealedPreference: wrong(revealedPreference) }),
      code,
      where,
    );
  });
});
