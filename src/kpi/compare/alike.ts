import type { Reason } from '../../evidence/index.js';
import { methodsOf } from '../define.js';
import type { Kpi, KpiKind } from '../definition.js';
import type { Draft } from '../draft.js';

/** Drafts that stand alike, and whether they were moved for it. */
export interface AlikeDrafts<K extends KpiKind = KpiKind> {
  /** As many as were given, for testing and not to be added to. */
  readonly drafts: readonly Draft<K>[];
  readonly reasons: readonly Reason[];
}

/**
 * The drafts whose cases are tested against each other, each kept as exactly as the others: what one side keeps exactly and another in bins would differ by how it is kept. Figures are
 * read off the drafts as they were, and say themselves how exact they are.
 */
export function alikeDrafts<K extends KpiKind>(
  kpi: Kpi<K>,
  drafts: readonly Draft<K>[],
): AlikeDrafts<K> {
  const found = methodsOf(kpi).alike?.(drafts.map(({ data }) => data));
  if (found === undefined) return { drafts, reasons: [] };
  const { data, reasons } = found;
  return { drafts: drafts.map((draft, i) => ({ ...draft, data: data[i]! })), reasons };
}
