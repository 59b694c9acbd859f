import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  checkMessages,
  formatMessage,
  type Messages,
  mergeMessages,
  type Parameter,
} from '../../src/evidence/index.js';
import { countedWordsOf, placeholdersOf } from '../../src/evidence/template.js';
import type { RulePack } from '../../src/rules/index.js';
import { isPack } from '../../tools/jurisdictions/jurisdictions.js';
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
const jurisdictions = ['au', 'cn', 'eu', 'hk', 'policy', 'sg', 'uk', 'us'];
const packs = (await Promise.all(jurisdictions.map(packsOf))).flat();
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

  it.each([...catalogues, ...packs])(
    '$name says one of a thing in the singular',
    ({ messages }) => {
      const wrong = Object.keys(messages).filter((key) => saysOneOfSeveral(ofOne(messages, key)));
      expect(wrong).toEqual([]);
    },
  );

  it('would be found to say several where there is one', () => {
    for (const text of ['for 1 days', 'of 1 business days', 'the 1 things of', '1 periods lay']) {
      expect(saysOneOfSeveral(text)).toBe(true);
    }
    for (const text of ['for 1 day', 'order 1 was', 'of 1 business day', '11 days', '1,001 days']) {
      expect(saysOneOfSeveral(text)).toBe(false);
    }
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

/** An English text, each of whose numbers is one. */
function ofOne(messages: Messages, key: string): string {
  const ones: Readonly<Record<string, Parameter>> = {
    ...{ plain: 1, number: 1, percent: 0.01, percent2: 0.01, term: 'word' },
    money: { currency: 'CNY', amount: '1.00' },
  };
  const parameters = placeholdersOf(messages[key]?.en ?? '').map(
    ({ name, format }) => [name, ones[format] as Parameter] as const,
  );
  return formatMessage(messages, key, 'en', Object.fromEntries(parameters));
}

/** A name may stand where a number could, and these follow it. */
const VERBS =
  'allows arrives as begins changes comes counts differs does ends equals falls has holds includes is its judges lacks leaves lies lowers makes matures meets misses needs reaches runs shows stands stays trades was'.split(
    ' ',
  );

function saysOneOfSeveral(text: string): boolean {
  const nouns = Object.values(all)
    .flatMap(({ en }) => countedWordsOf(en))
    .flatMap(({ other }) => other.split(' ').filter((word) => word.endsWith('s')));
  const next = [...text.matchAll(/(?<![\d,.])1 ([a-z]*[a-rt-z]s)\b/g)].map(
    ([, word]) => word as string,
  );
  const afterNext = [...text.matchAll(/(?<![\d,.])1 [a-z]+ ([a-z]*[a-rt-z]s)\b/g)];
  return (
    next.some((word) => !VERBS.includes(word)) ||
    afterNext.some(([, word]) => nouns.includes(word as string) && !VERBS.includes(word as string))
  );
}

/** Packs of rules have texts of their own. */
async function packsOf(jurisdiction: string): Promise<readonly Catalogue[]> {
  const face: Record<string, unknown> = await import(
    `../../src/suitability/packs/${jurisdiction}/index.ts`
  );
  return Object.entries(face)
    .filter((entry): entry is [string, RulePack] => isPack(entry[1]))
    .map(([name, { messages }]) => ({ room: 'suitability', name, messages }));
}

function keysOf(code: string | RegExp): readonly string[] {
  return Object.keys(all).filter((key) => fits(code, key));
}

function fits(code: string | RegExp, key: string): boolean {
  return typeof code === 'string' ? code === key : code.test(key);
}
