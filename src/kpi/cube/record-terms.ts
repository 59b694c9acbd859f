import { AptfolioError, at, checkText } from '../../errors/index.js';
import type { Kpi } from '../definition.js';
import { checkNames } from './read-look.js';

/** Refuses terms that differ from those of the definition; what it does not name is not checked. */
export function checkTerms(kpi: Kpi, value: unknown, path: string): void {
  const given = checkNames(value, path);
  for (const name in given) {
    const term = checkText(given[name], at(path, name), 100);
    const own = termOf(kpi, name);
    if (own === undefined || own === term) continue;
    const expected = `“${own}”, as the definition of ${kpi.id} says`;
    throw new AptfolioError('inconsistent', at(path, name), expected, term);
  }
}

/** A survival KPI says its unit of time in a field of its own. */
function termOf(kpi: Kpi, name: string): string | undefined {
  if (name === 'timeUnit' && kpi.kind === 'survival') return kpi.timeUnit;
  const { terms } = kpi;
  return terms !== undefined && Object.hasOwn(terms, name) ? terms[name] : undefined;
}
