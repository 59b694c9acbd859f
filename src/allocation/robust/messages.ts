import { type Messages, localisedText as text } from '../../evidence/index.js';

/** Texts for what an allocation for the worst expected returns has to say. */
export const robustMessages: Messages = Object.freeze({
  'allocation.worst-of-each': text(
    '即使各项预期收益同时以最不利的方式偏离估计至设定的限度，组合的预期收益仍为{worst:percent2}；如估计准确，则为{estimate:percent2}。预期收益并非收益承诺。',
    '即使各項預期回報同時以最不利的方式偏離估計至設定的限度，組合的預期回報仍為{worst:percent2}；若估計準確，則為{estimate:percent2}。預期回報並非回報保證。',
    'Even if every estimate is off by as much as allowed for, all at once and for the worse, the expected return is {worst:percent2}; if the estimates are right it is {estimate:percent2}. An expected return is no promise.',
  ),
  'allocation.worst-together': text(
    '即使组合预期收益的估计以最不利的方式偏离{radius:number}个标准误差，预期收益仍为{worst:percent2}；如估计准确，则为{estimate:percent2}。预期收益并非收益承诺。',
    '即使組合預期回報的估計以最不利的方式偏離{radius:number}個標準誤差，預期回報仍為{worst:percent2}；若估計準確，則為{estimate:percent2}。預期回報並非回報保證。',
    'Even if the estimates are off together by {radius:number} standard {radius|error|errors} in the way that hurts most, the expected return is {worst:percent2}; if they are right it is {estimate:percent2}. An expected return is no promise.',
  ),
  'allocation.worst-beyond-total-loss': text(
    '所设的估计误差过大：如估计以最不利的方式偏离至该限度，预期亏损将超过全部投入。请核对所设的误差。如估计准确，预期收益为{estimate:percent2}。预期收益并非收益承诺。',
    '所設的估計誤差過大：若估計以最不利的方式偏離至該限度，預期虧損將超過全部投入。請核對所設的誤差。若估計準確，預期回報為{estimate:percent2}。預期回報並非回報保證。',
    'The errors of estimation allowed for are very large: if the estimates are off by that much for the worse, more than the whole is expected to be lost. The errors should be checked. If the estimates are right the expected return is {estimate:percent2}. An expected return is no promise.',
  ),
  'allocation.without-error': text(
    '该组合只持有预期收益确知的资产：就允许的估计误差而言，其他资产的预期收益不足以承担这种不确定性。',
    '該組合只持有預期回報確知的資產：就容許的估計誤差而言，其他資產的預期回報不足以承擔這種不確定性。',
    'The portfolio depends on no estimate: with errors as large as allowed for, nothing that is uncertain is worth holding.',
  ),
  'allocation.not-held-at-worst': text(
    '未配置{subject}：扣除可能的估计误差后，其预期收益不足以补偿为组合增加的风险，或其比例已受其他要求限制。',
    '並無配置{subject}：扣除可能的估計誤差後，其預期回報不足以補償為組合增添的風險，或其比例已受其他要求限制。',
    '{subject} is not held: less the possible error of its estimate, its expected return does not make up for the risk it would add, or another requirement leaves no room for it.',
  ),
  'allocation.target-return-at-worst-binding': text(
    '为使组合即使在估计出现不利偏离时仍达到{target:percent2}的预期收益，组合承担了相应的风险；降低该目标可减少风险。预期收益并非收益承诺。',
    '為令組合即使在估計出現不利偏離時仍達至{target:percent2}的預期回報，組合承擔了相應風險；調低目標可減少風險。預期回報並非回報保證。',
    'The risk taken is what an expected return of {target:percent2} calls for even if the estimates are off for the worse; a lower target would need less. An expected return is no promise.',
  ),
  'allocation.no-excess-return-at-worst': text(
    '如估计出现最不利的偏离，没有任何组合的预期收益高于无风险收益，因此不存在夏普比率最高的组合。',
    '若估計出現最不利的偏離，並無任何組合的預期回報高於無風險回報，因此並無夏普比率最高的組合。',
    'If the estimates are off for the worse, no portfolio is expected to earn more than the riskless return, so none has the highest Sharpe ratio.',
  ),
});
