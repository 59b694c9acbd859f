import type { FieldsOf } from '../../errors/index.js';
import { MOMENT_FIELDS, type RebalanceOptions } from '../moment.js';
import type { BookReporting } from './run-each.js';

/** How a book is brought back. */
export interface BookOptions extends RebalanceOptions, BookReporting {}

/** The fields of these options. */
export const BOOK_FIELDS: FieldsOf<BookOptions> = {
  ...MOMENT_FIELDS,
  onProgress: true,
  progressEvery: true,
  ids: true,
};
