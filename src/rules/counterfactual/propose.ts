import type { LocalisedText } from '../../evidence/index.js';
import { labelsOfValue } from '../evaluate/value-labels.js';
import { DECISION_STATUSES } from '../status.js';
import { type Change, isScale } from './changeable.js';
import type { Counterfactual, FactChangeProposal } from './counterfactual.js';
import type { Finding } from './settle.js';

/** Puts what was found in order and on paper, at most so many. */
export function proposalsOf(findings: readonly Finding[], most: number): readonly Counterfactual[] {
  const chosen = [...findings].sort(compareFindings).slice(0, most);
  return Object.freeze(chosen.map(counterfactualOf));
}

/** The fewest changes first, then the mildest result, then the smallest change, then by name. */
function compareFindings(a: Finding, b: Finding): number {
  return (
    a.changes.length - b.changes.length ||
    DECISION_STATUSES.indexOf(a.becomes) - DECISION_STATUSES.indexOf(b.becomes) ||
    sizeOf(a) - sizeOf(b) ||
    (nameOf(a) < nameOf(b) ? -1 : 1)
  );
}

/** How large the changes are beside the values; a change that is none of numbers counts as a whole one. */
function sizeOf({ changes }: Finding): number {
  return changes.reduce((sum, { move, value }) => {
    const { was } = move.of;
    if (typeof was !== 'number' || typeof value !== 'number') return sum + 1;
    return sum + Math.abs(value - was) / Math.max(Math.abs(value), Math.abs(was));
  }, 0);
}

function nameOf({ changes }: Finding): string {
  return changes.map(({ move, value }) => `${move.of.name} ${JSON.stringify(value)}`).join('\n');
}

function counterfactualOf({ changes, onwards, becomes }: Finding): Counterfactual {
  const proposals = changes.map((change) => proposalOf(change, onwards));
  return Object.freeze({ changes: Object.freeze(proposals), becomes });
}

function proposalOf({ move, value }: Change, onwards: ReadonlySet<string>): FactChangeProposal {
  const { name, label, unit, was, valueLabels } = move.of;
  const request: LocalisedText | undefined = move.way.request;
  return Object.freeze({
    fact: name,
    label,
    ...(unit === undefined ? {} : { unit }),
    ...labelsOfValue([was, value].flat(), valueLabels),
    ...(was === undefined ? {} : { was }),
    is: isScale(move) && onwards.has(name) ? (move.way.direction === 'lower' ? '<=' : '>=') : '=',
    value,
    ...(request === undefined ? {} : { request }),
  });
}
