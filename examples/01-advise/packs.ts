import { addDays, type PlainDate } from 'aptfolio/dates';
import { type CompiledPack, compilePack } from 'aptfolio/rules';
import { cnCsrc, cnCsrcConduct, cnNfra, cnNfraConduct } from 'aptfolio/suitability/packs/cn';
import { makePolicyPack, type PolicyOptions } from 'aptfolio/suitability/packs/policy';

/** The two laws of one counter: which of them applies is for the product's issuer to say. */
export const SALE_PACKS: readonly CompiledPack[] = [compilePack(cnNfra), compilePack(cnCsrc)];

/** By law, what it asks of the bank besides, such as what is owed to whoever holds a product. */
export const CONDUCT_PACKS = {
  'nfra-investment': compilePack(cnNfraConduct),
  csrc: compilePack(cnCsrcConduct),
} as const;

/** The sample bank's own policy: illustrative, no recommendation. */
const POLICY: Omit<PolicyOptions, 'version' | 'from'> = {
  id: 'sample-bank-policy',
  prefix: 'BANK',
  title: {
    en: 'Policy of the sample bank',
    'zh-Hans': '示例银行内部政策',
    'zh-Hant': '示例銀行內部政策',
  },
  document: {
    instrument: '示例银行投资政策',
    articles: {
      'holding-period-refer': '3.2',
      'product-share-block': '4.1',
      'order-approval': '6.1',
      'borrowed-money': '6.4',
    },
    verified: true,
  },
  rules: ['holding-period-refer', 'product-share-block', 'order-approval'],
  thresholds: { productShareBlock: 0.25, approvalFrom: 150_000 },
  // A single adviser may take a longer holding period upon himself; the other two ask for four eyes, as they come.
  overrides: {
    'holding-period-refer': { roles: ['adviser'], evidence: ['client-wish'], fourEyes: false },
  },
};

/**
 * Two versions of the policy. From the day after the advice the bank asks whether the money is borrowed, and a second person
 * sees orders from 60,000 on.
 */
export function bankPolicy(asOf: PlainDate): readonly [CompiledPack, CompiledPack] {
  const next = addDays(asOf, 1);
  const first = makePolicyPack({ ...POLICY, version: '2026.1', from: asOf });
  const second = makePolicyPack({
    ...POLICY,
    version: '2026.2',
    from: asOf,
    rules: [...(POLICY.rules ?? []), 'borrowed-money'],
    thresholds: {
      ...POLICY.thresholds,
      approvalFrom: [
        { from: asOf, value: 150_000 },
        { from: next, value: 60_000 },
      ],
    },
  });
  return [
    compilePack({ ...first, inForce: { from: asOf, to: next } }),
    compilePack({ ...second, inForce: { from: next } }),
  ];
}

/** Every pack in every version under which something was decided, to decide it again. */
export function allPacks(asOf: PlainDate): readonly CompiledPack[] {
  return [...SALE_PACKS, ...Object.values(CONDUCT_PACKS), ...bankPolicy(asOf)];
}
