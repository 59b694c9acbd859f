import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accumulatorOf, compileKpiCube, defineKpi, type KpiRecord } from '../../src/kpi/index.js';
import { CUBE, HOURS, installWorker, ndjson, SHARE, type Worker } from './worker.js';

let worker: Worker;
const at = { share: '', hours: '', cube: '' };
const empty = { share: '', cube: '' };
beforeAll(async () => {
  worker = installWorker();
  at.share = worker.file('share.json', SHARE);
  at.hours = worker.file('hours.json', HOURS);
  at.cube = worker.file('cube.json', CUBE);
  empty.share = (await worker.run(add(at.share))).stdout;
  empty.cube = (await worker.run(add(at.cube))).stdout;
});
afterAll(() => worker.remove());

const add = (definitions: string, ...more: string[]): string[] => {
  return ['kpi', 'add', '--definitions', definitions, ...more];
};
const kpi = (command: string, definitions: string, ...more: string[]): string[] => {
  return ['kpi', command, '--definitions', definitions, ...more];
};

const hours = Array.from({ length: 900 }, (_, i) => ({ duration: ((i * 37) % 211) / 4 }));
const records: KpiRecord[] = hours.map((event, i) => ({
  kpi: 'handling',
  at: `2026-0${1 + (i % 3)}-15`,
  ...(i % 2 === 0 && { id: `e-${i % 300}` }),
  dimensions: { branch: i % 5 === 0 ? '浦东' : '静安' },
  event,
}));
const cube = compileKpiCube({
  kpis: [defineKpi(SHARE), defineKpi(HOURS)],
  period: 'month',
  zone: 'Asia/Shanghai',
  dimensions: ['branch'],
});

/** The line that the library itself would write for these records. */
function cubeState(rows: readonly KpiRecord[]): string {
  const draft = cube.init();
  for (const record of rows) cube.add(draft, record);
  return ndjson([cube.encode(draft)]);
}

describe('add and merge', () => {
  it('give the state that the library gives', async () => {
    const { init, add: addEvent, encode } = accumulatorOf(defineKpi(HOURS));
    const draft = init();
    for (const event of hours) addEvent(draft, event);
    const run = await worker.run(add(at.hours), ndjson(hours));
    expect(run).toEqual({ code: 0, stdout: ndjson([encode(draft)]), stderr: '' });
  });

  it.each(['hours', 'cube'] as const)(
    'give the same bytes in shards as at once: %s',
    async (name) => {
      const rows = name === 'hours' ? hours : records;
      const whole = await worker.run(add(at[name]), ndjson(rows));
      const shards = [rows.slice(600), [], rows.slice(0, 250), rows.slice(250, 600)];
      const parts = await Promise.all(
        shards.map((shard) => worker.run(add(at[name]), ndjson(shard))),
      );
      const merged = await worker.run(
        kpi('merge', at[name]),
        parts.map(({ stdout }) => stdout),
      );
      expect(merged).toEqual({ code: 0, stdout: whole.stdout, stderr: '' });
      if (name === 'cube') expect(whole.stdout).toBe(cubeState(records));
    },
  );

  it('go on from a state, and read files and standard input in one', async () => {
    const whole = await worker.run(add(at.hours), ndjson(hours));
    const first = await worker.run(add(at.hours), ndjson(hours.slice(0, 100)));
    const state = worker.file('first.json', first.stdout);
    const file = worker.file('second.ndjson', ndjson(hours.slice(100, 500)));
    const run = await worker.run(
      add(at.hours, '--state', state, file, '-'),
      ndjson(hours.slice(500)),
    );
    expect(run.stdout).toBe(whole.stdout);
  });

  it('take back what a record with a null says, and refuse a null without an id', async () => {
    const said = { kpi: 'handling', at: '2026-03-02', id: 'e-1', event: { duration: 3 } };
    const told = { ...said, id: 'e-2' };
    const takenBack = { ...said, revision: 1, event: null };
    const nameless = { kpi: 'handling', at: '2026-03-02', event: null };
    const run = await worker.run(add(at.cube), ndjson([takenBack, told, nameless, said]));
    expect(run.stdout).toBe(cubeState([told, said, takenBack] as KpiRecord[]));
    expect(JSON.parse(run.stderr)).toMatchObject({
      line: 3,
      issues: [{ code: 'inconsistent', path: 'record.event' }],
    });
  });

  it('of nothing is the empty state, which changes nothing', async () => {
    const nothing = await worker.run(kpi('merge', at.share));
    expect(nothing).toEqual({ code: 0, stdout: empty.share, stderr: '' });
    const some = await worker.run(add(at.share), ndjson([{ successes: 1, trials: 2 }]));
    const merged = await worker.run(kpi('merge', at.share), empty.share + some.stdout);
    expect(merged.stdout).toBe(some.stdout);
  });

  it('are missed where a file is empty, as a part that failed leaves it', async () => {
    const some = await worker.run(add(at.share), ndjson([{ successes: 1, trials: 2 }]));
    const file = worker.file('some.state', some.stdout);
    for (const content of ['', '\n \n']) {
      const lost = worker.file('lost.state', content);
      for (const files of [
        [file, lost],
        [lost, file, file],
        [lost, '-'],
      ]) {
        const run = await worker.run(kpi('merge', at.share, ...files), some.stdout);
        expect([run.code, run.stdout]).toEqual([3, '']);
        expect(run.stderr).toContain('lost.state has no state');
      }
    }
    const whole = await worker.run(kpi('merge', at.share, file, '-'), '');
    expect(whole).toEqual({ code: 0, stdout: some.stdout, stderr: '' });
  });
});

describe('a line that is refused', () => {
  const good = { successes: 4, trials: 5 };
  const input = `${JSON.stringify(good)}\r\n\n{"successes":9,"trials":5}\n{"secret\n${JSON.stringify(good)}`;
  const state = { successes: 8, trials: 10 };

  it('is named with its fault, never loses the others, and shows in the exit code', async () => {
    const { code, stdout, stderr } = await worker.run(add(at.share), input);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).data).toEqual(state);
    const [first, second] = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const expected = 'a whole number up to 5';
    expect(first).toEqual({
      line: 3,
      issues: [{ code: 'out-of-range', path: 'event.successes', expected }],
    });
    expect(second).toEqual({
      line: 4,
      issues: [{ code: 'invalid-format', path: 'line', expected: 'one JSON value' }],
    });
    expect(stderr).not.toContain('secret');
  });

  it('is one with a key twice, whichever of the two was meant', async () => {
    const lines = ['{"successes":1,"trials":5}', '{"successes":1,"trials":5,"trials":4}'];
    const { code, stdout, stderr } = await worker.run(add(at.share), lines.join('\n'));
    expect([code, JSON.parse(stdout).data]).toEqual([1, { successes: 1, trials: 5 }]);
    expect(JSON.parse(stderr)).toEqual({
      line: 2,
      issues: [{ code: 'duplicate-id', path: 'line', expected: 'each key once in an object' }],
    });
    const state = (await worker.run(add(at.share), lines[0])).stdout;
    const twice = state.replace('"successes":', '"successes":0,"successes":');
    const merged = await worker.run(kpi('merge', at.share), twice);
    expect([merged.code, merged.stdout]).toEqual([3, '']);
    expect(JSON.parse(merged.stderr)).toMatchObject({
      line: 1,
      issues: [{ code: 'duplicate-id' }],
    });
  });

  it('leaves the exit code at 0 if the caller is lenient', async () => {
    const { code, stdout, stderr } = await worker.run(add(at.share, '--lenient'), input);
    expect([code, JSON.parse(stdout).data]).toEqual([0, state]);
    expect(stderr.trim().split('\n')).toHaveLength(2);
  });

  it('ends the work at once if the caller is strict, while more keeps coming', async () => {
    function* endless(): Generator<string> {
      yield input;
      for (let i = 0; i < 1e9; i++) yield '{"successes":1,"trials":1}\n';
    }
    const { code, stdout, stderr } = await worker.run(add(at.share, '--strict'), endless());
    expect([code, stdout]).toEqual([3, '']);
    expect(JSON.parse(stderr).line).toBe(3);
  });

  it('is named with its file where it stands in one', async () => {
    const file = worker.file('bad.ndjson', '[]');
    const { stderr } = await worker.run(add(at.share, file));
    expect(JSON.parse(stderr)).toMatchObject({ file, line: 1 });
  });

  it('of a state ends a merge, since the whole would be wrong without it', async () => {
    const share = await worker.run(add(at.share), ndjson([good]));
    const other = await worker.run(add(at.hours), ndjson(hours));
    const run = await worker.run(kpi('merge', at.share), share.stdout + other.stdout);
    expect([run.code, run.stdout]).toEqual([3, '']);
    expect(JSON.parse(run.stderr)).toMatchObject({
      line: 2,
      issues: [{ code: 'inconsistent', path: 'state.kpi' }],
    });
  });
});

describe('result', () => {
  it('is what the library reads off', async () => {
    const { stdout } = await worker.run(add(at.share), ndjson([{ successes: 412, trials: 486 }]));
    const run = await worker.run(kpi('result', at.share, '--confidence', '0.9'), stdout);
    const { init, add: addEvent, result } = accumulatorOf(defineKpi(SHARE));
    const draft = addEvent(init(), { successes: 412, trials: 486 });
    expect(run).toEqual({
      code: 0,
      stdout: ndjson([result(draft, { confidence: 0.9 })]),
      stderr: '',
    });
  });

  it('of a cube takes longer periods and holds back what speaks of few', async () => {
    const { stdout } = await worker.run(add(at.cube), ndjson(records));
    const args = kpi('result', at.cube, '--period', 'quarter', '--suppress-below', '200');
    const draft = cube.init();
    for (const record of records) cube.add(draft, record);
    const expected = cube.result(draft, { period: 'quarter', suppressBelow: 200 });
    expect((await worker.run(args, stdout)).stdout).toBe(ndjson([expected]));
  });

  it('is CSV as RFC 4180 has it: CR LF, and quotes where they are needed', async () => {
    const rows = [
      { kpi: 'renewal-rate', at: '2026-01-05', event: { successes: 3, trials: 4 } },
      { kpi: 'renewal-rate', at: '2026-01-06', event: { successes: 1, trials: 4 } },
    ].map((row, i) => ({ ...row, dimensions: i === 0 ? { branch: 'Lake, "north"' } : {} }));
    const { stdout } = await worker.run(add(at.cube), ndjson(rows));
    const args = kpi('result', at.cube, '--format', 'csv', '--suppress-below', '1');
    const lines = (await worker.run(args, stdout)).stdout.split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[0]).toBe(
      'kpi,version,period,from,to,status,value,unit,low,high,confidence,numerator,denominator,n,method,reason,by,by.branch',
    );
    const head = 'renewal-rate,1,2026-01,2026-01-01,2026-02-01,ok';
    expect(lines[1]).toMatch(new RegExp(`^${head},0.5,fraction,.*,4,8,8,proportion,,,$`));
    expect(lines[2]).toMatch(new RegExp(`^${head},0.75,.*,branch,"Lake, ""north"""$`));
    expect(lines[3]).toMatch(new RegExp(`^${head},0.25,.*,branch,$`));
    expect(lines[4]).toBe('');
  });

  it('wants one state, neither none nor two', async () => {
    expect((await worker.run(kpi('result', at.share))).code).toBe(3);
    const two = await worker.run(kpi('result', at.share), empty.share + empty.share);
    expect([two.code, two.stdout]).toEqual([3, '']);
    expect(two.stderr).toContain('there are 2');
  });
});

describe('close', () => {
  it('counts for good what came up to a day, as the library does', async () => {
    const { stdout } = await worker.run(add(at.cube), ndjson(records));
    const draft = cube.init();
    for (const record of records) cube.add(draft, record);
    const expected = ndjson([cube.encode(cube.close(draft, '2026-01-31' as never))]);
    const run = await worker.run(kpi('close', at.cube, '--through', '2026-01-31'), stdout);
    expect(run).toEqual({ code: 0, stdout: expected, stderr: '' });
  });
});

describe('the command line', () => {
  it('prints its help and its version', async () => {
    expect((await worker.run(['kpi', 'add', '--help'])).stdout).toContain('Exit codes');
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await worker.run(['--version'])).toEqual({
      code: 0,
      stdout: `${version}\n`,
      stderr: '',
    });
  });

  it.each([
    [[], 'the first word is kpi'],
    [['kpi'], 'after kpi comes'],
    [['kpi', 'toString'], 'after kpi comes'],
    [['kpi', 'add'], '--definitions FILE is missing'],
    [['kpi', 'add', '--definitions', 'no-such-file'], 'cannot read no-such-file: ENOENT'],
    [['kpi', 'add', '--definitions', '$none'], 'is no JSON'],
    [['kpi', 'add', '--definitions', '$twice'], 'an object has a key twice'],
    [['kpi', 'add', '--definitions', '$list'], 'definition: expected an object'],
    [['kpi', 'add', '--definitions', '$wrong'], 'definition.kpis[0].minimumSample'],
    [['kpi', 'add', '--definitions', '$share', 'no-such-file'], 'cannot read no-such-file: ENOENT'],
    [['kpi', 'add', '--definitions', '$share', '.'], 'EISDIR'],
    [['kpi', 'add', '--definitions', '$share', '--strict', '--lenient'], 'not both'],
    [['kpi', 'add', '--definitions', '$share', '--through', '2026-01-01'], '--through'],
    [
      ['kpi', 'add', '--definitions', '$share', '--definitions', '$cube'],
      '--definitions is given twice',
    ],
    [
      ['kpi', 'add', '--definitions', '$share', '--state', 'a', '--state=b'],
      '--state is given twice',
    ],
    [['kpi', 'close', '--definitions', '$cube'], '--through DATE is missing'],
    [['kpi', 'close', '--definitions', '$cube', '--through', '2026-02-30'], 'through'],
    [['kpi', 'close', '--definitions', '$share', '--through', '2026-01-01'], 'only a cube'],
    [['kpi', 'result', '--definitions', '$share', '--confidence', 'high'], 'is a number'],
    [['kpi', 'result', '--definitions', '$share', '--confidence', '95'], 'options.confidence'],
    [['kpi', 'result', '--definitions', '$share', '--period', 'year'], 'are for a cube'],
    [['kpi', 'result', '--definitions', '$share', '--max-rows', '9'], 'are for a cube'],
    [['kpi', 'result', '--definitions', '$cube', '--max-rows', '0'], 'options.maxRows'],
    [['kpi', 'result', '--definitions', '$cube', '--period', 'week'], 'options.period'],
    [['kpi', 'result', '--definitions', '$cube', '--format', 'xml'], 'json or csv'],
  ])('that cannot be followed exits with 2 and writes nothing: %j', async (words, problem) => {
    const files: Readonly<Record<string, string>> = {
      $share: at.share,
      $cube: at.cube,
      $none: worker.file('none.json', 'kpis:'),
      $twice: worker.file('twice.json', '{"kpis":[],"kpis":[]}'),
      $list: worker.file('list.json', [SHARE]),
      $wrong: worker.file('wrong.json', { ...CUBE, kpis: [{ ...SHARE, minimumSample: 0 }] }),
    };
    const state = words.includes('$cube') ? empty.cube : empty.share;
    const args = words.map((word) => files[word] ?? word);
    const run = await worker.run(args, words[1] === 'add' ? '' : state);
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain(problem);
    expect(run.stderr).toContain('See: aptfolio --help');
  });
});

describe('a stream', () => {
  it('of more than the memory it may take is read to its end', async () => {
    const block = ndjson(
      Array.from({ length: 20_000 }, (_, i) => ({ successes: i % 2, trials: 1 })),
    );
    function* blocks(): Generator<string> {
      for (let i = 0; i < 100; i++) yield block;
    }
    // 54 MB of text, and texts alone would take that much of the heap.
    const run = await worker.run(add(at.share), blocks(), { flags: ['--max-old-space-size=24'] });
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout).data).toEqual({ successes: 1_000_000, trials: 2_000_000 });
  });

  it('whose reader went away ends quietly', async () => {
    const run = await worker.run(add(at.share), '{"successes":1,"trials":1}\n', { unread: true });
    expect(run).toEqual({ code: 141, stdout: '', stderr: '' });
  });
});
