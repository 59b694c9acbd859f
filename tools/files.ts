import { existsSync, readdirSync } from 'node:fs';

/** The files below a folder whose names end in `suffix`, as sorted paths from the project's root. */
export function filesUnder(folder: string, suffix: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith(suffix))
    .sort();
}
