import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compareGroups,
  compileKpiCube,
  defineKpi,
  fairnessReport,
  fairnessSplits,
  serviceKpis,
} from '../../../src/kpi/index.js';
import { adjustPValues } from '../../../src/statistics/index.js';
import { DESCRIPTION, expectRefusal, wrong } from '../support.js';

const share = defineKpi({ ...DESCRIPTION, id: 'share', kind: 'proportion' });
const marks = defineKpi({ ...DESCRIPTION, id: 'marks', kind: 'measurements', measure: 'mean' });
const of = (successes: number, trials: number) =>
  accumulateAll(share, [{ successes, trials }]).state;
const marked = (from: number) =>
  accumulateAll(
    marks,
    [0, 1, 2, 3, 4, 5, 6, 7].map((i) => ({ value: from + i })),
  ).state;

const SPLITS = [
  {
    kpi: share,
    split: 'tier',
    groups: [
      { id: 'retail', state: of(300, 400) },
      { id: 'private', state: of(165, 200) },
      { id: 'staff', state: of(3, 4) },
      { id: 'family office', state: of(9, 12) },
    ],
  },
  {
    kpi: share,
    split: 'age-band',
    groups: [
      { id: '65 and over', state: of(120, 200) },
      { id: 'under 65', state: of(345, 400) },
    ],
    unknown: 16,
  },
  {
    kpi: marks,
    split: 'age-band',
    groups: [
      { id: '65 and over', state: marked(60) },
      { id: 'under 65', state: marked(60.2) },
    ],
  },
] as const;

describe('fairnessReport', () => {
  it('judges the gaps of all KPIs and splits together', () => {
    const report = fairnessReport(SPLITS);
    const gaps = report.splits.flatMap(({ groups }) =>
      groups.flatMap((gap) => (gap.status === 'compared' ? [gap] : [])),
    );
    // Two KPIs by two age bands are two tests, each seen from two sides; the other two tiers are two more.
    const [share65, shareUnder, marks65, marksUnder, privates, retails] = gaps;
    const adjusted = adjustPValues(
      [share65!, marks65!, privates!, retails!].map(({ pValue }) => pValue),
      { adjust: 'holm' },
    );
    expect([share65, marks65, privates, retails].map((gap) => gap?.adjustedPValue)).toEqual(
      adjusted,
    );
    expect(shareUnder!.adjustedPValue).toBe(share65!.adjustedPValue);
    expect(marksUnder!.adjustedPValue).toBe(marks65!.adjustedPValue);
    expect(report.comparisons).toBe(4);
    const alone = compareGroups(share, SPLITS[0].groups);
    const [retail] = alone.groups.filter(({ id }) => id === 'retail');
    const together = report.splits.find(({ split }) => split === 'tier')!;
    const [same] = together.groups.filter(({ id }) => id === 'retail');
    if (retail?.status !== 'compared' || same?.status !== 'compared') throw new Error('status');
    expect(same.pValue).toBe(retail.pValue);
    expect(same.adjustedPValue).toBeGreaterThan(retail.adjustedPValue);
  });

  it('names who is served worse, whom it holds back, and whose group is not known', () => {
    const { splits, findings, withheld } = fairnessReport(SPLITS);
    expect(splits.map(({ kpi, split }) => [kpi, split])).toEqual([
      ['marks', 'age-band'],
      ['share', 'age-band'],
      ['share', 'tier'],
    ]);
    expect(findings).toEqual([
      { kpi: 'share', split: 'age-band', group: '65 and over', verdict: 'worse' },
      { kpi: 'share', split: 'age-band', group: 'under 65', verdict: 'better' },
    ]);
    expect(withheld).toEqual([
      { kpi: 'share', split: 'tier', group: 'family office', status: 'suppressed' },
      { kpi: 'share', split: 'tier', group: 'staff', status: 'suppressed' },
    ]);
    expect(splits[1]!.reasons).toMatchObject([
      { code: 'kpi.group-unknown', parameters: { n: 16 } },
    ]);
  });

  it('gives the same bytes for splits in any order', () => {
    const turned = fairnessReport([...SPLITS].reverse());
    expect(JSON.stringify(turned)).toBe(JSON.stringify(fairnessReport(SPLITS)));
  });

  it('says where nothing was tested that this is not the same as nothing found', () => {
    expect(fairnessReport(SPLITS).reasons).toEqual([]);
    const empty = { splits: [], findings: [], withheld: [], comparisons: 0 };
    const reasons = [{ code: 'kpi.nothing-tested', severity: 'warn' }];
    expect(fairnessReport([])).toMatchObject({ ...empty, reasons });
    // Two groups of three people each are held back: nothing is left to compare.
    const few = [
      { id: 'a', state: of(1, 3) },
      { id: 'b', state: of(3, 3) },
    ];
    const report = fairnessReport([{ kpi: share, split: 'tier', groups: few }]);
    expect(report).toMatchObject({ findings: [], comparisons: 0, reasons });
    expect(report.withheld.length).toBe(2);
  });

  it('refuses bad input by path', () => {
    const call = (splits: unknown) => () => fairnessReport(wrong(splits));
    expectRefusal(call(undefined), 'missing-value', 'splits');
    expectRefusal(call([SPLITS[0], SPLITS[0]]), 'duplicate-id', 'splits[0]');
    expectRefusal(call([{ ...SPLITS[0], split: '' }]), 'empty', 'splits[0].split');
    expectRefusal(call([{ ...SPLITS[0], unknown: -1 }]), 'out-of-range', 'splits[0].unknown');
    expectRefusal(call([{ ...SPLITS[0], kpi: { ...share } }]), 'invalid-type', 'kpi');
    const other = [{ id: 'a', state: marked(1) }];
    expectRefusal(
      call([{ ...SPLITS[0], groups: other }]),
      'inconsistent',
      'splits[0].groups[0].state.kpi',
    );
  });
});

describe('fairnessSplits', () => {
  const { renewalRate, netPromoterScore } = serviceKpis({ currency: 'CNY' });
  const definition = {
    kpis: [renewalRate, netPromoterScore],
    period: 'month',
    zone: 'Asia/Shanghai',
    dimensions: ['tier', 'age-band'],
  } as const;
  const cube = compileKpiCube(definition);
  const draft = cube.init();
  const record = (at: string, successes: number, dimensions: Record<string, string>, id?: string) =>
    cube.add(draft, {
      ...{ kpi: 'renewal-rate', at, dimensions, event: { successes, trials: 10 } },
      ...(id !== undefined && { id }),
    });
  record('2026-03-31', 8, { tier: 'private', 'age-band': '65 and over' });
  record('2026-04-01', 6, { tier: 'private' });
  record('2026-04-02', 5, { tier: 'retail', 'age-band': 'under 65' }, 'waiting');
  const state = cube.encode(draft);

  it('joins the periods of each dimension, waiting records included, and sets unknown groups aside', () => {
    const splits = fairnessSplits(definition, state);
    const shown = splits.map(({ kpi, split, groups, unknown }) => ({
      ...{ kpi: kpi.id, split, unknown },
      groups: groups.map(({ id, state }) => [id, state.data]),
    }));
    expect(shown).toEqual([
      {
        ...{ kpi: 'renewal-rate', split: 'age-band', unknown: 10 },
        groups: [
          ['65 and over', { successes: 8, trials: 10 }],
          ['under 65', { successes: 5, trials: 10 }],
        ],
      },
      {
        ...{ kpi: 'renewal-rate', split: 'tier', unknown: 0 },
        groups: [
          ['private', { successes: 14, trials: 20 }],
          ['retail', { successes: 5, trials: 10 }],
        ],
      },
    ]);
    // Each split in two is one test.
    expect(fairnessReport(splits).comparisons).toBe(2);
  });

  it('takes whole periods between two days', () => {
    const april = fairnessSplits(definition, state, { from: '2026-04-01', to: '2026-05-01' });
    expect(april[1]!.groups[0]!.state.data).toEqual({ successes: 6, trials: 10 });
    expect(fairnessSplits(definition, state, { from: '2026-04-02' })).toEqual([]);
  });

  it('refuses days that have no period of the cube between them', () => {
    const between = (from: string, to: string) => () =>
      fairnessSplits(definition, state, wrong({ from, to }));
    expectRefusal(between('2026-05-01', '2026-04-01'), 'inconsistent', 'options.to');
    expectRefusal(between('2026-04-01', '2026-04-01'), 'inconsistent', 'options.to');
    // From 2 April to the end of May there is one whole month, to 31 May none.
    expectRefusal(between('2026-04-02', '2026-05-31'), 'inconsistent', 'options.to');
    expect(between('2026-04-02', '2026-06-01')()).toEqual([]);
    expectRefusal(between('2026-03-15', '2026-04-15'), 'inconsistent', 'options.to');
  });

  it('refuses the state of another cube', () => {
    const other = { ...definition, dimensions: ['tier'] };
    expectRefusal(() => fairnessSplits(other, state), 'inconsistent', 'state.version');
    const day = () => fairnessSplits(definition, state, wrong({ from: '2026-02-30' }));
    expectRefusal(day, 'invalid-date', 'options.from');
  });
});
