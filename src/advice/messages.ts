import { type Messages, mergeMessages } from '../evidence/index.js';
import { adviceTerms } from './terms.js';

/** Where a case stopped, in three languages. */
export const adviceMessages: Messages = mergeMessages(adviceTerms, {
  'advice.no-idle-cash': {
    'zh-Hans': '扣除备用金后，目前没有可用于投资的资金。',
    'zh-Hant': '扣除備用金後，現時並無可作投資的資金。',
    en: 'Once the emergency reserve is set aside, there is no money to invest at present.',
  },
  'advice.goal-day-has-come': {
    'zh-Hans': '目标“{goal}”的日期已到，请先确认新的日期或改选其他目标。',
    'zh-Hant': '目標「{goal}」的日期已到，請先確認新的日期或改選其他目標。',
    en: 'The day of the goal “{goal}” has come. Please confirm a new day or choose another goal first.',
  },
  'advice.funding-covers-part': {
    'zh-Hans':
      '可投资的闲置资金共{idle:number} {currency}，其中{amount:number} {currency}在付款账户{funding}中，本次仅就该部分提出建议；其余资金可转入该账户后再投资。',
    'zh-Hant':
      '可投資的閒置資金共{idle:number} {currency}，其中{amount:number} {currency}在付款帳戶{funding}中，是次只就該部分提出建議；其餘資金可轉入該帳戶後再投資。',
    en: 'Of the {idle:number} {currency} that could be invested, {amount:number} {currency} are in the paying account {funding}. This advice covers that part; the rest can be invested once it is moved there.',
  },
  'advice.funding-empty': {
    'zh-Hans':
      '可投资的闲置资金共{idle:number} {currency}，但付款账户{funding}中没有资金；请先转入资金，或改选其他付款账户。',
    'zh-Hant':
      '可投資的閒置資金共{idle:number} {currency}，但付款帳戶{funding}中並無資金；請先轉入資金，或改選其他付款帳戶。',
    en: 'There are {idle:number} {currency} that could be invested, but none in the paying account {funding}. Please move money there first, or choose another account.',
  },
  'advice.orders-differ': {
    'zh-Hans':
      '按下单单位、起购金额和限额，有{share:percent}的资金无法按所选产品下单，超过允许的{most:percent}；所得组合将不同于建议，因此不提出建议。',
    'zh-Hant':
      '按落盤單位、最低認購額和限額，有{share:percent}的資金未能按所選產品落盤，超過容許的{most:percent}；所得組合將有別於建議，因此不提出建議。',
    en: 'Because of steps, minimums and limits, {share:percent} of the money could not be ordered in the products selected, more than the {most:percent} allowed. It would be another portfolio than the one advised, so none is proposed.',
  },
  'advice.event-conflict': {
    'zh-Hans': '事件{event}已有记录，但内容不同，不予接受。',
    'zh-Hant': '事件{event}已有紀錄，但內容不同，不予接受。',
    en: 'Event {event} is on record already with other content, so it is not accepted.',
  },
  'advice.event-does-not-fit': {
    'zh-Hans': '个案处于“{state:term}”阶段，不能接受“{event:term}”。',
    'zh-Hant': '個案處於「{state:term}」階段，不能接受「{event:term}」。',
    en: 'The stage of the case is “{state:term}”, so “{event:term}” does not fit now.',
  },
  'advice.consent-outdated': {
    'zh-Hans': '您确认的建议书已不是当前版本，请确认最新的建议书。',
    'zh-Hant': '閣下確認的建議書已非現行版本，請確認最新的建議書。',
    en: 'The proposal you agreed to is not the current one. Please confirm the current proposal.',
  },
});
