import type { GoldenCase } from '../../../../rules/index.js';
import { casesFrom, without } from '../conduct-cases.js';
import { SOLD, TODAY, well } from './nfra-conduct-cases-facts.js';

const sold = casesFrom(SOLD, TODAY);

/** What is forbidden, and what an empty list of faults means. */
export const NFRA_FORBIDDEN_CASES: readonly GoldenCase[] = [
  sold(
    'sold-then-assessed',
    { 'assessment.faults': ['sold-first'] },
    ['block', 'CN-NFRA-13(1)'],
    '先销售或者交易后评估.',
  ),
  casesFrom(without(SOLD, 'assessment.faults'), TODAY)(
    'assessment-not-looked-at',
    {},
    ['undetermined', 'CN-NFRA-13(1)'],
    'Nobody has looked; an empty list would say that somebody did.',
  ),
  sold(
    'guaranteed',
    { 'notice.faults': ['principal-guaranteed'] },
    ['block', 'CN-NFRA-13(2)'],
    '违规承诺保本保收益.',
  ),
  sold(
    'proposed-above-level',
    { 'product.issuerRisk': 4 },
    ['block', 'CN-NFRA-13(3)'],
    'R4 proposed to C3: the higher rating counts.',
  ),
  sold(
    'asked-for-above-level',
    { 'product.issuerRisk': 4, 'order.solicited': false },
    well(),
    'Not proposed; that it may not be sold either is another rule’s.',
  ),
  sold('at-level', { 'product.issuerRisk': 3 }, well(), 'R3 is not above C3.'),
  sold(
    'deceived',
    { 'sale.faults': ['deceived'] },
    ['block', 'CN-NFRA-13(3)-deceit'],
    '欺骗、误导客户.',
  ),
  sold(
    'window-dressed',
    { 'promotion.faults': ['manipulated-performance'] },
    ['block', 'CN-NFRA-13(4)'],
    '操纵业绩.',
  ),
  sold(
    'otherwise-harmed',
    { 'sale.faults': ['other-harm'] },
    ['block', 'CN-NFRA-13(5)'],
    '其他损害客户合法权益的行为.',
  ),
  casesFrom(
    { 'product.regime': 'nfra-investment', 'order.effect': 'reduce', 'order.acquires': false },
    TODAY,
  )('redemption', {}, ['allow'], 'Nothing is sold to the client.'),
  sold(
    'switch-down-proposed',
    { 'product.issuerRisk': 4, 'order.effect': 'reduce' },
    well(),
    'From R5 to R4: a switch to less risk may be proposed to C3.',
  ),
  sold(
    'switch-down-guaranteed',
    { 'notice.faults': ['principal-guaranteed'], 'order.effect': 'reduce' },
    ['block', 'CN-NFRA-13(2)'],
    'A switch is a sale too.',
  ),
  casesFrom({ 'product.regime': 'csrc' }, TODAY)(
    'fund',
    {},
    ['allow'],
    'Article 3: funds are under the other order.',
  ),
  casesFrom({ 'product.regime': 'nfra-investment' }, TODAY)(
    'day-before',
    {},
    ['allow'],
    'Not yet in force.',
    '2026-01-31',
  ),
];
