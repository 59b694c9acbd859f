import type { Messages } from '../evidence/index.js';

/** What a projection's reasons say to the client, in three languages. */
export const projectionMessages: Messages = Object.freeze({
  'projection.already-met': {
    'zh-Hans':
      '您目前的资金（{initial:number}）已覆盖该目标所需金额（{target:number}）。如继续投资至目标日，届时仍能覆盖的测算概率为{probability:percent}。',
    'zh-Hant':
      '閣下現有資金（{initial:number}）已足以應付此目標所需金額（{target:number}）。若持續投資至目標日，屆時仍足以應付的推算機會率為{probability:percent}。',
    en: 'Your money today ({initial:number}) already covers this goal ({target:number}). If it stays invested until the date, it is projected to still cover it with a probability of {probability:percent}.',
  },
  'projection.reached': {
    'zh-Hans': '目标日已到，您的资金（{initial:number}）达到了目标金额（{target:number}）。',
    'zh-Hant': '目標日已屆，閣下的資金（{initial:number}）已達目標金額（{target:number}）。',
    en: 'The date of this goal has come, and your money ({initial:number}) reaches the target ({target:number}).',
  },
  'projection.missed': {
    'zh-Hans':
      '目标日已到，您的资金（{initial:number}）未达到目标金额（{target:number}），尚差{gap:number}。',
    'zh-Hant':
      '目標日已屆，閣下的資金（{initial:number}）未達目標金額（{target:number}），尚欠{gap:number}。',
    en: 'The date of this goal has come, and your money ({initial:number}) is {gap:number} short of the target ({target:number}).',
  },
  'projection.date-past': {
    'zh-Hans': '目标日已过去{months:number}个月，请重新确认目标日期。',
    'zh-Hant': '目標日已過去{months:number}個月，請重新確認目標日期。',
    en: 'The date of this goal lies {months:number} {months|month|months} in the past; please confirm a new date.',
  },
  'projection.nothing-invested': {
    'zh-Hans': '该目标目前没有投入资金，也没有约定每月投入，因此无法达成。',
    'zh-Hant': '此目標目前沒有投入資金，亦未設定每月供款，因此無法達成。',
    en: 'Nothing is invested for this goal and no monthly contribution is planned, so it cannot be reached.',
  },
  'projection.no-contribution': {
    'zh-Hans': '测算未计入任何后续投入，仅以现有资金为基础。',
    'zh-Hant': '推算並無計入任何後續供款，僅以現有資金為基礎。',
    en: 'The projection counts on no further contributions, only on the money already there.',
  },
  'projection.no-uncertainty': {
    'zh-Hans': '本次测算假设收益没有波动，仅供演算，不反映真实市场情况。',
    'zh-Hant': '本推算假設回報並無波動，僅供計算參考，不反映實際市況。',
    en: 'This projection assumes returns without any fluctuation. It is arithmetic, not a picture of real markets.',
  },
  'projection.no-promise': {
    'zh-Hans': '测算结果基于假设，不代表未来表现，不构成收益承诺。投资有风险，可能损失本金。',
    'zh-Hant':
      '推算結果以假設為基礎，並非未來表現的指標，亦不構成回報保證。投資涉及風險，可能損失本金。',
    en: 'This result rests on assumptions. It does not forecast future performance and promises no return. Investments involve risk, and capital may be lost.',
  },
  'projection.contribution-found': {
    'zh-Hans':
      '按上述假设，每月投入约{monthlyContribution:number}（本位币），达成目标的测算概率为{probability:percent}。',
    'zh-Hant':
      '按上述假設，每月供款約{monthlyContribution:number}（本位幣），達成目標的推算機會率為{probability:percent}。',
    en: 'On these assumptions, about {monthlyContribution:number} a month reaches the goal with a projected probability of {probability:percent}.',
  },
  'projection.no-contribution-needed': {
    'zh-Hans': '即使不再投入，达成目标的测算概率已为{probability:percent}。',
    'zh-Hant': '即使不再供款，達成目標的推算機會率已為{probability:percent}。',
    en: 'Even without further contributions, the goal is reached with a projected probability of {probability:percent}.',
  },
  'projection.no-time-left': {
    'zh-Hans':
      '目标日已到，已无法通过每月投入达到目标金额（{target:number}）。可以考虑推迟或调整目标。',
    'zh-Hant':
      '目標日已屆，已無法透過每月供款達到目標金額（{target:number}）。可考慮押後或調整目標。',
    en: 'The date has come, so monthly contributions can no longer reach the target ({target:number}). The goal could be moved to a later date or made smaller.',
  },
});
