import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { filesUnder } from '../../tools/files.js';

/** Parses a source text; `path` is relative to the project: `src/money/money.ts`. */
export function parse(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
}

/** Every TypeScript file of src/, sorted. */
export function sourceFiles(): ts.SourceFile[] {
  return filesUnder('src', '.ts').map((path) => parse(path, readFileSync(path, 'utf8')));
}

/** Every TypeScript file of cli/, sorted. */
export function workerFiles(): ts.SourceFile[] {
  return filesUnder('cli', '.ts').map((path) => parse(path, readFileSync(path, 'utf8')));
}

/** The room of a file: `money` for `src/money/money.ts`, empty for `src/index.ts`. */
export function roomOf(path: string): string {
  const parts = path.split('/');
  return parts.length > 2 ? (parts[1] ?? '') : '';
}

/** `src/money/money.ts:12: message`. */
export function faultAt(node: ts.Node, message: string): string {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return `${file.fileName}:${line + 1}: ${message}`;
}

/** Every node below a node, depth first. */
export function* descendants(node: ts.Node): Generator<ts.Node> {
  for (const child of node.getChildren()) {
    yield child;
    yield* descendants(child);
  }
}
