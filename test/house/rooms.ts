/**
 * The floors of the house, as docs/architecture.md draws them. A file may import from its own room
 * and from rooms on a lower floor. A new room is entered here and there first.
 */
export const FLOOR_OF: Readonly<Record<string, number>> = {
  errors: 0,
  dates: 0,
  numerics: 0,
  money: 1,
  evidence: 1,
  statistics: 1,
  rules: 2,
  questionnaire: 2,
  market: 2,
  products: 2,
  client: 3,
  allocation: 3,
  performance: 3,
  kpi: 4,
  suitability: 4,
  projection: 4,
  monitoring: 4,
  selection: 5,
  rebalancing: 5,
  service: 5,
  orders: 6,
  advice: 7,
  report: 8,
  schema: 8,
};

/** Every other room, those of floor 0 too, stands on this one. It imports nothing. */
export const GROUND = 'errors';

/** The root face, src/index.ts, stands above all rooms. */
export const ROOF = 9;

/** Each third-party package has one room that may import it. */
export const HOME_OF: Readonly<Record<string, string>> = {
  'date-fns': 'dates',
  '@date-fns/utc': 'dates',
  'decimal.js': 'money',
  canonicalize: 'evidence',
  '@noble/hashes': 'evidence',
  'simple-statistics': 'statistics',
  zod: 'schema',
};

/** Longest file in src/, in lines. */
export const MAX_LINES = 300;

/** Files that may be longer, each with the reason. */
export const LONG_TABLES: Readonly<Record<string, string>> = {
  'src/schema/index.ts': 'the names of all schemas, one after the other',
};
