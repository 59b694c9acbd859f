import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  formatMessage,
  makeReason,
  type Parameters,
  recordDecision,
  replay,
  sha256,
  verifyChain,
  verifyRecord,
} from '../../src/evidence/index.js';
import { chainOf, decision, isDeeplyFrozen, stored } from './support.js';

/** Any JSON value: texts of whole characters, every finite double, also -0, keys of every kind. */
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: 'binary' }),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'binary', maxLength: 4 }), tie('json'), { maxKeys: 4 }),
  ),
}));

describe('canonicalJson', () => {
  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(stored(value));
      }),
    );
  });

  it('gives the same text again for what it is parsed to', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('does not depend on the order in which keys were set', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('gives different texts to different values', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        const same = canonicalJson(a) === canonicalJson(b);
        expect(same).toBe(replay(recorded(a), { 'app.limit': () => b }).status === 'same');
      }),
    );
  });

  it('changes nothing in its argument', () => {
    fc.assert(
      fc.property(json, (value) => {
        const before = fc.stringify(value);
        canonicalJson(value);
        recorded(value);
        expect(fc.stringify(value)).toBe(before);
      }),
    );
  });
});

describe('sha256', () => {
  it('is what another implementation makes of the canonical bytes', () => {
    fc.assert(
      fc.property(json, (value) => {
        const bytes = Buffer.from(canonicalJson(value), 'utf8');
        expect(sha256(value)).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
    );
  });
});

describe('records', () => {
  it('are frozen, verified, survive JSON and are replayed', () => {
    fc.assert(
      fc.property(json, json, (inputs, outcome) => {
        const record = recordDecision({ ...decision, inputs, outcome });
        expect(isDeeplyFrozen(record)).toBe(true);
        const back = JSON.parse(canonicalJson(record)) as typeof record;
        expect(back).toEqual(record);
        expect(verifyRecord(back).status).toBe('verified');
        expect(replay(back, { 'app.limit': () => outcome }).status).toBe('same');
      }),
    );
  });

  it('have the same hash whatever the order of keys', () => {
    fc.assert(
      fc.property(json, json, (inputs, outcome) => {
        const record = recordDecision({ ...decision, inputs, outcome });
        const other = { ...decision, inputs: reversed(inputs), outcome: reversed(outcome) };
        expect(recordDecision(other).hash).toBe(record.hash);
      }),
    );
  });

  it('are altered by the change of any one leaf', () => {
    fc.assert(
      fc.property(json, json, fc.nat(), (inputs, outcome, pick) => {
        const record = stored(recordDecision({ ...decision, inputs, outcome }));
        const changed = changeLeaf(record, pick);
        expect(canonicalJson(changed)).not.toBe(canonicalJson(record));
        expect(verifyRecord(changed).status).toBe('altered');
      }),
    );
  });

  it('form a chain that breaks wherever one is changed or left out', () => {
    const outcomes = fc.array(fc.integer(), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(outcomes, fc.nat(), (values, pick) => {
        const chain = chainOf(values);
        expect(verifyChain(chain)).toEqual({ status: 'verified', head: chain.at(-1)?.hash });
        const index = pick % chain.length;
        const changed = chain.map((r, i) => (i === index ? { ...r, outcome: 'changed' } : r));
        expect(verifyChain(changed)).toMatchObject({ status: 'broken', index });
        const without = chain.filter((_, i) => i !== index);
        const result = verifyChain(without);
        if (index === chain.length - 1) expect(result.status).toBe('verified');
        else expect(result).toMatchObject({ status: 'broken', index });
      }),
    );
  });
});

describe('texts', () => {
  it('show a number of at least 1 to the nearest hundredth', () => {
    const number = fc.double({ min: 1, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(number, fc.boolean(), (size, negative) => {
        const x = negative ? -size : size;
        const shown = write('{x:number}', { x });
        expect(shown).toMatch(/^-?\d{1,3}(,\d{3})*(\.\d?[1-9])?$/);
        expect(Math.abs(Number(shown.replaceAll(',', '')) - x)).toBeLessThan(0.0050001);
      }),
    );
  });

  it('show a number below 1 to three significant digits', () => {
    const number = fc.double({ min: 1e-300, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(number, (x) => {
        const shown = Number(write('{x:number}', { x }));
        expect(Math.abs(shown / x - 1)).toBeLessThan(0.0050001);
      }),
    );
  });

  it('show the negative of a number with a minus in front, zero with none', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: 0 }), (x) => {
        for (const text of ['{x:number}', '{x:percent}', '{x:percent2}']) {
          const shown = write(text, { x });
          const zero = !/[1-9]/.test(shown);
          expect(write(text, { x: -x })).toBe(zero ? shown : `-${shown}`);
        }
      }),
    );
  });

  it('say the same after a reason went through JSON', () => {
    const parameter = fc.oneof(
      fc.string(),
      fc.boolean(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    fc.assert(
      fc.property(parameter, (x) => {
        const { parameters } = makeReason('a.b', 'info', { x });
        expect(write('{x}', stored(parameters))).toBe(write('{x}', { x }));
      }),
    );
  });
});

function recorded(outcome: unknown) {
  return recordDecision({ ...decision, outcome });
}

function write(text: string, parameters: Parameters): string {
  const texts = { 'zh-Hans': text, 'zh-Hant': text, en: text };
  return formatMessage({ 'a.b': texts }, 'a.b', 'en', parameters);
}

/** The same value with the keys of every object set in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, entry]) => [key, reversed(entry)]);
  return Object.fromEntries(entries.reverse());
}

/** A copy with one leaf, chosen by a number, replaced by a value that it does not have. */
function changeLeaf<T>(value: T, pick: number): T {
  const leaves = leafPaths(value);
  const path = leaves[pick % leaves.length] as string[];
  return replaceAt(value, path) as T;
}

function leafPaths(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  const entries = Object.entries(value);
  if (entries.length === 0) return [[]];
  return entries.flatMap(([key, entry]) => leafPaths(entry).map((path) => [key, ...path]));
}

function replaceAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return value === 'changed' ? 'changed again' : 'changed';
  if (Array.isArray(value)) {
    return value.map((entry, i) => (String(i) === key ? replaceAt(entry, rest) : entry));
  }
  return Object.fromEntries(
    Object.entries(value as object).map(([name, entry]) => [
      name,
      name === key ? replaceAt(entry, rest) : entry,
    ]),
  );
}
