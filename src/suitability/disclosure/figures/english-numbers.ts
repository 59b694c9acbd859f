import { figureOf, PERCENT, PLAIN } from './figure.js';

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1000,
  million: 1e6,
  billion: 1e9,
};

/** Words that say a number without being one of those that count. */
const OTHERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  once: 1,
  first: 1,
  twice: 2,
  second: 2,
  third: 3,
  ...Object.fromEntries(MONTHS.map((month, index) => [month, index + 1])),
};

/** The numbers that an English text writes in words, with the months as their numbers: three years, one and a half per cent. */
export function englishNumbers(text: string): readonly string[] {
  const words = text.toLowerCase().split(/[^a-z]+/);
  const found: string[] = [];
  let run: readonly string[] = [];
  for (const word of [...words, '']) {
    if (isNumber(word) || (word === 'and' && run.length > 0)) {
      run = [...run, word];
      continue;
    }
    if (run.length > 0) {
      const value = numberIn(run);
      found.push(figureOf(value, word === 'percent' ? PERCENT : PLAIN));
    }
    run = [];
    if (Object.hasOwn(OTHERS, word)) found.push(figureOf(OTHERS[word] as number, PLAIN));
  }
  return found;
}

function isNumber(word: string): boolean {
  return UNITS.includes(word) || TENS.includes(word) || Object.hasOwn(SCALES, word);
}

function numberIn(run: readonly string[]): number {
  let [total, part] = [0, 0];
  for (const word of run.filter((one) => one !== 'and')) {
    const scale = SCALES[word];
    if (scale === undefined) {
      part += UNITS.includes(word) ? UNITS.indexOf(word) : 20 + 10 * TENS.indexOf(word);
    } else if (scale === 100) {
      part = (part || 1) * 100;
    } else {
      total += (part || 1) * scale;
      part = 0;
    }
  }
  return total + part;
}
