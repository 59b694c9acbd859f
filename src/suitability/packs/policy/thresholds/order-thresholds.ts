import { amount, LEVELS, type ThresholdSpecification, whole } from './specification.js';
import type { OrderThreshold } from './threshold-names.js';

/**
 * Thresholds on the order, on earlier ones, on the assessment before it and on the time to consider.
 *
 * An assessment counts for the months of 金融机构产品适当性管理办法 (National Financial Regulatory Administration, Order No. 7 of
 * 2025), article 29.
 */
export const ORDER_TABLE: Readonly<Record<OrderThreshold, ThresholdSpecification>> = {
  assessmentMonths: whole(
    12,
    'months',
    'lower',
    [1, 120],
    '风险测评有效月数',
    '風險評估有效月數',
    'months for which a risk assessment counts',
  ),
  duplicateMinutes: whole(
    60,
    'minutes',
    'higher',
    [0, 100000],
    '重复委托须确认的分钟数',
    '重複指示須確認的分鐘數',
    'minutes within which a second order needs confirmation',
  ),
  repeatDays: whole(
    5,
    'days',
    'higher',
    [0, 3650],
    '重复委托提示天数',
    '重複指示提示日數',
    'days within which a second order is pointed out',
  ),
  orderCount24h: whole(
    10,
    'orders',
    'lower',
    [1, 100000],
    '二十四小时委托笔数上限',
    '二十四小時指示數目上限',
    'most orders within 24 hours',
  ),
  orderSum24h: amount(
    2000000,
    '二十四小时委托金额上限',
    '二十四小時指示金額上限',
    'largest sum of orders within 24 hours',
  ),
  coolingRiskFrom: whole(
    4,
    'level',
    'lower',
    LEVELS,
    '适用冷静期的产品风险等级',
    '適用冷靜期的產品風險等級',
    'product risk level from which a cooling-off period applies',
  ),
  coolingHours: whole(
    24,
    'hours',
    'higher',
    [0, 8760],
    '冷静期小时数',
    '冷靜期小時數',
    'hours of the cooling-off period',
  ),
  seniorAgeFrom: whole(
    65,
    'years',
    'lower',
    [0, 150],
    '高龄客户年龄',
    '高齡客戶年齡',
    'age from which special care is due',
  ),
  seniorRiskFrom: whole(
    3,
    'level',
    'lower',
    LEVELS,
    '高龄客户适用冷静期的产品风险等级',
    '高齡客戶適用冷靜期的產品風險等級',
    'product risk level from which elderly clients have a cooling-off period',
  ),
  coolingHoursSenior: whole(
    48,
    'hours',
    'higher',
    [0, 8760],
    '高龄客户冷静期小时数',
    '高齡客戶冷靜期小時數',
    'hours of the cooling-off period of elderly clients',
  ),
  firstContactHours: whole(
    24,
    'hours',
    'higher',
    [0, 8760],
    '首次接触至委托的最短小时数',
    '首次接觸至指示的最短小時數',
    'fewest hours from first contact to order',
  ),
  approvalFrom: amount(
    1000000,
    '须复核的单笔金额',
    '須覆核的單筆金額',
    'order amount from which a second person approves',
  ),
  dailyAmount: amount(
    5000000,
    '单日累计金额上限',
    '單日累計金額上限',
    'largest sum of a client’s orders in a day',
  ),
  sizeMultiple: {
    ...whole(
      5,
      'times',
      'lower',
      [1, 1000],
      '相对以往委托中位数的倍数',
      '相對過往指示中位數的倍數',
      'multiple of the median past order above which the amount is confirmed',
    ),
    whole: false,
  },
  firstOrderConfirmFrom: amount(
    100000,
    '首笔委托须确认的金额',
    '首筆指示須確認的金額',
    'amount from which a first order is confirmed',
  ),
};
