import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What the reasons of proposals and consents say, in three languages. */
export const proposalMessages: Messages = Object.freeze({
  'orders.proposal-order-added': text(
    '新增委托{order}（{product}）：{now:money}。',
    '新增指示{order}（{product}）：{now:money}。',
    'Order {order} for {product} was added: {now:money}.',
  ),
  'orders.proposal-order-removed': text(
    '删除委托{order}（{product}）：原为{was:money}。',
    '刪除指示{order}（{product}）：原為{was:money}。',
    'Order {order} for {product} was removed: it was for {was:money}.',
  ),
  'orders.proposal-order-changed': text(
    '委托{order}（{product}）的金额有变更：原为{was:money}，现为{now:money}。',
    '指示{order}（{product}）的金額有更改：原為{was:money}，現為{now:money}。',
    'Order {order} for {product} was changed from {was:money} to {now:money}.',
  ),
  'orders.proposal-order-product-changed': text(
    '委托{order}的产品有变更：原为{was}，现为{now}。',
    '指示{order}的產品有更改：原為{was}，現為{now}。',
    'Order {order} was changed from {was} to {now}.',
  ),
  'orders.proposal-order-day-changed': text(
    '委托{order}（{product}）的下单日有变更：原为{was}，现为{now}。',
    '指示{order}（{product}）的落盤日有更改：原為{was}，現為{now}。',
    'The day of order {order} for {product} was changed from {was} to {now}.',
  ),
  'orders.proposal-order-terms-changed': text(
    '委托{order}（{product}，{now:money}）的其他内容有变更，如费用、交易日或资金账户。',
    '指示{order}（{product}，{now:money}）的其他內容有更改，如費用、交易日或資金帳戶。',
    'Other terms of order {order} for {now:money} of {product} were changed, such as its fee, its days or the holding that pays.',
  ),
  'orders.proposal-costs-changed': text(
    '建议书{proposal}的费用有变更。',
    '建議書{proposal}的費用有更改。',
    'The costs of proposal {proposal} have changed.',
  ),
  'orders.proposal-documents-changed': text(
    '建议书{proposal}的文件有变更。',
    '建議書{proposal}的文件有更改。',
    'The documents of proposal {proposal} have changed.',
  ),
  'orders.proposal-evidence-changed': text(
    '建议书{proposal}所需的录音录像及确认有变更。',
    '建議書{proposal}所需的錄音錄影及確認有更改。',
    'The recordings and confirmations that proposal {proposal} needs have changed.',
  ),
  'orders.proposal-owners-changed': text(
    '须同意建议书{proposal}的人员有变更。',
    '須同意建議書{proposal}的人士有更改。',
    'Who must agree to proposal {proposal} has changed.',
  ),
  'orders.proposal-validity-changed': text(
    '建议书的有效期由{was}变更为{now}。',
    '建議書的有效期由{was}更改為{now}。',
    'The last day of the proposal has changed from {was} to {now}.',
  ),
  'orders.proposal-expired': text(
    '建议书{proposal}的有效期至{validUntil}，现已过期，不能再确认。',
    '建議書{proposal}的有效期至{validUntil}，現已逾期，不可再確認。',
    'Proposal {proposal} was open for consent until {validUntil} and has expired.',
  ),
  'orders.consent-of-owner-missing': text(
    '建议书{proposal}尚缺{owner}的确认；共同账户须由全体持有人确认。',
    '建議書{proposal}尚欠{owner}的確認；聯名賬戶須由全體持有人確認。',
    'Proposal {proposal} still needs the consent of {owner}; every owner of a joint account must agree.',
  ),
  'orders.consent-to-version': text(
    '{owner}确认的是建议书{proposal}的第{given}版，并非第{version}版，需要重新确认。',
    '{owner}確認的是建議書{proposal}的第{given}版，並非第{version}版，需要重新確認。',
    '{owner} agreed to version {given} of proposal {proposal}, not to version {version}. We need consent to the new one.',
  ),
  'orders.consent-to-unknown': text(
    '{owner}确认的内容不是建议书{proposal}的第{version}版，需要重新确认。',
    '{owner}確認的內容並非建議書{proposal}的第{version}版，需要重新確認。',
    'What {owner} agreed to is not version {version} of proposal {proposal}. We need consent to that.',
  ),
  'orders.consent-not-entitled': text(
    '{by}无权代{owner}确认。',
    '{by}無權代{owner}確認。',
    '{by} is not entitled to agree on behalf of {owner}.',
  ),
  'orders.consent-needs-representative': text(
    '{owner}须由法定代理人代为确认。',
    '{owner}須由法定代理人代為確認。',
    'Only a legal representative can agree for {owner}.',
  ),
  'orders.consent-before-proposal': text(
    '{owner}的确认日期{on}早于建议书日期{from}，不予采用。',
    '{owner}的確認日期{on}早於建議書日期{from}，不予採用。',
    '{owner} agreed on {on}, before the proposal of {from}; that does not count.',
  ),
  'orders.consent-after-decision': text(
    '{owner}的确认日期{on}晚于{asOf}，不予采用。',
    '{owner}的確認日期{on}遲於{asOf}，不予採用。',
    'The consent of {owner} is dated {on}, after {asOf}, and does not count.',
  ),
  'orders.consent-after-expiry': text(
    '{owner}于{on}确认，建议书的有效期至{validUntil}，不予采用。',
    '{owner}於{on}確認，建議書的有效期至{validUntil}，不予採用。',
    '{owner} agreed on {on}, after the last day of the proposal, {validUntil}; that does not count.',
  ),
  'orders.consent-unknown-owner': text(
    '{owner}不在须同意建议书{proposal}的人员之列，其确认不予采用。',
    '{owner}不在須同意建議書{proposal}的人士之列，其確認不予採用。',
    '{owner} is not among those who must agree to proposal {proposal}; that consent does not count.',
  ),
  'orders.consent-order-unknown': text(
    '委托{order}不在已确认的建议书内。',
    '指示{order}不在已確認的建議書內。',
    'Order {order} is not among those that were agreed to.',
  ),
  'orders.consent-order-changed': text(
    '委托{order}与已确认的内容不同，需要重新确认。',
    '指示{order}與已確認的內容不同，需要重新確認。',
    'Order {order} is not as it was agreed to. We need consent to the change.',
  ),
  'orders.evidence-missing': text(
    '建议书{proposal}尚缺所需的证明资料：{kind:term}（{demand}）。',
    '建議書{proposal}尚欠所需的證明資料：{kind:term}（{demand}）。',
    'Proposal {proposal} still needs evidence: {kind:term} ({demand}).',
  ),
  'orders.evidence-missing-of': text(
    '建议书{proposal}尚缺{owner}的证明资料：{kind:term}（{demand}）。',
    '建議書{proposal}尚欠{owner}的證明資料：{kind:term}（{demand}）。',
    'Proposal {proposal} still needs evidence of {owner}: {kind:term} ({demand}).',
  ),
});
