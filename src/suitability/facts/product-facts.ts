import type { FactDeclaration } from '../../rules/index.js';
import { count, label, oneOf, yesNo } from './declare.js';

const LEVEL = { whole: true, min: 1, max: 5, riskier: 'higher' } as const;

/** What is known of the product. */
export const PRODUCT_FACTS: Readonly<Record<string, FactDeclaration>> = {
  'product.regime': oneOf(
    {
      'nfra-investment': [
        '金融监管总局投资型产品规则',
        '金融監管總局投資型產品規則',
        'NFRA rules on investment products',
      ],
      'nfra-insurance': [
        '金融监管总局保险产品规则',
        '金融監管總局保險產品規則',
        'NFRA rules on insurance products',
      ],
      csrc: ['证监会规则', '證監會規則', 'CSRC rules'],
    },
    label('适用的适当性监管规则', '適用的適當性監管規則', 'suitability regime of the product'),
  ),
  'product.issuerKind': oneOf(
    {
      bank: ['商业银行', '商業銀行', 'commercial bank'],
      'wealth-subsidiary': ['理财公司', '理財公司', 'wealth management company'],
      'trust-company': ['信托公司', '信託公司', 'trust company'],
      'insurance-asset-manager': [
        '保险资产管理公司',
        '保險資產管理公司',
        'insurance asset manager',
      ],
      insurer: ['保险公司', '保險公司', 'insurer'],
      'securities-firm': ['证券公司', '證券公司', 'securities firm'],
      'fund-manager': ['公募基金管理人', '公募基金管理人', 'manager of public funds'],
      'futures-firm': ['期货公司', '期貨公司', 'futures firm'],
      'private-fund-manager': ['私募基金管理人', '私募基金管理人', 'manager of private funds'],
    },
    label('发行机构类型', '發行機構類型', 'kind of issuer'),
  ),
  'product.issuerRisk': count(
    'R-level',
    label('发行机构风险评级', '發行機構風險評級', 'risk rating by the issuer'),
    LEVEL,
  ),
  'product.sellerRisk': count(
    'R-level',
    label('销售机构风险评级', '銷售機構風險評級', 'risk rating by the seller'),
    LEVEL,
  ),
  'product.private': yesNo(label('私募产品', '私募產品', 'private product')),
  'product.type': oneOf(
    {
      fixed: ['固定收益类', '固定收益類', 'fixed income'],
      mixed: ['混合类', '混合類', 'mixed'],
      equity: ['权益类', '權益類', 'equity'],
      derivative: [
        '商品及金融衍生品类',
        '商品及金融衍生品類',
        'commodities and financial derivatives',
      ],
    },
    label('资产管理产品类型', '資產管理產品類型', 'type of asset-management product'),
  ),
  'product.uncertainBenefit': yesNo(
    label('保单利益不确定', '保單利益不確定', 'policy benefit is uncertain'),
  ),
};
