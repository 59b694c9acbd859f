import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What is at fault in the texts of a disclosure. */
export const checkedMessages: Messages = Object.freeze({
  'suitability.disclosure-principal-guaranteed': text(
    '称本金有保证：“{quote}”。不得作此承诺。',
    '稱本金獲保證：「{quote}」。不得作此承諾。',
    'Principal is said to be guaranteed: “{quote}”. That must not be promised.',
  ),
  'suitability.disclosure-return-guaranteed': text(
    '称收益有保证：“{quote}”。不得作此承诺。',
    '稱回報獲保證：「{quote}」。不得作此承諾。',
    'A return is said to be guaranteed: “{quote}”. That must not be promised.',
  ),
  'suitability.disclosure-no-risk': text(
    '称没有风险或者不会亏损：“{quote}”。',
    '稱沒有風險或者不會虧損：「{quote}」。',
    'Risk is denied: “{quote}”. Nothing offered here is free of it.',
  ),
  'suitability.disclosure-like-deposit': text(
    '与存款相混淆：“{quote}”。',
    '與存款混淆：「{quote}」。',
    'The product is made out to be like a deposit: “{quote}”.',
  ),
  'suitability.disclosure-superlative': text(
    '使用最高级或者夸大的用语：“{quote}”，请复核是否属实。',
    '使用最高級或者誇大的用語：「{quote}」，請覆核是否屬實。',
    'A superlative: “{quote}”. Somebody should check that it is true and not an exaggeration.',
  ),
  'suitability.disclosure-certain-future': text(
    '把不确定的事说成确定：“{quote}”。',
    '把不確定的事說成確定：「{quote}」。',
    'Something uncertain is put as certain: “{quote}”.',
  ),
  'suitability.disclosure-guarantee-stated': text(
    '按“{basis}”载有保证，因此未检查与之有关的用语。',
    '按「{basis}」載有保證，因此未檢查與之有關的用語。',
    'A guarantee is said to be allowed ({basis}); wording about it was not looked at.',
  ),
  'suitability.disclosure-risk-without-loss': text(
    '风险部分没有说明可能亏损。',
    '風險部分沒有說明可能虧損。',
    'The text on risk does not say that money may be lost.',
  ),
  'suitability.disclosure-return-before-loss': text(
    '风险部分先提收益（“{quote}”），后提亏损。',
    '風險部分先提回報（「{quote}」），後提虧損。',
    'The text on risk names a return (“{quote}”) before it names a loss.',
  ),
  'suitability.disclosure-returns-without-loss': text(
    '收益部分没有说明可能亏损。',
    '回報部分沒有說明可能虧損。',
    'The text on returns does not say that money may be lost.',
  ),
  'suitability.disclosure-loss-far-from-return': text(
    '收益数字“{quote}”附近没有提示可能亏损。',
    '回報數字「{quote}」附近沒有提示可能虧損。',
    'The figure “{quote}” has no mention of a loss near it.',
  ),
  'suitability.disclosure-returns-outweigh': text(
    '收益部分（{returns} 字符）远长于风险部分（{risk} 字符）。',
    '回報部分（{returns} 字元）遠長於風險部分（{risk} 字元）。',
    'The text on returns ({returns} {returns|character|characters}) is much longer than the one on risk ({risk}).',
  ),
  'suitability.disclosure-past-performance': text(
    '提到过往业绩（“{quote}”），却没有提示过往业绩不代表未来表现。',
    '提到過往業績（「{quote}」），卻沒有提示過往業績不代表未來表現。',
    'Past performance is named (“{quote}”) without the warning that it is no guide to the future.',
  ),
  'suitability.disclosure-language-missing': text(
    '该部分没有{locale:term}文本，而其他部分有。',
    '該部分沒有{locale:term}文本，而其他部分有。',
    'This head has no text in {locale:term}, although others have.',
  ),
  'suitability.disclosure-same-text': text(
    '{locale:term}与{other:term}的文本完全相同，没有翻译。',
    '{locale:term}與{other:term}的文本完全相同，沒有翻譯。',
    'The texts in {locale:term} and {other:term} are the same; one was not translated.',
  ),
  'suitability.disclosure-other-script': text(
    '{locale:term}文本中有另一种字形的汉字：“{quote}”。',
    '{locale:term}文本中有另一種字形的漢字：「{quote}」。',
    'The text in {locale:term} has characters of the other Chinese script: “{quote}”.',
  ),
  'suitability.disclosure-figures-differ': text(
    '{locale:term}与{other:term}的数字不一致：前者独有 {here}，后者独有 {there}。',
    '{locale:term}與{other:term}的數字不一致：前者獨有 {here}，後者獨有 {there}。',
    'The figures in {locale:term} and {other:term} differ: only the first has {here}, only the second {there}.',
  ),
  'suitability.disclosure-placeholder': text(
    '留有未填写的内容：“{quote}”。',
    '留有未填寫的內容：「{quote}」。',
    'Something was not filled in: “{quote}”.',
  ),
  'suitability.disclosure-rating-not-told': text(
    '风险部分（{locale:term}）没有写明等级 {value}。',
    '風險部分（{locale:term}）沒有寫明等級 {value}。',
    'The text on risk ({locale:term}) does not name the rating {value}.',
  ),
  'suitability.disclosure-change-not-told': text(
    '风险部分（{locale:term}）没有写明等级可能调整。',
    '風險部分（{locale:term}）沒有寫明等級可能調整。',
    'The text on risk ({locale:term}) does not say that the rating may change.',
  ),
  'suitability.disclosure-fee-not-told': text(
    '费用部分（{locale:term}）没有写明 {value} 的费用。',
    '費用部分（{locale:term}）沒有寫明 {value} 的費用。',
    'The text on fees ({locale:term}) does not name the fee of {value}.',
  ),
});
