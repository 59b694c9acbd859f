import type { Messages } from 'aptfolio/evidence';
import { text } from '../../01-advise/texts/text.js';

/** What each section says. */
export const sectionTexts: Messages = {
  'satisfaction.decision': text(
    '{share} of the answers gave one of the two best scores ({interval}).',
    '{share}的答卷给出最高两档评分（{interval}）。',
    '{share}的回覆給予最高兩級評分（{interval}）。',
  ),
  'satisfaction.response': text(
    '{response} of those asked answered, so the figure speaks of them; {unreached} invitations never arrived and are left out.',
    '回应率为{response}，结果只代表答卷者；另有{unreached}份邀请未能送达，不计入。',
    '回應率為{response}，結果只代表有回覆者；另有{unreached}份邀請未能送達，不計算在內。',
  ),
  'satisfaction.findings': text(
    'Patterns that chance seldom makes: {count}. All other ups and downs from month to month need no explanation.',
    '偶然波动难以解释的信号共{count}个。其余月度起伏属正常波动，无须逐月解释。',
    '偶然波動難以解釋的訊號共{count}個。其餘按月起伏屬正常波動，無須逐月解釋。',
  ),
  'satisfaction.how': text(
    'Individuals chart (XmR), per cent. The limits rest on the twelve months of {year} and stay where they are.',
    '单值移动极差控制图（XmR），单位：%。控制限以{year}年12个月为基准，此后保持不变。',
    '單值移動全距控制圖（XmR），單位：%。控制界限以{year}年12個月為基準，其後維持不變。',
  ),

  'response.decision': text(
    'Half of the enquiries had a first answer within {median} of business, nine in ten within {nineInTen}; {within} had one within {limit}.',
    '半数咨询在{median}（营业时间）内得到首次答复，九成在{nineInTen}内；{limit}内答复的占{within}。',
    '半數查詢於{median}（營業時間）內獲首次回覆，九成於{nineInTen}內；{limit}內獲回覆的佔{within}。',
  ),
  'response.naive': text(
    'Not to be reported: “on average {mean}”. That mean leaves out who is still waiting and is made by a few long waits: half waited no longer than {median}, and one in ten waits longer than {nineInTen}.',
    '不宜报告“平均{mean}”：该均值不计仍在等候者，且由少数长时间等候拉高。半数等候不超过{median}，而每十人中有一人等候超过{nineInTen}。',
    '不宜匯報「平均{mean}」：此平均值不計仍在等候者，且由少數長時間等候拉高。半數等候不超過{median}，而每十人中有一人等候超過{nineInTen}。',
  ),
  'response.how': text(
    'Business hours: {hours}, on the working days of the bank’s calendar. Call backs that the client no longer wanted: {cancelled}, left out.',
    '营业时间：{hours}（按本行日历的工作日）。客户取消的回电{cancelled}次，不计入。',
    '營業時間：{hours}（按本行日曆的工作日）。客戶取消的回電{cancelled}次，不計算在內。',
  ),
  'response.bins': text(
    'With many cases times are kept in bins, which may put them off by up to {error:percent}.',
    '记录较多时，时长按分箱保存，误差至多{error:percent}。',
    '紀錄較多時，時間按分箱保存，誤差至多{error:percent}。',
  ),
  'response.branches': text(
    '{name}, by branch. Where intervals overlap, an order of branches would be an order of chance.',
    '各支行的{name}。区间相互重叠时，据此排名只是排出偶然。',
    '各分行的{name}。區間互相重疊時，據此排名只是排出偶然。',
  ),

  'assets.decision': text(
    'Assets grew by {growth}; by what clients brought alone they would have grown by {organic}.',
    '管理资产增长{growth}；若只计客户净流入，增长为{organic}。',
    '管理資產增長{growth}；若只計客戶淨流入，增長為{organic}。',
  ),
  'assets.explained': text(
    'Opening amount and lines add up to the closing amount, to the cent.',
    '期初金额与各项变动之和等于期末金额，分毫不差。',
    '期初金額與各項變動之和等於期末金額，分毫不差。',
  ),
  'assets.unexplained': text(
    'Opening amount and lines do not add up to the closing amount; the rest is named below and put into no line.',
    '期初金额与各项变动之和不等于期末金额；差额单独列明，未并入任何一项。',
    '期初金額與各項變動之和不等於期末金額；差額另行列明，並無併入任何一項。',
  ),
  'assets.meanings': text(
    'Net new money in a year: {ours} of the opening assets by this bank’s meaning, {theirs} by that of a bank that also counts dividends, interest and fees. Compare only like with like.',
    '全年净新增资金占期初资产：按本行口径为{ours}；若另计股息、利息与费用，则为{theirs}。不同口径不可直接比较。',
    '全年淨新增資金佔期初資產：按本行定義為{ours}；若另計股息、利息及費用，則為{theirs}。定義不同，不可直接比較。',
  ),
  'assets.how': text(
    'The sum of {branches} branches. What one branch passed on to another cancels out; businesses taken over or given away stand under scope, since no client brought or took them.',
    '共{branches}家支行合计。支行之间划转相互抵销；接收或转出的业务列于口径变动，因为并非客户资金进出。',
    '共{branches}間分行合計。分行之間調撥互相抵銷；接收或轉出的業務列於範圍變動，因為並非客戶資金進出。',
  ),

  'retention.decision': text(
    '{share} of the clients stay longer than a year ({interval}).',
    '{share}的客户留存超过一年（{interval}）。',
    '{share}的客戶留存超過一年（{interval}）。',
  ),
  'retention.median': text(
    'Half have left after {months} months.',
    '半数客户在{months}个月后已离开。',
    '半數客戶在{months}個月後已離開。',
  ),
  'retention.naive': text(
    'Not to be reported: “clients stay {mean} months on average”. That is the mean of those who left; {still} of {clients} are still there and would not count.',
    '不宜报告“客户平均留存{mean}个月”：这只是已离开者的均值，{clients}名客户中仍在行的{still}名完全未计。',
    '不宜匯報「客戶平均留存{mean}個月」：這只是已離開者的平均值，{clients}名客戶中仍為客戶的{still}名完全未計。',
  ),
  'retention.how': text(
    'Kaplan–Meier with Greenwood’s interval (log-log); by cause Aalen–Johansen, whose shares add up to all who have left. {early} clients joined before {since}, when those who left were not on record; of these only the loyal are seen, so they are left out of the curves. Of {unknown} who left nobody recorded why; they have a part of their own there. The counts by cause are of all who left.',
    '采用卡普兰–迈耶法及格林伍德区间（双对数）；分原因采用奥伦–约翰森法，各原因之和等于全部流失。{early}名客户于{since}前加入，当时流失者未有记录，只能看到留下来的人，故不计入曲线。{unknown}名流失客户原因未记录，在曲线中单列。各原因的人数为全部流失客户。',
    '採用Kaplan–Meier法及Greenwood區間（雙對數）；按原因採用Aalen–Johansen法，各原因之和等於全部流失。{early}名客戶於{since}前加入，當時流失者並無紀錄，只能看到留下來的人，故不計入曲線。{unknown}名流失客戶原因沒有紀錄，在曲線中單獨列出。各原因的人數為全部流失客戶。',
  ),

  'acquisition.decision': text(
    'Of those whom a campaign reached {conversion} bought; of the new clients {brought} came through campaigns.',
    '活动触达者中{conversion}成交；新客户中{brought}由活动带来。',
    '活動接觸者中{conversion}成交；新客戶中{brought}經活動而來。',
  ),
  'acquisition.meanings': text(
    'Both are called campaign conversion in practice. They have different numerators and denominators, so they stand here under names of their own.',
    '业内两者都叫“营销转化率”，但分子、分母各不相同，因此分别命名列示。',
    '業內兩者都稱為「推廣轉化率」，但分子、分母各不相同，因此分別命名列示。',
  ),
  'acquisition.how': text(
    'A purchase within {days} days of a contact is put down to the last one. Of {running} people the time is still running: they are neither won nor lost, and only the share within the window uses them. Of {unknown} new clients nobody knows whether a client brought them.',
    '触达后{days}天内的成交归于最近一次触达。{running}人的归因期未满，既非成交也非流失，仅“归因期内转化率”使用其数据。{unknown}名新客户不知是否由老客户推荐。',
    '接觸後{days}日內的成交歸於最近一次接觸。{running}人的歸因期未滿，既非成交亦非流失，只有「歸因期內轉化率」使用其數據。{unknown}名新客戶不知是否由現有客戶介紹。',
  ),
  'acquisition.funnel': text(
    'From the first step to the last: {value} ({interval}). Each step has {days} days; until they are over a prospect counts in no share of that step, whether gone on or not: {open} stand at a step so. Counted at once, the quick would be in before those who stay can be.',
    '从第一步到最后一步：{value}（{interval}）。每一步的观察期为{days}天，期满前无论是否推进均不计入该步的比例，现有{open}人停留于期满前的步骤；若当即计入，推进快的会先于不再推进的计入。',
    '由首個步驟至最後步驟：{value}（{interval}）。每個步驟的觀察期為{days}日，期滿前無論有否進展均不計入該步驟的比例，現有{open}人停留於期滿前的步驟；若即時計入，進展快的會早於不再進展的計入。',
  ),

  'risk.decision': text(
    '{recall} of the cases of risk were found; {precision} of the alerts were right.',
    '风险事件中{recall}被识别；预警中{precision}正确。',
    '風險事件中{recall}獲識別；警示中{precision}正確。',
  ),
  'risk.handling': text(
    'Half of the events were closed within {median}, nine in ten within {nineInTen}; {within} within the agreed {limit}.',
    '半数事件在{median}内办结，九成在{nineInTen}内；在约定的{limit}内办结的占{within}。',
    '半數事件於{median}內完結，九成於{nineInTen}內；於議定的{limit}內完結的佔{within}。',
  ),
  'risk.naive': text(
    'Not to be reported: “{mean} on average”. A few long cases make that mean, and those still open are not in it.',
    '不宜报告“平均{mean}”：该均值由少数长期个案拉高，且未计尚未办结者。',
    '不宜匯報「平均{mean}」：此平均值由少數長期個案拉高，且未計尚未完結者。',
  ),
  'risk.how': text(
    '{alerts} alerts and cases that nobody was alerted to. Cases that nobody noticed at all are missing from the recall. Hours of the clock, since risks do not keep business hours.',
    '共{alerts}条预警及漏报个案。完全未被发现的风险不在覆盖率之内。按自然小时计，因为风险不分营业时间。',
    '共{alerts}項警示及漏報個案。完全未被發現的風險不在召回率之內。按時鐘小時計，因為風險不分營業時間。',
  ),

  'advisers.decision': text(
    'Of {advisers} advisers {apart} can be told apart from the group.',
    '{advisers}名顾问中，{apart}名与群体有可辨差异。',
    '{advisers}名顧問中，{apart}名與群體有可辨差異。',
  ),
  'advisers.no-ranks': text(
    'Nobody is ranked: for the others the order would be an order of chance.',
    '不作排名：其余顾问的先后只是偶然。',
    '不作排名：其餘顧問的先後只是偶然。',
  ),
  'advisers.how': text(
    'Difficult cases earn fewer marks, so each adviser is compared with what is usual for the same mix of cases; then each mean is drawn towards the group ({centre:number}), the more the fewer marks it rests on. True means differ by about {spread:number} points. Above or below is said only where it holds although all were looked at (Holm).',
    '疑难案例得分偏低，故先按相同案例构成比较，再将各人均分向群体水平（{centre:number}）收缩，评分越少，收缩越多。真实水平的差异约{spread:number}分。只有在一并考察全部顾问后仍成立（霍尔姆法），才称高于或低于群体。',
    '疑難個案得分偏低，故先按相同個案組合比較，再將各人平均分向群體水平（{centre:number}）收縮，評分愈少，收縮愈多。真實水平的差異約{spread:number}分。只有在一併考察全部顧問後仍成立（Holm法），才稱高於或低於群體。',
  ),

  'training.decision': text(
    'The scores of the trained changed by {gain} points; less the change of those not trained, {effect} are left ({low} to {high}, p {p}).',
    '参训者得分变化{gain}分；扣除未参训者同期变化后为{effect}分（{low}至{high}，p值{p}）。',
    '參訓者得分變化{gain}分；扣除未參訓者同期變化後為{effect}分（{low}至{high}，p值{p}）。',
  ),
  'training.how': text(
    'Difference in differences of the mean test scores. Both tests are treated as independent, which makes the interval rather too wide.',
    '考试均分的双重差分。两次考试按相互独立处理，区间因而偏宽。',
    '考試平均分的雙重差分。兩次考試按互相獨立處理，區間因而偏闊。',
  ),

  'changes.decision': text(
    'On {on} {what}. Of {looked} figures looked at, {shown} changed by more than chance.',
    '{on}起{what}。所考察的{looked}项指标中，{shown}项的变化超出偶然范围。',
    '{on}起{what}。所考察的{looked}項指標中，{shown}項的變化超出偶然範圍。',
  ),
  'changes.among': text(
    'By itself “{kpi}” would have been called changed as well; among so many figures that is not enough.',
    '单独来看，“{kpi}”也会被判为有变化；但同时考察多项时，证据不足。',
    '單獨來看，「{kpi}」亦會被判為有變化；但同時考察多項時，證據不足。',
  ),
  'changes.how': text(
    'The months before against those after. Shares: two-proportion z test; times with open cases: log-rank test; all together by Holm, so that one false alarm among them all has a chance of at most 5%.',
    '变动前各月与变动后各月比较。比率采用双比例z检验；含未结案的时长采用对数秩检验；各项按霍尔姆法一并校正，使出现任何一次误报的概率不超过5%。',
    '變動前各月與變動後各月比較。比率採用雙比例z檢驗；含未完結個案的時間採用對數秩檢驗；各項按Holm法一併校正，使出現任何一次誤報的機會率不超過5%。',
  ),

  'fairness.worse': text(
    '{kpi}: {value} in the age band “{age}”, {rest} among all others; the gap is more than chance.',
    '{kpi}：{age}为{value}，其余客户为{rest}；差距超出偶然范围。',
    '{kpi}：{age}為{value}，其餘客戶為{rest}；差距超出偶然範圍。',
  ),
  'fairness.none': text(
    'None of {gaps} gaps is more than chance; that does not show that there is none.',
    '{gaps}处差距均未超出偶然范围；但这不等于证明没有差距。',
    '{gaps}處差距均未超出偶然範圍；但這不等於證明並無差距。',
  ),
  'fairness.how': text(
    'Each age band against all others, judged together by Holm within each figure. Look at the interval: it says how large a gap there may still be.',
    '各年龄段与其余客户比较，每项指标内按霍尔姆法一并校正。请看区间：它说明差距最大可能有多大。',
    '各年齡層與其餘客戶比較，每項指標內按Holm法一併校正。請看區間：它說明差距最大可能有多大。',
  ),
  'fairness.next': text(
    'No gap is shown in how fast they are answered, so what they miss may be something else: ask them.',
    '其响应速度未见差距，不满或另有原因，应直接向其了解。',
    '其獲回應的速度未見差距，不滿或另有原因，應直接向他們了解。',
  ),

  'scorecard.decision': text(
    '{score} of 100 points.',
    '综合评分{score}分（满分100）。',
    '綜合評分{score}分（滿分100）。',
  ),
  'scorecard.capped': text(
    'The lines add up to {uncapped} points, but the score is {score}: a guard does not hold, and no sales figure buys that off.',
    '各项合计{uncapped}分，但综合评分为{score}分：红线指标未达标，业绩再好也不能抵补。',
    '各項合計{uncapped}分，但綜合評分為{score}分：紅線指標未達標，業績再好亦不能彌補。',
  ),
  'scorecard.how': text(
    'Points run from the value that earns none to the one that earns all. “By chance” is what the ends of a figure’s interval would add or take.',
    '得分按“零分值”到“满分值”线性折算。“偶然波动”指指标区间两端所对应的加减分。',
    '得分按「零分值」至「滿分值」線性折算。「偶然波動」指指標區間兩端所對應的加減分。',
  ),

  'machines.alike': text(
    '{records:number} records told to {machines} machines came to the same bytes, merged in {orders} ways.',
    '{records:number}条记录分送{machines}台机器，按{orders}种方式合并，结果逐字节相同。',
    '{records:number}項紀錄分送{machines}部機器，按{orders}種方式合併，結果逐位元組相同。',
  ),
  'machines.differ': text(
    '{records:number} records told to {machines} machines did not come to the same bytes in {orders} ways.',
    '{records:number}条记录分送{machines}台机器，按{orders}种方式合并，结果不一致。',
    '{records:number}項紀錄分送{machines}部機器，按{orders}種方式合併，結果不一致。',
  ),
  'machines.how': text(
    'Each branch feeds its own machine. The head office has what belongs to no branch, an earlier look at every case (open then, closed since) and copies of every seventh record. Merged and closed at the year’s end, the state holds {cells:number} cells by figure, month, branch, age and campaign.',
    '各支行输入各自的机器。总行接收不属于任何支行的记录、所有个案的较早快照（当时未结、其后已结）以及每七条中一条的副本。合并并于年末关账后，状态共{cells:number}个单元（按指标、月份、支行、年龄段、活动）。',
    '各分行輸入各自的機器。總行接收不屬於任何分行的紀錄、所有個案的較早快照（當時未完結、其後已完結）以及每七項中一項的副本。合併並於年末結帳後，狀態共{cells:number}個單元（按指標、月份、分行、年齡層、活動）。',
  ),
  'machines.repeats': text(
    '{repeats:number} records came again, as copies or corrected; each counts once, as last told.',
    '{repeats:number}条记录重复到达（副本或更正）；每条只计一次，以最后所报为准。',
    '{repeats:number}項紀錄重複到達（副本或更正）；每項只計一次，以最後所報為準。',
  ),
  'machines.late': text(
    '{late} records came after the year was closed; they are listed and count nowhere, so that what was reported stays as it was.',
    '{late}条记录在关账后才到达；列明但不计入，已报告的数字保持不变。',
    '{late}項紀錄於結帳後才到達；列明但不計算在內，已匯報的數字維持不變。',
  ),

  'scenario.decision': text(
    'The panel of the scenario’s adviser team in the second quarter of 2026, from its counts alone.',
    '示例情景中顾问团队2026年第二季度的指标，仅由计数得出。',
    '示例情景中顧問團隊2026年第二季度的指標，僅由計數得出。',
  ),
  'scenario.change': text(
    'The two best scores went from {before} to {after}: {difference} points ({low} to {high}, p {p}).',
    '最高两档评分占比由{before}升至{after}：{difference}个百分点（{low}至{high}，p值{p}）。',
    '最高兩級評分比例由{before}升至{after}：{difference}個百分點（{low}至{high}，p值{p}）。',
  ),

  'limits.decision': text(
    'Figures say what was counted. What it means for clients is still to be asked.',
    '指标只说明统计了什么；对客户意味着什么，仍须追问。',
    '指標只說明統計了甚麼；對客戶意味着甚麼，仍須追問。',
  ),
  'limits.causes': text(
    'Before and after without a control group shows a change, not its cause.',
    '没有对照组的前后对比只能显示变化，不能说明原因。',
    '沒有對照組的前後對比只能顯示變化，不能說明原因。',
  ),
  'limits.answers': text(
    'Surveys speak of who answers. If the unhappy stay silent, the share is too high.',
    '调查只反映答卷者；若不满者沉默，比率会偏高。',
    '調查只反映有回覆者；若不滿者沉默，比率會偏高。',
  ),
  'limits.recorded': text(
    'Risks that nobody noticed and reasons that nobody recorded are in no figure.',
    '无人察觉的风险、无人记录的原因，不在任何指标之中。',
    '無人察覺的風險、無人記錄的原因，不在任何指標之中。',
  ),
  'limits.small': text(
    'Small groups are drawn in or held back; their own figures would mostly be chance, or would give people away.',
    '小群体的数值须收缩或不予显示：否则多半只是偶然，或会泄露个人信息。',
    '小群組的數值須收縮或不予顯示：否則多半只是偶然，或會洩露個人私隱。',
  ),
  'limits.goals': text(
    'A figure that becomes a target is met in other ways than meant. That is why guards stand beside points.',
    '指标一旦成为目标，就会以各种非本意的方式达成，所以得分之外还须设红线。',
    '指標一旦成為目標，便會以各種非本意的方式達成，所以得分之外還須設紅線。',
  ),
};
