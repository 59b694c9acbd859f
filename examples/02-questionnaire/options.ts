import {
  type FileOptions,
  invalid,
  type ParsedOptions,
  parseFileOptions,
} from '../shared/command-line.js';

/**
 * What the command line asks for: the form, without which the sample bank's forms, answers and client are taken; another version of it, to
 * compare; many clients' answers, a list; and one client's answers, facts and past assessments.
 */
export type Options = FileOptions<'form' | 'corrected' | 'responses' | 'client'>;

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

/** Reads the command line; the other files go with a form. */
export function parseOptions(words: readonly string[]): ParsedOptions<Options> {
  const parsed = parseFileOptions(words, ['form', 'corrected', 'responses', 'client']);
  if (parsed.status !== 'options' || parsed.options.form !== undefined) return parsed;
  const { out: _, locale: __, ...files } = parsed.options;
  const [lone] = Object.keys(files);
  return lone === undefined
    ? parsed
    : invalid(`--${lone} goes with a form of your own: --form FILE`);
}
