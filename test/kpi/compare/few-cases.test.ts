import { describe, expect, it } from 'vitest';
import {
  accumulateAll,
  compareBeforeAfter,
  compareWithControl,
  defineKpi,
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
