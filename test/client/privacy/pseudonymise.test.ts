import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientReferencePaths, pseudonymise } from '../../../src/client/index.js';
import { expectRefusal, frozenCopy, isDeeplyFrozen, view, wrong } from '../support.js';

/** What a host would bring. RFC 4231, test case 2: key "Jefe", data "what do ya want for nothing?". */
const keyed = (text: string) => createHmac('sha256', 'Jefe').update(text).digest('hex');
const policy = { references: clientReferencePaths };

describe('pseudonymise', () => {
  it('replaces a reference by what the host’s function makes of it', () => {
    const given = { client: { id: 'what do ya want for nothing?' } };
    expect(pseudonymise(given, policy, keyed).record).toEqual({
      client: { id: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843' },
    });
  });

  it('replaces the same reference everywhere alike, in this record and the next', () => {
    const given = {
      client: { id: 'cli_lin' },
      coOwners: [{ id: 'cli_chen' }, { id: 'cli_lin' }],
      holdings: [{ id: 'MMF' }],
    };
    const { record, replaced, remaining } = pseudonymise(given, policy, keyed);
    expect(record).toEqual({
      client: { id: keyed('cli_lin') },
      coOwners: [{ id: keyed('cli_chen') }, { id: keyed('cli_lin') }],
      holdings: [{ id: 'MMF' }],
    });
    expect(replaced).toEqual(['client.id', 'coOwners.*.id']);
    expect(remaining).toEqual([]);
    const other = pseudonymise({ coOwners: [{ id: 'cli_lin' }] }, policy, keyed);
    expect(other.record).toEqual({ coOwners: [{ id: keyed('cli_lin') }] });
  });

  it('says where a reference still stands, without saying which', () => {
    const given = {
      client: { id: 'cli_lin' },
      note: 'cli_lin has called.',
      text: '致cli_lin：',
      exact: ['x', 'cli_lin'],
      byClient: { cli_lin: { level: 'C3', of: 'cli_lin' } },
      longer: 'cli_ling',
    };
    const { remaining } = pseudonymise(given, policy, keyed);
    expect(remaining).toEqual(['byClient.*', 'byClient.*.of', 'exact.*', 'note', 'text']);
  });

  it('finds the references of a client view, also one in a text that no pattern names', () => {
    const { record, remaining } = pseudonymise(view, policy, keyed);
    // A fund's plan is written as `2000.00 from FUND-DCA`, which is a counterparty of the bookings, as CARD is.
    expect(remaining).toEqual([
      'holdings.*.monthlyPlan',
      'transactions.*.kind',
      'transactions.*.text',
    ]);
    const text = JSON.stringify(record);
    expect(text).not.toContain(`"${view.client.id}"`);
    for (const { id } of view.transactions!) expect(text).not.toContain(`"${id}"`);
  });

  it('keeps what there is no reference in, and an absent one absent', () => {
    const given = { client: { id: null }, coOwners: [] };
    expect(pseudonymise(given, policy, keyed).record).toEqual(given);
  });

  it('keeps equal apart from unequal, whatever the references', () => {
    const references = fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { maxLength: 8 });
    fc.assert(
      fc.property(references, (ids) => {
        const given = frozenCopy({ coOwners: ids.map((id) => ({ id })) });
        const result = pseudonymise(given, policy, keyed);
        const names = (result.record.coOwners as readonly { id: string }[]).map(({ id }) => id);
        const places = (list: readonly string[]) => list.map((id) => list.indexOf(id));
        expect(places(names)).toEqual(places(ids));
        expect(isDeeplyFrozen(result)).toBe(true);
      }),
    );
  });

  it.each([
    ['that is the reference', (text: string) => text, 'inconsistent'],
    ['that holds the reference', (text: string) => `p-${text}`, 'inconsistent'],
    ['that is empty', () => '', 'empty'],
    ['that is no text', () => 7, 'invalid-type'],
    ['that is a promise', async (text: string) => text, 'invalid-type'],
    ['that is too long', () => 'p'.repeat(201), 'too-long'],
  ] as const)('refuses a pseudonym %s, and never shows the reference', (_, name, code) => {
    const given = { client: { id: 'client-4711' } };
    expectRefusal(() => pseudonymise(given, policy, wrong(name)), code, 'record.client.id');
    try {
      pseudonymise(given, policy, wrong(name));
    } catch (error) {
      expect(String(error)).not.toContain('4711');
    }
  });

  it.each([
    ['cli_lin', (text: string) => `x_${text}`],
    ['cli_lin', (text: string) => `x${text}x`],
    ['CLI-1234567', (text: string) => `pre-${text}`],
    ['CLI-1234567', (text: string) => text.toLowerCase()],
    ['CLI-1234567', (text: string) => `p${text.toLowerCase()}`],
    ['cli_lin', (text: string) => text.toUpperCase()],
    ['4711', (text: string) => `p-${text}`],
    ['Ab1', (text: string) => `p.${text.toUpperCase()}.q`],
    ['a', (text: string) => text.toUpperCase()],
  ] as const)('refuses a pseudonym that holds %s, in whatever case', (id, name) => {
    const given = { client: { id } };
    expectRefusal(() => pseudonymise(given, policy, name), 'inconsistent', 'record.client.id');
  });

  it('lets a short reference stand in a digest by chance', () => {
    const name = () => createHmac('sha256', 'k').update('').digest('hex');
    const [piece] = name().match(/[a-f\d]{6}/)!;
    const given = { client: { id: piece } };
    expect(pseudonymise(given, policy, name).record).toEqual({ client: { id: name() } });
  });

  it('says where a reference still stands, in whatever case', () => {
    const given = {
      client: { id: 'cli_lin' },
      note: 'CLI_LIN asked',
      other: { Cli_Lin: 1 },
      coOwners: [{ id: 'CLI_LIN' }],
    };
    const { remaining, replaced } = pseudonymise(given, policy, keyed);
    expect(remaining).toEqual(['note', 'other.*']);
    expect(replaced).toEqual(['client.id', 'coOwners.*.id']);
    const swapped = (text: string) => (text === 'cli_lin' ? 'CLI_CHEN' : keyed(text));
    const two = { coOwners: [{ id: 'cli_lin' }, { id: 'cli_chen' }] };
    expectRefusal(
      () => pseudonymise(two, policy, swapped),
      'inconsistent',
      'record.coOwners[0].id',
    );
  });

  it('takes a reference of 200 characters and none above', () => {
    const of = (length: number) => ({ client: { id: 'r'.repeat(length) } });
    expect(pseudonymise(of(200), policy, keyed).replaced).toEqual(['client.id']);
    expectRefusal(() => pseudonymise(of(201), policy, keyed), 'too-long', 'record.client.id');
  });

  it('shows no name that may be data in the path of an error', () => {
    const rules = { references: ['accounts.*.owner', 'byId.**'] };
    const given = (owner: unknown) => ({ accounts: { '6222020000000000': { owner } } });
    const path = 'record.accounts[*].owner';
    expectRefusal(() => pseudonymise(given(7), rules, keyed), 'invalid-type', path);
    expectRefusal(() => pseudonymise(given(undefined), rules, keyed), 'missing-value', path);
    const named = { byId: { LinWei: [{ '11010519491231002X': 7 }] } };
    const where = 'record.byId.LinWei[0][*]';
    expectRefusal(() => pseudonymise(named, rules, keyed), 'invalid-type', where);
  });

  it('shows places so that they can become rules as they are', () => {
    const given = {
      client: { id: 'cli_lin' },
      notes: [{ text: 'cli_lin' }],
      a: { '4711': 'cli_lin' },
    };
    const { remaining } = pseudonymise(given, policy, keyed);
    expect(remaining).toEqual(['a.*', 'notes.*.text']);
    const wider = { references: [...clientReferencePaths, ...remaining] };
    expect(pseudonymise(given, wider, keyed).remaining).toEqual([]);
  });

  it('refuses pseudonyms that change, that two share, or that are another’s reference', () => {
    let calls = 0;
    const counted = () => `p${calls++}`;
    const two = { coOwners: [{ id: 'a' }, { id: 'b' }] };
    const first = 'record.coOwners[0].id';
    expectRefusal(() => pseudonymise(two, policy, counted), 'inconsistent', first);
    const shared = () => 'p';
    expectRefusal(() => pseudonymise(two, policy, shared), 'inconsistent', 'record.coOwners[1].id');
    const swapped = (text: string) => (text === 'a' ? 'b' : 'c');
    expectRefusal(() => pseudonymise(two, policy, swapped), 'inconsistent', first);
  });

  it.each([
    ['cli_chen', 'p-cli_chen'],
    ['cli_chen', 'xCLI_CHENx'],
    ['b', 'p-b'],
    ['0123456789abcdef', 'x0123456789abcdefx'],
  ])('refuses a pseudonym that holds another’s reference: %s in %s', (other, pseudonym) => {
    const two = { coOwners: [{ id: 'cli_lin' }, { id: other }] };
    const leaky = (text: string) => (text === 'cli_lin' ? pseudonym : keyed(text));
    expectRefusal(() => pseudonymise(two, policy, leaky), 'inconsistent', 'record.coOwners[0].id');
  });

  it.each(['b', '1234567', '0123456789abcde'])(
    'takes a digest in which another’s reference stands by chance: %s',
    (other) => {
      const two = { coOwners: [{ id: 'cli_lin' }, { id: other }] };
      const digest = (text: string) => (text === 'cli_lin' ? `p-f${other}f` : 'p-other');
      expect(pseudonymise(two, policy, digest).record).toEqual({
        coOwners: [{ id: `p-f${other}f` }, { id: 'p-other' }],
      });
    },
  );

  it.each([
    ['no record', [undefined, policy, keyed], 'missing-value', 'record'],
    [
      'a reference that is a number',
      [{ client: { id: 7 } }, policy, keyed],
      'invalid-type',
      'record.client.id',
    ],
    ['an empty reference', [{ client: { id: '' } }, policy, keyed], 'empty', 'record.client.id'],
    ['an infinite number', [{ a: Infinity }, policy, keyed], 'not-finite', 'record.a'],
    ['no policy', [{}, null, keyed], 'missing-value', 'policy'],
    ['no list', [{}, { references: 'client.id' }, keyed], 'invalid-type', 'policy.references'],
    [
      'a bad pattern',
      [{}, { references: ['a.'] }, keyed],
      'invalid-format',
      'policy.references[0]',
    ],
    ['no function', [{}, policy, 'key'], 'invalid-type', 'pseudonymOf'],
  ] as const)('refuses %s', (_, [record, rules, key], code, path) => {
    expectRefusal(() => pseudonymise(wrong(record), wrong(rules), wrong(key)), code, path);
  });
});
