import { type Messages, localisedText as text } from '../../evidence/index.js';

/** Texts for what a portfolio of least expected shortfall has to say. */
export const shortfallMessages: Messages = Object.freeze({
  'allocation.shortfall-loss': text(
    '在所给情景中最不利的{tail:percent}里，该组合平均亏损{loss:percent2}；在既定要求下，没有其他组合的平均亏损更低。情景并非对未来的预测。',
    '在所給情景中最不利的{tail:percent}內，該組合平均虧損{loss:percent2}；在既定要求下，並無其他組合的平均虧損更低。情景並非對未來的預測。',
    'In the worst {tail:percent} of the given scenarios the portfolio loses {loss:percent2} on average; under the requirements no other loses less. Scenarios are no forecast.',
  ),
  'allocation.shortfall-gain': text(
    '即使在所给情景中最不利的{tail:percent}里，该组合平均仍不亏损，收益为{gain:percent2}；在既定要求下，没有其他组合更高。情景并非对未来的预测。',
    '即使在所給情景中最不利的{tail:percent}內，該組合平均仍無虧損，收益為{gain:percent2}；在既定要求下，並無其他組合更高。情景並非對未來的預測。',
    'Even in the worst {tail:percent} of the given scenarios the portfolio does not lose on average but gains {gain:percent2}; under the requirements no other gains more. Scenarios are no forecast.',
  ),
  'allocation.shortfall-even': text(
    '在所给情景中最不利的{tail:percent}里，该组合平均大致不亏不赚；在既定要求下，没有其他组合的结果更好。情景并非对未来的预测。',
    '在所給情景中最不利的{tail:percent}內，該組合平均大致不賺不蝕；在既定要求下，並無其他組合的結果更佳。情景並非對未來的預測。',
    'In the worst {tail:percent} of the given scenarios the portfolio on average neither loses nor gains anything to speak of; under the requirements no other does better. Scenarios are no forecast.',
  ),
  'allocation.shortfall-target-return': text(
    '为达到{target:percent2}的预期收益目标，组合在最不利情景中的平均亏损有所上升；降低该目标可减少亏损。预期收益并非收益承诺。',
    '為達至{target:percent2}的預期回報目標，組合在最不利情景中的平均虧損有所上升；調低目標可減少虧損。預期回報並非回報保證。',
    'The target of {target:percent2} expected return adds to the average loss in the worst scenarios; a lower target would lose less. An expected return is no promise.',
  ),
  'allocation.shortfall-rule-binding': text(
    '要求“{rule}”已达到限值；如予放宽，组合在最不利情景中的平均亏损可以更低。',
    '要求「{rule}」已達限值；若予放寬，組合在最不利情景中的平均虧損可以更低。',
    'The requirement {rule} is at its limit; if it were relaxed, the average loss in the worst scenarios could be lower.',
  ),
});
