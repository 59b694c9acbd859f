import type { MergedFacts, UnsettledField } from './merged-facts.js';

/** Why a path counts as missing: `absent` if nobody ever spoke of it. */
export type FieldGap = 'absent' | 'stale' | UnsettledField['status'];

/** A path that could not be used for a view. */
export interface UnusedField {
  readonly path: string;
  /** `misplaced`: it lies below a path whose value has no fields. */
  readonly state: FieldGap | 'misplaced';
}

/** Whether a path has a fresh value, or why it counts as missing. */
export function stateOf(fields: MergedFacts['fields'], path: string): 'fresh' | FieldGap {
  const field = Object.hasOwn(fields, path) ? fields[path] : undefined;
  return field?.status ?? 'absent';
}
