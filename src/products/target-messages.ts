import { type Messages, localisedText as text } from '../evidence/index.js';

/** Whether a product is made for a client, in words for clients. */
export const targetMessages: Messages = Object.freeze({
  'products.no-target-market': text(
    '该产品没有设定目标客户范围。',
    '此產品並無設定目標客戶範圍。',
    'No target market has been set for the product.',
  ),
  'products.target-excluded': text(
    '该产品不得向具有“{trait:term}”特征的客户提供，而您具有该特征。',
    '此產品不得向具有「{trait:term}」特徵的客戶提供，而閣下具有該特徵。',
    'The product must not be offered to clients with the trait “{trait:term}”, which you have.',
  ),
  'products.target-excludes-over-65': text(
    '该产品不面向65周岁以上的客户。',
    '此產品並不面向65歲以上的客戶。',
    'The product is not for clients over 65.',
  ),
  'products.target-excludes-lowest-category': text(
    '该产品不面向风险承受能力最低类别的客户。',
    '此產品並不面向風險承受能力屬最低類別的客戶。',
    'The product is not for clients in the lowest category of risk tolerance.',
  ),
  'products.target-excludes-money-needed': text(
    '该产品不适合一年内需要动用的资金。',
    '此產品並不適合一年內需要動用的資金。',
    'The product is not for money that is needed within a year.',
  ),
  'products.target-client-kind': text(
    '您不属于该产品面向的客户类别。',
    '閣下並不屬於此產品面向的客戶類別。',
    'You are not one of the kinds of client that the product is made for.',
  ),
  'products.target-knowledge': text(
    '该产品要求投资知识与经验评分不低于{wanted}分，您的评分为{value}分。',
    '此產品要求投資知識及經驗評分不低於{wanted}分，閣下的評分為{value}分。',
    'The product asks for a knowledge and experience score of at least {wanted}; yours is {value}.',
  ),
  'products.target-objective': text(
    '该产品不适合您的投资目标。',
    '此產品並不適合閣下的投資目標。',
    'The product does not serve your investment objective.',
  ),
  'products.target-horizon': text(
    '该产品建议至少持有{wanted:number}年，长于您的投资期限{value:number}年。',
    '此產品建議至少持有{wanted:number}年，長於閣下的投資年期{value:number}年。',
    'The shortest recommended holding period of the product, in years, is {wanted:number}, longer than your horizon of {value:number}.',
  ),
  'products.target-loss-capacity': text(
    '该产品要求能够承受{wanted:percent}的损失，您能承受的为{value:percent}。',
    '此產品要求能夠承受{wanted:percent}的損失，閣下能承受的為{value:percent}。',
    'The product asks that a loss of {wanted:percent} can be borne; you can bear {value:percent}.',
  ),
  'products.target-trait-unknown': text(
    '尚不清楚您是否属于该产品不得提供的客户，请先确认。',
    '尚不清楚閣下是否屬於此產品不得提供的客戶，請先確認。',
    'It is not known whether you are one of the clients to whom the product must not be offered; this has to be settled first.',
  ),
  'products.target-client-kind-unknown': text(
    '尚不清楚您的客户类别，请先确认。',
    '尚不清楚閣下的客戶類別，請先確認。',
    'It is not known what kind of client you are; this has to be settled first.',
  ),
  'products.target-knowledge-unknown': text(
    '尚无您的投资知识与经验评分，请先评估。',
    '尚無閣下的投資知識及經驗評分，請先評估。',
    'Your knowledge and experience have not been scored; this has to be done first.',
  ),
  'products.target-objective-unknown': text(
    '尚不清楚您的投资目标，请先确认。',
    '尚不清楚閣下的投資目標，請先確認。',
    'Your investment objective is not known; this has to be settled first.',
  ),
  'products.target-horizon-unknown': text(
    '尚不清楚您的投资期限，请先确认。',
    '尚不清楚閣下的投資年期，請先確認。',
    'It is not known for how long you can invest; this has to be settled first.',
  ),
  'products.target-loss-capacity-unknown': text(
    '尚不清楚您能承受多大损失，请先确认。',
    '尚不清楚閣下能承受多大損失，請先確認。',
    'It is not known how much you could bear to lose; this has to be settled first.',
  ),
});
