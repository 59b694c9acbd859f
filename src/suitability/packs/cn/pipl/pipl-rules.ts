import type { DatedParameter, InForce, Rule, Term } from '../../../../rules/index.js';
import { label } from '../../../facts/declare.js';
import { CASE_TERMS } from '../../../facts/terms.js';
import { done, is } from '../conduct-conditions.js';
import { pipl } from '../law-citations.js';
import { SENSITIVE_CATEGORIES } from './pipl-facts.js';

/** From when the law applies. */
const PIPL_IN_FORCE: InForce = { from: '2021-11-01' };

export const PIPL_PARAMETERS: Readonly<Record<string, DatedParameter>> = {
  childBelowAge: {
    label: label(
      '须监护人同意的年龄界限',
      '須監護人同意的年齡界限',
      'age below which a guardian must consent',
    ),
    unit: 'years',
    stricter: 'higher',
    history: [{ ...PIPL_IN_FORCE, value: 14, citation: pipl('31') }],
  },
};

export const PIPL_TERMS: Readonly<Record<string, Term>> = {
  'client.ageYears': CASE_TERMS['client.ageYears'] as Term,
  /** 不满 excludes the number: on the fourteenth birthday the person is no child any more. */
  'client.child': {
    label: label('不满十四周岁', '不滿十四周歲', 'person is under fourteen'),
    when: { left: { fact: 'client.ageYears' }, is: '<', right: { parameter: 'childBelowAge' } },
  },
  'data.sensitive': {
    label: label('敏感个人信息', '敏感個人資料', 'sensitive personal information'),
    when: {
      any: [
        { left: { fact: 'data.categories' }, is: 'overlaps', right: SENSITIVE_CATEGORIES },
        { holds: 'client.child' },
      ],
    },
  },
};

/** The law protects natural persons. */
const PERSON = is('client.kind', 'natural');

function ofPerson(activity: string): NonNullable<Rule['scope']> {
  return { all: [PERSON, is('processing.activity', activity)] };
}

/** Article 24: decisions and marketing by automated means. */
const AUTOMATED: readonly Rule[] = [
  {
    id: 'CN-PIPL-24(1)',
    citations: [pipl('24(1)')],
    inForce: PIPL_IN_FORCE,
    scope: ofPerson('decision'),
    when: done('decision.automated'),
    outcome: 'require',
    satisfiedBy: done('decision.transparent', 'decision.fair'),
  },
  {
    id: 'CN-PIPL-24(1)-terms',
    citations: [pipl('24(1)')],
    inForce: PIPL_IN_FORCE,
    scope: ofPerson('decision'),
    when: done('decision.automated', 'terms.unreasonableDifference'),
    outcome: 'block',
  },
  {
    id: 'CN-PIPL-24(2)',
    citations: [pipl('24(2)')],
    inForce: PIPL_IN_FORCE,
    scope: ofPerson('marketing'),
    when: done('marketing.automated'),
    outcome: 'require',
    satisfiedBy: {
      any: [{ holds: 'marketing.generalOption' }, { holds: 'marketing.easyRefusal' }],
    },
  },
  {
    id: 'CN-PIPL-24(2)-refused',
    citations: [pipl('24(2)')],
    inForce: PIPL_IN_FORCE,
    scope: ofPerson('marketing'),
    when: done('marketing.automated', 'marketing.refused'),
    outcome: 'block',
  },
  {
    id: 'CN-PIPL-24(3)-explain',
    citations: [pipl('24(3)')],
    inForce: PIPL_IN_FORCE,
    scope: ofPerson('decision'),
    when: done('decision.automated', 'decision.majorEffect', 'decision.explanationAsked'),
    outcome: 'require',
    satisfiedBy: done('decision.explained'),
  },
  {
    id: 'CN-PIPL-24(3)-person',
    citations: [pipl('24(3)')],
    inForce: PIPL_IN_FORCE,
    scope: ofPerson('decision'),
    when: done('decision.automatedOnly', 'decision.majorEffect', 'decision.refused'),
    outcome: 'refer',
  },
];

/** Articles 28 to 31: sensitive information, and children’s, all of which is sensitive. */
const SENSITIVE: readonly Rule[] = [
  {
    id: 'CN-PIPL-28',
    citations: [pipl('28')],
    inForce: PIPL_IN_FORCE,
    scope: ofPerson('collection'),
    when: done('data.sensitive'),
    outcome: 'require',
    satisfiedBy: done('data.purposeSpecific', 'data.necessary', 'data.protected'),
  },
  {
    id: 'CN-PIPL-29',
    citations: [pipl('29')],
    inForce: PIPL_IN_FORCE,
    scope: ofPerson('collection'),
    when: done('data.sensitive'),
    outcome: 'require',
    satisfiedBy: done('consent.separate'),
  },
  {
    id: 'CN-PIPL-29-written',
    citations: [pipl('29')],
    inForce: PIPL_IN_FORCE,
    scope: ofPerson('collection'),
    when: done('data.sensitive', 'consent.writtenRequired'),
    outcome: 'require',
    satisfiedBy: done('consent.written'),
  },
  {
    id: 'CN-PIPL-31(1)',
    citations: [pipl('31(1)')],
    inForce: PIPL_IN_FORCE,
    scope: ofPerson('collection'),
    when: done('client.child'),
    outcome: 'require',
    satisfiedBy: done('consent.guardian'),
  },
  {
    id: 'CN-PIPL-31(2)',
    citations: [pipl('31(2)')],
    inForce: PIPL_IN_FORCE,
    scope: ofPerson('collection'),
    when: done('client.child'),
    outcome: 'require',
    satisfiedBy: done('minors.rules'),
  },
];

/** How a person's information is used in advice, collected and kept. */
export const PIPL_RULES: readonly Rule[] = [
  ...AUTOMATED,
  ...SENSITIVE,
  {
    id: 'CN-PIPL-19',
    citations: [pipl('19')],
    inForce: PIPL_IN_FORCE,
    scope: ofPerson('storage'),
    // What an order of a regulator asks for is part of what the purpose needs: article 19 excepts laws and regulations only.
    when: {
      left: { fact: 'retention.plannedYears' },
      is: '>',
      right: { max: [{ fact: 'retention.neededYears' }, { fact: 'retention.lawYears' }] },
    },
    outcome: 'block',
  },
];
