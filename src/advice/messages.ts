import type { Messages } from '../evidence/index.js';

/** Where a case stopped, in three languages. */
export const adviceMessages: Messages = Object.freeze({
  'advice.no-idle-cash': {
    'zh-Hans': '扣除应急储备后，目前没有可用于投资的资金。',
    'zh-Hant': '扣除應急儲備後，現時並無可作投資的資金。',
    en: 'Once the emergency reserve is set aside, there is no money to invest at present.',
  },
});
