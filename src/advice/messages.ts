import type { Messages } from '../evidence/index.js';

/** Where a case stopped, in three languages. */
export const adviceMessages: Messages = Object.freeze({
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
  'advice.event-conflict': {
    'zh-Hans': '事件{event}已有记录，但内容不同，不予接受。',
    'zh-Hant': '事件{event}已有紀錄，但內容不同，不予接受。',
    en: 'Event {event} is on record already with other content, so it is not accepted.',
  },
  'advice.event-does-not-fit': {
    'zh-Hans': '个案处于“{state}”阶段，不能接受“{event}”。',
    'zh-Hant': '個案處於「{state}」階段，不能接受「{event}」。',
    en: 'The case is {state}, so {event} does not fit now.',
  },
  'advice.consent-outdated': {
    'zh-Hans': '您确认的建议书已不是当前版本，请确认最新的建议书。',
    'zh-Hant': '閣下確認的建議書已非現行版本，請確認最新的建議書。',
    en: 'The proposal you agreed to is not the current one. Please confirm the current proposal.',
  },
});
