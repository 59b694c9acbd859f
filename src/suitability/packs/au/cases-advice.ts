import type { GoldenCase } from '../../../rules/index.js';
import { ADVISED, ALONE, MET, NOTHING_DONE, written } from './case.js';

const PERSONAL_ADVICE: readonly GoldenCase[] = [
  written('AU01', ADVISED, MET, 'Best interests, appropriate, with a statement.'),
  written(
    'AU02',
    { ...ADVISED, 'au.order.bestInterests': false },
    ['require', 'AU-CA-961B'],
    'Section 961B: the best interests of the client.',
  ),
  written(
    'AU03',
    { ...ADVISED, 'au.order.appropriate': false },
    ['block', 'AU-CA-961G'],
    'Section 961G: only appropriate advice.',
  ),
  written(
    'AU04',
    { ...ADVISED, 'au.order.appropriate': null },
    ['undetermined', 'AU-CA-961G'],
    'Nobody came to a view: not a yes.',
  ),
  written(
    'AU05',
    {
      ...ADVISED,
      'au.order.incompleteInformation': true,
      'au.order.incompleteWarned': false,
    },
    ['require', 'AU-CA-961H'],
    'Section 961H: the warning is missing.',
  ),
  written(
    'AU06',
    { ...ADVISED, 'au.order.incompleteInformation': true, 'au.order.incompleteWarned': true },
    ['allow-with-evidence', 'AU-CA-946A', 'AU-CA-961B', 'AU-CA-961H'],
    'Warned.',
  ),
  written(
    'AU07',
    { ...ADVISED, 'au.order.conflict': true, 'au.order.clientPriority': false },
    ['require', 'AU-CA-961J'],
    'Section 961J: the client comes first.',
  ),
  written(
    'AU08',
    { ...ADVISED, 'au.order.conflict': true, 'au.order.clientPriority': true },
    ['allow-with-evidence', 'AU-CA-946A', 'AU-CA-961B', 'AU-CA-961J'],
    'The client came first.',
  ),
  written(
    'AU09',
    { ...ADVISED, 'au.order.statementOfAdvice': false },
    ['require', 'AU-CA-946A'],
    'Section 946C(1): before any further service that follows from the advice.',
  ),
  written(
    'AU10',
    { ...ADVISED, ...NOTHING_DONE, 'au.order.amount': 500_000 },
    ['allow'],
    'At AUD 500,000 the client is wholesale; the duties protect retail clients.',
  ),
  written(
    'AU11',
    { ...ADVISED, 'au.order.appropriate': false, 'au.order.amount': 499_999 },
    ['block', 'AU-CA-961G'],
    'One dollar less, and the client is retail.',
  ),
];

const GENERAL_ADVICE: readonly GoldenCase[] = [
  written(
    'AU20',
    { ...ALONE, 'au.order.advice': 'general', 'au.order.generalAdviceWarning': false },
    ['require', 'AU-CA-949A'],
    'Section 949A: the warning is missing.',
  ),
  written(
    'AU21',
    { ...ALONE, 'au.order.advice': 'general', 'au.order.generalAdviceWarning': true },
    ['allow-with-evidence', 'AU-CA-949A'],
    'Warned.',
  ),
  written(
    'AU22',
    {
      ...ALONE,
      'au.order.advice': 'general',
      'au.order.generalAdviceWarning': false,
      'au.order.amount': 500_000,
    },
    ['allow'],
    'A wholesale client needs no warning.',
  ),
];

/** Cases worked out by hand from the rules. */
export const AU_ADVICE_CASES: readonly GoldenCase[] = [...PERSONAL_ADVICE, ...GENERAL_ADVICE];
