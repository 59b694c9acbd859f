import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Locale } from 'aptfolio/evidence';
import { expect, it } from 'vitest';
import type { Account } from '../../examples/01-advise/account.js';
import { renderPage } from '../../examples/01-advise/page.js';
import { renderTerminal } from '../../examples/01-advise/terminal.js';
import type { ParsedOptions } from '../../examples/shared/command-line.js';

/** Reads words that are options. */
export function reader<O>(
  parse: (words: readonly string[]) => ParsedOptions<O>,
): (...words: readonly string[]) => O {
  return (...words) => {
    const parsed = parse(words);
    if (parsed.status !== 'options') throw new Error(parsed.status);
    return parsed.options;
  };
}

/** Says that an example takes none of these words, and what it says then. */
export function refuses(
  parse: (words: readonly string[]) => ParsedOptions<unknown>,
  faults: readonly (readonly [words: readonly string[], problem: RegExp])[],
): void {
  const common = [
    [['--colour', 'red'], /--colour/],
    [['--locale', 'fr'], /^--locale is one of zh-Hans, zh-Hant, en, not fr$/],
  ] as const;
  it.each([...common, ...faults])('is not looked for in %j', (words, problem) => {
    expect(parse(words)).toEqual({ status: 'invalid', problem: expect.stringMatching(problem) });
  });
}

/** An example as somebody starts it in a terminal. */
export function starter(folder: string) {
  const main = ['--tsconfig', 'tsconfig.dev.json', `examples/${folder}/main.ts`];
  return (...words: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync('node_modules/.bin/tsx', [...main, ...words], {
      encoding: 'utf8',
    });
    return { code: status, out: stdout, err: stderr };
  };
}

/** Says that an example prints this account and writes its page. */
export function expectAccount(
  start: ReturnType<typeof starter>,
  account: Account,
  { locale, out, page }: { readonly locale: Locale; readonly out: string; readonly page: string },
): void {
  const { code, out: printed } = start('--locale', locale, '--out', out);
  expect(code).toBe(0);
  expect(printed).toBe(`${renderTerminal(account)}\n${out}/${page}\n`);
  // Not shown in full where they differ: a page is long.
  expect(readFileSync(`${out}/${page}`, 'utf8') === renderPage(account, locale)).toBe(true);
}
