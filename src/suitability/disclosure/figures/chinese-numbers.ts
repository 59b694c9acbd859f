import { figureOf, PERCENT, PLAIN } from './figure.js';

const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  [...'零一二三四五六七八九'].map((character, value) => [character, value]),
);

const VALUES: Readonly<Record<string, number>> = { ...DIGITS, 〇: 0, 两: 2, 兩: 2 };

const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

const RUN =
  /(百分之)?([零〇一二两兩三四五六七八九十百千万萬亿億]+)(?:[点點]([零〇一二三四五六七八九]+))?/g;

/** The numbers that a Chinese text writes in words: 三年, 百分之一点五, 一百二十. */
export function chineseNumbers(text: string): readonly string[] {
  return [...text.matchAll(RUN)].flatMap(([, percent, whole = '', decimals]) => {
    const value = withDecimals(wholeNumber(whole), decimals);
    return [figureOf(value, PLAIN), ...(percent === undefined ? [] : [figureOf(value, PERCENT)])];
  });
}

function wholeNumber(words: string): number {
  let [total, section, digit] = [0, 0, 0];
  for (const word of words) {
    if (VALUES[word] !== undefined) {
      digit = VALUES[word];
    } else if (SMALL[word] !== undefined) {
      // 十二 leaves the one before the ten out.
      section += (digit === 0 ? 1 : digit) * SMALL[word];
      digit = 0;
    } else {
      total += (section + digit || 1) * (LARGE[word] as number);
      [section, digit] = [0, 0];
    }
  }
  return total + section + digit;
}

function withDecimals(whole: number, decimals: string | undefined): number {
  if (decimals === undefined) return whole;
  const digits = [...decimals].map((word) => VALUES[word]).join('');
  return Number(`${whole}.${digits}`);
}
