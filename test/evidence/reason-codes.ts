import ts from 'typescript';
import { descendants, faultAt, roomOf } from '../house/source-file.js';

/** A call of `makeReason` in src/, as far as it can be read without running it. */
export interface ReasonCall {
  /** `src/kpi/compare.ts:12: makeReason`. */
  readonly place: string;
  /** The codes that it may give. A code that is partly computed is a pattern. */
  readonly codes: readonly (string | RegExp)[];
  /** The parameters' names; undefined where they are not written out in the call. */
  readonly parameters: readonly string[] | undefined;
}

/** Every call of `makeReason` in a file. */
export function reasonCalls(file: ts.SourceFile): readonly ReasonCall[] {
  return [...descendants(file)].filter(isReasonCall).map((call) => ({
    place: faultAt(call, 'makeReason'),
    codes: codesOf(call.arguments[0]),
    parameters: namesOf(call.arguments[2]),
  }));
}

/**
 * Every text of a file that could be a code of its room: `kpi.no-cases` in src/kpi. Codes that reach
 * `makeReason` as a function's argument are found this way.
 */
export function possibleCodes(file: ts.SourceFile): readonly (string | RegExp)[] {
  const form = new RegExp(`^${roomOf(file.fileName)}\\.[a-z0-9]+(-[a-z0-9]+)*$`);
  return [...descendants(file)].flatMap((node): (string | RegExp)[] => {
    if (ts.isStringLiteralLike(node)) return form.test(node.text) ? [node.text] : [];
    if (!ts.isTemplateExpression(node)) return [];
    return node.head.text.startsWith(`${roomOf(file.fileName)}.`) ? [patternOf(node)] : [];
  });
}

function isReasonCall(node: ts.Node): node is ts.CallExpression {
  return ts.isCallExpression(node) && node.expression.getText() === 'makeReason';
}

function codesOf(node: ts.Expression | undefined): readonly (string | RegExp)[] {
  if (node === undefined) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [patternOf(node)];
  if (ts.isConditionalExpression(node)) {
    return [...codesOf(node.whenTrue), ...codesOf(node.whenFalse)];
  }
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties
      .filter(ts.isPropertyAssignment)
      .flatMap(({ initializer }) => codesOf(initializer));
  }
  if (ts.isElementAccessExpression(node)) return codesOf(node.expression);
  return ts.isIdentifier(node) ? codesOf(constantOf(node)) : [];
}

/** `allocation.${kind}-binding` stands for every code of that form. */
function patternOf(template: ts.TemplateExpression): RegExp {
  const tails = template.templateSpans.map(({ literal }) => `[a-z0-9.-]+${escaped(literal.text)}`);
  return new RegExp(`^${escaped(template.head.text)}${tails.join('')}$`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** What a name stands for: the nearest `const` of that name around the place where it is used. */
function constantOf(name: ts.Identifier): ts.Expression | undefined {
  for (let around: ts.Node = name.parent; around !== undefined; around = around.parent) {
    if (!ts.isBlock(around) && !ts.isSourceFile(around)) continue;
    const declarations = around.statements
      .filter(ts.isVariableStatement)
      .flatMap(({ declarationList }) => declarationList.declarations);
    const found = declarations.find((declaration) => declaration.name.getText() === name.text);
    if (found !== undefined) return found.initializer;
  }
  return undefined;
}

function namesOf(node: ts.Expression | undefined): readonly string[] | undefined {
  if (node === undefined) return [];
  if (ts.isIdentifier(node)) {
    const constant = constantOf(node);
    return constant === undefined ? undefined : namesOf(constant);
  }
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  const names = node.properties.map((property) => property.name?.getText());
  return names.every((name) => name !== undefined) ? (names as string[]) : undefined;
}
