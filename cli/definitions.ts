import { readFileSync } from 'node:fs';
import { AptfolioError, describeIssue, renamePaths } from 'aptfolio/errors';
import { compileKpiCube, defineKpi, type Kpi, type KpiCube } from 'aptfolio/kpi';
import { parseKpiDefinition } from 'aptfolio/schema';
import { usageStop } from './exit-codes.js';
import { parseJson } from './json.js';

/** What is added up: one KPI from its events, or a cube of KPIs from records. */
export type Definitions =
  | { readonly kind: 'kpi'; readonly kpi: Kpi }
  | { readonly kind: 'cube'; readonly cube: KpiCube; readonly dimensions: readonly string[] };

/**
 * Reads the file of definitions.
 *
 * @throws Stop if it cannot be read, is no JSON, has a key twice or is refused.
 */
export function readDefinitions(file: string): Definitions {
  const value = readJson(file);
  try {
    return isCube(value) ? cubeOf(value) : { kind: 'kpi', kpi: kpiOf(value, 'definition') };
  } catch (error) {
    if (!(error instanceof AptfolioError)) throw error;
    throw usageStop(`${file}: ${error.issues.map(describeIssue).join('; ')}`);
  }
}

function readJson(file: string): unknown {
  const parsed = parseJson(readText(file));
  if ('value' in parsed) return parsed.value;
  const isTwice = parsed.fault === 'key-twice';
  throw usageStop(isTwice ? `in ${file} an object has a key twice` : `${file} is no JSON`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw usageStop(`cannot read ${file}: ${(error as NodeJS.ErrnoException).code}`);
  }
}

function isCube(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'kpis');
}

function cubeOf(value: Readonly<Record<string, unknown>>): Definitions {
  // As in every file that the library reads, keys that start with $ are comments.
  const fields = Object.fromEntries(Object.entries(value).filter(([key]) => !key.startsWith('$')));
  const { kpis } = fields;
  const compiled = Array.isArray(kpis)
    ? kpis.map((kpi, i) => kpiOf(kpi, `definition.kpis[${i}]`))
    : kpis;
  const cube = compileKpiCube({ ...fields, kpis: compiled } as never);
  return { kind: 'cube', cube, dimensions: (fields.dimensions ?? []) as readonly string[] };
}

function kpiOf(value: unknown, path: string): Kpi {
  return renamePaths({ definition: path }, () => defineKpi(parseKpiDefinition(value)));
}
