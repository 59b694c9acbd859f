import { type LocalisedText, localisedText } from '../../evidence/index.js';
import type { FactDeclaration } from '../../rules/index.js';

/** What is particular about a fact. */
type Details = Omit<FactDeclaration, 'type' | 'label'>;

/** A fact of yes or no. */
export function yesNo(label: LocalisedText, details: Details = {}): FactDeclaration {
  return { type: 'boolean', label, ...details };
}

/** What values are called in simplified and traditional Chinese and in English. */
export type ValueNames<V extends string = string> = Readonly<
  Record<V, readonly [hans: string, hant: string, english: string]>
>;

/** Values with what they are called, as a fact declares them. */
export type NamedValues = Required<Pick<FactDeclaration, 'values' | 'valueLabels'>>;

/** A fact with one of a few texts, each with what it is called. */
export function oneOf(
  values: ValueNames,
  label: LocalisedText,
  details: Details = {},
): FactDeclaration {
  return { type: 'text', ...named(values), label, ...details };
}

/** The values that a text, or an entry of a list, may have, each with what it is called. */
export function named(values: ValueNames): NamedValues {
  const names = Object.entries(values);
  return {
    values: Object.keys(values),
    valueLabels: Object.fromEntries(names.map(([value, texts]) => [value, label(...texts)])),
  };
}

/** A number in a unit, at least 0 unless the details say otherwise. */
export function count(unit: string, label: LocalisedText, details: Details = {}): FactDeclaration {
  return { type: 'number', unit, min: 0, label, ...details };
}

/** An amount of money, at least 0 unless the details say otherwise. */
export function amountIn(
  currency: string,
  label: LocalisedText,
  details: Details = {},
): FactDeclaration {
  return { type: 'amount', unit: currency, min: 0, label, ...details };
}

/** A civil date. */
export function day(label: LocalisedText, details: Details = {}): FactDeclaration {
  return { type: 'date', label, ...details };
}

/** A list of texts. */
export function listOf(label: LocalisedText, details: Details = {}): FactDeclaration {
  return { type: 'list', label, ...details };
}

/** A label in simplified and traditional Chinese and in English. */
export const label: typeof localisedText = localisedText;
