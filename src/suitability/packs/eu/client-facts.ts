import type { FactDeclaration } from '../../../rules/index.js';
import { count, day, label, listOf, named, oneOf, yesNo } from '../../facts/declare.js';
import { INSTRUMENT_TYPES, OBJECTIVES } from './instrument-facts.js';

const CAN_CHANGE = { change: {} } as const;
/** The highest risk class, on the scale of the summary risk indicator, up to which something reaches. */
const CLASS = { whole: true, min: 1, max: 7, riskier: 'lower' } as const;

/** What is known of the client. `null` is what was asked for in vain. */
export const EU_CLIENT_FACTS: Readonly<Record<string, FactDeclaration>> = {
  /** For the service and the instrument in question; `professional` is who is so as such, by section I of Annex II. */
  'client.category': oneOf(
    {
      retail: ['零售客户', '零售客戶', 'retail client'],
      professional: ['当然专业客户', '當然專業客戶', 'professional client as such'],
      'elective-professional': [
        '经申请的专业客户',
        '經申請的專業客戶',
        'professional client on request',
      ],
      'eligible-counterparty': ['合格对手方', '合資格對手方', 'eligible counterparty'],
    },
    label('客户类别', '客戶類別', 'client category'),
  ),
  'client.form': oneOf(
    {
      'natural-person': ['自然人', '自然人', 'natural person'],
      group: ['多名自然人', '多名自然人', 'several natural persons'],
      represented: [
        '由他人代表的自然人',
        '由他人代表的自然人',
        'natural person who is represented',
      ],
      'legal-person': ['法人', '法人', 'legal person'],
    },
    label('客户形式', '客戶形式', 'form of the client'),
  ),
  'client.objectives': listOf(label('投资目标', '投資目標', 'investment objectives'), {
    ...OBJECTIVES,
    personal: true,
  }),
  'client.horizonYears': count(
    'years',
    label('愿意持有的年限', '願意持有的年限', 'years for which the client wishes to hold'),
    { riskier: 'lower', personal: true },
  ),
  'client.riskTolerance': count(
    'class',
    label('风险容忍度', '風險容忍度', 'risk tolerance'),
    CLASS,
  ),
  'client.riskCapacity': count(
    'class',
    label('承受损失的能力', '承受損失的能力', 'ability to bear losses'),
    CLASS,
  ),
  /** Of several persons, what the one with the least knowledge and experience understands. */
  'client.suitableTypes': listOf(
    label(
      '知识与经验足以理解的工具种类',
      '知識與經驗足以理解的工具種類',
      'kinds of instruments that the client has the knowledge and experience to understand',
    ),
    named(INSTRUMENT_TYPES),
  ),
  'client.informationDoubtful': yesNo(
    label(
      '客户资料明显过时、不准确或不完整',
      '客戶資料明顯過時、不準確或不完整',
      'client information is manifestly out of date, inaccurate or incomplete',
    ),
  ),
  /** `null`: never raised. */
  'client.profileRaisedOn': day(
    label(
      '风险等级上次调高之日',
      '風險級別上次調高之日',
      'day on which the profile was last raised',
    ),
  ),
  'client.assessmentPolicyRecorded': yesNo(
    label(
      '已记录由谁接受评估及如何评估的政策',
      '已記錄由誰接受評估及如何評估的政策',
      'policy on who is assessed, and how, is recorded',
    ),
    CAN_CHANGE,
  ),
  'client.rightPersonsAssessed': yesNo(
    label(
      '财务状况与目标取自客户本人，知识与经验取自代表人',
      '財務狀況與目標取自客戶本人，知識與經驗取自代表人',
      'finances and objectives are those of the client, knowledge and experience those of the representative',
    ),
    CAN_CHANGE,
  ),
  'client.wantsSwitchProtection': yesNo(
    label(
      '专业客户要求转换时的保护',
      '專業客戶要求轉換時的保障',
      'professional client has asked for the protection on switching',
    ),
  ),
  'group.lowestRiskTolerance': count(
    'class',
    label('各人中最低的风险容忍度', '各人中最低的風險容忍度', 'lowest risk tolerance in the group'),
    CLASS,
  ),
  'group.lowestRiskCapacity': count(
    'class',
    label(
      '各人中最低的承受损失能力',
      '各人中最低的承受損失能力',
      'lowest ability to bear losses in the group',
    ),
    CLASS,
  ),
  'sustainability.hasPreferences': yesNo(
    label('客户有可持续偏好', '客戶有可持續偏好', 'client has sustainability preferences'),
  ),
  'sustainability.asked': yesNo(
    label(
      '在其他目标之后询问了可持续偏好',
      '在其他目標之後詢問了可持續偏好',
      'sustainability preferences were asked for, after the other objectives',
    ),
    CAN_CHANGE,
  ),
  'sustainability.adapted': yesNo(
    label(
      '客户已决定调整可持续偏好',
      '客戶已決定調整可持續偏好',
      'client has decided to adapt the sustainability preferences',
    ),
  ),
};
