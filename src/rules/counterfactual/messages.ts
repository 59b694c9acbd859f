import { type Messages, localisedText as text } from '../../evidence/index.js';

/** How changes are put into words, in three languages. */
export const counterfactualMessages: Messages = Object.freeze({
  'rules.change.most': text('{what}不超过{value}', '{what}不超過{value}', '{what} at most {value}'),
  'rules.change.least': text(
    '{what}不低于{value}',
    '{what}不低於{value}',
    '{what} at least {value}',
  ),
  'rules.change.exactly': text('{what}为{value}', '{what}為{value}', '{what} exactly {value}'),
  'rules.change.is': text('{what}：{value}', '{what}：{value}', '{what}: {value}'),
  // A request goes before what it is about: wait after the warning: at least 24 hours.
  'rules.change.request': text('{what}：', '{what}：', '{what}:'),
  'rules.change.and': text('{one}，并且{other}', '{one}，並且{other}', '{one}, and {other}'),
});
