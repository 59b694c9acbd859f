import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import ts from 'typescript';
import type { Plugin } from 'vitest/config';
import { filesUnder } from './files.js';

const QUERY = '?examples';

/** The module that holds the tests of every document. */
export const ALL_EXAMPLES = 'virtual:doc-examples';

/**
 * Turns `file?examples` into a test module: one test for each ```ts block of a Markdown file, or
 * of the doc comments of a TypeScript file. Every line keeps its number, so that a failure points
 * at the line of the document.
 */
export function docExamples(root: string): Plugin {
  return {
    name: 'doc-examples',
    enforce: 'pre',
    resolveId: (id) => (id === ALL_EXAMPLES ? `\0${ALL_EXAMPLES}` : undefined),
    load(id) {
      if (id === `\0${ALL_EXAMPLES}`) return importDocuments(root);
      if (!id.endsWith(QUERY)) return undefined;
      const file = id.slice(0, -QUERY.length);
      const name = relative(root, file);
      try {
        return compile(testModule(readFileSync(file, 'utf8'), name, root), file);
      } catch (error) {
        // A document that cannot be read is one failing test, and the others still run.
        const message = error instanceof Error ? error.message : String(error);
        const body = `throw new Error(${JSON.stringify(message)});`;
        return `${PRELUDE} test(${JSON.stringify(name)}, () => { ${body} });`;
      }
    },
  };
}

const PRELUDE =
  "import { test } from 'vitest'; import { expectThrow, expectValue } from '/tools/expect-value.ts';";

function importDocuments(root: string): string {
  const guides = ['docs', 'examples', 'src'].flatMap((folder) => filesUnder(folder, '.md'));
  const documents = ['README.md', ...guides, ...filesUnder('src', '.ts')].filter(existsSync);
  return documents.map((path) => `import ${JSON.stringify(`${root}/${path}${QUERY}`)};`).join('\n');
}

function compile(source: string, file: string): { code: string; map: string } {
  const { outputText, sourceMapText, diagnostics } = ts.transpileModule(source, {
    fileName: `${file}.ts`,
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      sourceMap: true,
    },
  });
  const fault = diagnostics?.[0];
  if (fault !== undefined) {
    const line = source.slice(0, fault.start).split('\n').length;
    throw new Error(`line ${line}: ${ts.flattenDiagnosticMessageText(fault.messageText, ' ')}`);
  }
  const map = JSON.stringify({ ...JSON.parse(sourceMapText ?? '{}'), sources: [file] });
  return { code: outputText.replace(/\/\/# sourceMappingURL=.*$/m, ''), map };
}

/** The test module that belongs to a document's text. */
export function testModule(text: string, name: string, root: string): string {
  const lines = name.endsWith('.md') ? text.split('\n') : docComments(text);
  const output = lines.map(() => '');
  for (const block of findBlocks(lines)) {
    const code = lines.slice(block.first, block.end).map((line, i) => {
      return block.fences.has(block.first + i) ? '' : line;
    });
    const body = rewriteBlock(code.join('\n'), root).split('\n');
    const title = JSON.stringify(`${name}:${block.first + 1}`);
    output[block.first - 1] = `test(${title}, async () => {`;
    body.forEach((line, i) => {
      output[block.first + i] = line;
    });
    output[block.end] = '});';
  }
  return `${PRELUDE} ${output.join('\n')}`;
}

/** The text of a source file's doc comments, everything else blanked, line for line. */
function docComments(text: string): string[] {
  let inside = false;
  return text.split('\n').map((line) => {
    if (/^\s*\/\*\*/.test(line)) inside = true;
    const content = inside ? line.replace(/^\s*\* ?/, '') : '';
    if (line.includes('*/')) inside = false;
    return content;
  });
}

interface Block {
  /** Index of the first line of code. */
  readonly first: number;
  /** Index of the closing fence. */
  readonly end: number;
  /** Fence lines inside, where `ts continued` blocks were joined to the first. */
  readonly fences: ReadonlySet<number>;
}

function findBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; i++) {
    const fence = /^\s*(`{3,})(.*)$/.exec(lines[i] ?? '');
    if (fence === null) continue;
    const [, ticks = '', info = ''] = fence;
    const end = lines.findIndex((line, j) => j > i && line.trim() === ticks);
    if (end < 0) throw new Error(`line ${i + 1}: the code block is not closed`);
    const previous = blocks.at(-1);
    if (info.trim() === 'ts') blocks.push({ first: i + 1, end, fences: new Set() });
    else if (info.trim() === 'ts continued' && previous !== undefined) {
      blocks[blocks.length - 1] = joinBlocks(previous, i, end, lines);
    } else if (/^(ts|typescript)\b/.test(info.trim())) {
      throw new Error(
        `line ${i + 1}: write the fence as "ts" or "ts continued", so that it is run`,
      );
    }
    i = end;
  }
  return blocks;
}

/** A continued block goes on in the scope of the one before; the prose between is left out. */
function joinBlocks(block: Block, fence: number, end: number, lines: readonly string[]): Block {
  const between = lines.slice(block.end, fence + 1).map((_, i) => block.end + i);
  return { first: block.first, end, fences: new Set([...block.fences, ...between]) };
}

const MARK = /\/\/\s*=>\s?/;

/** Makes `expr; // => value` an assertion and imports dynamic, without moving any line. */
export function rewriteBlock(code: string, root: string): string {
  const file = ts.createSourceFile('block.ts', code, ts.ScriptTarget.ES2022, true);
  const lines = code.split('\n');
  const claimed = new Set<number>();
  const edits: Edit[] = [];
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) edits.push(rewriteImport(statement, root));
    const last = lineOf(file, statement.end);
    const line = [last, last + 1].find((l) => {
      return MARK.test(lines[l] ?? '') && (l === last || (lines[l] ?? '').trim().startsWith('//'));
    });
    if (line === undefined || claimed.has(line)) continue;
    claimed.add(line);
    edits.push(...assertion(statement, file, readExpected(lines, line)));
  }
  const stray = lines.findIndex((line, i) => MARK.test(line) && !claimed.has(i));
  if (stray >= 0) {
    const message = `no top-level expression stands before this "// =>": ${lines[stray]?.trim()}`;
    edits.push({ start: 0, end: 0, text: `throw new Error(${JSON.stringify(message)});` });
  }
  return applyEdits(code, edits);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function applyEdits(code: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: insert }) => {
      return text.slice(0, start) + insert + text.slice(end);
    }, code);
}

function lineOf(file: ts.SourceFile, position: number): number {
  return file.getLineAndCharacterOfPosition(position).line;
}

/** The text after `// =>`, with the comment lines below it as long as it is not complete. */
function readExpected(lines: readonly string[], line: number): string {
  let text = (lines[line] ?? '').split(MARK).slice(1).join('').trim();
  for (let i = line + 1; !isComplete(text); i++) {
    const more = /^\s*\/\/(.*)$/.exec(lines[i] ?? '');
    if (more === null || MARK.test(lines[i] ?? '')) break;
    text += ` ${more[1]?.trim()}`;
  }
  return text;
}

function isComplete(text: string): boolean {
  if (text.startsWith('throws ')) return true;
  const { diagnostics } = ts.transpileModule(`(${text});`, { reportDiagnostics: true });
  return diagnostics?.length === 0;
}

function assertion(statement: ts.Statement, file: ts.SourceFile, expected: string): Edit[] {
  const thrown = /^throws (.*)$/.exec(expected);
  if (ts.isExpressionStatement(statement)) {
    const { expression } = statement;
    const start = expression.getStart(file);
    const [open, close] =
      thrown === null
        ? ['expectValue((', `), (${expected}))`]
        : ['expectThrow(() => (', `), ${thrown[1]})`];
    return [
      { start, end: start, text: `;await ${open}` },
      { start: expression.end, end: expression.end, text: close },
    ];
  }
  const name = declaredName(statement);
  const text =
    name === undefined || thrown !== null
      ? `;throw new Error('"// =>" needs an expression or a named constant before it');`
      : `;await expectValue(${name}, (${expected}));`;
  return [{ start: statement.end, end: statement.end, text }];
}

function declaredName(statement: ts.Statement): string | undefined {
  if (!ts.isVariableStatement(statement)) return undefined;
  const name = statement.declarationList.declarations.at(-1)?.name;
  return name !== undefined && ts.isIdentifier(name) ? name.text : undefined;
}

/** `import { a } from 'x'` inside a test function has to be `const { a } = await import('x')`. */
function rewriteImport(node: ts.ImportDeclaration, root: string): Edit {
  const specifier = (node.moduleSpecifier as ts.StringLiteral).text;
  if (
    specifier.endsWith('.json') &&
    !/^import \w+ from .* with \{ type: 'json' \};?$/.test(node.getText())
  ) {
    throw new Error(
      `write "import name from '${specifier}' with { type: 'json' };", as Node takes it`,
    );
  }
  const target = JSON.stringify(specifier.startsWith('./') ? root + specifier.slice(1) : specifier);
  const clause = node.importClause;
  const names: string[] = [];
  if (clause?.name !== undefined) names.push(`default: ${clause.name.text}`);
  const bindings = clause?.namedBindings;
  if (bindings !== undefined && ts.isNamedImports(bindings)) {
    for (const { isTypeOnly, name, propertyName } of bindings.elements) {
      if (isTypeOnly) continue;
      names.push(propertyName === undefined ? name.text : `${propertyName.text}: ${name.text}`);
    }
  }
  const pattern =
    bindings !== undefined && ts.isNamespaceImport(bindings)
      ? bindings.name.text
      : `{ ${names.join(', ')} }`;
  const typeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  const text = typeOnly ? '' : `const ${pattern} = await import(${target});`;
  const newlines = node.getText().split('\n').length - 1;
  return { start: node.getStart(), end: node.end, text: text + '\n'.repeat(newlines) };
}
