import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compareBeforeAfter,
  compareWithControl,
  defineKpi,
  type Kpi,
  type KpiState,
} from '../../../src/kpi/index.js';
import { DESCRIPTION, expectClose } from '../support.js';

const codes = (reasons: readonly { readonly code: string }[]) => reasons.map(({ code }) => code);

describe('the share that leaves for one cause, of few', () => {
  const leaving = defineKpi({
    ...DESCRIPTION,
    direction: 'lower-is-better',
    kind: 'survival',
    timeUnit: 'month',
    longest: 24,
    causes: ['service', 'moved'],
    measure: { name: 'incidence', cause: 'service', time: 12 },
  });
  const share = defineKpi({ ...DESCRIPTION, direction: 'lower-is-better', kind: 'proportion' });
  const left = (x: number, n: number) =>
    accumulateAll(leaving, [
      { time: 3, cause: 'service', count: x },
      { time: 20, count: n - x },
    ]).state;
  const plain = (x: number, n: number) => accumulateAll(share, [{ successes: x, trials: n }]).state;

  it('is a plain share where nobody is open, and is tested as such', () => {
    // One way of C(4, 2), and its mirror; one of C(6, 3), and its mirror.
    for (const [n, p] of [
      [2, 2 / 6],
      [3, 2 / 20],
    ] as const) {
      const change = compareBeforeAfter(leaving, left(0, n), left(n, n));
      expect(change).toMatchObject({ method: 'fisher-exact', verdict: 'not-shown' });
      if (change.status !== 'compared') throw new Error(change.status);
      expectClose(change.pValue, p, 1e-12);
      expect(codes(change.reasons)).toContain('kpi.few-expected-cases');
    }
    for (let x = 0; x <= 6; x++) {
      for (let y = 0; y <= 9; y++) {
        const [change, same] = [
          compareBeforeAfter(leaving, left(x, 6), left(y, 9)),
          compareBeforeAfter(share, plain(x, 6), plain(y, 9)),
        ];
        expect(change.status).toBe(same.status);
        if (change.status !== 'compared' || same.status !== 'compared') continue;
        expectClose(change.pValue, same.pValue, 1e-12);
      }
    }
  });

  it('is taken, with open cases, for that of as many clients as would be as sure of it', () => {
    // Before 1 of 4 left in the third month; after, of 6, one was last seen in the second and 2 of the other 5 left in the third: 2 of 5, with Greenwood's error of 2 of 5.
    const before = left(1, 4);
    const after = accumulateAll(leaving, [
      { time: 2 },
      { time: 3, cause: 'service', count: 2 },
      { time: 20, count: 3 },
    ]).state;
    const change = compareBeforeAfter(leaving, before, after);
    const same = compareBeforeAfter(share, plain(1, 4), plain(2, 5));
    if (change.status !== 'compared' || same.status !== 'compared') throw new Error('none');
    expectClose(change.difference!, 2 / 5 - 1 / 4, 1e-12);
    expectClose(change.pValue, same.pValue, 1e-12);
    expect(codes(change.reasons)).toContain('kpi.few-expected-cases');
  });

  it('is tested by its own intervals where cases are enough', () => {
    const change = compareBeforeAfter(leaving, left(20, 100), left(30, 100));
    expect(change).toMatchObject({ method: 'incidence-z' });
    expect(codes(change.reasons)).not.toContain('kpi.few-expected-cases');
  });
});

describe('the share that stays, and the share that leaves for one cause, with a control group', () => {
  const tenure = {
    ...DESCRIPTION,
    kind: 'survival',
    timeUnit: 'month',
    longest: 24,
    causes: ['service', 'moved'],
  } as const;
  const staying = defineKpi({ ...tenure, measure: { name: 'survival', time: 12 } });
  const plainly = defineKpi({ ...staying, interval: 'plain' });
  const leaving = defineKpi({
    ...tenure,
    measure: { name: 'incidence', cause: 'service', time: 12 },
  });
  const share = defineKpi({ ...DESCRIPTION, kind: 'proportion' });
  const clients = (early: number, late: number, seen = 0) => [
    ...(early > 0 ? [{ time: 3, cause: 'service', count: early }] : []),
    ...(late > 0 ? [{ time: 20, count: late }] : []),
    ...(seen > 0 ? [{ time: 2, count: seen }] : []),
  ];
  type Cell = readonly [successes: number, n: number, seen?: number];
  const study = <K extends 'survival' | 'proportion'>(
    kpi: Kpi<K>,
    cells: readonly Cell[],
    stateOf: (cell: Cell) => KpiState<K>,
  ) => {
    const [before, after, first, second] = cells.map(stateOf);
    return compareWithControl(kpi, {
      treated: { before: before!, after: after! },
      control: { before: first!, after: second! },
    });
  };
  const kinds: readonly ((cells: readonly Cell[]) => ReturnType<typeof compareWithControl>)[] = [
    ...[staying, plainly].map((kpi) => (cells: readonly Cell[]) => {
      return study(kpi, cells, ([x, n, seen]) => {
        return accumulateAll(kpi, clients(n - x, x, seen)).state;
      });
    }),
    (cells) => {
      return study(leaving, cells, ([x, n, seen]) => {
        return accumulateAll(leaving, clients(x, n - x, seen)).state;
      });
    },
  ];
  const plain = (cells: readonly Cell[]) => {
    return study(share, cells, ([successes, trials]) => {
      return accumulateAll(share, [{ successes, trials }]).state;
    });
  };

  it('are plain shares where nobody is open, or was last seen before anybody left', () => {
    const studies: readonly (readonly Cell[])[] = [
      [
        [0, 2],
        [2, 2],
        [50, 100],
        [50, 100],
      ],
      [
        [0, 2],
        [1, 1],
        [500, 1000],
        [500, 1000],
      ],
      [
        [0, 2],
        [2, 2],
        [2, 2],
        [0, 2],
      ],
      [
        [0, 2],
        [2, 2],
        [2, 2],
        [2, 2],
      ],
      [
        [30, 30],
        [26, 30],
        [30, 30],
        [30, 30],
      ],
      [
        [20, 30],
        [28, 30],
        [21, 40],
        [20, 41],
      ],
      [
        [2, 2],
        [5, 5],
        [3, 3],
        [4, 4],
      ],
      [
        [3, 7],
        [3, 7],
        [1, 9],
        [1, 9],
      ],
    ];
    for (const cells of studies) {
      const same = plain(cells);
      const seen = cells.map(([x, n], i): Cell => [x, n, i]);
      for (const found of kinds.flatMap((kind) => [kind(cells), kind(seen)])) {
        expect(found.status).toBe(same.status);
        if (found.status !== 'estimated' || same.status !== 'estimated') continue;
        for (const key of ['estimate', 'standardError', 'statistic', 'pValue'] as const) {
          expectClose(found[key], same[key], 1e-12);
        }
        expectClose(found.interval.low, same.interval.low, 1e-12);
        expectClose(found.interval.high, same.interval.high, 1e-12);
        expectClose(found.smallestExpected!, same.smallestExpected!, 1e-12);
        expect(found.verdict).toBe(same.verdict);
        expect(codes(found.reasons)).toEqual(codes(same.reasons));
      }
    }
  });

  it('are no certainty of two clients: shares of 1/4 and 3/4, not of none and all', () => {
    // In R: (3/4 − 1/4)/√(2·(3/16)/4 + 2·(1/4)/102), and pt() with Satterthwaite’s 6.64 degrees of freedom.
    const cells: readonly Cell[] = [
      [0, 2],
      [2, 2],
      [50, 100],
      [50, 100],
    ];
    for (const kind of kinds) {
      const found = kind(cells);
      if (found.status !== 'estimated') throw new Error(found.status);
      expectClose(found.statistic, 1.591904987957268);
      expectClose(found.pValue, 0.157722486467597);
      expect(found).toMatchObject({ estimate: 1, verdict: 'not-shown' });
    }
  });

  it('are found to have changed in at most 6 of 100 studies in which nothing did, every outcome counted', () => {
    // Two clients before and two after, and a control group that came out as it had to.
    const choose = [1, 2, 1];
    for (const p of [0.1, 0.3, 0.5, 0.8]) {
      const control: Cell = [1000 * p, 1000];
      for (const kind of kinds) {
        let [whole, shown, small] = [0, 0, 0];
        for (let i = 0; i < 9; i++) {
          const treated = [i % 3, Math.floor(i / 3)];
          const chance = treated.reduce(
            (product, x) => product * choose[x]! * p ** x * (1 - p) ** (2 - x),
            1,
          );
          const found = kind([...treated.map((x): Cell => [x, 2]), control, control]);
          whole += chance;
          if ('verdict' in found && found.verdict !== 'not-shown') shown += chance;
          if ('pValue' in found && found.pValue <= 0.05) small += chance;
        }
        expectClose(whole, 1);
        expect(shown).toBeLessThanOrEqual(0.06);
        expect(small).toBe(shown);
      }
    }
  });
});

describe('F1 with a control group', () => {
  const f1 = defineKpi({ ...DESCRIPTION, kind: 'detection', measure: 'f1' });
  const alerts = (truePositives: number, n: number) =>
    accumulateAll(f1, [{ truePositives, falsePositives: n - truePositives }]).state;
  const study = (cells: readonly (readonly [right: number, n: number])[]) => {
    const [before, after, first, second] = cells.map(([x, n]) => alerts(x, n)) as [
      ReturnType<typeof alerts>,
      ReturnType<typeof alerts>,
      ReturnType<typeof alerts>,
      ReturnType<typeof alerts>,
    ];
    return compareWithControl(f1, {
      treated: { before, after },
      control: { before: first, after: second },
    });
  };

  it('is tested with one right and one wrong more in each cell, by Welch’s t', () => {
    // In R: J = (x + 1)/(n + 2), F = 2J/(1 + J), its error √(J(1 − J)/(n + 2))·2/(1 + J)², and pt() with Satterthwaite's degrees of freedom.
    const effect = study([
      [2, 8],
      [6, 9],
      [3, 7],
      [3, 10],
    ]);
    if (effect.status !== 'estimated') throw new Error(effect.status);
    expectClose(effect.estimate, 0.538461538461538);
    expectClose(effect.treatedChange, 0.4);
    expectClose(effect.controlChange, -0.138461538461538);
    expectClose(effect.standardError, 0.299655555810306);
    expectClose(effect.statistic, 1.440400230380402);
    expectClose(effect.pValue, 0.158981037173373);
    expectClose(effect.interval.low, -0.177549669428084);
    expectClose(effect.interval.high, 1.040797532675948);
    // 6 right of 17 in the control group: 7·6/17 before.
    expectClose(effect.smallestExpected!, (7 * 6) / 17);
    expect(effect.verdict).toBe('not-shown');
    expect(codes(effect.reasons)).toContain('kpi.few-expected-cases');
  });

  it('is found to have changed in at most 6 of 100 studies in which nothing did, every outcome counted', () => {
    const n = 3;
    const choose = [1, 3, 3, 1];
    for (const p of [0.3, 0.6, 0.8]) {
      let [all, found] = [0, 0];
      for (let i = 0; i < 4 ** 4; i++) {
        const cells = [i & 3, (i >> 2) & 3, (i >> 4) & 3, i >> 6];
        const chance = cells.reduce((sum, x) => sum * choose[x]! * p ** x * (1 - p) ** (n - x), 1);
        const effect = study(cells.map((x) => [x, n] as const));
        all += chance;
        if ('verdict' in effect && effect.verdict !== 'not-shown') found += chance;
      }
      expectClose(all, 1);
      expect(found).toBeLessThanOrEqual(0.06);
    }
  });

  it('is found with cases enough, and has nothing to be tested by where all were right', () => {
    const cells = [
      [100, 400],
      [300, 400],
      [200, 400],
      [200, 400],
    ] as const;
    const shown = study(cells);
    expect(shown).toMatchObject({ status: 'estimated', verdict: 'better', controlChange: 0 });
    expect(codes(shown.reasons)).not.toContain('kpi.few-expected-cases');
    expect(study(cells.map(([, n]) => [n, n] as const))).toMatchObject({
      status: 'no-variation',
      estimate: 0,
    });
  });
});
