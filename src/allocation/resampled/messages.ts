import { type Messages, localisedText as text } from '../../evidence/index.js';

/** Texts for what a resampled frontier has to say. */
export const resampledMessages: Messages = Object.freeze({
  'allocation.resampled': text(
    '各组合是{draws}段模拟历史（每段{observations}期）所得有效组合的平均值；比例的波动范围显示配置受估计误差影响的程度。模拟并非对未来的预测。',
    '各組合是{draws}段模擬歷史（每段{observations}期）所得有效組合的平均值；比例的波動範圍顯示配置受估計誤差影響的程度。模擬並非對未來的預測。',
    'Each portfolio is the average of the efficient portfolios of {draws} simulated {draws|history|histories} of {observations} {observations|period|periods}; how far the weights spread shows how much hangs on errors of estimation. A simulation is no forecast.',
  ),
  'allocation.draws-failed': text(
    '{draws}段模拟历史中有{failed}段未能得出可验证的有效组合，未计入平均值。',
    '{draws}段模擬歷史中有{failed}段未能得出可予驗證的有效組合，並未計入平均值。',
    'For {failed} of {draws} simulated {draws|history|histories} no efficient portfolios could be proved; {failed|it is|they are} not part of the averages.',
  ),
});
