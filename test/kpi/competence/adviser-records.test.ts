import { describe, expect, it } from 'vitest';
import {
  type AdviserFile,
  adviserRecords,
  compileKpiCube,
  serviceKpis,
} from '../../../src/kpi/index.js';
import { expectRefusal, wrong } from '../support.js';

const ADVISER: AdviserFile = {
  id: 'a-1',
  tests: [
    { id: 't-1', on: '2026-02-02', score: 69.5, passMark: 70, attempt: 1 },
    { id: 't-2', on: '2026-03-02', score: 90, passMark: 70, attempt: 2 },
    { id: 't-3', on: '2026-03-03', score: 70, passMark: 70, attempt: 1 },
  ],
  practices: [{ id: 'p-1', on: '2026-03-09', score: 81 }],
  training: [
    { from: '2025-01-01', through: '2025-12-31', hoursDue: 15, hours: 15, whole: true },
    { from: '2026-01-01', through: '2026-12-31', hoursDue: 15, hours: 2, whole: true },
  ],
  certificates: [{ id: 'funds', from: '2023-05-01', through: '2026-06-30' }],
  dimensions: { branch: 'Pudong' },
};
const AS_OF = { asOf: '2026-06-30' } as const;

const kpis = serviceKpis({ currency: 'CNY', minimumSample: 1 });
const { testScoreMean, practiceScoreMean, testPassRate, trainingHoursMet, certificateValidity } =
  kpis;
const cube = compileKpiCube({
  kpis: [testScoreMean, practiceScoreMean, testPassRate, trainingHoursMet, certificateValidity],
  period: 'year',
  zone: 'Asia/Shanghai',
  dimensions: ['branch'],
});

function yearOf(files: readonly AdviserFile[], year: string) {
  const draft = cube.init();
  for (const file of files) {
    for (const record of adviserRecords(file, AS_OF)) cube.add(draft, record);
  }
  const { rows } = cube.result(draft, { suppressBelow: 1 });
  const own = rows.filter(({ period, slice }) => period.id === year && slice.branch === undefined);
  return Object.fromEntries(own.map(({ kpi, result }) => [kpi, result]));
}

describe('adviserRecords', () => {
  it('feeds every KPI of the family', () => {
    const results = yearOf([ADVISER], '2026');
    // First attempts only: (69.5 + 70)/2 points, one of two passed; the mark itself passes.
    expect(results['test-score-mean']).toMatchObject({
      value: 69.75,
      n: 2,
      excluded: [{ id: 'retake', count: 1 }],
    });
    expect(results['test-pass-rate']).toMatchObject({ value: 0.5, n: 2 });
    expect(results['practice-score-mean']).toMatchObject({ value: 81 });
    // The last day is still valid.
    expect(results['certificate-validity']).toMatchObject({ value: 1 });
  });

  it('counts a training period once it is over, with exactly the hours due as met', () => {
    expect(yearOf([ADVISER], '2025')['training-hours-met']).toMatchObject({ value: 1, n: 1 });
    expect(yearOf([ADVISER], '2026')['training-hours-met']).toMatchObject({
      status: 'insufficient',
    });
  });

  it('keeps apart two obligations of the same time, told by their ids', () => {
    const half = { from: '2025-01-01', through: '2025-06-30', hoursDue: 10, whole: true } as const;
    const training = [
      { ...half, id: 'law', hours: 10 },
      { ...half, id: 'products', hours: 5 },
      { ...half, hours: 10 },
    ];
    const found = yearOf([{ id: 'a-2', training }], '2025')['training-hours-met'];
    expect(found).toMatchObject({ numerator: 2, denominator: 3 });
  });

  it('takes back an obligation whose time turns out not to be over', () => {
    const told = { id: 'law', from: '2025-01-01', hoursDue: 10, hours: 3, whole: true } as const;
    const draft = cube.init();
    const add = (through: '2025-12-31' | '2026-12-31', asOf: '2026-01-31' | '2026-06-30') => {
      const file: AdviserFile = { id: 'a', training: [{ ...told, through }] };
      for (const record of adviserRecords(file, { asOf })) cube.add(draft, record);
    };
    add('2025-12-31', '2026-01-31');
    add('2026-12-31', '2026-06-30');
    expect(cube.result(draft, { suppressBelow: 1 }).rows).toEqual([]);
  });

  it('never takes what nobody recorded for met', () => {
    const year = { from: '2025-01-01', through: '2025-12-31', hoursDue: 15 } as const;
    const file: AdviserFile = {
      id: 'a-2',
      training: [
        { ...year, hours: null, whole: true },
        { ...year, from: '2025-02-01', hours: 20, whole: false },
      ],
      certificates: [
        { id: 'open end', from: '2020-01-01', through: null },
        { id: 'open start', from: null, through: '2027-01-01' },
        // Whenever it began, it is over.
        { id: 'expired', from: null, through: '2026-06-29' },
        { id: 'to come', from: '2026-07-01', through: null },
      ],
    };
    expect(yearOf([file], '2025')['training-hours-met']).toMatchObject({
      status: 'insufficient',
      excluded: [
        { id: 'part-period', count: 1 },
        { id: 'hours-unknown', count: 1 },
      ],
    });
    expect(yearOf([file], '2026')['certificate-validity']).toMatchObject({
      ...{ value: 0, n: 2 },
      excluded: [{ id: 'certificate-unknown', count: 2 }],
    });
  });

  it('counts a file that is told again once, by its latest look', () => {
    const [older] = ADVISER.tests!;
    const corrected = { ...ADVISER, tests: [{ ...older!, score: 75 }] };
    const draft = cube.init();
    const add = (file: AdviserFile, asOf: '2026-06-29' | '2026-06-30') => {
      for (const record of adviserRecords(file, { asOf })) cube.add(draft, record);
    };
    add(corrected, '2026-06-30');
    add({ ...ADVISER, tests: [older!] }, '2026-06-29');
    const { rows } = cube.result(draft, { suppressBelow: 1 });
    const tests = rows.find(
      ({ kpi, period, slice }) =>
        kpi === 'test-score-mean' && period.id === '2026' && !('branch' in slice),
    );
    expect(tests!.result).toMatchObject({ value: 75, n: 1 });
  });

  it('makes nothing of an empty file', () => {
    expect(adviserRecords({ id: 'a' }, AS_OF)).toEqual([]);
  });

  it('refuses bad input by path', () => {
    const call = (change: object) => () => adviserRecords(wrong({ ...ADVISER, ...change }), AS_OF);
    const test = ADVISER.tests![0]!;
    const tests = (change: object) => call({ tests: [{ ...test, ...change }] });
    expectRefusal(tests({ on: '2026-07-01' }), 'inconsistent', 'adviser.tests[0].on');
    expectRefusal(tests({ score: 101 }), 'out-of-range', 'adviser.tests[0].score');
    expectRefusal(tests({ score: Number.NaN }), 'not-finite', 'adviser.tests[0].score');
    expectRefusal(tests({ attempt: 0 }), 'out-of-range', 'adviser.tests[0].attempt');
    expectRefusal(tests({ passed: true }), 'unknown-id', 'adviser.tests[0].passed');
    expectRefusal(call({ tests: [test, test] }), 'duplicate-id', 'adviser.tests[1].id');
    const year = { from: '2025-12-31', through: '2025-01-01', hoursDue: 1, hours: 1, whole: true };
    expectRefusal(call({ training: [year] }), 'inconsistent', 'adviser.training[0].through');
    const good = { ...year, from: '2025-01-01', through: '2025-12-31' };
    expectRefusal(call({ training: [good, good] }), 'duplicate-id', 'adviser.training[1]');
    const named = { ...good, id: 'law' };
    expectRefusal(
      call({ training: [named, good, named] }),
      'duplicate-id',
      'adviser.training[2].id',
    );
    expectRefusal(call({ training: [{ ...good, id: '' }] }), 'empty', 'adviser.training[0].id');
    const hours = { ...year, from: '2024-01-01', hours: undefined };
    expectRefusal(call({ training: [hours] }), 'missing-value', 'adviser.training[0].hours');
    expectRefusal(call({ id: '' }), 'empty', 'adviser.id');
    expectRefusal(() => adviserRecords(ADVISER, wrong({})), 'missing-value', 'options.asOf');
  });
});
