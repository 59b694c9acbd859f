import { type Messages, localisedText as text } from '../../../evidence/index.js';

/** Texts of the rules on suitability, as the client may read them. */
export const euSuitabilityMessages: Messages = Object.freeze({
  'EU-565-54(1)-purpose': text(
    '在推荐之前，我们须简单清楚地告诉您：评估适合性是为了让我们能为您的最佳利益行事。',
    '在推介之前，我們須簡單清楚地告知閣下：評估合適性是為了讓我們能按閣下的最佳利益行事。',
    'Before we recommend anything, we have to tell you clearly and simply that we assess suitability so that we can act in your best interest.',
  ),
  'EU-565-54(1)-automated': text(
    '这项服务全部或部分由自动化系统提供。适合性评估的责任仍由我们全部承担，这一点须先确认。',
    '這項服務全部或部分由自動化系統提供。合適性評估的責任仍由我們全部承擔，這一點須先確認。',
    'This service is provided in whole or in part by an automated system. The responsibility for the assessment stays with us undiminished, and that has to be settled first.',
  ),
  'EU-565-54(2)(a)-objectives': text(
    '这项投资不符合您的投资目标，我们不能推荐。',
    '這項投資不符合閣下的投資目標，我們不能推介。',
    'This investment does not meet your objectives. We may not recommend it.',
  ),
  'EU-565-54(2)(a)-term': text(
    '这项投资至少须持有{instrument.termYears}年，长于您愿意持有的{client.horizonYears}年，我们不能推荐。',
    '這項投資至少須持有{instrument.termYears}年，長於閣下願意持有的{client.horizonYears}年，我們不能推介。',
    'This investment ties the money up for {instrument.termYears} {instrument.termYears|year|years}, longer than the {client.horizonYears} for which you wish to hold it. We may not recommend it.',
  ),
  'EU-565-54(2)(a)-tolerance': text(
    '这项投资的风险类别是{instrument.riskClass}，高于您的风险容忍度{client.riskTolerance}，我们不能推荐。',
    '這項投資的風險類別是{instrument.riskClass}，高於閣下的風險容忍度{client.riskTolerance}，我們不能推介。',
    'This investment is of risk class {instrument.riskClass}, above your risk tolerance of {client.riskTolerance}. We may not recommend it.',
  ),
  'EU-565-54(2)(a)-sustainability': text(
    '这项投资不符合您的可持续偏好。只有在您决定调整偏好之后，我们才能推荐它。',
    '這項投資不符合閣下的可持續偏好。只有在閣下決定調整偏好之後，我們才能推介。',
    'This investment does not meet your sustainability preferences. We may recommend it only once you have decided to adapt them.',
  ),
  'EU-565-54(2)(b)': text(
    '这项投资的风险类别是{instrument.riskClass}，超出您的财务能承受的{client.riskCapacity}，我们不能推荐。',
    '這項投資的風險類別是{instrument.riskClass}，超出閣下的財務能承受的{client.riskCapacity}，我們不能推介。',
    'This investment is of risk class {instrument.riskClass}, beyond the {client.riskCapacity} that your finances can bear. We may not recommend it.',
  ),
  'EU-565-54(2)(c)': text(
    '以您现有的知识与经验，尚不足以理解这类工具的风险，我们不能推荐。',
    '以閣下現有的知識與經驗，尚不足以理解這類工具的風險，我們不能推介。',
    'You do not have the knowledge and experience to understand the risks of this kind of instrument. We may not recommend it.',
  ),
  'EU-565-54(3)-knowledge': text(
    '您是专业客户，我们可以推定您具备所需的知识与经验。',
    '閣下是專業客戶，我們可以推定閣下具備所需的知識與經驗。',
    'As you are a professional client, we may assume that you have the knowledge and experience needed.',
  ),
  'EU-565-54(3)-loss': text(
    '您本身即属专业客户，提供投资建议时我们可以推定您的财务能够承受相关风险。',
    '閣下本身即屬專業客戶，提供投資建議時我們可以推定閣下的財務能夠承受相關風險。',
    'As you are a professional client in your own right, we may assume when we advise you that you can bear the risks financially.',
  ),
  'EU-565-54(5)-sustainability': text(
    '在了解您的其他目标之后，我们还须询问您的可持续偏好。',
    '在了解閣下的其他目標之後，我們還須詢問閣下的可持續偏好。',
    'Once we know your other objectives, we still have to ask for your sustainability preferences.',
  ),
  'EU-565-54(6)-policy': text(
    '客户是法人、数人或由他人代表。由谁接受评估、如何评估，须先有政策并记录在案。',
    '客戶是法人、數人或由他人代表。由誰接受評估、如何評估，須先有政策並記錄在案。',
    'The client is a legal person, a group or represented by someone. Who is assessed, and how, has to be laid down and recorded first.',
  ),
  'EU-565-54(6)-persons': text(
    '财务状况与投资目标须取自客户本人，知识与经验须取自代表人或获授权交易的人。',
    '財務狀況與投資目標須取自客戶本人，知識與經驗須取自代表人或獲授權交易的人。',
    'Finances and objectives have to be those of the client itself, knowledge and experience those of the representative or of the person authorised to trade.',
  ),
  'EU-565-54(8)-knowledge': text(
    '我们没有取得您的知识与经验资料，因此不能作任何推荐。',
    '我們沒有取得閣下的知識與經驗資料，因此不能作任何推介。',
    'We did not obtain information on your knowledge and experience, so we may not recommend anything.',
  ),
  'EU-565-54(8)-finances': text(
    '我们没有取得您的财务状况资料，包括承受损失的能力，因此不能作任何推荐。',
    '我們沒有取得閣下的財務狀況資料，包括承受損失的能力，因此不能作任何推介。',
    'We did not obtain information on your finances, including your ability to bear losses, so we may not recommend anything.',
  ),
  'EU-565-54(8)-objectives': text(
    '我们没有取得您的投资目标资料，包括风险容忍度，因此不能作任何推荐。',
    '我們沒有取得閣下的投資目標資料，包括風險容忍度，因此不能作任何推介。',
    'We did not obtain information on your objectives, including your risk tolerance, so we may not recommend anything.',
  ),
  'EU-565-54(10)-as-sustainable': text(
    '这项投资不符合您的可持续偏好，不得作为符合偏好的投资来推荐。',
    '這項投資不符合閣下的可持續偏好，不得作為符合偏好的投資來推介。',
    'This investment does not meet your sustainability preferences and must not be recommended as if it did.',
  ),
  'EU-565-54(10)-reasons': text(
    '这项投资不符合您的可持续偏好。我们须向您说明理由并记录在案。',
    '這項投資不符合閣下的可持續偏好。我們須向閣下說明理由並記錄在案。',
    'This investment does not meet your sustainability preferences. We have to explain the reasons to you and keep a record of them.',
  ),
  'EU-565-54(10)-adapted': text(
    '您决定调整可持续偏好。我们须记录您的决定及其理由。',
    '閣下決定調整可持續偏好。我們須記錄閣下的決定及其理由。',
    'You decided to adapt your sustainability preferences. We have to keep a record of that decision and its reasons.',
  ),
  'EU-565-54(11)-analysis': text(
    '这是一次转换。我们须先取得新旧投资的资料，并分析转换的成本与收益。',
    '這是一次轉換。我們須先取得新舊投資的資料，並分析轉換的成本與收益。',
    'This is a switch. We first have to obtain information on both investments and analyse the costs and benefits of switching.',
  ),
  'EU-565-54(11)-benefits': text(
    '转换的收益（{switch.benefits:percent2}）不大于成本（{switch.costs:percent2}），我们不能推荐转换。',
    '轉換的收益（{switch.benefits:percent2}）不大於成本（{switch.costs:percent2}），我們不能推介轉換。',
    'The benefits of switching ({switch.benefits:percent2}) are not greater than its costs ({switch.costs:percent2}). We may not recommend the switch.',
  ),
  'EU-565-54(12)': text(
    '我们须给您一份适合性报告：概述建议，并说明它如何符合您的目标、个人情况、知识与经验、风险态度、承受损失的能力和可持续偏好（如有），以及是否需要定期审视。',
    '我們須給閣下一份合適性報告：概述建議，並說明它如何符合閣下的目標、個人情況、知識與經驗、風險態度、承受損失的能力及可持續偏好（如有），以及是否需要定期檢視。',
    'We owe you a suitability report that outlines the advice and says how it fits your objectives, personal circumstances, knowledge and experience, attitude to risk, capacity for loss and any sustainability preferences, and whether your arrangements are likely to need a periodic review.',
  ),
  'EU-565-54(13)': text(
    '距上次审视适合性（{review.lastOn}）不得超过{reviewMonths}个月。请先审视，再作新的推荐。',
    '距上次檢視合適性（{review.lastOn}）不得超過{reviewMonths}個月。請先檢視，再作新的推介。',
    'Suitability was last reviewed on {review.lastOn}, and {reviewMonths} {reviewMonths|month|months} must not be exceeded. The review comes before anything new.',
  ),
  'EU-565-55(2)': text(
    '机构不得劝阻客户提供评估所需的资料。请查明经过，并补齐资料。',
    '機構不得勸阻客戶提供評估所需的資料。請查明經過，並補齊資料。',
    'A client must not be discouraged from giving the information that the assessment needs. Find out what happened and complete the information.',
  ),
  'EU-565-55(3)': text(
    '我们知道或应当知道您的资料明显过时、不准确或不完整，不能以它为依据。请先更新资料。',
    '我們知道或應當知道閣下的資料明顯過時、不準確或不完整，不能以它為依據。請先更新資料。',
    'We are aware, or ought to be, that the information on you is manifestly out of date, inaccurate or incomplete. We may not rely on it; please update it first.',
  ),
  'EU-MIFID-25(2)-switch': text(
    '我们须告诉您：转换的收益是否大于成本。',
    '我們須告知閣下：轉換的收益是否大於成本。',
    'We have to tell you whether the benefits of switching are greater than its costs.',
  ),
  'EU-MIFID-25(6)': text(
    '适合性报告须在交易之前交给您。远程成交时，只有在您同意随后收取、并且可以选择延后交易的情况下，才可在成交后立即交付。',
    '合適性報告須在交易之前交予閣下。遙距成交時，只有在閣下同意隨後收取、並且可以選擇延後交易的情況下，才可在成交後立即交付。',
    'The suitability report has to reach you before the transaction. At a distance it may follow at once, but only if you agreed to that and could have delayed the transaction.',
  ),
  'EU-MIFID-29a(2)': text(
    '您是专业客户，且没有要求这项保护，因此无须告知转换的收益是否大于成本。',
    '閣下是專業客戶，且沒有要求這項保障，因此無須告知轉換的收益是否大於成本。',
    'As you are a professional client and have not asked for this protection, you need not be told whether the benefits of switching are greater.',
  ),
  'EU-ESMA-GL5-58': text(
    '您的等级于{client.profileRaisedOn}调高，距今不超过{profileCoolingDays}天。推荐之前须由专人核实。',
    '閣下的級別於{client.profileRaisedOn}調高，距今不超過{profileCoolingDays}日。推介之前須由專人核實。',
    'Your profile was raised on {client.profileRaisedOn}, no more than {profileCoolingDays} {profileCoolingDays|day|days} ago. Somebody has to look at that before anything is recommended.',
  ),
  'EU-ESMA-GL6-69': text(
    '数人共同投资时，以各人中最审慎的一位为准。这项投资的风险类别是{instrument.riskClass}，高于其中最低的容忍度或承受能力，我们不能推荐。',
    '數人共同投資時，以各人中最審慎的一位為準。這項投資的風險類別是{instrument.riskClass}，高於其中最低的容忍度或承受能力，我們不能推介。',
    'For several persons the most prudent one counts. This investment is of risk class {instrument.riskClass}, above the lowest tolerance or capacity among you. We may not recommend it.',
  ),
  'EU-ESMA-GL8-80': text(
    '这笔投资的资金来自借款或质押，我们不能推荐。',
    '這筆投資的資金來自借貸或質押，我們不能推介。',
    'The money for this investment is borrowed or raised on a pledge. We may not recommend it.',
  ),
});
