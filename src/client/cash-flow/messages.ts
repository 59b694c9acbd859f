import { type Messages, localisedText as text } from '../../evidence/index.js';

/** The names of the categories of `ISO_20022_CATEGORIES`, and of what no rule fits, in three languages. */
export const cashFlowMessages: Messages = Object.freeze({
  'client.category.salary': text('工资', '薪金', 'Salary'),
  'client.category.bonus': text('奖金', '花紅', 'Bonus'),
  'client.category.pension': text('养老金', '退休金', 'Pension'),
  'client.category.social-benefit': text('社会福利', '社會福利', 'Social benefits'),
  'client.category.interest': text('利息', '利息', 'Interest'),
  'client.category.dividend': text('股息', '股息', 'Dividends'),
  'client.category.rent': text('房租', '租金', 'Rent'),
  'client.category.loan-repayment': text('偿还贷款', '償還貸款', 'Loan repayments'),
  'client.category.utilities': text('水电燃气', '水電煤', 'Utilities'),
  'client.category.communication': text('通信', '電訊', 'Communication'),
  'client.category.insurance': text('保险', '保險', 'Insurance'),
  'client.category.health': text('医疗健康', '醫療保健', 'Health'),
  'client.category.education': text('教育', '教育', 'Education'),
  'client.category.transport': text('交通', '交通', 'Transport'),
  'client.category.subscriptions': text('订阅服务', '訂閱服務', 'Subscriptions'),
  'client.category.tax': text('税费', '稅項', 'Tax'),
  'client.category.support': text('赡养与抚养', '贍養及撫養', 'Support of others'),
  'client.category.charity': text('慈善捐赠', '慈善捐款', 'Charity'),
  'client.category.gambling': text('博彩', '博彩', 'Gambling'),
  'client.category.bank-charges': text('银行收费', '銀行收費', 'Bank charges'),
  'client.category.cash': text('提取现金', '提取現金', 'Cash withdrawals'),
  'client.category.uncategorised': text('未分类', '未分類', 'Uncategorised'),
});
