import { type PlainDate, parsePlainDate } from '../dates/index.js';
import { at, checkBoolean, checkObject, checkText } from '../errors/index.js';

/** The place in a law, a rule or a bank's own policy on which a reason rests. */
export interface Citation {
  /** The law, rule or policy by its name. */
  readonly instrument: string;
  /** Article, section or paragraph as the instrument counts them. */
  readonly article: string;
  /** Where the text can be read. */
  readonly address?: string;
  /** Whether someone has compared what is applied here with the instrument's own text. */
  readonly verified: boolean;
  /** The first day on which the passage applies. */
  readonly inForceFrom?: PlainDate;
}

/**
 * Makes a citation: checked, frozen, without any further fields.
 *
 * @throws AptfolioError with the path to the field, as in `citation.inForceFrom`.
 *
 * @example
 * ```ts
 * import { makeCitation } from 'aptfolio/evidence';
 *
 * makeCitation({ instrument: 'Directive 2014/65/EU', article: '25(2)', verified: true }).article;
 * // => '25(2)'
 * ```
 */
export function makeCitation(citation: Citation): Citation {
  return readCitation(citation, 'citation');
}

/** Checks a citation that stands at a path of the caller's input. */
export function readCitation(value: unknown, path: string): Citation {
  const { instrument, article, address, verified, inForceFrom } = checkObject(value, path);
  return Object.freeze({
    instrument: checkText(instrument, at(path, 'instrument')),
    article: checkText(article, at(path, 'article')),
    ...(address === undefined ? {} : { address: checkText(address, at(path, 'address')) }),
    verified: checkBoolean(verified, at(path, 'verified')),
    ...(inForceFrom === undefined
      ? {}
      : { inForceFrom: parsePlainDate(inForceFrom, at(path, 'inForceFrom')) }),
  });
}
