import { localisedText as text } from './localised-text.js';
import type { Messages } from './messages.js';

/** What is said of records that do not hold, in three languages. */
export const evidenceMessages: Messages = Object.freeze({
  'evidence.record-altered': text(
    '第{position}条记录的内容与其校验值不符：记录生成后曾被改动。',
    '第{position}項紀錄的內容與其核對值不符：紀錄產生後曾被更改。',
    'Record {position} does not have the content that its hash was made of: it was changed afterwards.',
  ),
  'evidence.record-not-linked': text(
    '第{position}条记录未与前一条记录相接：其间有记录缺失、增加或调换了次序。',
    '第{position}項紀錄未與前一項紀錄銜接：當中有紀錄缺漏、增添或次序調換。',
    'Record {position} does not follow the one before it: a record is missing, was added or was moved.',
  ),
});
