import { mkdirSync, writeFileSync } from 'node:fs';
import { AptfolioError, describeIssue } from 'aptfolio/errors';
import { renderPage } from '../01-advise/page.js';
import { FileFault } from '../01-advise/read-json.js';
import { renderTerminal } from '../01-advise/terminal.js';
import { load } from './load.js';
import { type Options, parseOptions, USAGE } from './options.js';
import { run } from './run.js';
import { tell } from './tell.js';
import { tellerFor } from './teller.js';

// The only place where the example touches the outside: the command line, files and the terminal.
const parsed = parseOptions(process.argv.slice(2));
if (parsed.status === 'help') {
  process.stdout.write(USAGE);
} else if (parsed.status === 'invalid') {
  fail([parsed.problem, '', USAGE.trimEnd()], 2);
} else {
  try {
    compare(parsed.options);
  } catch (error) {
    fail(explain(error), 1);
  }
}

function compare(options: Options): void {
  const { locale, out } = options;
  const account = tell(run(load(options)), tellerFor(locale));
  mkdirSync(out, { recursive: true });
  writeFileSync(`${out}/rebalancing-policy.html`, renderPage(account, locale));
  process.stdout.write(`${renderTerminal(account)}\n${out}/rebalancing-policy.html\n`);
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
