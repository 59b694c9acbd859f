import { type LocalisedText, localisedText } from '../../evidence/index.js';
import type { FactDeclaration } from '../../rules/index.js';

/** What is particular about a fact. */
type Details = Omit<FactDeclaration, 'type' | 'label'>;

/** A fact of yes or no. */
export function yesNo(label: LocalisedText, details: Details = {}): FactDeclaration {
  return { type: 'boolean', label, ...details };
}

/** A fact with one of a few texts. */
export function oneOf(
  values: readonly string[],
  label: LocalisedText,
  details: Details = {},
): FactDeclaration {
  return { type: 'text', values, label, ...details };
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
