import { AptfolioError, at, checkList, checkText, indexIds } from '../../errors/index.js';
import type { ClassGroup } from '../policy/policy.js';
import { CASH } from './drift.js';

/** A checked group. */
export interface CompiledGroup {
  readonly id: string;
  /** Ids of the classes in it and in its own groups, ascending. */
  readonly leaves: readonly string[];
}

/**
 * Checks groups of classes and resolves groups within groups; a group comes after those inside it.
 *
 * Groups form a tree: whatever is a member of one is a member of no other, so that no weight counts twice.
 *
 * Throws `duplicate-id` for a member or group named twice and for a group named as a class, `inconsistent` for groups that contain
 * each other, `unknown-id` for a member that is neither a known class nor a group, each with its path.
 *
 * @param known the asset classes that can be measured; absent: every member that is no group is taken for one.
 */
export function compileGroups(
  groups: readonly ClassGroup[],
  path: string,
  known?: ReadonlySet<string>,
): readonly CompiledGroup[] {
  const indexOf = indexIds(groups, path);
  const members = groups.map((group, i) => checkMembers(group, at(path, i), indexOf, known));
  refuseSharedMembers(members, path);
  const leavesOf = new Map<string, readonly string[]>();
  groups.forEach((_, i) => {
    resolve(i, new Set());
  });
  return [...leavesOf].map(([id, leaves]) => ({ id, leaves }));

  /** Adds a group after those inside it. */
  function resolve(i: number, within: ReadonlySet<string>): readonly string[] {
    const { id } = groups[i]!;
    const done = leavesOf.get(id);
    if (done !== undefined) return done;
    if (within.has(id)) {
      throw new AptfolioError('inconsistent', at(path, i), 'a group that is not inside itself', id);
    }
    const inside = new Set([...within, id]);
    const leaves = members[i]!.flatMap((member) => {
      const group = indexOf.get(member);
      return group === undefined ? [member] : resolve(group, inside);
    });
    leavesOf.set(id, Object.freeze(leaves.sort()));
    return leaves;
  }
}

function checkMembers(
  group: ClassGroup,
  path: string,
  indexOf: ReadonlyMap<string, number>,
  known: ReadonlySet<string> | undefined,
): readonly string[] {
  if (group.id === CASH || known?.has(group.id)) {
    const expected = 'an id of nothing else that is measured and not that of free money';
    throw new AptfolioError('duplicate-id', at(path, 'id'), expected, group.id);
  }
  const membersPath = at(path, 'members');
  return checkList<unknown>(group.members, membersPath, { minLength: 1 }).map((one, j) => {
    const member = checkText(one, at(membersPath, j));
    if (indexOf.has(member) || known === undefined || known.has(member)) return member;
    const expected = 'something that is measured or the id of a group';
    throw new AptfolioError('unknown-id', at(membersPath, j), expected, member);
  });
}

function refuseSharedMembers(members: readonly (readonly string[])[], path: string): void {
  const seen = new Set<string>();
  members.forEach((ids, i) => {
    ids.forEach((id, j) => {
      if (seen.has(id)) {
        const where = at(at(at(path, i), 'members'), j);
        throw new AptfolioError('duplicate-id', where, 'a member of no other group', id);
      }
      seen.add(id);
    });
  });
}
