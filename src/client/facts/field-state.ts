import { parsePlainDate } from '../../dates/index.js';
import { at, checkObject, checkOneOf, checkRange } from '../../errors/index.js';
import { atShown } from '../privacy/shown-key.js';
import { checkFactPath } from './fact-path.js';
import { frozenJson, withoutValues } from './json-value.js';
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

/** Checks the fields of a merged file, which may come from a store, as far as they are relied upon. */
export function checkFields(value: unknown, path: string): MergedFacts['fields'] {
  const fields = checkObject(value, path);
  for (const [name, field] of Object.entries(fields))
    withoutValues(() => checkField(name, field, path));
  return fields as MergedFacts['fields'];
}

function checkField(name: string, value: unknown, path: string): void {
  checkFactPath(name, atShown(path, name));
  const where = at(path, name);
  const field = checkObject(value, where);
  const status = checkOneOf(field.status, at(where, 'status'), STATUSES);
  parsePlainDate(field.asOf, at(where, 'asOf'));
  if (status !== 'fresh' && status !== 'stale') return;
  frozenJson(field.value, at(where, 'value'));
  checkRange(field.confidence, at(where, 'confidence'), { min: 0, max: 1 });
}

const STATUSES = ['fresh', 'stale', 'unresolved', 'empty', 'weak', 'retracted'] as const;
