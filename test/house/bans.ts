import ts from 'typescript';
import { descendants, faultAt, roomOf } from './source-file.js';

/** Globals that bring in a clock, chance, input or output, or code from text. */
const BANNED_GLOBALS = new Set(
  `console process globalThis self crypto fetch require eval Function setTimeout setInterval
  setImmediate queueMicrotask requestAnimationFrame localStorage XMLHttpRequest WebSocket Worker
  Deno Bun Buffer WeakRef FinalizationRegistry`.split(/\s+/),
);

/** What IEEE 754 or the language fixes to the last bit. Everything else differs between engines. */
const ALLOWED_MATH = new Set(
  'abs ceil clz32 floor fround imul max min round sign sqrt trunc E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2'.split(
    ' ',
  ),
);

/** They read the host's time zone. */
const LOCAL_DATE_PART =
  /^(get|set)(Date|Day|FullYear|Hours|Milliseconds|Minutes|Month|Seconds|TimezoneOffset|Year)$/;

/** They follow the host's locale. */
const LOCALE_METHOD = /^(localeCompare|toLocale.*)$/;

const EMPTY_COLLECTIONS = new Set(['Map', 'Set', 'WeakMap', 'WeakSet']);

/** What a file uses that would make the same inputs give other bytes somewhere else. */
export function banFaults(file: ts.SourceFile): string[] {
  const room = roomOf(file.fileName);
  const faults: string[] = [];
  for (const node of descendants(file)) {
    const fault = nameFault(node, room) ?? operatorFault(node) ?? declareFault(node);
    if (fault !== undefined) faults.push(faultAt(node, fault));
  }
  for (const statement of file.statements) {
    const fault = stateFault(statement);
    if (fault !== undefined) faults.push(faultAt(statement, fault));
  }
  return faults;
}

function nameFault(node: ts.Node, room: string): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return memberFault(node.name.text);
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return memberFault(node.argumentExpression.text);
  }
  if (!ts.isIdentifier(node) || !isUseOfVariable(node)) return undefined;
  if (BANNED_GLOBALS.has(node.text)) return `uses ${node.text}`;
  if (node.text === 'Math') return mathFault(node);
  if (node.text === 'Date') return dateFault(node, room);
  if (node.text === 'Intl' && room !== 'dates') return 'uses Intl; only dates may';
  return undefined;
}

function memberFault(name: string): string | undefined {
  if (LOCAL_DATE_PART.test(name)) return `uses ${name}, which reads the host's time zone`;
  if (LOCALE_METHOD.test(name)) return `uses ${name}, which follows the host's locale`;
  return undefined;
}

/** `Math.sqrt` is fine; `Math.exp`, and any use that hides which function is meant, is not. */
function mathFault(node: ts.Identifier): string | undefined {
  const { parent } = node;
  if (!ts.isPropertyAccessExpression(parent)) return 'uses Math other than as Math.name';
  if (ALLOWED_MATH.has(parent.name.text)) return undefined;
  return `uses Math.${parent.name.text}; engines differ in it (see numerics)`;
}

/** Only dates may make a `Date`, from given values; nobody may read the clock with it. */
function dateFault(node: ts.Identifier, room: string): string | undefined {
  const { parent } = node;
  if (room !== 'dates') return 'uses Date; only dates may';
  if (ts.isPropertyAccessExpression(parent)) {
    return /^(UTC|parse)$/.test(parent.name.text) ? undefined : `uses Date.${parent.name.text}`;
  }
  if (ts.isNewExpression(parent) && parent.arguments?.length === 1) return undefined;
  const isInstanceCheck =
    ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword;
  return isInstanceCheck ? undefined : 'uses Date other than as new Date(instant)';
}

/** `**` is Math.pow, except between bigints, where it is exact. */
function operatorFault(node: ts.Node): string | undefined {
  if (!ts.isBinaryExpression(node)) return undefined;
  const { kind } = node.operatorToken;
  if (kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken) return 'uses **=; use power of numerics';
  if (kind !== ts.SyntaxKind.AsteriskAsteriskToken) return undefined;
  if (ts.isBigIntLiteral(node.left) || ts.isBigIntLiteral(node.right)) return undefined;
  return 'uses **; use power of numerics';
}

/** `declare` would let a file reach for a global of the host; a brand's symbol is only a type. */
function declareFault(node: ts.Node): string | undefined {
  if (node.kind !== ts.SyntaxKind.DeclareKeyword) return undefined;
  return node.parent.getText().includes(': unique symbol;') ? undefined : 'uses declare';
}

/** A module keeps nothing between calls. */
function stateFault(statement: ts.Statement): string | undefined {
  if (!ts.isVariableStatement(statement)) return undefined;
  const { declarationList } = statement;
  if ((declarationList.flags & ts.NodeFlags.Const) === 0)
    return 'a module-level let or var is state';
  const grows = declarationList.declarations.some(({ initializer }) => isEmptyStore(initializer));
  return grows ? 'an empty collection at module level can only be there to be filled' : undefined;
}

function isEmptyStore(node: ts.Expression | undefined): boolean {
  if (node === undefined) return false;
  if (ts.isArrayLiteralExpression(node)) return node.elements.length === 0;
  if (ts.isObjectLiteralExpression(node)) return node.properties.length === 0;
  return (
    ts.isNewExpression(node) &&
    ts.isIdentifier(node.expression) &&
    EMPTY_COLLECTIONS.has(node.expression.text) &&
    (node.arguments ?? []).length === 0
  );
}

/** Whether a name stands for a variable's value: not a property, a type or a label. */
function isUseOfVariable(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false;
  if (ts.isQualifiedName(parent) || ts.isTypeReferenceNode(parent)) return false;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return false;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return false;
  if (ts.isBindingElement(parent) && parent.propertyName === node) return false;
  if (ts.isLiteralTypeNode(parent) || ts.isJSDoc(parent)) return false;
  const names = ts.isTypeElement(parent) || ts.isClassElement(parent) || ts.isEnumMember(parent);
  return !(names && parent.name === node);
}
