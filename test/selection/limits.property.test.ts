import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/evidence/index.js';
import { compileProducts, type Product } from '../../src/products/index.js';
import {
  checkClientFirst,
  type LevelScreening,
  type Selection,
  type SelectionContext,
  type SelectionTarget,
  selectProducts,
} from '../../src/selection/index.js';

const CLASSES = ['CASH', 'BOND', 'EQUITY'];
const COVARIANCE = [
  [0.00001, 0, 0],
  [0, 0.0008, -0.0004],
  [0, -0.0004, 0.03],
];

const shares: fc.Arbitrary<readonly number[]> = fc
  .array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 2 })
  .map((cuts) => {
    const ends = [0, ...cuts.sort((a, b) => a - b), 20];
    return CLASSES.map((_, i) => (ends[i + 1]! - ends[i]!) / 20);
  });
const named = (list: readonly number[]) =>
  Object.fromEntries(CLASSES.map((name, i) => [name, list[i]!]));

const product: fc.Arbitrary<Omit<Product, 'id'>> = fc.record({
  name: fc.constant('product'),
  lookThrough: shares.map(named),
  issuerRisk: fc.constant('R2' as const),
  distributorRisk: fc.constantFrom('R2', 'R2', 'R4'),
  annualFee: fc.integer({ min: 0, max: 20 }).map((n) => n / 1000),
  entryFee: fc.constantFrom(0, 0.01),
  minimumPurchase: fc.constantFrom('0', '10', '200'),
  step: fc.constant('0.01'),
  lockUpDays: fc.constantFrom(0, 30),
  status: fc.constantFrom('open', 'open', 'closed'),
  issuer: fc.constantFrom('X', 'Y', 'Z'),
});
const rows: fc.Arbitrary<readonly Product[]> = fc
  .array(product, { minLength: 2, maxLength: 6 })
  .map((list) => list.map((one, i) => ({ ...one, id: `P${i}` })));

/** Ranges around shares, as wide as drawn. */
const targets: fc.Arbitrary<SelectionTarget> = fc
  .tuple(shares, fc.array(fc.constantFrom(0, 0, 0.1, 0.2), { minLength: 3, maxLength: 3 }))
  .map(([list, widths]) =>
    Object.fromEntries(
      CLASSES.map((name, i) => {
        const [share, width] = [list[i]!, widths[i]!];
        const range = { min: Math.max(0, share - width), max: Math.min(1, share + width) };
        return [name, width === 0 ? share : range];
      }),
    ),
  );

interface Drawn {
  readonly rows: readonly Product[];
  readonly target: SelectionTarget;
  readonly context: SelectionContext;
}

/** Terms that fit the products drawn. */
const cases: fc.Arbitrary<Drawn> = rows.chain((list) => {
  const ids = list.map(({ id }) => id);
  const parts = fc.array(fc.constantFrom(0, 0, 0.1, 0.15), {
    minLength: ids.length,
    maxLength: ids.length,
  });
  return fc
    .record({
      target: targets,
      current: parts,
      locked: fc.array(fc.constantFrom(0, 0.5, 1), { minLength: 6, maxLength: 6 }),
      cap: fc.constantFrom(0.4, 0.7, 1),
      issuer: fc.constantFrom(0.5, 1),
      group: fc.constantFrom(0.5, 1),
      least: fc.constantFrom(0, 0.1),
      number: fc.constantFrom(2, 3, 6),
      costAversion: fc.constantFrom(0, 0, 0.5),
    })
    .map(({ target, current, locked, cap, issuer, group, least, number, costAversion }) => {
      const held = ids.flatMap((id, i) => (current[i]! > 0 ? [[id, current[i]!] as const] : []));
      return {
        rows: list,
        target,
        context: {
          level: 'C3',
          covariance: COVARIANCE,
          amount: { currency: 'CNY', amount: '1000.00' },
          maxLockUpDays: 30,
          maxWeightPerProduct: cap,
          maxWeightPerIssuer: issuer,
          groups: [{ id: 'first', members: ids.slice(0, 2), max: group }],
          minWeightPerProduct: least,
          maxProducts: number,
          current: Object.fromEntries(held),
          locked: Object.fromEntries(held.map(([id, weight], i) => [id, weight * locked[i]!])),
          costAversion,
          horizonYears: 3,
        },
      };
    });
});

const select = ({ rows, target, context }: Drawn) =>
  selectProducts(target, compileProducts(rows, CLASSES), context);

/** The selection of a case; a case without one is of no use. */
function selectionOf(drawn: Drawn): Selection {
  const result = select(drawn);
  fc.pre(result.status === 'selected');
  return result as Selection;
}

const ROUNDING = 1e-9;

describe('a selection under limits', () => {
  it('keeps every one of them, but for what is locked', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const { weights, kept, holdOnly, certificate } = selectionOf(drawn);
        const { context, rows } = drawn;
        const { current = {}, locked = {} } = context;
        const cap = context.maxWeightPerProduct!;
        const sum = (ids: readonly string[], of: Readonly<Record<string, number>>) =>
          ids.reduce((total, id) => total + (of[id] ?? 0), 0);
        const ids = rows.map(({ id }) => id);
        expect(Math.abs(sum(ids, weights) - 1)).toBeLessThan(ROUNDING);
        for (const id of ids) {
          const weight = weights[id] ?? 0;
          const stuck = locked[id] ?? 0;
          expect(weight).toBeLessThanOrEqual(Math.max(cap, stuck) + ROUNDING);
          expect(weight).toBeGreaterThanOrEqual(stuck - ROUNDING);
          expect(kept[id] ?? 0).toBeLessThanOrEqual((current[id] ?? 0) + ROUNDING);
          if (weight > 0 && stuck === 0) {
            expect(weight).toBeGreaterThanOrEqual(context.minWeightPerProduct! - ROUNDING);
          }
          const bought = weight - (kept[id] ?? 0);
          const row = rows.find((one) => one.id === id)!;
          if (bought > ROUNDING) {
            // What is bought is at least the minimum, and nothing of the same is sold.
            expect(bought).toBeGreaterThanOrEqual(Number(row.minimumPurchase) / 1000 - ROUNDING);
            expect(kept[id] ?? 0).toBeGreaterThan((current[id] ?? 0) - ROUNDING);
            expect(holdOnly.some((one) => one.product.id === id)).toBe(false);
          }
        }
        for (const issuer of ['X', 'Y', 'Z']) {
          const members = rows.filter((row) => row.issuer === issuer).map(({ id }) => id);
          const most = Math.max(context.maxWeightPerIssuer!, sum(members, locked));
          expect(sum(members, weights)).toBeLessThanOrEqual(most + ROUNDING);
        }
        const [group] = context.groups!;
        const most = Math.max(group!.max!, sum(group!.members, locked));
        expect(sum(group!.members, weights)).toBeLessThanOrEqual(most + ROUNDING);
        expect(Object.keys(weights).length).toBeLessThanOrEqual(context.maxProducts!);
        expect(certificate.primal).toBeLessThan(1e-10);
        expect(certificate.trackingGap).toBeLessThan(1e-10);
        expect(certificate.gap).toBeLessThan(1e-14);
      }),
    );
  });

  it('does not depend on the order of anything', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const turned = (record: object | undefined) =>
          Object.fromEntries(Object.entries(record ?? {}).reverse());
        const other = {
          rows: [...drawn.rows].reverse(),
          target: turned(drawn.target),
          context: {
            ...drawn.context,
            current: turned(drawn.context.current),
            locked: turned(drawn.context.locked),
            groups: drawn.context.groups!.map((group) => ({
              ...group,
              members: [...group.members].reverse(),
            })),
          },
        };
        expect(canonicalJson(select(other))).toBe(canonicalJson(select(drawn)));
      }),
    );
  });

  it('is not changed by a product that is not open', () => {
    fc.assert(
      fc.property(cases, product, (drawn, extra) => {
        const closed: Product = { ...extra, id: 'Q', issuer: 'Q', status: 'closed' };
        const one = select(drawn);
        const other = select({ ...drawn, rows: [...drawn.rows, closed] });
        expect(other.status).toBe(one.status);
        if ('weights' in one && 'weights' in other) expect(other.weights).toEqual(one.weights);
        expect(other.rejected.map((miss) => miss.product.id)).toContain('Q');
      }),
    );
  });

  it('does not depend on the unit of money', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const tenfold = (text: string) => String(Number(text) * 10);
        const more = {
          ...drawn,
          rows: drawn.rows.map((row) => ({
            ...row,
            minimumPurchase: tenfold(row.minimumPurchase),
          })),
          context: { ...drawn.context, amount: { currency: 'CNY', amount: '10000.00' } as const },
        };
        const [one, other] = [select(drawn), select(more)];
        expect(other.status).toBe(one.status);
        if (!('weights' in one && 'weights' in other)) return;
        for (const { id } of drawn.rows) {
          expect(other.weights[id] ?? 0).toBeCloseTo(one.weights[id] ?? 0, 9);
        }
      }),
    );
  });

  it('tracks no worse when ranges get wider, and when limits fall away', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const tracked = { ...drawn, context: { ...drawn.context, costAversion: 0 } };
        const { trackingError } = selectionOf(tracked);
        const wider = Object.fromEntries(
          Object.entries(tracked.target).map(([name, one]) => {
            const { min, max } = typeof one === 'number' ? { min: one, max: one } : one;
            return [name, { min: Math.max(0, min - 0.05), max: Math.min(1, max + 0.05) }];
          }),
        );
        const { level, covariance, amount, maxLockUpDays, current, locked } =
          tracked.context as SelectionContext & LevelScreening;
        const loose = {
          level,
          covariance,
          amount,
          maxLockUpDays,
          current,
          locked,
        } as SelectionContext;
        expect(selectionOf({ ...tracked, target: wider }).trackingError).toBeLessThan(
          trackingError + 1e-8,
        );
        expect(selectionOf({ ...tracked, context: loose }).trackingError).toBeLessThan(
          trackingError + 1e-8,
        );
      }),
    );
  });

  it('costs no more, and tracks no better, the more costs count', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        // Without entry fees what costs is the annual fee alone.
        const rows = drawn.rows.map((row) => ({ ...row, entryFee: 0 }));
        const at = (costAversion: number) =>
          selectionOf({ ...drawn, rows, context: { ...drawn.context, costAversion } });
        const [little, much] = [at(0.1), at(1)];
        expect(much.weightedFee).toBeLessThan(little.weightedFee + 1e-9);
        expect(much.trackingError).toBeGreaterThan(little.trackingError - 1e-8);
      }),
    );
  });

  it('is the choice that puts the client first, if nothing is held and nothing costs on entry', () => {
    fc.assert(
      fc.property(cases, (drawn) => {
        const { current: _, locked: __, ...context } = drawn.context;
        const rows = drawn.rows.map((row) => ({ ...row, entryFee: 0 }));
        const free = { ...context, costAversion: 0 } as SelectionContext;
        const selection = selectionOf({ ...drawn, rows, context: free });
        const { findings } = checkClientFirst(selection, compileProducts(rows, CLASSES), free);
        expect(findings.filter(({ kind }) => kind === 'dearer')).toEqual([]);
      }),
    );
  });
});
