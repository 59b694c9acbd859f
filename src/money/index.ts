export {
  absoluteMoney,
  addMoney,
  compareMoney,
  divideMoney,
  equalsMoney,
  isNegative,
  isPositive,
  isZero,
  maxMoney,
  minMoney,
  multiplyMoney,
  negateMoney,
  ratioOfMoney,
  roundMoneyToStep,
  subtractMoney,
  sumMoney,
} from './arithmetic.js';
export {
  CURRENCY_CODES,
  type CurrencyCode,
  checkCurrency,
  isCurrencyCode,
  minorDigits,
} from './currency.js';
export { type DecimalLike, ROUNDINGS, type Rounding } from './decimal.js';
export { convertMoney, type FxRates, type TotalResult, totalIn } from './exchange.js';
export {
  fromMinorUnits,
  type Money,
  money,
  moneyToNumber,
  parseMoney,
  type RoundingOptions,
  toMinorUnits,
  zeroMoney,
} from './money.js';
export { splitMoney } from './split.js';
