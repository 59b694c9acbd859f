import { latestDate, type PlainDate } from '../../dates/index.js';
import { makeReason } from '../../evidence/index.js';
import { compareStatements, setApartBy } from './compare-statements.js';
import type { RecordedFact } from './fact.js';
import type { FactCriterion, ReadRule } from './fact-policy.js';
import type {
  FactConflict,
  FactEvidence,
  MergedField,
  SettledField,
  UnsettledField,
} from './merged-facts.js';
import { type Statement, statementsOf } from './statement.js';

/** What one path's facts come to, and where they contradict each other. */
export interface SettledPath {
  readonly field: MergedField;
  readonly conflict: FactConflict | null;
}

/** Settles one path: the facts of at least one source, none twice. */
export function settlePath(
  facts: readonly [RecordedFact, ...RecordedFact[]],
  rule: ReadRule,
  asOf: PlainDate,
): SettledPath {
  const { standing, empty, weak, retracted } = statementsOf(facts, rule, asOf);
  const ordered = [...standing].sort((a, b) => compareStatements(a, b, rule));
  const [best] = ordered;
  if (best !== undefined) return contest(best, ordered, rule);
  if (empty.length > 0) return { field: unsettled('empty', empty), conflict: null };
  if (weak.length > 0) return { field: unsettled('weak', weak), conflict: null };
  return { field: unsettled('retracted', retracted), conflict: null };
}

/** A stale statement does not contradict a fresh one: the world has moved on. */
function contest(best: Statement, ordered: readonly Statement[], rule: ReadRule): SettledPath {
  const rivals = ordered.filter(({ fresh }) => fresh === best.fresh);
  const opponent = rivals.find(({ text }) => text !== best.text);
  if (opponent === undefined) return { field: settled(best, rivals), conflict: null };
  const decidedBy = setApartBy(best, opponent, rule);
  const evidence = rivals.map((rival) => evidenceOf(rival, best, decidedBy, rule));
  const conflict = conflictOf(best.fact.path, decidedBy, evidence);
  const tied = rivals.filter((rival) => setApartBy(best, rival, rule) === null);
  const field =
    decidedBy === null
      ? unsettled(
          'unresolved',
          tied.map(({ fact }) => fact),
        )
      : settled(best, rivals);
  return { field, conflict };
}

function settled(
  { fact, fresh, freshUntil, text }: Statement,
  rivals: readonly Statement[],
): SettledField {
  const { value, asOf, source, confidence, validUntil, recordedAt } = fact;
  const same = rivals.filter((rival) => rival.text === text).map((rival) => rival.fact.source);
  return Object.freeze({
    status: fresh ? 'fresh' : 'stale',
    value,
    asOf,
    source,
    confidence,
    validUntil,
    recordedAt,
    freshUntil,
    confirmedBy: sorted(same.filter((name) => name !== source)),
  });
}

function unsettled(
  status: UnsettledField['status'],
  facts: readonly RecordedFact[],
): UnsettledField {
  const [first, ...others] = facts.map(({ asOf }) => asOf);
  return Object.freeze({
    status,
    value: null,
    asOf: latestDate(first!, ...others),
    sources: sorted(facts.map(({ source }) => source)),
  });
}

function evidenceOf(
  rival: Statement,
  best: Statement,
  decidedBy: FactCriterion | null,
  rule: ReadRule,
): FactEvidence {
  const { value, asOf, source, confidence, validUntil, recordedAt } = rival.fact;
  const apart = setApartBy(best, rival, rule);
  const agrees = decidedBy !== null && rival.text === best.text;
  const verdict = apart === null ? 'tied' : 'lost';
  return Object.freeze({
    value,
    asOf,
    source,
    confidence,
    validUntil,
    recordedAt,
    verdict: agrees ? (rival === best ? 'won' : 'confirmed') : verdict,
    lostBy: agrees ? null : apart,
  });
}

function conflictOf(
  path: string,
  decidedBy: FactCriterion | null,
  evidence: readonly FactEvidence[],
): FactConflict {
  const sourcesOf = (...verdicts: readonly FactEvidence['verdict'][]): readonly string[] =>
    sorted(
      evidence.filter(({ verdict }) => verdicts.includes(verdict)).map(({ source }) => source),
    );
  const reason =
    decidedBy === null
      ? makeReason('client.fact-conflict-unresolved', 'require', {
          field: path,
          sources: sourcesOf('tied'),
        })
      : makeReason(`client.fact-conflict-by-${decidedBy}`, 'warn', {
          field: path,
          source: evidence[0]!.source,
          others: sourcesOf('lost'),
        });
  return Object.freeze({
    path,
    status: decidedBy === null ? 'unresolved' : 'resolved',
    decidedBy,
    evidence: Object.freeze(evidence),
    reason,
  });
}

function sorted(names: readonly string[]): readonly string[] {
  return Object.freeze([...new Set(names)].sort());
}
