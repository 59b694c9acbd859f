import ts from 'typescript';
import { LONG_TABLES, MAX_LINES } from './rooms.js';
import { faultAt } from './source-file.js';

/** An index only re-exports: it is the room's face, not a place for code. */
export function indexFaults(file: ts.SourceFile): string[] {
  return file.statements
    .filter((s) => !ts.isExportDeclaration(s) || s.moduleSpecifier === undefined)
    .map((statement) => faultAt(statement, 'an index only re-exports'));
}

/** A file longer than the limit is split, unless it is a table. */
export function lengthFaults(file: ts.SourceFile): string[] {
  const lines = file.text.trimEnd().split('\n').length;
  if (lines <= MAX_LINES || file.fileName in LONG_TABLES) return [];
  return [`${file.fileName}: ${lines} lines, more than ${MAX_LINES}; split it`];
}

/** Every exported function, class and function constant says what it does. */
export function commentFaults(file: ts.SourceFile): string[] {
  const documented = new Set<string>();
  const undocumented = new Map<string, ts.Node>();
  for (const statement of file.statements) {
    for (const name of exportedCallables(statement)) {
      if (hasComment(statement)) documented.add(name);
      else undocumented.set(name, statement);
    }
  }
  return [...undocumented]
    .filter(([name]) => !documented.has(name))
    .map(([name, node]) => faultAt(node, `${name} has no doc comment`));
}

function exportedCallables(statement: ts.Statement): string[] {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  if (!modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) {
    return [statement.name?.text ?? 'default'];
  }
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations
    .filter(({ initializer }) => {
      return (
        initializer !== undefined &&
        (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
      );
    })
    .map(({ name }) => name.getText());
}

function hasComment(statement: ts.Statement): boolean {
  return ts.getJSDocCommentsAndTags(statement).some((doc) => {
    return ts.isJSDoc(doc) && doc.comment !== undefined && doc.comment.length > 0;
  });
}
