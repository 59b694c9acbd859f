import { mkdirSync, writeFileSync } from 'node:fs';
import { AptfolioError, describeIssue } from 'aptfolio/errors';
import type { Locale } from 'aptfolio/evidence';
import { renderPage } from '../01-advise/page.js';
import { FileFault } from '../01-advise/read-json.js';
import { renderTerminal } from '../01-advise/terminal.js';
import type { ParsedOptions } from './command-line.js';

/** A program that reads files and tells one account, in the terminal and as a page. */
interface OnePageProgram<O> {
  readonly usage: string;
  readonly parsed: ParsedOptions<O>;
  /** The page's file in the folder `out`. */
  readonly page: string;
  readonly accountOf: (options: O) => Parameters<typeof renderPage>[0];
}

/** Runs the program: the only place where it touches the command line, files and the terminal. */
export function tellOnePage<O extends { readonly out: string; readonly locale: Locale }>({
  usage,
  parsed,
  page,
  accountOf,
}: OnePageProgram<O>): void {
  if (parsed.status === 'help') {
    process.stdout.write(usage);
  } else if (parsed.status === 'invalid') {
    fail([parsed.problem, '', usage.trimEnd()], 2);
  } else {
    try {
      write(accountOf(parsed.options), parsed.options, page);
    } catch (error) {
      fail(explain(error), 1);
    }
  }
}

function write(
  account: Parameters<typeof renderPage>[0],
  { out, locale }: { readonly out: string; readonly locale: Locale },
  page: string,
): void {
  mkdirSync(out, { recursive: true });
  writeFileSync(`${out}/${page}`, renderPage(account, locale));
  process.stdout.write(`${renderTerminal(account)}\n${out}/${page}\n`);
}

/** What is wrong and where, without a stack trace; a fault in the program is thrown on. */
function explain(error: unknown): readonly string[] {
  if (error instanceof FileFault) return [error.message];
  if (!(error instanceof AptfolioError)) throw error;
  return ['The files cannot be used:', ...error.issues.map((one) => `  ${describeIssue(one)}`)];
}

function fail(lines: readonly string[], code: number): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = code;
}
