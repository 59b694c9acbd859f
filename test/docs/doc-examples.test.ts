import { describe, expect, it } from 'vitest';
import { rewriteBlock, testModule } from '../../tools/doc-examples.js';
import { expectThrow, expectValue } from '../../tools/expect-value.js';

/** Runs a block the way a document's test runs it. */
async function run(code: string): Promise<void> {
  const body = rewriteBlock(code, '/project');
  const execute = new Function('expectValue', 'expectThrow', `return (async () => {${body}\n})();`);
  await execute(expectValue, expectThrow);
}

const fail = "(() => { throw Object.assign(new Error('no'), { code: 'empty', path: 'rows' }); })()";

describe('an example', () => {
  it.each([
    ['a value', '1 + 1; // => 2'],
    ['a value within 1e-9', '0.1 + 0.2; // => 0.3'],
    ['a value nested in a list of objects', '[{ a: 0.1 + 0.2 }]; // => [{ a: 0.3 }]'],
    ['a promise', 'Promise.resolve(4); // => 4'],
    ['an expression over several lines', '[\n  1,\n  2,\n]; // => [1, 2]'],
    ['a value on the next line', '({ a: 1 });\n// => { a: 1 }'],
    ['a value over several lines', '({ a: 1, b: 2 });\n// => {\n//   a: 1,\n//   b: 2,\n// }'],
    ['a named constant', 'const two = 2; // => 2\ntwo; // => 2'],
    ['a Float64Array as a list', 'new Float64Array([1, 2]); // => [1, 2]'],
    ['an error code', `${fail}; // => throws 'empty'`],
    ['an error code and path', `${fail}; // => throws 'empty', 'rows'`],
  ])('passes with %s', async (_, code) => {
    await run(code);
  });

  it.each([
    ['another value', '1 + 1; // => 3'],
    ['a number off by more than 1e-9', '0.3000001; // => 0.3'],
    ['zero expected and a tiny number found', '1e-30; // => 0'],
    ['a negative zero', '-0; // => 0'],
    ['a wrong value over several lines', '({ a: 1 });\n// => {\n//   a: 2,\n// }'],
    ['a missing field', '({}); // => { a: 1 }'],
    ['no error where one is promised', "1; // => throws 'empty'"],
    ['another error code', `${fail}; // => throws 'invalid-type'`],
    ['another error path', `${fail}; // => throws 'empty', 'rows[1]'`],
    ['a value that belongs to no expression', 'if (true) {\n  1; // => 1\n}'],
    ['a value without any expression', '// => 1'],
    ['an error that was not announced', `${fail};`],
  ])('fails with %s', async (_, code) => {
    await expect(run(code)).rejects.toThrow();
  });
});

describe('a document', () => {
  const lines = (text: string, name = 'a.md') => testModule(text, name, '/project').split('\n');

  it('keeps every line of code on its line', () => {
    const module = lines('# T\n\n```ts\nconst a = 1;\na; // => 1\n```\n');
    expect(module[2]).toContain('test("a.md:4"');
    expect(module[3]).toContain('const a = 1;');
    expect(module[4]).toContain('expectValue((a), (1))');
  });

  it('goes on in the same scope in a continued block', () => {
    const module = lines('```ts\nconst a = 1;\n```\nprose\n```ts continued\na; // => 1\n```');
    expect(module.join('').match(/test\(/g)).toHaveLength(1);
    expect(module.join('')).not.toContain('prose');
  });

  it('leaves other languages alone', () => {
    expect(lines('```sh\nls\n```').join('')).not.toContain('test(');
  });

  it('reads only the doc comments of a source file', () => {
    const text = '/**\n * ```ts\n * 1; // => 1\n * ```\n */\nconst fence = 2;';
    expect(lines(text, 'a.ts')[2]).toContain('expectValue((1), (1))');
    expect(lines(text, 'a.ts').join('')).not.toContain('const fence');
  });

  it('refuses a block that would silently not be run', () => {
    expect(() => lines('```ts no-run\n1;\n```')).toThrow('line 1');
    expect(() => lines('```ts\n1;\n')).toThrow('not closed');
  });

  it('refuses an import of JSON that Node would not take', () => {
    const rewrite = (code: string) => () => rewriteBlock(code, '/project');
    expect(rewrite("import d from './data.json';")).toThrow("with { type: 'json' }");
    expect(rewrite("import { d } from './data.json' with { type: 'json' };")).toThrow(
      'import name',
    );
    expect(rewrite("import d from './data.json' with { type: 'json' };")).not.toThrow();
  });

  it('turns imports dynamic and drops types', () => {
    const code =
      "import { type A, b as c } from 'aptfolio/x';\nimport d from './data.json' with { type: 'json' };";
    expect(rewriteBlock(code, '/project')).toBe(
      'const { b: c } = await import("aptfolio/x");\nconst { default: d } = await import("/project/data.json");',
    );
    expect(rewriteBlock("import type { A } from 'aptfolio/x';", '/project')).toBe('');
  });
});
