import { canonicalJson, sha256Text } from '../../evidence/index.js';
import type { Kpi } from '../definition.js';
import type { ServiceKpis } from './service-kpis.js';

type Definitions = Readonly<Record<string, Kpi>>;

/** Gives each definition that differs from the usual one a version of its own, the same for the same difference. */
export function versionedBySettings(kpis: ServiceKpis, usual: ServiceKpis): ServiceKpis {
  const [own, others] = [kpis, usual] as unknown as readonly [Definitions, Definitions];
  const versioned = Object.entries(own).map(([name, kpi]) => [
    name,
    withOwnVersion(kpi, others[name]!),
  ]);
  return Object.freeze(Object.fromEntries(versioned)) as ServiceKpis;
}

function withOwnVersion(kpi: Kpi, usual: Kpi): Kpi {
  const usualFields = new Map(Object.entries(usual));
  const changed = Object.entries(kpi).filter(
    ([key, value]) => canonicalJson(value) !== canonicalJson(usualFields.get(key)),
  );
  if (changed.length === 0) return kpi;
  const version = `${kpi.version}+${sha256Text(canonicalJson(changed)).slice(0, 8)}`;
  return Object.freeze({ ...kpi, version });
}
