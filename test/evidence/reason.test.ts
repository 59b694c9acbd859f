import { describe, expect, it } from 'vitest';
import {
  type Citation,
  makeCitation,
  makeReason,
  type Parameters,
  SEVERITIES,
} from '../../src/evidence/index.js';
import { money } from '../../src/money/index.js';
import { expectRefusal, isDeeplyFrozen, stored, wrong } from './support.js';

const citation: Citation = {
  instrument: 'Directive 2014/65/EU',
  article: '25(2)',
  address: 'https://eur-lex.europa.eu/eli/dir/2014/65/oj',
  verified: true,
  inForceFrom: '2018-01-03',
};

describe('makeReason', () => {
  it('keeps code, severity, parameters and citations', () => {
    const parameters = { product: 'P05', rating: 4, held: false, amount: money('CNY', '100') };
    expect(makeReason('orders.risk', 'block', parameters, [citation])).toEqual({
      code: 'orders.risk',
      severity: 'block',
      parameters,
      citations: [citation],
    });
  });

  it('has neither parameters nor citations unless they are given', () => {
    expect(makeReason('a.b', 'info')).toEqual({
      code: 'a.b',
      severity: 'info',
      parameters: {},
      citations: [],
    });
  });

  it('is frozen all the way down and survives JSON', () => {
    const reason = makeReason('a.b', 'warn', { rules: ['x', 'y'], n: 1 }, [citation]);
    expect(isDeeplyFrozen(reason)).toBe(true);
    expect(stored(reason)).toEqual(reason);
  });

  it('copies what it is given, so that later changes do not reach it', () => {
    const rules = ['x'];
    const parameters = { n: 1, rules };
    const citations = [{ ...citation }];
    const reason = makeReason('a.b', 'info', parameters, citations);
    parameters.n = 2;
    rules.push('y');
    citations[0] = { ...citation, article: '1' };
    expect(reason.parameters).toEqual({ n: 1, rules: ['x'] });
    expect(reason.citations).toEqual([citation]);
    expect(Object.isFrozen(rules)).toBe(false);
  });

  it('keeps parameters that cannot change and need no change, and copies all others', () => {
    const plain = Object.freeze({ product: 'A', weight: 0.5 });
    expect(makeReason('a.b', 'info', plain).parameters).toBe(plain);
    const zero = Object.freeze({ n: -0 });
    expect(Object.is(makeReason('a.b', 'info', zero).parameters.n, 0)).toBe(true);
    const holding = { currency: 'CNY', amount: '1.00', id: 'h1' };
    const deep = makeReason('a.b', 'info', Object.freeze({ value: holding })).parameters;
    expect(deep.value).toEqual({ currency: 'CNY', amount: '1.00' });
    expect(() => makeReason('a.b', 'info', Object.freeze({ n: Number.NaN }))).toThrow(
      'parameters.n',
    );
  });

  it('holds no minus zero and of an amount nothing but currency and amount', () => {
    const holding = { currency: 'CNY', amount: '1.00', id: 'h1' };
    const { parameters } = makeReason('a.b', 'info', { n: -0, value: holding });
    expect(Object.is(parameters.n, 0)).toBe(true);
    expect(parameters.value).toEqual({ currency: 'CNY', amount: '1.00' });
  });

  it('takes an empty text as a parameter', () => {
    expect(makeReason('a.b', 'info', { from: '' }).parameters).toEqual({ from: '' });
  });

  it('knows five severities, from the strongest down', () => {
    expect(SEVERITIES).toEqual(['block', 'require', 'refer', 'warn', 'info']);
    for (const severity of SEVERITIES) expect(makeReason('a.b', severity).severity).toBe(severity);
  });

  it.each([
    [undefined, 'missing-value'],
    [null, 'missing-value'],
    ['', 'empty'],
    [7, 'invalid-type'],
    ['x'.repeat(1001), 'too-long'],
  ] as const)('refuses the code %j', (code, error) => {
    expectRefusal(() => makeReason(wrong(code), 'info'), error, 'code');
  });

  it.each([
    [undefined, 'missing-value'],
    ['fatal', 'unknown-value'],
    [1, 'invalid-type'],
  ] as const)('refuses the severity %j', (severity, error) => {
    expectRefusal(() => makeReason('a.b', wrong(severity)), error, 'severity');
  });

  it.each([
    [null, 'missing-value', 'parameters'],
    ['x', 'invalid-type', 'parameters'],
    [[1], 'invalid-type', 'parameters'],
    [{ x: undefined }, 'missing-value', 'parameters.x'],
    [{ x: null }, 'missing-value', 'parameters.x'],
    [{ x: Number.NaN }, 'not-finite', 'parameters.x'],
    [{ 'x y': Number.POSITIVE_INFINITY }, 'not-finite', 'parameters["x y"]'],
    [{ x: 1n }, 'invalid-type', 'parameters.x'],
    [{ x: () => 1 }, 'invalid-type', 'parameters.x'],
    [{ x: ['a', 1] }, 'invalid-type', 'parameters.x[1]'],
    [{ x: {} }, 'missing-value', 'parameters.x.currency'],
    [{ x: { currency: 'CNY', amount: 1 } }, 'invalid-type', 'parameters.x.amount'],
  ] as const)('refuses the parameters %o', (parameters, error, path) => {
    expectRefusal(() => makeReason('a.b', 'info', wrong(parameters)), error, path);
  });

  it('refuses parameters with a hole in a list', () => {
    const parameters = { x: new Array<string>(1) };
    expectRefusal(() => makeReason('a.b', 'info', parameters), 'invalid-type', 'parameters.x[0]');
  });

  it('keeps a parameter named __proto__', () => {
    const parameters = JSON.parse('{"__proto__":"x"}') as Parameters;
    expect(JSON.stringify(makeReason('a.b', 'info', parameters).parameters)).toBe(
      '{"__proto__":"x"}',
    );
  });

  it('refuses citations that are no list or not whole', () => {
    const cite = (citations: unknown) => () => makeReason('a.b', 'info', {}, wrong(citations));
    expectRefusal(cite(null), 'missing-value', 'citations');
    expectRefusal(cite(citation), 'invalid-type', 'citations');
    expectRefusal(cite([citation, null]), 'missing-value', 'citations[1]');
    expectRefusal(
      cite([{ ...citation, verified: undefined }]),
      'missing-value',
      'citations[0].verified',
    );
  });
});

describe('makeCitation', () => {
  it('keeps what it is given and leaves out further fields', () => {
    expect(makeCitation({ ...citation, note: 'x' } as Citation)).toEqual(citation);
  });

  it('has no address and no first day unless they are given', () => {
    const short = { instrument: 'Credit policy', article: '3', verified: false };
    expect(makeCitation(short)).toEqual(short);
    expect(Object.isFrozen(makeCitation(short))).toBe(true);
  });

  it.each([
    ['instrument', '', 'empty'],
    ['instrument', undefined, 'missing-value'],
    ['article', 25, 'invalid-type'],
    ['address', '', 'empty'],
    ['address', null, 'missing-value'],
    ['verified', 'yes', 'invalid-type'],
    ['verified', null, 'missing-value'],
    ['inForceFrom', '2018-02-30', 'invalid-date'],
    ['inForceFrom', 2018, 'invalid-type'],
  ] as const)('refuses %s %j', (field, value, code) => {
    const faulty = wrong({ ...citation, [field]: value });
    expectRefusal(() => makeCitation(faulty), code, `citation.${field}`);
  });

  it('refuses what is no object', () => {
    expectRefusal(() => makeCitation(wrong(undefined)), 'missing-value', 'citation');
    expectRefusal(() => makeCitation(wrong('25(2)')), 'invalid-type', 'citation');
  });
});
