import { checkObject } from '../../errors/index.js';
import type { Workspace } from '../../numerics/index.js';

/** Room for the work, made anew for each call unless a caller keeps it. It holds nothing that changes a result. */
export interface AllocationWorkspace {
  /** Internal. */
  readonly scratch: object;
}

/** Room for the work of programs of one size, to be used again and again. */
export function createWorkspace(): AllocationWorkspace {
  const scratch: Workspace = { position: undefined };
  return Object.freeze({ scratch });
}

/** The room in a workspace, where one is given. */
export function roomIn(workspace: AllocationWorkspace | undefined): {
  readonly workspace?: Workspace;
} {
  if (workspace === undefined) return {};
  const { scratch } = checkObject(workspace, 'options.workspace');
  return { workspace: checkObject(scratch, 'options.workspace.scratch') as unknown as Workspace };
}
