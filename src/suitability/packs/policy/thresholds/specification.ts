import type { LocalisedText } from '../../../../evidence/index.js';
import { label } from '../../../facts/declare.js';

/** What a threshold counts, what it may be, and what it is unless a bank says otherwise. */
export interface ThresholdSpecification {
  readonly label: LocalisedText;
  /** `amount` stands for the currency of the policy. */
  readonly unit:
    | 'fraction'
    | 'months'
    | 'years'
    | 'days'
    | 'hours'
    | 'minutes'
    | 'level'
    | 'levels'
    | 'times'
    | 'orders'
    | 'amount';
  readonly stricter: 'lower' | 'higher';
  /** In CNY for an amount: in another currency a bank must say its own. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

type Words = readonly [hans: string, hant: string, english: string];

/** A share, decimal fraction, of which less is stricter. */
export function share(value: number, ...words: Words): ThresholdSpecification {
  const range = { min: 0, max: 1, whole: false } as const;
  return { label: label(...words), unit: 'fraction', stricter: 'lower', value, ...range };
}

/** An amount of money, of which less is stricter. */
export function amount(value: number, ...words: Words): ThresholdSpecification {
  const range = { min: 0, max: 1e15, whole: false } as const;
  return { label: label(...words), unit: 'amount', stricter: 'lower', value, ...range };
}

/** A whole number. */
export function whole(
  value: number,
  unit: ThresholdSpecification['unit'],
  stricter: ThresholdSpecification['stricter'],
  [min, max]: readonly [min: number, max: number],
  ...words: Words
): ThresholdSpecification {
  return { label: label(...words), unit, stricter, value, min, max, whole: true };
}

/** From which rating or level on; 6 is above all of them. */
export const LEVELS: readonly [min: number, max: number] = [1, 6];
