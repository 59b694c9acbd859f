import { posix } from 'node:path';
import ts from 'typescript';
import { FLOOR_OF, GROUND, HOME_OF, ROOF } from './rooms.js';
import { descendants, faultAt, roomOf } from './source-file.js';

/** What a file imports that the floors do not allow. */
export function importFaults(file: ts.SourceFile): string[] {
  return faultsOf(file, (specifier) =>
    specifier.startsWith('.')
      ? relativeFault(file.fileName, specifier)
      : packageFault(roomOf(file.fileName), specifier),
  );
}

/** What a file of the worker imports beside its own files, Node and the faces that any host has. */
export function workerImportFaults(file: ts.SourceFile): string[] {
  return faultsOf(file, (specifier) => {
    const target = posix.join(posix.dirname(file.fileName), specifier);
    const isOwn = specifier.startsWith('./') && target.startsWith('cli/');
    if (isOwn || /^(node:|aptfolio\/)/.test(specifier) || target === 'package.json')
      return undefined;
    return `imports ${specifier}; the worker has its own files, node: and aptfolio/…`;
  });
}

/** The paths of what the files below a folder import, directly or through others, but for what they import as types only. */
export function filesReached(files: readonly ts.SourceFile[], folder: string): string[] {
  const byPath = new Map(files.map((file) => [file.fileName, file]));
  const reached = new Set([...byPath.keys()].filter((path) => path.startsWith(folder)));
  // The set grows while it is gone through.
  for (const path of reached) {
    for (const node of descendants(byPath.get(path)!)) {
      const specifier = importedModule(node);
      if (specifier === undefined || !specifier.startsWith('.') || isTypeOnly(node)) continue;
      reached.add(posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts'));
    }
  }
  return [...reached];
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportTypeNode(node)) return true;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  return ts.isImportDeclaration(node) && node.importClause?.isTypeOnly === true;
}

function faultsOf(
  file: ts.SourceFile,
  faultOf: (specifier: string) => string | undefined,
): string[] {
  const faults: string[] = [];
  for (const node of descendants(file)) {
    const specifier = importedModule(node);
    const fault = specifier === undefined ? undefined : faultOf(specifier);
    if (fault !== undefined) faults.push(faultAt(node, fault));
  }
  return faults;
}

/** The module that a node names: `import`, `export … from`, `import()`, `import type`, `require()`. */
function importedModule(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    return literal(node.moduleSpecifier);
  }
  if (ts.isImportTypeNode(node)) {
    return ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal) : '(unreadable)';
  }
  if (ts.isExternalModuleReference(node)) return literal(node.expression) ?? '(unreadable)';
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  const loads =
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(expression) && expression.text === 'require');
  return loads ? (literal(node.arguments[0]) ?? '(unreadable)') : undefined;
}

function literal(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}

function relativeFault(path: string, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(path), specifier);
  const [from, to] = [roomOf(path), roomOf(target)];
  if (!target.startsWith('src/')) return `imports ${specifier}, which is outside src/`;
  if (from === to) return undefined;
  if (from === GROUND) return `${GROUND} imports ${specifier}, but it stands on nothing`;
  const floor = from === '' ? ROOF : FLOOR_OF[from];
  const targetFloor = to === '' ? ROOF : FLOOR_OF[to];
  if (floor === undefined) return `the room ${from} has no floor in test/house/rooms.ts`;
  if (targetFloor === undefined) return `the room ${to} has no floor in test/house/rooms.ts`;
  if (to !== GROUND && targetFloor >= floor) {
    return `${from} (floor ${floor}) imports ${to || 'the root'} (floor ${targetFloor}), which is not lower`;
  }
  if (target !== `src/${to}/index.js`) return `imports ${specifier}, past the index of ${to}`;
  return undefined;
}

function packageFault(room: string, specifier: string): string | undefined {
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const home = HOME_OF[name];
  if (home === undefined) return `imports ${specifier}, which has no home in test/house/rooms.ts`;
  return home === room ? undefined : `imports ${specifier}, whose home is ${home}`;
}
