import { parseArgs } from 'node:util';
import { LOCALES, type Locale } from 'aptfolio/evidence';

/** What the command line asks for. */
export interface Options {
  /** Path of the form; without one, the sample bank's forms, answers and client. */
  readonly form?: string;
  /** Path of another version of the form, to compare. */
  readonly corrected?: string;
  /** Path of many clients' answers, a list. */
  readonly responses?: string;
  /** Path of one client's answers, facts and past assessments. */
  readonly client?: string;
  /** Folder for `questionnaire.html`. */
  readonly out: string;
  readonly locale: Locale;
}

export const USAGE = `npm run questionnaire [-- OPTIONS]

  --form FILE                   a questionnaire of your own (default: the sample bank's, as drafted and corrected)
  --corrected FILE              another version of it, to compare
  --responses FILE              many clients' answers, a list of { item: option }, for the figures of reliability
  --client FILE                 one client's answers, facts, past assessments and co-owners, as in
                                examples/data/own-questionnaire/client.json
  --locale en|zh-Hans|zh-Hant   language of the account and the page (default: en)
  --out FOLDER                  where questionnaire.html goes (default: out)
  --help                        this text
`;

export type ParsedOptions =
  | { readonly status: 'options'; readonly options: Options }
  | { readonly status: 'help' }
  | { readonly status: 'invalid'; readonly problem: string };

const TEXT = { type: 'string' } as const;

/** Reads the command line; an unknown or incomplete option is a problem in words, not an exception. */
export function parseOptions(words: readonly string[]): ParsedOptions {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        ...{ form: TEXT, corrected: TEXT, responses: TEXT, client: TEXT, locale: TEXT, out: TEXT },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const { help, locale = 'en', out = 'out', ...files } = values;
    if (help === true) return { status: 'help' };
    const known = LOCALES.find((one) => one === locale);
    if (known === undefined) {
      return invalid(`--locale is one of ${LOCALES.join(', ')}, not ${locale}`);
    }
    const [lone] = Object.keys(files);
    if (files.form === undefined && lone !== undefined) {
      return invalid(`--${lone} goes with a form of your own: --form FILE`);
    }
    return { status: 'options', options: { ...files, out, locale: known } };
  } catch (error) {
    return invalid((error as Error).message);
  }
}

function invalid(problem: string): ParsedOptions {
  return { status: 'invalid', problem };
}
