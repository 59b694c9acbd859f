import type { OverridePermission } from '../../../../rules/index.js';
import { label } from '../../../facts/declare.js';
import { compare, INCREASE, isGiven, threshold } from './conditions.js';
import type { PolicyRule } from './policy-rule.js';

const BY_RISK_OFFICER: OverridePermission = {
  roles: ['risk-officer'],
  evidence: ['client-wish', 'concentration-warning'],
  fourEyes: true,
};

/**
 * How much of the financial assets hangs on one issuer, one product or the employer once the order is done. A fund that
 * is spread over many issuers has no single one (`null`), and is no concentration by itself.
 */
export const CONCENTRATION_RULES: readonly PolicyRule[] = [
  {
    name: 'issuer-share-warn',
    scope: INCREASE,
    when: {
      all: [
        isGiven('portfolio.issuerValue'),
        compare('portfolio.issuerShareAfter', '>', threshold('issuerShareWarn')),
      ],
    },
    outcome: 'warn',
    text: label(
      '委托完成后，同一发行人将占金融资产的{portfolio.issuerShareAfter:percent}，超过提示线{issuerShareWarn:percent}。',
      '指示完成後，同一發行人將佔金融資產的{portfolio.issuerShareAfter:percent}，超過提示線{issuerShareWarn:percent}。',
      'After this order one issuer would make up {portfolio.issuerShareAfter:percent} of the financial assets; we point this out above {issuerShareWarn:percent}.',
    ),
  },
  {
    name: 'issuer-share-block',
    scope: INCREASE,
    when: {
      all: [
        isGiven('portfolio.issuerValue'),
        compare('portfolio.issuerShareAfter', '>', threshold('issuerShareBlock')),
      ],
    },
    outcome: 'block',
    exceptionTo: ['issuer-share-warn'],
    override: BY_RISK_OFFICER,
    text: label(
      '委托完成后，同一发行人将占金融资产的{portfolio.issuerShareAfter:percent}，超过上限{issuerShareBlock:percent}，不能办理。',
      '指示完成後，同一發行人將佔金融資產的{portfolio.issuerShareAfter:percent}，超過上限{issuerShareBlock:percent}，未能辦理。',
      'After this order one issuer would make up {portfolio.issuerShareAfter:percent} of the financial assets, more than the {issuerShareBlock:percent} we allow.',
    ),
  },
  {
    name: 'product-share-warn',
    scope: INCREASE,
    when: {
      all: [
        { not: { holds: 'product.diversified' } },
        compare('portfolio.productShareAfter', '>', threshold('productShareWarn')),
      ],
    },
    outcome: 'warn',
    text: label(
      '委托完成后，该产品将占金融资产的{portfolio.productShareAfter:percent}，超过提示线{productShareWarn:percent}。',
      '指示完成後，該產品將佔金融資產的{portfolio.productShareAfter:percent}，超過提示線{productShareWarn:percent}。',
      'After this order the product would make up {portfolio.productShareAfter:percent} of the financial assets; we point this out above {productShareWarn:percent}.',
    ),
  },
  {
    name: 'product-share-block',
    scope: INCREASE,
    when: {
      all: [
        { not: { holds: 'product.diversified' } },
        compare('portfolio.productShareAfter', '>', threshold('productShareBlock')),
      ],
    },
    outcome: 'block',
    exceptionTo: ['product-share-warn'],
    override: BY_RISK_OFFICER,
    text: label(
      '委托完成后，该产品将占金融资产的{portfolio.productShareAfter:percent}，超过上限{productShareBlock:percent}，不能办理。',
      '指示完成後，該產品將佔金融資產的{portfolio.productShareAfter:percent}，超過上限{productShareBlock:percent}，未能辦理。',
      'After this order the product would make up {portfolio.productShareAfter:percent} of the financial assets, more than the {productShareBlock:percent} we allow.',
    ),
  },
  {
    name: 'employer-share-warn',
    scope: INCREASE,
    when: {
      all: [
        { holds: 'product.ofEmployer' },
        compare('portfolio.employerShareAfter', '>', threshold('employerShareWarn')),
      ],
    },
    outcome: 'warn',
    text: label(
      '委托完成后，雇主证券将占金融资产的{portfolio.employerShareAfter:percent}，超过提示线{employerShareWarn:percent}：收入与投资将取决于同一家公司。',
      '指示完成後，僱主證券將佔金融資產的{portfolio.employerShareAfter:percent}，超過提示線{employerShareWarn:percent}：收入與投資將取決於同一家公司。',
      'After this order the employer’s securities would make up {portfolio.employerShareAfter:percent} of the financial assets, above {employerShareWarn:percent}: income and investments would hang on the same company.',
    ),
  },
];
