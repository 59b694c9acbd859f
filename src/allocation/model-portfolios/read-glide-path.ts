import {
  AptfolioError,
  at,
  checkBoolean,
  checkList,
  checkObject,
  checkRange,
  checkText,
  indexIds,
} from '../../errors/index.js';
import type { AllocationPolicy, GlideKnot, GlidePathPolicy } from '../policy.js';
import { readStance } from './read-policy.js';

/** The longest time before a goal, years. */
export const LONGEST = 100;

/** Checks a policy's glide paths and returns one of them, its knots from the longest to 0. */
export function readGlidePath(
  policy: AllocationPolicy,
  id: string,
  idPath: string,
): Required<GlidePathPolicy> {
  const path = 'policy.glidePaths';
  const given = (checkObject(policy, 'policy') as unknown as AllocationPolicy).glidePaths ?? [];
  const indexOf = indexIds(given, path);
  const paths = given.map((one, index) => readOne(one, at(path, index)));
  const index = indexOf.get(checkText(id, idPath));
  if (index === undefined) {
    throw new AptfolioError('unknown-id', idPath, 'a glide path of the policy', id);
  }
  return paths[index]!;
}

function readOne(one: GlidePathPolicy, path: string): Required<GlidePathPolicy> {
  const own = at(path, 'knots');
  const times = new Set<number>();
  const knots = checkList<GlideKnot>(one.knots, own, { minLength: 1 }).map((knot, index) =>
    readKnot(knot, at(own, index), times),
  );
  if (!times.has(0)) throw new AptfolioError('missing-value', own, 'a knot at 0 years to the goal');
  return Object.freeze({
    id: one.id,
    knots: Object.freeze(knots.sort((a, b) => b.yearsToGoal - a.yearsToGoal)),
    equityMayRise:
      one.equityMayRise === undefined
        ? false
        : checkBoolean(one.equityMayRise, at(path, 'equityMayRise')),
  });
}

function readKnot(knot: GlideKnot, path: string, times: Set<number>): GlideKnot {
  const own = at(path, 'yearsToGoal');
  checkObject(knot, path);
  const yearsToGoal = checkRange(knot.yearsToGoal, own, { min: 0, max: LONGEST });
  if (times.has(yearsToGoal)) {
    throw new AptfolioError('duplicate-id', own, 'a time that has no knot yet', yearsToGoal);
  }
  times.add(yearsToGoal);
  return Object.freeze({ yearsToGoal, ...readStance(knot, path) });
}
