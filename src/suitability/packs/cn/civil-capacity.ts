import type { DatedParameter, FactDeclaration, Rule, Term } from '../../../rules/index.js';
import { label, yesNo } from '../../facts/declare.js';
import { civilCode } from './citations.js';

/** The first day of the Civil Code. Earlier laws drew the ages otherwise, and none of them stands here. */
export const CIVIL_CODE: Rule['inForce'] = { from: '2021-01-01' };

export const CAPACITY_FACTS: Readonly<Record<string, FactDeclaration>> = {
  'client.livesOnOwnWork': yesNo(
    label(
      '以自己的劳动收入为主要生活来源',
      '以自己的勞動收入為主要生活來源',
      'lives mainly on the income of own work',
    ),
    { personal: true },
  ),
};

export const CAPACITY_PARAMETERS: Readonly<Record<string, DatedParameter>> = {
  limitedFromAge: age(
    8,
    '19',
    '限制民事行为能力的起始年龄',
    '限制民事行為能力的起始年齡',
    'age of limited capacity',
  ),
  workingFromAge: age(
    16,
    '18',
    '以劳动收入视为完全民事行为能力的年龄',
    '以勞動收入視為完全民事行為能力的年齡',
    'age from which own work gives full capacity',
  ),
  adultFromAge: age(18, '17', '成年年龄', '成年年齡', 'age of majority'),
};

/** What a person can do in law. They read the age in `CASE_TERMS`; institutions have none, so that rules ask for a person first. */
export const CAPACITY_TERMS: Readonly<Record<string, Term>> = {
  'client.withoutCapacity': {
    label: label('无民事行为能力', '無民事行為能力', 'no capacity for civil conduct'),
    when: {
      any: [
        { left: { fact: 'client.civilCapacity' }, is: '=', right: 'none' },
        { left: { fact: 'client.ageYears' }, is: '<', right: { parameter: 'limitedFromAge' } },
      ],
    },
  },
  /** The age binds even where the bank's books say `full`: below 16 nobody has it, below 18 only who lives on own work. */
  'client.withLimitedCapacity': {
    label: label('限制民事行为能力', '限制民事行為能力', 'limited capacity for civil conduct'),
    when: {
      any: [
        { left: { fact: 'client.civilCapacity' }, is: '=', right: 'limited' },
        { left: { fact: 'client.ageYears' }, is: '<', right: { parameter: 'workingFromAge' } },
        {
          all: [
            { left: { fact: 'client.ageYears' }, is: '<', right: { parameter: 'adultFromAge' } },
            { not: { holds: 'client.livesOnOwnWork' } },
          ],
        },
      ],
    },
  },
};

function age(
  value: number,
  article: string,
  ...names: readonly [hans: string, hant: string, english: string]
): DatedParameter {
  return {
    label: label(...names),
    unit: 'years',
    history: [{ ...CIVIL_CODE, value, citation: civilCode(article) }],
  };
}
