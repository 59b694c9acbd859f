/** What core records must not carry, as far as a field's name tells. */
export type PersonalName =
  | 'name'
  | 'phone'
  | 'address'
  | 'identity-number'
  | 'email'
  | 'account-number'
  | 'card-number';

/** What a field of this name would hold, if anything personal. */
export function personalNameOf(field: string): PersonalName | null {
  const chinese = WORDS.find(([, words]) => words.some((word) => field.includes(word)));
  if (chinese !== undefined) return chinese[0];
  const parts = partsOf(field);
  const endings = parts.map((_, index) => parts.slice(index).join(''));
  const found = FIELDS.find(([, names]) => endings.some((ending) => names.includes(ending)));
  if (found !== undefined) return found[0];
  return endings.some(isPersonsName) && !isThingsName(parts) ? 'name' : null;
}

/** `name` alone, `clientName`, `username`. */
function isPersonsName(ending: string): boolean {
  return ending.endsWith('name') && (ending === 'name' || PERSONS.has(ending.slice(0, -4)));
}

/** `productName` is no person's, `clientName` is. */
function isThingsName(parts: readonly string[]): boolean {
  return parts.length > 1 && parts.at(-1) === 'name' && !PERSONS.has(parts.at(-2)!);
}

/** `homeAddress`, `home_address` and `HOME-ADDRESS` are the same. */
function partsOf(field: string): readonly string[] {
  return field
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((part) => part !== '');
}

/** Chinese has no spaces between words, so any part of a name tells. */
const WORDS: readonly (readonly [PersonalName, readonly string[]])[] = [
  ['identity-number', ['身份证', '证件号', '護照', '护照', '身份證', '證件號']],
  ['phone', ['手机', '电话', '手機', '電話']],
  ['email', ['邮箱', '电邮', '電郵', '電子郵件', '电子邮件']],
  ['address', ['地址', '住址']],
  ['name', ['姓名', '名字']],
];

const FIELDS: readonly (readonly [PersonalName, readonly string[]])[] = [
  [
    'identity-number',
    [
      'idnumber',
      'idno',
      'idcard',
      'idcardnumber',
      'idcardno',
      'identitynumber',
      'identitycard',
      'identitycardnumber',
      'identityno',
      'nationalid',
      'nationalidnumber',
      'certificatenumber',
      'passport',
      'passportnumber',
      'passportno',
      'ssn',
      'hkid',
    ],
  ],
  [
    'phone',
    [
      'phone',
      'phonenumber',
      'phoneno',
      'mobile',
      'mobilenumber',
      'mobileno',
      'telephone',
      'telephonenumber',
      'tel',
      'cellphone',
      'mobilephone',
      'cellnumber',
      'contactnumber',
    ],
  ],
  ['email', ['email', 'emailaddress', 'mailaddress']],
  [
    'address',
    [
      'address',
      'addressline',
      'homeaddress',
      'mailingaddress',
      'residentialaddress',
      'street',
      'streetname',
      'postcode',
      'postalcode',
      'zipcode',
    ],
  ],
  ['name', ['surname', 'firstname', 'lastname', 'givenname', 'familyname', 'fullname']],
];

const PERSONS: ReadonlySet<string> = new Set(
  'client customer person full legal real first last middle given family maiden nick chinese english user holder owner spouse beneficiary contact guardian adviser advisor payee payer'.split(
    ' ',
  ),
);
