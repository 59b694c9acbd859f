import { describe, expect, it } from 'vitest';
import { compileKpiCube, defineKpi, type Kpi, serviceKpis } from '../../../src/kpi/index.js';
import { DESCRIPTION, draftOf, expectRefusal } from '../support.js';

const terms = { period: 'month', zone: 'Asia/Shanghai' } as const;
const cubeOf = (kpi: Kpi, zone: string = terms.zone) =>
  compileKpiCube({ ...terms, kpis: [kpi], zone });

const within = (limit: number) => defineKpi({ ...DESCRIPTION, kind: 'within-limit', limit });
const reasons = (categories: readonly string[]) =>
  defineKpi({ ...DESCRIPTION, kind: 'tally', categories, of: 'fee' });
const funnel = (steps: readonly string[]) => defineKpi({ ...DESCRIPTION, kind: 'funnel', steps });
const stay = (causes: readonly string[]) =>
  defineKpi({
    ...DESCRIPTION,
    kind: 'survival',
    timeUnit: 'month',
    longest: 24,
    causes,
    measure: { name: 'median' },
  });
const bridge = (lines: readonly string[]) =>
  defineKpi({ ...DESCRIPTION, kind: 'amount-bridge', currency: 'CNY', lines });
const reopened = (days: number, words = 'after closing') =>
  defineKpi({ ...DESCRIPTION, kind: 'proportion', windows: [{ id: 'again', words, days }] });

/** Under one id and version, two definitions by which one state would mean two things. */
const PAIRS: readonly (readonly [what: string, one: Kpi, other: Kpi])[] = [
  ['a limit', within(8), within(3)],
  ['a window', reopened(30), reopened(7)],
  ['the order of categories', reasons(['fee', 'service']), reasons(['service', 'fee'])],
  ['the order of steps', funnel(['asked', 'met']), funnel(['met', 'asked'])],
  ['the order of causes', stay(['moved', 'died']), stay(['died', 'moved'])],
  ['the order of lines', bridge(['new', 'market']), bridge(['market', 'new'])],
  [
    'the kind',
    defineKpi({ ...DESCRIPTION, kind: 'proportion' }),
    defineKpi({ ...DESCRIPTION, kind: 'count-ratio' }),
  ],
];

describe('the version of a cube', () => {
  it.each(PAIRS)('is another with another of %s, and the state is refused', (_, one, other) => {
    expect(one.version).toBe(other.version);
    const state = cubeOf(one).encode(cubeOf(one).init());
    expectRefusal(() => cubeOf(other).decode(state), 'inconsistent', 'state.version');
  });

  it('is the same where only words differ, or how the zone is spelled', () => {
    const kpi = reopened(30);
    const reworded = reopened(30, 'days of 24 hours after it was closed');
    expect(cubeOf(reworded).version).toBe(cubeOf(kpi).version);
    const renamed = defineKpi({ ...kpi, formula: 'another text', minimumSample: 50 });
    expect(cubeOf(renamed).version).toBe(cubeOf(kpi).version);
    const spelled = cubeOf(kpi, 'asia/shanghai');
    expect(spelled.version).toBe(cubeOf(kpi).version);
    const record = { kpi: kpi.id, at: '2026-04-30T16:30:00Z', event: { successes: 1, trials: 1 } };
    const merged = spelled.merge(draftOf(spelled, [record]), draftOf(cubeOf(kpi), [record]));
    expect(spelled.encode(merged).cells[0]).toMatchObject({ from: '2026-05-01' });
    expect(cubeOf(kpi, 'Asia/Hong_Kong').version).not.toBe(cubeOf(kpi).version);
  });

  it('is the same for the ready definitions however often they are made', () => {
    const made = () =>
      compileKpiCube({
        ...terms,
        kpis: Object.values(serviceKpis({ currency: 'CNY', periodsPerYear: 12 })),
      });
    expect(made().version).toBe(made().version);
  });
});
