import { readFileSync } from 'node:fs';
import { checkInteger, checkObject, checkText } from 'aptfolio/errors';
import type { ServiceQuarter } from 'aptfolio/kpi';
import { FileFault, readJson } from '../01-advise/read-json.js';
import type { Bank, Inputs, YearRecords } from './inputs.js';
import type { Options } from './options.js';

const SAMPLE = 'examples/data/service-year';
const SCENARIO_QUARTER = 'examples/data/scenario/service-quarter.json';

/** The files by what is in them. */
const FILES: Readonly<Record<keyof YearRecords, string>> = {
  answers: 'answers',
  earlierAnswers: 'earlier-answers',
  lateAnswers: 'late-answers',
  invitations: 'invitations',
  enquiries: 'enquiries',
  callBacks: 'call-backs',
  accounts: 'accounts',
  clients: 'clients',
  contacts: 'contacts',
  prospects: 'prospects',
  alerts: 'alerts',
  riskEvents: 'risk-events',
  practice: 'practice-scores',
  training: 'training-scores',
};

/** Reads the year. What its rows say is checked where they are used. */
export function load({ data = SAMPLE }: Options): Inputs {
  const bank = checkObject(readJson(`${data}/bank.json`), 'bank') as unknown as Bank;
  checkInteger(bank.year, 'bank.year', { min: 1900, max: 2200 });
  for (const field of ['asOf', 'earlierLook', 'zone'] as const) {
    checkText(bank[field], `bank.${field}`);
  }
  const records = Object.fromEntries(
    Object.entries(FILES).map(([name, file]) => [name, readLines(`${data}/${file}.ndjson`)]),
  );
  return {
    isSample: data === SAMPLE,
    folder: data,
    bank,
    records: records as unknown as YearRecords,
    quarter: readJson(SCENARIO_QUARTER) as ServiceQuarter,
  };
}

/** One JSON object a line. */
function readLines(path: string): readonly object[] {
  return textOf(path)
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : [readLine(line, path, i + 1)]));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new FileFault(`${path} cannot be read: there is no such file`);
  }
}

function readLine(line: string, path: string, number: number): object {
  try {
    return checkObject(JSON.parse(line), `${path}:${number}`);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new FileFault(`${path} cannot be read: line ${number} is no JSON (${error.message})`);
  }
}
