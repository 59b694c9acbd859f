import { AptfolioError, type Issue } from './error.js';

/**
 * Runs a step whose errors name the step's own arguments, and names the caller's instead.
 *
 * A function that hands parts of its input on would otherwise report a path that its caller never wrote.
 *
 * @param names how a path that the step reports begins, and how the caller would begin it. The longest that fits
 * counts; a path that none fits stays.
 *
 * @example
 * ```ts
 * import { AptfolioError, renamePaths } from 'aptfolio/errors';
 *
 * const step = () => {
 *   throw new AptfolioError('not-finite', 'weights[1]', 'a finite number', NaN);
 * };
 * renamePaths({ weights: 'request.target' }, step); // => throws 'not-finite', 'request.target[1]'
 * ```
 */
export function renamePaths<T>(names: Readonly<Record<string, string>>, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof AptfolioError)) throw error;
    throw new AptfolioError(error.issues.map((issue) => rename(issue, names)));
  }
}

function rename(issue: Issue, names: Readonly<Record<string, string>>): Issue {
  const fitting = Object.keys(names)
    .filter((name) => begins(issue.path, name))
    .sort((a, b) => b.length - a.length);
  const [name] = fitting;
  if (name === undefined) return issue;
  return Object.freeze({ ...issue, path: `${names[name]}${issue.path.slice(name.length)}` });
}

function begins(path: string, name: string): boolean {
  if (!path.startsWith(name)) return false;
  return path.length === name.length || /[.[]/.test(path.charAt(name.length));
}
