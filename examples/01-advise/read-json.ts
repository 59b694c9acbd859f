import { readFileSync } from 'node:fs';

/** A file that cannot be read or is no JSON, in words. */
export class FileFault extends Error {}

/** Reads a JSON file. */
export function readJson(path: string): unknown {
  try {
    // Some editors put a byte order mark in front.
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const why = missing ? 'there is no such file' : `it is no JSON (${(error as Error).message})`;
    throw new FileFault(`${path} cannot be read: ${why}`);
  }
}
