import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { INPUT_NAMES, jsonSchema } from '../src/schema/index.js';

/** Where the JSON Schema files stand that other languages read. */
const FOLDER = 'etc/schema';

const fileOf = (name: string): string => `${name}.schema.json`;

/** The files as they should be. */
function expected(): ReadonlyMap<string, string> {
  return new Map(
    INPUT_NAMES.map((name) => [fileOf(name), `${JSON.stringify(jsonSchema(name), null, 2)}\n`]),
  );
}

/** Files that are missing, out of date or left over. */
export function schemaFaults(): string[] {
  const files = expected();
  const found = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
  const read = (file: string): string | undefined =>
    found.includes(file) ? readFileSync(`${FOLDER}/${file}`, 'utf8') : undefined;
  return [
    ...[...files].flatMap(([file, text]) => (read(file) === text ? [] : [`${FOLDER}/${file}`])),
    ...found.filter((file) => !files.has(file)).map((file) => `${FOLDER}/${file} has no input`),
  ];
}

/** Writes them anew. */
export function writeSchemas(): void {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const [file, text] of expected()) writeFileSync(`${FOLDER}/${file}`, text);
}
