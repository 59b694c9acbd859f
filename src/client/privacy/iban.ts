/** Whether an international bank account number stands in a text, together or as printed in groups of four. */
export function holdsIban(text: string): boolean {
  return [...text.matchAll(BEGINNING)].some(({ index }) => {
    const rest = text.slice(index);
    const length = LENGTHS.get(rest.slice(0, 2).toUpperCase());
    if (length === undefined) return false;
    const grouped = rest.slice(0, length + Math.floor((length - 1) / 4));
    return [rest.slice(0, length), GROUPS.test(grouped) ? grouped : ''].some(
      (found) => isIban(found.replaceAll(' ', '')) && !/^[A-Za-z\d]/.test(rest.slice(found.length)),
    );
  });
}

const BEGINNING = /(?<![A-Za-z\d])[A-Za-z]{2}\d{2}/g;

const GROUPS = /^(?:[A-Za-z\d]{4} )+[A-Za-z\d]{1,4}$/;

/**
 * Whether a text is an international bank account number, in capital or small letters and without spaces: a country of
 * the registry, its length, and the check digits.
 *
 * Source: ISO 13616-1 (ISO 7064, MOD 97-10); lengths from the IBAN Registry of SWIFT.
 */
export function isIban(text: string): boolean {
  const capitals = text.toUpperCase();
  if (LENGTHS.get(capitals.slice(0, 2)) !== capitals.length) return false;
  if (!/^[A-Z]{2}\d{2}[A-Z\d]+$/.test(capitals)) return false;
  return remainder(`${capitals.slice(4)}${capitals.slice(0, 4)}`) === 1;
}

/** Modulo 97, a letter being the number of its place in the alphabet and 9. */
function remainder(text: string): number {
  let left = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    left = (left * (value > 9 ? 100 : 10) + value) % 97;
  }
  return left;
}

const LENGTHS: ReadonlyMap<string, number> = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24
  FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32
  LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24
  RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
