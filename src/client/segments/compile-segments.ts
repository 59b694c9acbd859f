import {
  AptfolioError,
  at,
  checkBoolean,
  checkList,
  checkNumber,
  checkObject,
  checkText,
  checkUniqueIds,
} from '../../errors/index.js';
import { type Citation, makeCitation } from '../../evidence/index.js';
import { compareMoney, type Money, parseMoney } from '../../money/index.js';
import type {
  CompiledSegmentTable,
  SegmentCondition,
  SegmentFactKind,
  SegmentRule,
  SegmentTable,
} from './segment-table.js';

/**
 * Checks a rule table and makes it ready for use. The table is copied; later changes to it have no influence.
 *
 * @throws AptfolioError with the path to the fault, such as `table.rules[1].when[0].below`: a malformed field, a rule
 * id that stands twice, bounds that leave nothing between them (`inconsistent`), two currencies, or a fact that one
 * rule reads as a number and another as something else (`inconsistent`).
 *
 * @example
 * ```ts
 * import { compileSegments, segmentOf } from 'aptfolio/client';
 *
 * const cny = (amount: string) => ({ currency: 'CNY', amount }) as const;
 * const table = compileSegments({
 *   id: 'by-assets',
 *   rules: [
 *     { id: 'upper', segment: 'private', when: [{ fact: 'assets', from: cny('6000000') }] },
 *     { id: 'middle', segment: 'affluent', when: [{ fact: 'assets', from: cny('600000') }] },
 *   ],
 *   otherwise: 'mass',
 * });
 * segmentOf({ assets: cny('5999999.99') }, table).segment; // => 'affluent'
 * segmentOf({ assets: null }, table).status; // => 'undetermined'
 * ```
 */
export function compileSegments(table: SegmentTable): CompiledSegmentTable {
  checkObject(table, 'table');
  const id = checkText(table.id, 'table.id');
  checkUniqueIds(
    checkList<SegmentRule>(table.rules, 'table.rules', { minLength: 1 }),
    'table.rules',
  );
  const kinds = new Map<string, SegmentFactKind>();
  const rules = table.rules.map((rule, index) => readRule(rule, at('table.rules', index), kinds));
  const { otherwise } = table;
  return Object.freeze({
    table: Object.freeze({
      id,
      rules: Object.freeze(rules),
      ...(otherwise === undefined ? {} : { otherwise: checkText(otherwise, 'table.otherwise') }),
    }),
    reads: Object.freeze(Object.fromEntries([...kinds].sort(([a], [b]) => (a < b ? -1 : 1)))),
  });
}

function readRule(
  rule: SegmentRule,
  path: string,
  kinds: Map<string, SegmentFactKind>,
): SegmentRule {
  const when = checkList<SegmentCondition>(rule.when, at(path, 'when'));
  const citations = checkList<Citation>(rule.citations ?? [], at(path, 'citations'));
  return Object.freeze({
    id: rule.id,
    segment: checkText(rule.segment, at(path, 'segment')),
    when: Object.freeze(
      when.map((condition, index) => readCondition(condition, at(at(path, 'when'), index), kinds)),
    ),
    ...(citations.length === 0 ? {} : { citations: Object.freeze(citations.map(makeCitation)) }),
  });
}

function readCondition(
  condition: SegmentCondition,
  path: string,
  kinds: Map<string, SegmentFactKind>,
): SegmentCondition {
  checkObject(condition, path);
  const fact = checkText(condition.fact, at(path, 'fact'));
  const [kind, read] = readQuestion(condition, path);
  const known = kinds.get(fact);
  if (known !== undefined && nameOf(known) !== nameOf(kind)) {
    const expected = `a condition on ${nameOf(known)}, as elsewhere in the table`;
    throw new AptfolioError('inconsistent', at(path, 'fact'), expected, fact);
  }
  kinds.set(fact, kind);
  return Object.freeze({ fact, ...read }) as SegmentCondition;
}

/** What a condition asks, without the name of the fact, and what the fact must be for it. */
function readQuestion(
  condition: SegmentCondition,
  path: string,
): readonly [SegmentFactKind, object] {
  if ('is' in condition) {
    return [{ kind: 'boolean' }, { is: checkBoolean(condition.is, at(path, 'is')) }];
  }
  if ('oneOf' in condition) {
    const where = at(path, 'oneOf');
    const texts = checkList<string>(condition.oneOf, where, { minLength: 1 });
    const oneOf = Object.freeze(texts.map((text, index) => checkText(text, at(where, index))));
    return [{ kind: 'text' }, { oneOf }];
  }
  return readBounds(condition, path);
}

const SIDES = ['from', 'above', 'to', 'below'] as const;
type Side = (typeof SIDES)[number];
type Bounds = Partial<Record<Side, number | Money>>;

function readBounds(condition: Bounds, path: string): readonly [SegmentFactKind, object] {
  const given = SIDES.filter((side) => condition[side] !== undefined);
  const first = given[0];
  if (first === undefined) {
    throw new AptfolioError('missing-value', path, 'oneOf, is, or a bound: from, above, to, below');
  }
  const isMoney = typeof condition[first] === 'object' && condition[first] !== null;
  const read: Bounds = Object.fromEntries(
    given.map((side) => {
      const where = at(path, side);
      return [
        side,
        isMoney ? parseMoney(condition[side], where) : checkNumber(condition[side], where),
      ];
    }),
  );
  checkRoom(read, path);
  const kind: SegmentFactKind = isMoney
    ? { kind: 'money', currency: (read[first] as Money).currency }
    : { kind: 'number' };
  return [Object.freeze(kind), read];
}

/** Each side once, one currency, and something between the two sides. */
function checkRoom(bounds: Bounds, path: string): void {
  for (const [side, twin] of [
    ['from', 'above'],
    ['to', 'below'],
  ] as const) {
    if (bounds[side] === undefined || bounds[twin] === undefined) continue;
    throw new AptfolioError('inconsistent', at(path, twin), `either ${side} or ${twin}`);
  }
  const low = bounds.from ?? bounds.above;
  const high = bounds.to ?? bounds.below;
  if (low === undefined || high === undefined) return;
  const upper = at(path, bounds.to === undefined ? 'below' : 'to');
  if (typeof low === 'object' && low.currency !== (high as Money).currency) {
    throw new AptfolioError('currency-mismatch', at(upper, 'currency'), low.currency);
  }
  const gap = compareBound(high, low);
  const touching = bounds.from !== undefined && bounds.to !== undefined;
  if (gap > 0 || (gap === 0 && touching)) return;
  throw new AptfolioError('inconsistent', upper, 'a bound that leaves something between the two');
}

/** Whether a value lies below (−1), at or above a bound of its own kind. */
export function compareBound(value: number | Money, bound: number | Money): number {
  if (typeof value === 'number')
    return value < (bound as number) ? -1 : value > (bound as number) ? 1 : 0;
  return compareMoney(value, bound as Money);
}

function nameOf(fact: SegmentFactKind): string {
  return fact.kind === 'money' ? `an amount in ${fact.currency}` : `a ${fact.kind}`;
}
