import { type CompiledPack, compilePack } from '../../src/rules/index.js';
import type { CaseFacts } from '../../src/suitability/index.js';
import { cnCsrc } from '../../src/suitability/packs/cn/csrc/csrc.js';
import { cnNfra } from '../../src/suitability/packs/cn/nfra/nfra.js';

/** The two laws of one bank counter. */
export const SALE_PACKS: readonly CompiledPack[] = [cnNfra, cnCsrc].map((pack) =>
  compilePack(pack),
);

export const AS_OF = '2026-06-15';

/** A client of level C3 with everything in order, and a product of R3. */
export const SUITABLE = {
  client: {
    kind: 'natural',
    professional: false,
    birthDate: '1985-01-01',
    civilCapacity: 'full',
    riskLevel: 'C3',
    assessedOn: '2026-01-10',
    changeReported: false,
    levelChanged: false,
    lowestCategory: false,
    paymentMismatch: false,
  },
  history: { assessmentsToday: 0, assessments12m: 1 },
  product: { issuerKind: 'wealth-subsidiary', issuerRisk: 'R3', sellerRisk: 'R3', private: false },
  order: { solicited: false },
} as const satisfies CaseFacts;

/** The case with some facts changed. */
export function changed(
  changes: {
    readonly [group in 'client' | 'history' | 'product' | 'order']?: Readonly<
      Record<string, unknown>
    >;
  },
): CaseFacts {
  const groups = Object.entries(SUITABLE).map(([name, group]) => [
    name,
    { ...group, ...changes[name as 'client'] },
  ]);
  return Object.fromEntries(groups) as CaseFacts;
}
