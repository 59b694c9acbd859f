import {
  AptfolioError,
  at,
  checkList,
  checkObject,
  checkRange,
  checkUniqueIds,
  refuseUnknown,
} from '../../errors/index.js';

/** One person before and after. */
export interface Trainee {
  readonly id: string;
  /** Score before the training, from 0 to 100; null if there is none. */
  readonly before: number | null;
  /** Score after it. */
  readonly after: number | null;
}

/** Who was trained, and who was not: each person once. */
export interface TrainingGroups {
  readonly trained: readonly Trainee[];
  /** Scores of the same times without the training in between. */
  readonly control?: readonly Trainee[];
}

/** A person with both scores. */
export interface Paired {
  readonly before: number;
  readonly after: number;
}

/** Those who have both scores. */
export interface Trainees {
  readonly trained: readonly Paired[];
  readonly control: readonly Paired[] | undefined;
  /** How many people of each group lack a score. */
  readonly left: { readonly trained: number; readonly control: number };
}

/** Checks both groups; nobody is in both. */
export function readTrainees(groups: unknown): Trainees {
  const fields = checkObject(groups, 'groups');
  refuseUnknown(fields, 'groups', { trained: true, control: true });
  const trained = readGroup(fields.trained, 'groups.trained');
  const control =
    fields.control === undefined ? undefined : readGroup(fields.control, 'groups.control');
  refuseCrossing(trained, control ?? []);
  const lacking = (people: readonly Trainee[]) => people.length - withBoth(people).length;
  return {
    trained: withBoth(trained),
    control: control === undefined ? undefined : withBoth(control),
    left: { trained: lacking(trained), control: lacking(control ?? []) },
  };
}

function refuseCrossing(trained: readonly Trainee[], control: readonly Trainee[]): void {
  const known = new Set(trained.map(({ id }) => id));
  control.forEach(({ id }, i) => {
    if (!known.has(id)) return;
    const path = at(at('groups.control', i), 'id');
    throw new AptfolioError('duplicate-id', path, 'a person who is not among the trained', id);
  });
}

function readGroup(value: unknown, path: string): readonly Trainee[] {
  const list = checkList<{ readonly id: string }>(value, path, { maxLength: 1_000_000 });
  checkUniqueIds(list, path);
  return list.map((person, i) => {
    const where = at(path, i);
    const fields = checkObject(person, where);
    refuseUnknown(fields, where, { id: true, before: true, after: true });
    const read = (key: 'before' | 'after'): number | null =>
      fields[key] === null ? null : checkRange(fields[key], at(where, key), { min: 0, max: 100 });
    return { id: person.id, before: read('before'), after: read('after') };
  });
}

function withBoth(people: readonly Trainee[]): readonly Paired[] {
  return people.flatMap(({ before, after }) =>
    before === null || after === null ? [] : [{ before, after }],
  );
}
