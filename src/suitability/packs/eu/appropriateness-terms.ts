import type { RuleCondition, Term } from '../../../rules/index.js';
import { label } from '../../facts/declare.js';
import { ARTICLE_57_CRITERIA } from './instrument-facts.js';

function isOfType(type: string): RuleCondition {
  return { left: { fact: 'instrument.type' }, is: '=', right: type };
}

const NO_DERIVATIVE: RuleCondition = { not: { holds: 'instrument.embedsDerivative' } };
const UNDERSTANDABLE: RuleCondition = { not: { holds: 'instrument.hardToUnderstand' } };
const ADMITTED: RuleCondition = { holds: 'instrument.admitted' };

export const EU_APPROPRIATENESS_TERMS: Readonly<Record<string, Term>> = {
  /**
   * Article 25(4)(a)(i) to (vi). Shares of funds that are no UCITS, structured UCITS and derivatives are complex whatever
   * else they are; what the article does not name is not complex if it satisfies all of article 57.
   */
  'instrument.nonComplex': {
    label: label('非复杂金融工具', '非複雜金融工具', 'non-complex instrument'),
    when: {
      any: [
        { all: [isOfType('share'), ADMITTED, NO_DERIVATIVE] },
        { all: [isOfType('bond'), ADMITTED, NO_DERIVATIVE, UNDERSTANDABLE] },
        { all: [isOfType('money-market'), NO_DERIVATIVE, UNDERSTANDABLE] },
        isOfType('ucits'),
        { all: [isOfType('structured-deposit'), UNDERSTANDABLE] },
        {
          all: [
            isOfType('other'),
            ...ARTICLE_57_CRITERIA.map(
              (criterion): RuleCondition => ({
                left: { fact: 'instrument.article57' },
                is: 'includes',
                right: criterion,
              }),
            ),
          ],
        },
      ],
    },
  },
};
