import { at } from '../../errors/index.js';

/** A field's name, as far as one can tell: letters without digits. Anything else may be data. */
const FIELD_NAME = /^[A-Za-z][A-Za-z_-]{0,39}$/;

/** Whether a key is a field's name rather than data, such as an account's number or a person's name. */
export function isFieldName(key: string): boolean {
  return FIELD_NAME.test(key);
}

/** Appends a key or an index to a path in an error, `[*]` for a key that may be data: `record.accounts[*].balance`. */
export function atShown(path: string, key: string | number): string {
  return typeof key === 'number' || isFieldName(key) ? at(path, key) : `${path}[*]`;
}

/** The steps that `at` writes: `.name`, `[2]` or `["a key"]`. */
const STEP = /\.([A-Za-z_$][\w$]*)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g;

/** A path as `at` writes it, with `[*]` for what may be data below `root`; another path stays. */
export function hideKeys(path: string, root: string): string {
  if (!path.startsWith(root)) return path;
  const steps = [...path.slice(root.length).matchAll(STEP)];
  return steps.reduce(
    (shown, [, name, index, quoted]) =>
      atShown(shown, index === undefined ? (name ?? JSON.parse(quoted!)) : Number(index)),
    root,
  );
}
