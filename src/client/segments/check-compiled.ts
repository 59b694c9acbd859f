import { AptfolioError, checkObject, renamePaths } from '../../errors/index.js';
import { compileSegments } from './compile-segments.js';
import type { CompiledSegmentTable, SegmentFactKind } from './segment-table.js';

/**
 * Checks a table that is said to be compiled and may come from a store. A whole one costs a look at each condition; only a
 * damaged one is read again, to say where.
 *
 * @throws AptfolioError with the path `table.reads` or `table.table.rules[1].when`.
 */
export function checkCompiled(table: CompiledSegmentTable): void {
  checkObject(checkObject(table, 'table').reads, 'table.reads');
  if (isWhole(table)) return;
  renamePaths({ table: 'table.table' }, () => compileSegments(table.table));
  throw new AptfolioError('inconsistent', 'table.reads', 'what the conditions of the table read');
}

type Fields = Readonly<Record<string, unknown>>;

function isWhole({ table, reads }: CompiledSegmentTable): boolean {
  if (!isObject(table) || !isText(table.id) || !Array.isArray(table.rules)) return false;
  if (table.otherwise !== undefined && !isText(table.otherwise)) return false;
  return (
    table.rules.length > 0 &&
    Object.values(reads).every(isKind) &&
    (table.rules as readonly unknown[]).every((rule) => isRule(rule, reads))
  );
}

function isRule(rule: unknown, reads: CompiledSegmentTable['reads']): boolean {
  if (!isObject(rule) || !isText(rule.id) || !isText(rule.segment)) return false;
  return (
    Array.isArray(rule.when) &&
    (rule.when as readonly unknown[]).every((condition) => isCondition(condition, reads))
  );
}

function isCondition(condition: unknown, reads: CompiledSegmentTable['reads']): boolean {
  if (!isObject(condition) || !isText(condition.fact)) return false;
  if (!Object.hasOwn(reads, condition.fact)) return false;
  const fact = reads[condition.fact]!;
  if ('is' in condition) return fact.kind === 'boolean' && typeof condition.is === 'boolean';
  if ('oneOf' in condition) {
    return fact.kind === 'text' && Array.isArray(condition.oneOf) && condition.oneOf.every(isText);
  }
  const { from, above, to, below } = condition;
  if ((from ?? above ?? to ?? below) === undefined) return false;
  return isBound(from, fact) && isBound(above, fact) && isBound(to, fact) && isBound(below, fact);
}

function isBound(bound: unknown, fact: SegmentFactKind): boolean {
  if (bound === undefined) return true;
  if (fact.kind === 'number') return Number.isFinite(bound);
  if (fact.kind !== 'money' || !isObject(bound)) return false;
  return bound.currency === fact.currency && isText(bound.amount);
}

function isKind(fact: unknown): boolean {
  if (!isObject(fact)) return false;
  if (fact.kind === 'money') return isText(fact.currency);
  return fact.kind === 'number' || fact.kind === 'text' || fact.kind === 'boolean';
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
