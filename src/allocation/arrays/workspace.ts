import type { Workspace } from '../../numerics/index.js';

/** Room for the work, made anew for each call unless a caller keeps it. It holds nothing that changes a result. */
export interface AllocationWorkspace {
  /** Internal. */
  readonly scratch: Workspace;
}

/** Room for the work of programs of one size, to be used again and again. */
export function createWorkspace(): AllocationWorkspace {
  return Object.freeze({ scratch: { position: undefined } });
}
