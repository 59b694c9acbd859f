import { label } from '../../../facts/declare.js';
import { compare, fact, INCREASE, threshold } from './conditions.js';
import type { PolicyRule } from './policy-rule.js';

/** How complex a product is against what the client knows. */
export const KNOWLEDGE_RULES: readonly PolicyRule[] = [
  {
    name: 'knowledge-test',
    scope: INCREASE,
    when: compare('product.complexity', '>', 'client.knowledgeLevel'),
    outcome: 'require',
    satisfiedBy: { holds: 'client.knowledgeTestPassed' },
    // Where nobody knows what the client knows, the test is what finds out.
    whenUnknown: 'bite',
    text: label(
      '该产品的复杂程度为{product.complexity}级，客户的知识水平为{client.knowledgeLevel}级：须先通过该类产品的知识测试。',
      '該產品的複雜程度為{product.complexity}級，客戶的知識水平為{client.knowledgeLevel}級：須先通過該類產品的知識測試。',
      'The product’s complexity is level {product.complexity}, the client’s knowledge level {client.knowledgeLevel}: a test on this kind of product must be passed first.',
    ),
  },
  {
    name: 'knowledge-gap',
    scope: INCREASE,
    when: compare(
      { minus: [fact('product.complexity'), fact('client.knowledgeLevel')] },
      '>',
      threshold('knowledgeGapRefer'),
    ),
    outcome: 'refer',
    override: { roles: ['branch-manager'], evidence: ['explanation-recorded'], fourEyes: false },
    text: label(
      '该产品的复杂程度为{product.complexity}级，比客户的知识水平{client.knowledgeLevel}级高出超过{knowledgeGapRefer}级，须由专人判断。',
      '該產品的複雜程度為{product.complexity}級，較客戶的知識水平{client.knowledgeLevel}級高出超過{knowledgeGapRefer}級，須由專人判斷。',
      'The product’s complexity, level {product.complexity}, is more than {knowledgeGapRefer} above the client’s knowledge, level {client.knowledgeLevel}: a person must decide.',
    ),
  },
];
