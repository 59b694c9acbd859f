import { AptfolioError, at, checkObject } from '../../errors/index.js';
import { makeReason } from '../../evidence/index.js';
import { checkCurrency, ratioOfMoney } from '../../money/index.js';
import { type ValueBridge, valueBridge } from '../../performance/index.js';
import type { AmountBridgeDefinition } from '../definition.js';
import { readUnits, writeUnits } from './amounts.js';
import { readIds } from './id-list.js';
import { addCounts, countOf, type Fields, type KindDrafts, type KindMethods } from './kind.js';

/** Growth from an opening to a closing amount, with the bridge that says where it came from. */
export const amountBridgeKind: KindMethods<'amount-bridge'> = {
  definitionFields: { currency: true, lines: true },
  eventFields: { opening: true, lines: true, closing: true, cases: true },
  leastFields: 0,
  define: (fields, path) => ({
    kind: 'amount-bridge',
    currency: checkCurrency(fields.currency, at(path, 'currency')),
    lines: readIds(fields.lines, at(path, 'lines'), { minLength: 1, maxLength: 100 }),
  }),
  empty: (kpi) => ({ opening: 0n, lines: kpi.lines.map(() => 0n), closing: 0n, cases: 0 }),
  add: (kpi, draft, event, path) =>
    joinBridge(draft, readBridge(kpi, event, path, { optional: true })),
  read: (kpi, data, path) => readBridge(kpi, data, path, { optional: false }),
  join: joinBridge,
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
  value(kpi, draft) {
    if (draft.opening <= 0n) return makeReason('kpi.denominator-not-positive', 'info');
    const bridge = bridgeOf(kpi, draft);
    const numerator = writeUnits(draft.closing - draft.opening, kpi.currency);
    return {
      value: ratioOfMoney(numerator, bridge.opening),
      numerator,
      denominator: bridge.opening,
      method: 'amount-bridge',
      bridge,
      reasons: bridge.status === 'explained' ? [] : [unexplained(bridge)],
    };
  },
  sample: () => null,
};

function joinBridge(draft: KindDrafts['amount-bridge'], other: KindDrafts['amount-bridge']): void {
  draft.cases = addCounts(draft.cases, other.cases);
  draft.opening += other.opening;
  draft.closing += other.closing;
  for (let i = 0; i < other.lines.length; i++) draft.lines[i]! += other.lines[i]!;
}

function readBridge(
  { currency, lines: ids }: AmountBridgeDefinition,
  value: Fields,
  path: string,
  options: { readonly optional: boolean },
): KindDrafts['amount-bridge'] {
  const where = at(path, 'lines');
  const lines =
    value.lines === undefined && options.optional ? {} : checkObject(value.lines, where);
  const unknown = Object.keys(lines).find((id) => !ids.includes(id));
  if (unknown !== undefined) {
    throw new AptfolioError('unknown-id', at(where, unknown), `one of ${ids.join(', ')}`, unknown);
  }
  const read = (amount: unknown, key: string): bigint => readUnits(amount, currency, key, options);
  return {
    opening: read(value.opening, at(path, 'opening')),
    lines: ids.map((id) => read(own(lines, id), at(where, id))),
    closing: read(value.closing, at(path, 'closing')),
    cases: countOf(value.cases, path, 'cases', options.optional ? 1 : undefined),
  };
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

function unexplained({ unexplained: rest }: ValueBridge): ReturnType<typeof makeReason> {
  return makeReason('kpi.bridge-unexplained', 'warn', {
    currency: rest.currency,
    amount: rest.amount,
  });
}
