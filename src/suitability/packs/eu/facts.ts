import type { FactDeclaration } from '../../../rules/index.js';
import { EU_CLIENT_FACTS } from './client-facts.js';
import { INSTRUMENT_FACTS } from './instrument-facts.js';
import { EU_SERVICE_FACTS } from './service-facts.js';

/** The vocabulary of both packs, so that either can be asked with the same facts. */
export const EU_FACTS: Readonly<Record<string, FactDeclaration>> = {
  ...EU_SERVICE_FACTS,
  ...EU_CLIENT_FACTS,
  ...INSTRUMENT_FACTS,
};
