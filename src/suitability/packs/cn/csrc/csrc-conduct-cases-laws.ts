import type { PlainDate } from '../../../../dates/index.js';
import type { GoldenCase, RuleFacts } from '../../../../rules/index.js';
import { casesFrom } from '../conduct-cases.js';
import { COMPLAINT, SOLD, TODAY, well } from './csrc-conduct-cases-facts.js';

const sold = casesFrom(SOLD, TODAY);
const disputed = casesFrom(COMPLAINT, TODAY);

/** Two laws with the same duties for two kinds of firm. */
function firmCases(
  kind: string,
  [knowing, refusing, proving]: readonly [string, string, string],
  lastDayBefore: PlainDate,
): readonly GoldenCase[] {
  const firm = { 'institution.kind': kind };
  return [
    sold(`${kind}`, firm, well([knowing]), 'Explained and revealed.'),
    sold(
      `${kind}-explains-nothing`,
      { ...firm, 'statement.contentExplained': false },
      ['require', knowing],
      'What matters must be explained truthfully.',
    ),
    sold(
      `${kind}-information-withheld`,
      { ...firm, 'information.experience': null },
      ['block', 'CN-CSRC-33-information', refusing],
      'Law and order both say that the sale must be refused.',
    ),
    disputed(
      `${kind}-proves`,
      firm,
      ['allow-with-evidence', ...['CN-CSRC-34', proving].sort()],
      'Everything can be shown.',
    ),
    disputed(
      `${kind}-cannot-rule-out-deceit`,
      { ...firm, 'evidence.noMisleading': false },
      ['require', proving],
      'The law asks for this proof too.',
    ),
    disputed(
      `${kind}-before-the-law`,
      { ...firm, 'evidence.noMisleading': false },
      ['allow-with-evidence', 'CN-CSRC-34'],
      'The day before the law was in force.',
      lastDayBefore,
    ),
  ];
}

/** A private fund with its 200th investor. */
const PRIVATE: RuleFacts = {
  'product.private': true,
  'client.meetsAccess': true,
  'client.holdsForOthers': false,
  'fund.investors': 200,
  'private.faults': [],
  'notice.faults': [],
};
const placed = casesFrom({ ...SOLD, ...PRIVATE }, TODAY);

const FUNDS: readonly GoldenCase[] = [
  placed('private-fund', {}, well(['CN-PFR-19']), '不得超过二百人: 200 are allowed.'),
  placed('201', { 'fund.investors': 201 }, ['block', 'CN-FUND-87'], 'One too many.'),
  sold('201-in-public', { 'fund.investors': 201 }, well(), 'A public fund has no such limit.'),
  placed(
    'unqualified',
    { 'client.meetsAccess': false },
    ['block', 'CN-FUND-87-qualified'],
    'Qualified investors only.',
  ),
  placed(
    'split',
    { 'private.faults': ['split-units'] },
    ['block', 'CN-PFR-18'],
    'Article 18 of the regulation.',
  ),
  placed(
    'several-funds-for-one-project',
    { 'private.faults': ['several-funds'] },
    ['block', 'CN-PFR-18'],
    'To get round the limit of investors.',
  ),
  placed(
    'nominee',
    { 'client.holdsForOthers': true },
    ['block', 'CN-PFR-20-nominee'],
    '不得向为他人代持的投资者募集.',
  ),
  placed(
    'promoted-in-public',
    { 'private.faults': ['public-promotion'] },
    ['block', 'CN-PFR-20-public'],
    '不得向不特定对象宣传推介.',
  ),
  placed(
    'guaranteed',
    { 'notice.faults': ['return-guaranteed'] },
    ['block', 'CN-PFR-20-guarantee'],
    '不得承诺最低收益.',
  ),
  placed(
    'overstated',
    { 'notice.faults': ['overstated'] },
    well(['CN-PFR-19']),
    'No promise of principal or return; exaggerated promotion is reported as such.',
  ),
  placed(
    'nominee-before-the-regulation',
    { 'client.holdsForOthers': true },
    well(),
    'The day before the regulation was in force.',
    '2023-08-31',
  ),
  placed(
    'risks-not-revealed-private',
    { 'statement.risksRevealed': false },
    ['require', 'CN-FUND-98', 'CN-PFR-19'],
    'Law and regulation both ask for it.',
  ),
];

/** Worked out by hand from the securities, futures and fund laws and the regulation on private funds. */
export const CSRC_LAW_CASES: readonly GoldenCase[] = [
  ...firmCases('securities-firm', ['CN-SL-88', 'CN-SL-88(2)', 'CN-SL-89'], '2020-02-29'),
  ...firmCases('futures-firm', ['CN-FDL-50', 'CN-FDL-50(2)', 'CN-FDL-51'], '2022-07-31'),
  ...FUNDS,
];
