import type { FactDeclaration } from '../../rules/index.js';
import { count, label, oneOf, yesNo } from './declare.js';

const LEVEL = { whole: true, min: 1, max: 5, riskier: 'higher' } as const;

/** What is known of the product. */
export const PRODUCT_FACTS: Readonly<Record<string, FactDeclaration>> = {
  'product.regime': oneOf(
    ['nfra-investment', 'nfra-insurance', 'csrc'],
    label('适用的适当性监管规则', '適用的適當性監管規則', 'suitability regime of the product'),
  ),
  'product.issuerKind': oneOf(
    [
      'bank',
      'wealth-subsidiary',
      'trust-company',
      'insurance-asset-manager',
      'insurer',
      'securities-firm',
      'fund-manager',
      'futures-firm',
      'private-fund-manager',
    ],
    label('发行机构类型', '發行機構類型', 'kind of issuer'),
  ),
  'product.issuerRisk': count(
    'level',
    label('发行机构风险评级', '發行機構風險評級', 'risk rating by the issuer'),
    LEVEL,
  ),
  'product.sellerRisk': count(
    'level',
    label('销售机构风险评级', '銷售機構風險評級', 'risk rating by the seller'),
    LEVEL,
  ),
  'product.private': yesNo(label('私募产品', '私募產品', 'private product')),
  'product.type': oneOf(
    ['fixed', 'mixed', 'equity', 'derivative'],
    label('资产管理产品类型', '資產管理產品類型', 'type of asset-management product'),
  ),
  'product.uncertainBenefit': yesNo(
    label('保单利益不确定', '保單利益不確定', 'policy benefit is uncertain'),
  ),
};
