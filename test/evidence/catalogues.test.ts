import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkMessages, type Messages, mergeMessages } from '../../src/evidence/index.js';
import { placeholdersOf } from '../../src/evidence/template.js';
import { parse, roomOf, sourceFiles } from '../house/source-file.js';
import { possibleCodes, reasonCalls } from './reason-codes.js';

interface Catalogue {
  readonly room: string;
  readonly name: string;
  readonly messages: Messages;
}

const files = sourceFiles().filter((file) => existsSync(`src/${roomOf(file.fileName)}/index.ts`));
const rooms = [...new Set(files.map((file) => roomOf(file.fileName)))].filter((r) => r !== '');
const catalogues = (await Promise.all(rooms.map(cataloguesOf))).flat();
const all = mergeMessages(...catalogues.map(({ messages }) => messages));
const calls = files.flatMap(reasonCalls);

describe('the catalogues of the rooms', () => {
  it('are those of the rooms that speak', () => {
    expect(catalogues.map(({ room }) => room)).toEqual(
      expect.arrayContaining(['allocation', 'evidence', 'kpi', 'orders', 'questionnaire']),
    );
  });

  it.each(catalogues)(
    '$name has every text in every language, with the same placeholders',
    ({ messages }) => {
      expect(checkMessages(messages)).toEqual([]);
    },
  );

  it.each(catalogues)(
    '$name is named after its room, as all of its keys are',
    ({ room, name, messages }) => {
      expect(name).toBe(`${room}Messages`);
      expect(Object.keys(messages).filter((key) => !key.startsWith(`${room}.`))).toEqual([]);
    },
  );

  it.each(catalogues)('$name has terms without placeholders, and no term for nothing', (one) => {
    const texts = Object.entries(one.messages);
    const isTerm = (key: string) => key.startsWith(`${one.room}.term.`);
    const terms = texts.filter(([key]) => isTerm(key));
    expect(terms.filter(([, { en }]) => placeholdersOf(en).length > 0)).toEqual([]);
    const asks = texts.some(([, { en }]) =>
      placeholdersOf(en).some(({ format }) => format === 'term'),
    );
    if (terms.length > 0) expect(asks).toBe(true);
  });

  it.each(catalogues)('$name has no reason that its room never gives', ({ room, messages }) => {
    const given = files
      .filter((file) => roomOf(file.fileName) === room && !file.fileName.endsWith('messages.ts'))
      .flatMap(possibleCodes);
    const reasons = Object.keys(messages).filter((key) => key.split('.').length === 2);
    const unused = reasons.filter((key) => !given.some((code) => fits(code, key)));
    expect(unused).toEqual([]);
  });
});

describe('the reasons of the rooms', () => {
  it('are found in src/', () => {
    expect(calls.length).toBeGreaterThan(40);
    expect(calls.filter(({ codes }) => codes.length > 0).length).toBeGreaterThan(30);
  });

  it('have a text', () => {
    const unspoken = calls.flatMap(({ place, codes }) =>
      codes.filter((code) => keysOf(code).length === 0).map((code) => `${place} ${code}`),
    );
    expect(unspoken).toEqual([]);
  });

  it('have a text too where the code is handed on', () => {
    // A word without a hyphen may as well be a path: `client.id`.
    const unspoken = files.flatMap((file) =>
      possibleCodes(file)
        .filter((code) => typeof code === 'string' && code.includes('-'))
        .filter((code) => keysOf(code).length === 0)
        .map((code) => `${file.fileName} ${code}`),
    );
    expect(unspoken).toEqual([]);
  });

  it('bring every parameter that their text names', () => {
    const missing = calls.flatMap(({ place, codes, parameters }) => {
      if (parameters === undefined) return [];
      // A pattern fits more codes than the call can give.
      const certain = codes.filter((code) => typeof code === 'string');
      const needed = certain.flatMap(keysOf).flatMap((key) => placeholdersOf(all[key]?.en ?? ''));
      return needed
        .filter(({ name }) => !parameters.includes(name))
        .map(({ name }) => `${place} ${certain.join(' ')} lacks ${name}`);
    });
    expect(missing).toEqual([]);
  });
});

describe('reasonCalls', () => {
  const read = (text: string) =>
    reasonCalls(parse('src/kpi/x.ts', text)).map(({ codes, parameters }) => ({
      codes: codes.map(String),
      parameters,
    }));

  it('reads codes and parameters that stand in the call', () => {
    expect(read("makeReason('kpi.a', 'info', { n, minimum: 2 })")).toEqual([
      { codes: ['kpi.a'], parameters: ['n', 'minimum'] },
    ]);
    expect(read("makeReason(x ? 'kpi.a' : 'kpi.b', 'info')")).toEqual([
      { codes: ['kpi.a', 'kpi.b'], parameters: [] },
    ]);
  });

  it('reads what a constant around the call stands for, the nearest first', () => {
    const text = `
      const code = 'kpi.far';
      const CODES = { open: 'kpi.open', closed: 'kpi.closed' };
      function f(x: boolean) {
        const code = x ? 'kpi.a' : 'kpi.b';
        const parameters = { n: 1 };
        return [makeReason(code, 'info', parameters), makeReason(CODES[x], 'warn')];
      }`;
    expect(read(text)).toEqual([
      { codes: ['kpi.a', 'kpi.b'], parameters: ['n'] },
      { codes: ['kpi.open', 'kpi.closed'], parameters: [] },
    ]);
  });

  it('takes a code that is partly computed for a pattern', () => {
    const [call] = reasonCalls(parse('src/kpi/x.ts', `makeReason(\`kpi.held-by-\${name}\`)`));
    const [pattern] = call?.codes ?? [];
    expect(fits(pattern as RegExp, 'kpi.held-by-capacity')).toBe(true);
    expect(fits(pattern as RegExp, 'kpi.held-by-')).toBe(false);
    expect(fits(pattern as RegExp, 'kpi.other')).toBe(false);
  });

  it('says so where it cannot read', () => {
    expect(read("makeReason(code, 'info', { ...figures, n })")).toEqual([
      { codes: [], parameters: undefined },
    ]);
  });
});

async function cataloguesOf(room: string): Promise<readonly Catalogue[]> {
  const face: Record<string, unknown> = await import(`../../src/${room}/index.ts`);
  return Object.entries(face)
    .filter(([name]) => name.endsWith('Messages') && typeof face[name] === 'object')
    .map(([name, messages]) => ({ room, name, messages: messages as Messages }));
}

function keysOf(code: string | RegExp): readonly string[] {
  return Object.keys(all).filter((key) => fits(code, key));
}

function fits(code: string | RegExp, key: string): boolean {
  return typeof code === 'string' ? code === key : code.test(key);
}
