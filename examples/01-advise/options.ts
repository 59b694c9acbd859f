import { LOCALES, type Locale } from 'aptfolio/evidence';

/** What the command line asks for. */
export interface Options {
  /** Where the capital-market assumptions come from. */
  readonly assumptions: 'sample' | 'history';
  /** Path of the client file. */
  readonly client: string;
  /** Folder for `advice.json` and `report.html`. */
  readonly out: string;
  readonly locale: Locale;
}

export const USAGE = `npm run advise [-- OPTIONS]

  --assumptions sample|history  sample assumptions (default), or estimated from 98 years of annual returns
  --client FILE                 another client file than examples/data/scenario/client.json; the answers to the
                                questionnaire and the bookings stay those of the sample client
  --locale en|zh-Hans|zh-Hant   language of the account and the report (default: en)
  --out FOLDER                  where advice.json and report.html go (default: out)
  --help                        this text
`;

export type ParsedOptions =
  | { readonly status: 'options'; readonly options: Options }
  | { readonly status: 'help' }
  | { readonly status: 'invalid'; readonly problem: string };

/** The client file of the scenario. */
export const SAMPLE_CLIENT = 'examples/data/scenario/client.json';

const DEFAULTS: Options = {
  assumptions: 'sample',
  client: SAMPLE_CLIENT,
  out: 'out',
  locale: 'en',
};

/** Reads the command line; an unknown or incomplete option is a problem in words, not an exception. */
export function parseOptions(words: readonly string[]): ParsedOptions {
  let options = DEFAULTS;
  for (let i = 0; i < words.length; i++) {
    const [name, attached] = splitOnce(words[i] ?? '');
    if (name === '--help' || name === '-h') return { status: 'help' };
    if (!isOption(name)) return invalid(`unknown option ${name}`);
    const value = attached ?? words[++i];
    if (value === undefined || value === '') return invalid(`${name} needs a value`);
    const problem = refuse(name, value);
    if (problem !== undefined) return invalid(problem);
    options = { ...options, [name.slice(2)]: value };
  }
  return { status: 'options', options };
}

const NAMES = ['--assumptions', '--client', '--locale', '--out'] as const;
type OptionName = (typeof NAMES)[number];

function isOption(name: string): name is OptionName {
  return (NAMES as readonly string[]).includes(name);
}

function refuse(name: OptionName, value: string): string | undefined {
  if (name === '--assumptions' && value !== 'sample' && value !== 'history') {
    return `--assumptions is sample or history, not ${value}`;
  }
  if (name === '--locale' && !(LOCALES as readonly string[]).includes(value)) {
    return `--locale is one of ${LOCALES.join(', ')}, not ${value}`;
  }
  return undefined;
}

function splitOnce(word: string): [string, string | undefined] {
  const equals = word.indexOf('=');
  return equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
}

function invalid(problem: string): ParsedOptions {
  return { status: 'invalid', problem };
}
