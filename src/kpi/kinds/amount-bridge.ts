import { AptfolioError, at, checkObject } from '../../errors/index.js';
import { makeReason, type Reason } from '../../evidence/index.js';
import { checkCurrency, fromMinorUnits, type Money, ratioOfMoney } from '../../money/index.js';
import { type ValueBridge, valueBridge } from '../../performance/index.js';
import type { AmountBridgeDefinition } from '../definition.js';
import type { KpiValue } from '../result.js';
import {
  type AmountPresence,
  addUnits,
  IN_EVENT,
  IN_STATE,
  joinUnits,
  noUnits,
  readerOf,
  readUnits,
  totalUnits,
  writeUnits,
} from './amounts.js';
import { readIds } from './id-list.js';
import {
  addCounts,
  countedPart,
  countOf,
  type Fields,
  type KindDrafts,
  type KindMethods,
} from './kind.js';

/** Growth from an opening to a closing amount, with the bridge that says where it came from. */
export const amountBridgeKind: KindMethods<'amount-bridge'> = {
  definitionFields: { currency: true, lines: true },
  eventFields: { opening: true, lines: true, closing: true, cases: true },
  eventDefaults: { cases: 1 },
  leastFields: 0,
  define: (fields, path) => ({
    kind: 'amount-bridge',
    currency: checkCurrency(fields.currency, at(path, 'currency')),
    lines: readIds(fields.lines, at(path, 'lines'), { minLength: 1, maxLength: 100 }),
  }),
  empty: emptyBridge,
  add: (kpi, draft, event, path) => addBridge(kpi, draft, event, path, IN_EVENT),
  read(kpi, data, path) {
    const draft = emptyBridge(kpi);
    addBridge(kpi, draft, data, path, IN_STATE);
    return draft;
  },
  join(draft, other) {
    draft.cases = addCounts(draft.cases, other.cases);
    joinUnits(draft.opening, other.opening);
    joinUnits(draft.closing, other.closing);
    for (let i = 0; i < other.lines.length; i++) joinUnits(draft.lines[i]!, other.lines[i]!);
  },
  write: (kpi, { opening, lines, closing, cases }) =>
    Object.freeze({
      opening: writeUnits(opening, kpi.currency),
      lines: Object.freeze(
        Object.fromEntries(kpi.lines.map((id, i) => [id, writeUnits(lines[i]!, kpi.currency)])),
      ),
      closing: writeUnits(closing, kpi.currency),
      cases,
    }),
  size: (_kpi, { cases }) => cases,
  value: growthOf,
  besides: (kpi, draft) => ({ bridge: bridgeOf(kpi, draft) }),
  sample: () => null,
  part: (kpi, draft) => countedPart(growthOf(kpi, draft), Number(totalUnits(draft.opening))),
};

function growthOf(
  kpi: AmountBridgeDefinition,
  draft: KindDrafts['amount-bridge'],
): KpiValue<Money> | Reason {
  if (totalUnits(draft.opening) <= 0n) return makeReason('kpi.denominator-not-positive', 'info');
  const bridge = bridgeOf(kpi, draft);
  const grown = totalUnits(draft.closing) - totalUnits(draft.opening);
  const numerator = fromMinorUnits(kpi.currency, grown);
  return {
    value: ratioOfMoney(numerator, bridge.opening),
    numerator,
    denominator: bridge.opening,
    method: 'amount-bridge',
    bridge,
    reasons: bridge.status === 'explained' ? [] : [unexplained(bridge)],
  };
}

function emptyBridge(kpi: AmountBridgeDefinition): KindDrafts['amount-bridge'] {
  const lines = kpi.lines.map(noUnits);
  return { reader: readerOf(kpi), opening: noUnits(), lines, closing: noUnits(), cases: 0 };
}

/** Reads everything before it adds anything. */
function addBridge(
  { lines: ids }: AmountBridgeDefinition,
  draft: KindDrafts['amount-bridge'],
  fields: Fields,
  path: string,
  presence: AmountPresence,
): void {
  const given = linesIn(fields, ids, path, presence);
  const where = at(path, 'lines');
  const opening = readUnits(draft.reader, fields.opening, path, 'opening', presence);
  const closing = readUnits(draft.reader, fields.closing, path, 'closing', presence);
  const lines = ids.map((id) => readUnits(draft.reader, own(given, id), where, id, presence));
  const cases = countOf(fields.cases, path, 'cases', presence.optional ? 1 : undefined);
  draft.cases = addCounts(draft.cases, cases);
  addUnits(draft.opening, opening);
  addUnits(draft.closing, closing);
  for (let i = 0; i < lines.length; i++) addUnits(draft.lines[i]!, lines[i]!);
}

function linesIn(
  { lines }: Fields,
  ids: readonly string[],
  path: string,
  { optional }: AmountPresence,
): Fields {
  if (lines === undefined && optional) return {};
  const given = checkObject(lines, at(path, 'lines'));
  for (const id in given) {
    if (ids.includes(id)) continue;
    const where = at(at(path, 'lines'), id);
    throw new AptfolioError('unknown-id', where, `one of ${ids.join(', ')}`, id);
  }
  return given;
}

/** A line called `constructor` must not find what every object inherits. */
function own(lines: Readonly<Record<string, unknown>>, id: string): unknown {
  return Object.hasOwn(lines, id) ? lines[id] : undefined;
}

function bridgeOf(kpi: AmountBridgeDefinition, draft: KindDrafts['amount-bridge']): ValueBridge {
  const lines = kpi.lines.map((id, i) => ({
    id,
    amount: writeUnits(draft.lines[i]!, kpi.currency),
  }));
  return valueBridge(
    writeUnits(draft.opening, kpi.currency),
    lines,
    writeUnits(draft.closing, kpi.currency),
  );
}

function unexplained({ unexplained: rest }: ValueBridge): Reason {
  return makeReason('kpi.bridge-unexplained', 'warn', {
    currency: rest.currency,
    amount: rest.amount,
  });
}
