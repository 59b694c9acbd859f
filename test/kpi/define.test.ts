import { describe, expect, it } from 'vitest';
import { defineKpi, emptyState, KPI_KINDS, summarise } from '../../src/kpi/index.js';
import { DESCRIPTION, expectRefusal, wrong } from './support.js';

const PROPORTION = { ...DESCRIPTION, kind: 'proportion' } as const;
const RATINGS = {
  ...DESCRIPTION,
  kind: 'ratings',
  scale: { lowest: 1, highest: 5 },
  measure: { name: 'mean' },
} as const;

describe('defineKpi', () => {
  it('returns a frozen copy with the fields of its kind', () => {
    const scale = { lowest: 1, highest: 5 };
    const definition = { ...RATINGS, scale };
    const kpi = defineKpi(definition);
    expect(kpi).toEqual({ ...RATINGS, exclusions: [], windows: [] });
    expect(Object.isFrozen(kpi)).toBe(true);
    expect(Object.isFrozen(kpi.scale)).toBe(true);
    scale.highest = 9;
    expect(kpi.scale.highest).toBe(5);
  });

  it('survives storage as JSON when it is checked again', () => {
    const kpi = defineKpi(RATINGS);
    expect(defineKpi(JSON.parse(JSON.stringify(kpi)))).toEqual(kpi);
  });

  it('knows fourteen kinds', () => {
    expect(KPI_KINDS).toHaveLength(14);
  });

  it('refuses a description with a gap or a word it does not know', () => {
    for (const key of Object.keys(DESCRIPTION)) {
      expectRefusal(
        () => defineKpi(wrong({ ...PROPORTION, [key]: undefined })),
        'missing-value',
        `definition.${key}`,
      );
    }
    const changed = (change: object) => () => defineKpi(wrong({ ...PROPORTION, ...change }));
    expectRefusal(changed({ kind: 'ratio' }), 'unknown-value', 'definition.kind');
    expectRefusal(changed({ kind: undefined }), 'missing-value', 'definition.kind');
    expectRefusal(changed({ family: 'sales' }), 'unknown-value', 'definition.family');
    expectRefusal(changed({ direction: 'up' }), 'unknown-value', 'definition.direction');
    expectRefusal(changed({ id: '' }), 'empty', 'definition.id');
    expectRefusal(changed({ minimumSample: 0 }), 'out-of-range', 'definition.minimumSample');
    expectRefusal(changed({ minimumSample: 1.5 }), 'invalid-type', 'definition.minimumSample');
    expectRefusal(changed({ periodPerYear: 4 }), 'unknown-id', 'definition.periodPerYear');
    expectRefusal(changed({ periodsPerYear: 0 }), 'out-of-range', 'definition.periodsPerYear');
    expectRefusal(changed({ periodsPerYear: '4' }), 'invalid-type', 'definition.periodsPerYear');
    expectRefusal(() => defineKpi(wrong(null)), 'missing-value', 'definition');
    expectRefusal(() => defineKpi(wrong([])), 'invalid-type', 'definition');
  });

  it('refuses scales and measures that make no sense', () => {
    const changed = (change: object) => () => defineKpi(wrong({ ...RATINGS, ...change }));
    expectRefusal(changed({ scale: null }), 'missing-value', 'definition.scale');
    expectRefusal(
      changed({ scale: { lowest: 5, highest: 5 } }),
      'out-of-range',
      'definition.scale.highest',
    );
    expectRefusal(
      changed({ scale: { lowest: 1, highest: 500 } }),
      'out-of-range',
      'definition.scale.highest',
    );
    expectRefusal(
      changed({ scale: { lowest: 1.5, highest: 5 } }),
      'invalid-type',
      'definition.scale.lowest',
    );
    expectRefusal(changed({ measure: 'mean' }), 'invalid-type', 'definition.measure');
    expectRefusal(
      changed({ measure: { name: 'mode' } }),
      'unknown-value',
      'definition.measure.name',
    );
    expectRefusal(
      changed({ measure: { name: 'top-box', boxes: 5 } }),
      'out-of-range',
      'definition.measure.boxes',
    );
    expectRefusal(
      changed({ measure: { name: 'top-box' } }),
      'missing-value',
      'definition.measure.boxes',
    );
    expectRefusal(
      changed({ measure: { name: 'net-promoter' } }),
      'inconsistent',
      'definition.measure',
    );
  });

  it('refuses bad fields of the other kinds', () => {
    const make = (fields: object) => () => defineKpi(wrong({ ...DESCRIPTION, ...fields }));
    expectRefusal(
      make({ kind: 'detection', measure: 'accuracy' }),
      'unknown-value',
      'definition.measure',
    );
    expectRefusal(make({ kind: 'amount-ratio' }), 'missing-value', 'definition.currency');
    expectRefusal(
      make({ kind: 'amount-ratio', currency: 'RMB' }),
      'unknown-currency',
      'definition.currency',
    );
    const bridge = { kind: 'amount-bridge', currency: 'CNY' };
    expectRefusal(make({ ...bridge, lines: [] }), 'empty', 'definition.lines');
    expectRefusal(make({ ...bridge, lines: 'a' }), 'invalid-type', 'definition.lines');
    expectRefusal(make({ ...bridge, lines: ['a', 'a'] }), 'duplicate-id', 'definition.lines[1]');
    expectRefusal(make({ kind: 'within-limit', limit: -1 }), 'out-of-range', 'definition.limit');
    expectRefusal(
      make({ kind: 'durations', measure: { name: 'quantile', probability: 1 } }),
      'out-of-range',
      'definition.measure.probability',
    );
  });

  it('refuses misspelt fields of exclusions and windows', () => {
    const make = (fields: object) => () => defineKpi(wrong({ ...PROPORTION, ...fields }));
    const note = { id: 'first-year', words: 'twelve months from the day of joining' };
    expectRefusal(
      make({
        windows: [
          { ...note, days: 365 },
          { ...note, id: 'b', dayz: 30 },
        ],
      }),
      'unknown-id',
      'definition.windows[1].dayz',
    );
    expectRefusal(
      make({ exclusions: [{ ...note, days: 365 }] }),
      'unknown-id',
      'definition.exclusions[0].days',
    );
    const pending = { ...note, pending: 'yes' };
    expectRefusal(
      make({ exclusions: [pending] }),
      'invalid-type',
      'definition.exclusions[0].pending',
    );
  });

  it('is what the other functions ask for: an unchecked definition is refused', () => {
    expectRefusal(() => emptyState(wrong({ ...PROPORTION })), 'invalid-type', 'kpi');
    expectRefusal(() => emptyState(wrong(undefined)), 'missing-value', 'kpi');
    expectRefusal(() => summarise(wrong({}), wrong({})), 'missing-value', 'kpi.kind');
  });
});
