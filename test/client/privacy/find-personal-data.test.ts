import { describe, expect, it } from 'vitest';
import {
  clientMessages,
  detectNeeds,
  findPersonalData,
  parseClientReference,
  profileClient,
} from '../../../src/client/index.js';
import { isIdentityNumber } from '../../../src/client/privacy/identity-number.js';
import fixture from '../../fixtures/client/privacy/identity-numbers.json' with { type: 'json' };
import {
  AS_OF,
  expectRefusal,
  file,
  frozenCopy,
  isDeeplyFrozen,
  policy,
  view,
  wrong,
} from '../support.js';

const kinds = (record: unknown) => findPersonalData(record).map(({ kind }) => kind);

describe('an identity number', () => {
  it('is told by its date and check character, as GB 11643-1999 and python-stdnum do', () => {
    for (const number of [...fixture.examples, ...fixture.valid]) {
      expect([number, isIdentityNumber(number)]).toEqual([number, true]);
      expect(kinds([`证件${number}，已核`])).toEqual(['identity-number']);
    }
    for (const number of fixture.invalid)
      expect([number, isIdentityNumber(number)]).toEqual([number, false]);
  });

  it('may end with a small x, and is no part of a longer text of digits and letters', () => {
    expect(kinds(['11010519491231002x'])).toEqual(['identity-number']);
    expect(kinds(['911010519491231002X', '11010519491231002XA'])).toEqual([]);
    expect(kinds(['110105194912310021 11010519491231002X'])).toEqual(['identity-number']);
  });
});

describe('findPersonalData', () => {
  it.each([
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '+86 13800138000',
    '8613800138000',
    '0086-19912345678',
    '请致电13800138000。',
  ])('takes %s for a phone number', (text) => {
    expect(findPersonalData({ note: text })).toEqual([
      { path: 'note', kind: 'phone', by: 'value' },
    ]);
  });

  it.each([
    '12800138000',
    '1380013800',
    '138001380001',
    '13800138000.50',
    '0.13800138000',
    '2026-03-02',
    'FUND-13-2026',
  ])('does not take %s for a phone number', (text) => {
    expect(findPersonalData({ note: text })).toEqual([]);
  });

  it('finds numbers that are stored as numbers, and not amounts of money', () => {
    expect(kinds({ x: 13800138000 })).toEqual(['phone']);
    expect(kinds({ currency: 'JPY', amount: '13800138000' })).toEqual([]);
  });

  it('shows no key that may be data in the path of an error', () => {
    const id = '11010519491231002X';
    expectRefusal(() => findPersonalData({ [id]: undefined }), 'missing-value', 'record[*]');
    const deep = { clients: [{ byId: { [id]: { 'lin@example.com': Number.NaN } } }] };
    const path = 'record.clients[0].byId[*][*]';
    expectRefusal(() => findPersonalData(deep), 'not-finite', path);
    expectRefusal(
      () => findPersonalData({ 'a"]["b': [undefined] }),
      'missing-value',
      'record[*][0]',
    );
  });

  it('finds e-mail addresses', () => {
    expect(kinds({ note: 'Write to lin.wei+bank@example.com.cn, please' })).toEqual(['email']);
    expect(kinds({ note: '10@5, user@host' })).toEqual([]);
  });

  it.each([
    [
      'name',
      [
        'name',
        'clientName',
        'client_name',
        'FULL-NAME',
        'surname',
        'userName',
        'username',
        '客户姓名',
      ],
    ],
    ['phone', ['phone', 'mobile', 'mobilePhone', 'contact_number', 'tel', 'home-tel', '手机号']],
    ['address', ['address', 'homeAddress', 'mailingaddress', 'postcode', '居住地址']],
    [
      'identity-number',
      ['idNumber', 'id_no', 'IDCard', 'passportNo', 'nationalId', '身份证号', '證件號碼'],
    ],
    ['email', ['email', 'workEmail', 'email_address', '电子邮箱']],
  ] as const)('finds a %s by the field’s name', (kind, names) => {
    for (const name of names) {
      expect([name, findPersonalData({ [name]: 'x' })]).toMatchObject([
        name,
        [{ kind, by: 'field-name' }],
      ]);
    }
  });

  it.each([
    'productName',
    'fileName',
    'hotel',
    'bidNo',
    'id',
    'paid_number',
    'names',
    'streetwise',
    'automobile',
    'channel',
    'rename',
  ])('does not take %s for a personal field', (name) => {
    expect(findPersonalData({ [name]: 'x' })).toEqual([]);
  });

  it('takes no offence at what is empty, at flags and at links', () => {
    const record = {
      name: '',
      phone: null,
      mobile: true,
      email: [],
      address: 'https://example.com/law',
    };
    expect(findPersonalData(record)).toEqual([]);
    expect(kinds({ address: { street: 'x' } })).toEqual(['address']);
  });

  it('does not show a name of a field that is itself personal', () => {
    const record = { byId: { '11010519491231002X': { level: 'C3', phone: '1' } } };
    expect(findPersonalData(record)).toEqual([
      { path: 'byId[*]', kind: 'identity-number', by: 'value' },
      { path: 'byId[*].phone', kind: 'phone', by: 'field-name' },
    ]);
  });

  it('leaves out what it is told to', () => {
    const record = { products: [{ name: 'Bond' }], client: { name: 'x' } };
    expect(findPersonalData(record, { except: ['products.*.name'] })).toMatchObject([
      { path: 'client.name' },
    ]);
    expect(findPersonalData(record, { except: ['products.**', 'client.**'] })).toEqual([]);
  });

  it('gives the same for the same record, frozen, and leaves it alone', () => {
    const found = findPersonalData(frozenCopy({ b: { phone: '1' }, a: [{ email: 'x' }] }));
    expect(found).toEqual(findPersonalData({ a: [{ email: 'x' }], b: { phone: '1' } }));
    expect(found.map(({ path }) => path)).toEqual(['a[0].email', 'b.phone']);
    expect(isDeeplyFrozen(found)).toBe(true);
    expect(findPersonalData('13800138000')).toEqual([{ path: '', kind: 'phone', by: 'value' }]);
    expect(findPersonalData(null)).toEqual([]);
  });

  it.each([
    ['undefined', undefined, {}, 'missing-value', 'record'],
    ['NaN', { a: Number.NaN }, {}, 'not-finite', 'record.a'],
    ['a date object', { a: new Date(0) }, {}, 'invalid-type', 'record.a'],
    ['no options', {}, null, 'missing-value', 'options'],
    ['a bad pattern', {}, { except: ['**.a'] }, 'invalid-format', 'options.except[0]'],
  ] as const)('refuses %s', (_, record, options, code, path) => {
    expectRefusal(() => findPersonalData(record, wrong(options)), code, path);
  });

  it('shows no value in an error', () => {
    expect(() => findPersonalData({ a: '13800138000\ud800' })).toThrow(
      /^record\.a: expected a text without half characters$/,
    );
  });
});

describe('what the room gives', () => {
  it('carries no name, phone, address or identity number', () => {
    const results = {
      view,
      file,
      profile: profileClient(view, policy, { asOf: AS_OF }),
      needs: detectNeeds(view, policy, { asOf: AS_OF }),
    };
    expect(findPersonalData(results)).toEqual([]);
    expect(findPersonalData(clientMessages)).toEqual([]);
  });
});

describe('a client’s reference', () => {
  it.each(['cli_lin', 'C-0001', 'a', '9f8e7d6c-0000-4000-8000-000000000000', 'bank:7.2'])(
    'may be %s',
    (text) => {
      expect(parseClientReference(text)).toBe(text);
    },
  );

  it.each([
    ['a name', 'Lin Wei', 'invalid-format'],
    ['a Chinese name', '林伟', 'invalid-format'],
    ['an identity number', '11010519491231002X', 'invalid-format'],
    ['a phone number', 'cli-13800138000', 'invalid-format'],
    ['an e-mail address', 'lin@example.com', 'invalid-format'],
    ['nothing', '', 'empty'],
    ['null', null, 'missing-value'],
    ['a number', 7, 'invalid-type'],
    ['too long', 'a'.repeat(101), 'too-long'],
  ] as const)('may not be %s, and no error shows it', (_, text, code) => {
    expectRefusal(() => parseClientReference(text, 'ledger.client'), code, 'ledger.client');
    expect(() => parseClientReference(text)).not.toThrow(/received/);
    expect(() => parseClientReference(text)).toThrow();
  });
});
