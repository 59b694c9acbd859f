import { type Messages, localisedText as text } from '../../evidence/index.js';

/** What comparisons of groups say of themselves. */
export const fairnessMessages: Messages = Object.freeze({
  'kpi.gap-not-cause': text(
    '群体之间的差距本身不说明原因：两边客户的构成可能不同，请按同类客户再作比较。',
    '群組之間的差距本身並不說明原因：兩邊客戶的組合可能不同，請按同類客戶再作比較。',
    'A gap between groups says nothing of its cause: their clients may differ otherwise, so compare like with like as well.',
  ),
  'kpi.gap-not-shown': text(
    '差距可能出于偶然（双侧p值{p:number}）；未能证明有差距，不等于证明没有差距。',
    '差距可能純屬偶然（雙側p值{p:number}）；未能證明有差距，不等於證明並無差距。',
    'The gap may well be chance (two-sided p {p:number}); that no gap is shown does not show that there is none.',
  ),
  'kpi.gap-among-several': text(
    '同时比较了{comparisons}处差距，校正后p值为{p:number}，此差距可能出于偶然。',
    '同時比較了{comparisons}處差距，校正後p值為{p:number}，此差距可能純屬偶然。',
    'Among {comparisons} {comparisons|gap|gaps} looked at together this one may well be chance (adjusted p {p:number}).',
  ),
  'kpi.gap-not-comparable': text(
    '该指标暂无可扣除构成差异的群体比较方法。',
    '此指標現時並無可扣除組合差異的群組比較方法。',
    'No comparison of groups with the same mix is offered for this kind of figure.',
  ),
  'kpi.reference-too-small': text(
    '用作参照的群体记录过少，无法比较。',
    '用作參照的群組紀錄過少，無法比較。',
    'The group to compare with has too few cases.',
  ),
  'kpi.nothing-tested': text(
    '未对任何差距作检验：没有发现差距，不等于各群体得到的服务相同。',
    '並無檢驗任何差距：沒有發現差距，不等於各群組得到的服務相同。',
    'No gap was tested: that none was found does not show that all groups are served alike.',
  ),
  'kpi.group-unknown': text(
    '另有{n}条记录不知属于哪个群体，未参与比较。',
    '另有{n}項紀錄不知屬於哪個群組，未有參與比較。',
    'Cases left out because their group is not known: {n}.',
  ),
  'kpi.mix-reverses': text(
    '按各自的客户构成与按同一构成比较，“{first}”与“{second}”孰高孰低正好相反：原始差距来自构成，而非服务本身。',
    '按各自的客戶組合與按同一組合比較，「{first}」與「{second}」孰高孰低剛好相反：原始差距來自組合，而非服務本身。',
    'With the same mix “{first}” and “{second}” change places: the crude gap comes from the mix of cases.',
  ),
  'kpi.mix-may-reverse': text(
    '按各自的客户构成与按同一构成比较，“{first}”与“{second}”孰高孰低正好相反；但按同一构成的差异可能出于偶然，尚不能判定孰高孰低。',
    '按各自的客戶組合與按同一組合比較，「{first}」與「{second}」孰高孰低剛好相反；但按同一組合的差異可能純屬偶然，尚未能判定孰高孰低。',
    'With the same mix “{first}” and “{second}” change places, but by no more than chance may account for: which of them is ahead is not shown.',
  ),
  'kpi.strata-missing': text(
    '“{group}”在以下类别中记录过少，不能按同类比较：{strata}。',
    '「{group}」於以下類別中紀錄過少，不能按同類比較：{strata}。',
    '“{group}” has too few cases in these strata to be compared like with like: {strata}.',
  ),
  'kpi.strata-without-figure': text(
    '“{group}”在以下类别中记录过少或得不出该指标数值，不能按同类比较：{strata}。',
    '「{group}」於以下類別中紀錄過少或得不出此指標數值，不能按同類比較：{strata}。',
    '“{group}” has too few cases or no figure in these strata, so it cannot be compared like with like: {strata}.',
  ),
});
