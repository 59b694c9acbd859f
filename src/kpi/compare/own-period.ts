import { makeReason, type Reason } from '../../evidence/index.js';
import type { Kpi } from '../definition.js';

/** That a share which is stated for a year is compared as it is in its own period; nothing for other KPIs. */
export function ownPeriodReason(kpi: Kpi): readonly Reason[] {
  if (kpi.kind !== 'proportion') return [];
  const { periodsPerYear: periods = 1 } = kpi;
  return periods === 1 ? [] : [makeReason('kpi.compared-in-own-period', 'info', { periods })];
}
