import { type Messages, localisedText as text } from '../../evidence/index.js';

/** Why a choice does not put the client first, in three languages. */
export const clientFirstMessages: Messages = Object.freeze({
  'selection.client-first.undetermined': text(
    '“{instead}”与“{name}”同样合适，但业绩报酬或申购费用无法测算，不能判断何者费用较低。',
    '「{instead}」與「{name}」同樣合適，但表現費或認購費用未能推算，不能判斷何者費用較低。',
    '“{instead}” would do as well as “{name}”. Which of them costs less cannot be said, since a fee on profits or on entry is not known.',
  ),
  'selection.client-first.other-currency': text(
    '“{instead}”与“{name}”的计价货币不同；汇率变动和换汇成本未作比较。',
    '「{instead}」與「{name}」的計價貨幣不同；匯率變動及兌換成本未作比較。',
    '“{instead}” and “{name}” are dealt in different currencies. What exchange rates do and what changing money costs is not compared.',
  ),
  'selection.client-first.dearer': text(
    '“{name}”的费用较高，而对您并无更好之处；“{instead}”每年可节省约{saving:money}。',
    '「{name}」的費用較高，而對閣下並無更佳之處；「{instead}」每年可節省約{saving:money}。',
    '“{name}” costs more and is no better for you. “{instead}” would save about {saving:money} a year.',
  ),
  'selection.client-first.dearer-rate': text(
    '“{name}”的费用较高，而对您并无更好之处；“{instead}”每年可节省投资额的{saving:percent2}。',
    '「{name}」的費用較高，而對閣下並無更佳之處；「{instead}」每年可節省投資額的{saving:percent2}。',
    '“{name}” costs more and is no better for you. “{instead}” would save {saving:percent2} of the amount a year.',
  ),
  'selection.client-first.commission': text(
    '“{name}”使销售机构获得更多报酬，而对您并无更好之处；“{instead}”同样合适，每年可节省约{saving:money}。',
    '「{name}」令分銷機構獲得更多報酬，而對閣下並無更佳之處；「{instead}」同樣合適，每年可節省約{saving:money}。',
    '“{name}” pays the distributor more and is no better for you. “{instead}” would do as well and save about {saving:money} a year.',
  ),
  'selection.client-first.commission-rate': text(
    '“{name}”使销售机构获得更多报酬，而对您并无更好之处；“{instead}”同样合适，每年可节省投资额的{saving:percent2}。',
    '「{name}」令分銷機構獲得更多報酬，而對閣下並無更佳之處；「{instead}」同樣合適，每年可節省投資額的{saving:percent2}。',
    '“{name}” pays the distributor more and is no better for you. “{instead}” would do as well and save {saving:percent2} of the amount a year.',
  ),
  'selection.client-first.commission-same-cost': text(
    '“{name}”使销售机构获得更多报酬，而对您并无更好之处；“{instead}”同样合适，费用相同。',
    '「{name}」令分銷機構獲得更多報酬，而對閣下並無更佳之處；「{instead}」同樣合適，費用相同。',
    '“{name}” pays the distributor more and is no better for you. “{instead}” would do as well at the same cost.',
  ),
  'selection.client-first.own-house-same-cost': text(
    '“{name}”是本行的产品，而对您并无更好之处；“{instead}”同样合适，费用相同。',
    '「{name}」是本行的產品，而對閣下並無更佳之處；「{instead}」同樣合適，費用相同。',
    '“{name}” is the bank’s own and is no better for you. “{instead}” would do as well at the same cost.',
  ),
  'selection.client-first.own-house': text(
    '“{name}”是本行的产品，而对您并无更好之处；“{instead}”同样合适，每年可节省约{saving:money}。',
    '「{name}」是本行的產品，而對閣下並無更佳之處；「{instead}」同樣合適，每年可節省約{saving:money}。',
    '“{name}” is the bank’s own and is no better for you. “{instead}” would do as well and save about {saving:money} a year.',
  ),
  'selection.client-first.own-house-rate': text(
    '“{name}”是本行的产品，而对您并无更好之处；“{instead}”同样合适，每年可节省投资额的{saving:percent2}。',
    '「{name}」是本行的產品，而對閣下並無更佳之處；「{instead}」同樣合適，每年可節省投資額的{saving:percent2}。',
    '“{name}” is the bank’s own and is no better for you. “{instead}” would do as well and save {saving:percent2} of the amount a year.',
  ),
});
