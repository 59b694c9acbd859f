import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

/**
 * Marks what a module works out when it is loaded (frozen tables, texts, citations) as free of side effects, so that a
 * bundler drops what a host does not use. That nothing else happens there is a rule of the house, which a test enforces.
 */
export const pureTables: Plugin = {
  name: 'pure-tables',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      return { contents: withPureTables(readFileSync(path, 'utf8'), path), loader: 'ts' };
    });
  },
};

/** Wraps every top-level initialiser that calls something in a function that is marked as pure. */
export function withPureTables(source: string, path: string): string {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true);
  const tables = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .flatMap(({ initializer }) => initializer ?? [])
    .filter(worksOut);
  return tables.reduceRight((text, table) => {
    const [from, to] = [table.getStart(file), table.getEnd()];
    const wrapped = `/* @__PURE__ */ (() => (${text.slice(from, to)}))()`;
    return text.slice(0, from) + wrapped + text.slice(to);
  }, source);
}

/** Whether something is called or spread when the initialiser is evaluated; a function's own body is not. */
function worksOut(node: ts.Node): boolean {
  if (ts.isFunctionLike(node)) return false;
  const calls =
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isSpreadElement(node) ||
    ts.isSpreadAssignment(node);
  return calls || ts.forEachChild(node, (child) => worksOut(child) || undefined) === true;
}
