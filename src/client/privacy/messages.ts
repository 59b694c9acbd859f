import { type Messages, localisedText as text } from '../../evidence/index.js';

/** Why a client's information may not be used for a purpose. */
export const privacyMessages: Messages = Object.freeze({
  'client.consent-refused': text(
    '客户不同意将个人信息用于“{purpose:term}”。',
    '客戶不同意將個人資料用於「{purpose:term}」。',
    'The client has refused the use of personal information for “{purpose:term}”.',
  ),
  'client.consent-withdrawn': text(
    '客户已撤回对“{purpose:term}”的同意，自撤回之日起不得再为此使用个人信息。',
    '客戶已撤回對「{purpose:term}」的同意，自撤回當日起不得再為此使用個人資料。',
    'The client has withdrawn the consent to “{purpose:term}”; personal information may no longer be used for it.',
  ),
  'client.consent-expired': text(
    '客户对“{purpose:term}”的同意至{asOf}已过期，须重新取得同意。',
    '客戶對「{purpose:term}」的同意至{asOf}已屆滿，須重新取得同意。',
    'On {asOf} the client’s consent to “{purpose:term}” has expired; please ask again.',
  ),
  'client.consent-absent': text(
    '没有客户对“{purpose:term}”的同意记录。',
    '沒有客戶對「{purpose:term}」的同意紀錄。',
    'There is no record of the client’s consent to “{purpose:term}”.',
  ),
  'client.consent-not-yet': text(
    '客户对“{purpose:term}”的同意在{asOf}尚未生效。',
    '客戶對「{purpose:term}」的同意於{asOf}尚未生效。',
    'On {asOf} the client’s consent to “{purpose:term}” is not yet in effect.',
  ),
  'client.consent-insufficient': text(
    '客户对“{purpose:term}”的同意形式不足，须取得单独同意；法律要求书面的，须为书面同意。',
    '客戶對「{purpose:term}」的同意形式不足，須取得單獨同意；法律要求書面者，須為書面同意。',
    'The client’s consent to “{purpose:term}” must be given separately, and in writing where the law says so.',
  ),
  'client.consent-without-guardian': text(
    '对“{purpose:term}”的同意由不满14周岁的未成年人作出，须取得父母或其他监护人的同意。',
    '對「{purpose:term}」的同意由未滿14歲的未成年人作出，須取得父母或其他監護人的同意。',
    'The consent to “{purpose:term}” was given by a child under 14; a parent or guardian has to give it.',
  ),
  'client.consent-undetermined': text(
    '有关“{purpose:term}”的同意记录中有无法读取的，不能视为已同意。',
    '有關「{purpose:term}」的同意紀錄中有未能讀取者，不能視為已同意。',
    'A record of consent that may concern “{purpose:term}” cannot be read, so consent cannot be assumed.',
  ),
});
