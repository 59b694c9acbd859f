import { type Messages, localisedText as text } from '../evidence/index.js';

/** What the stages of a case and its events are called in three languages. */
export const adviceTerms: Messages = Object.freeze({
  'advice.term.open': text('待处理', '待處理', 'open'),
  'advice.term.proposed': text('已建议', '已提出建議', 'proposed'),
  'advice.term.agreed': text('客户已同意', '客戶已同意', 'agreed'),
  'advice.term.executing': text('执行中', '執行中', 'being carried out'),
  'advice.term.in-service': text('持续服务中', '持續服務中', 'in service'),
  'advice.term.closed': text('已结束', '已結束', 'closed'),
  'advice.term.advice': text('建议', '建議', 'advice'),
  'advice.term.consent': text('客户同意', '客戶同意', 'consent of the client'),
  'advice.term.execute': text('提交委托', '提交指示', 'sending of the orders'),
  'advice.term.complete': text('委托全部完成', '指示全數完成', 'completion of the orders'),
  'advice.term.review': text('账户检视', '帳戶檢視', 'account review'),
  'advice.term.close': text('结束个案', '結束個案', 'closing of the case'),
});
