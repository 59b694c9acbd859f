import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { load } from '../../examples/01-advise/load.js';
import { parseOptions } from '../../examples/01-advise/options.js';
import { starter } from './example.js';

const folder = mkdtempSync(join(tmpdir(), 'aptfolio-example-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sample = readFileSync('examples/data/scenario/client.json', 'utf8');

const start = starter('01-advise');
const runWith = (...words: readonly string[]) => start('--out', join(folder, 'out'), ...words);

function broken(change: (client: Record<string, unknown>) => unknown): string {
  const path = join(folder, 'broken.json');
  writeFileSync(path, JSON.stringify(change(JSON.parse(sample))));
  return path;
}

describe('the example’s command line', () => {
  it('says what is wrong with a client file and where, without a stack trace', () => {
    const path = broken((client) => ({
      ...client,
      holdings: [{ id: 'A', kind: 'deposit', currency: 'CNY', amount: 12 }],
      baseCurrency: 'RMB',
    }));
    const { code, out, err } = runWith('--client', path);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('view.holdings[0].amount: expected a text');
    expect(err).toContain('view.baseCurrency: expected one of');
    expect(err).not.toMatch(/\n\s+at |node_modules/);
  });

  it('says so when there is no such file', () => {
    const { code, err } = runWith('--client', join(folder, 'none.json'));
    expect([code, err]).toEqual([1, expect.stringContaining('there is no such file')]);
  });

  it('names an option that it does not know', () => {
    const { code, err } = runWith('--colour', 'red');
    expect(code).toBe(2);
    expect(err).toContain('unknown option --colour');
  });
});

describe('a client file', () => {
  const read = (client: string) => () =>
    load({ client, assumptions: 'sample', locale: 'en', out: folder });

  it.each([
    ['has no intake', (client: object) => ({ ...client, intake: undefined }), 'client.intake'],
    [
      'has a day that does not exist',
      (client: object) => ({ ...client, asOf: '2026-02-30' }),
      'client.asOf',
    ],
    ['is no object', () => [], 'client'],
    ['has no goal', (client: object) => ({ ...client, goals: [] }), 'view.goals'],
    ['has no deposit', (client: object) => ({ ...client, holdings: [] }), 'view.holdings'],
  ])('is refused when it %s', (_, change, path) => {
    expect(read(broken(change))).toThrow(expect.objectContaining({ path }));
  });

  it('is refused when there is no JSON in it', () => {
    const path = join(folder, 'text.json');
    writeFileSync(path, 'not json');
    expect(read(path)).toThrow('it is no JSON');
  });
});

describe('parseOptions', () => {
  it.each([
    [['--client'], '--client needs a value'],
    [['--assumptions', 'guess'], '--assumptions is sample or history, not guess'],
    [['--locale=fr'], '--locale is one of zh-Hans, zh-Hant, en, not fr'],
  ])('refuses %j', (words, problem) => {
    expect(parseOptions(words)).toEqual({ status: 'invalid', problem });
  });

  it('takes a value after a space or an equals sign, and explains itself when asked', () => {
    expect(parseOptions(['--locale=en', '--out', 'x'])).toMatchObject({
      status: 'options',
      options: { locale: 'en', out: 'x', assumptions: 'sample' },
    });
    expect(parseOptions(['-h'])).toEqual({ status: 'help' });
  });
});
