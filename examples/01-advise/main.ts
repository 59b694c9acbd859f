import { mkdirSync, writeFileSync } from 'node:fs';
import { AptfolioError, describeIssue } from 'aptfolio/errors';
import { canonicalJson } from 'aptfolio/evidence';
import { load } from './load.js';
import { type Options, parseOptions, USAGE } from './options.js';
import { renderPage } from './page.js';
import { FileFault } from './read-json.js';
import { run } from './run.js';
import { tell, tellStopped } from './tell.js';
import { tellerFor } from './teller.js';
import { renderTerminal } from './terminal.js';

// The only place where the example touches the outside: the command line, files and the terminal.
const parsed = parseOptions(process.argv.slice(2));
if (parsed.status === 'help') {
  process.stdout.write(USAGE);
} else if (parsed.status === 'invalid') {
  fail([parsed.problem, '', USAGE.trimEnd()], 2);
} else {
  try {
    advise(parsed.options);
  } catch (error) {
    fail(explain(error, parsed.options), 1);
  }
}

function advise(options: Options): void {
  const inputs = load(options);
  const teller = tellerFor(options.locale);
  const result = run(inputs);
  const account = 'status' in result ? tellStopped(result, teller) : tell(result, teller);
  const record = 'status' in result ? { records: result.records } : recordOf(result);
  mkdirSync(options.out, { recursive: true });
  writeFileSync(`${options.out}/advice.json`, `${canonicalJson(record)}\n`);
  writeFileSync(`${options.out}/report.html`, renderPage(account, options.locale));
  process.stdout.write(
    `${renderTerminal(account)}\n${options.out}/advice.json\n${options.out}/report.html\n`,
  );
}

/** Everything that was decided: the chain of records, the orders' lives, the reports and the cases. */
function recordOf(result: Exclude<ReturnType<typeof run>, { readonly status: 'stopped' }>) {
  const { chain, proposal, orders, period, cases, proof } = result;
  return {
    chain,
    proposal,
    orders: orders.map(({ order }) => order),
    period,
    // A record says what was read and where every rule stood; `replay` brings the rest back.
    cases: cases.map(({ rulings, ...rest }) => ({
      ...rest,
      rulings: rulings.map(({ assessments: _, ...ruling }) => ruling),
    })),
    proof,
  };
}

/** What is wrong and where, without a stack trace; a fault in the program is thrown on. */
function explain(error: unknown, { client }: Options): readonly string[] {
  if (error instanceof FileFault) return [error.message];
  if (!(error instanceof AptfolioError)) throw error;
  const lines = error.issues.map((issue) => `  ${describeIssue(issue)}`);
  return [`${client} or the files beside it cannot be used:`, ...lines];
}

function fail(lines: readonly string[], code: number): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = code;
}
