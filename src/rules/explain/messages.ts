import { type Messages, localisedText as text } from '../../evidence/index.js';

/** How a decision is explained, in three languages; how conditions and values are, stands in the catalogues beside. */
export const explainMessages: Messages = Object.freeze({
  'rules.decision.allow': text(
    '{asOf}：可以办理，没有规则反对。',
    '{asOf}：可以辦理，沒有規則反對。',
    '{asOf}: allowed. No rule stands against it.',
  ),
  'rules.decision.allow-with-evidence': text(
    '{asOf}：可以办理。适用的义务均已履行，凭证须留存。',
    '{asOf}：可以辦理。適用的義務均已履行，憑證須保存。',
    '{asOf}: allowed. The duties that apply are fulfilled; keep the evidence.',
  ),
  'rules.decision.warn': text(
    '{asOf}：可以办理，但须作提示。',
    '{asOf}：可以辦理，但須作提示。',
    '{asOf}: allowed, with a warning.',
  ),
  'rules.decision.refer': text(
    '{asOf}：须由人员决定。',
    '{asOf}：須由人員決定。',
    '{asOf}: a person must decide.',
  ),
  'rules.decision.require': text(
    '{asOf}：尚有义务未履行，暂不能办理。',
    '{asOf}：尚有義務未履行，暫不能辦理。',
    '{asOf}: not yet. A duty is open.',
  ),
  'rules.decision.undetermined': text(
    '{asOf}：缺少信息，无法判断。',
    '{asOf}：欠缺資料，無法判斷。',
    '{asOf}: undetermined. Facts are missing.',
  ),
  'rules.decision.block': text('{asOf}：不得办理。', '{asOf}：不得辦理。', '{asOf}: forbidden.'),
  'rules.decision.because': text(
    '{decision}决定性规则：{rules}。',
    '{decision}決定性規則：{rules}。',
    '{decision} Deciding: {rules}.',
  ),
  'rules.finding': text(
    '{rule}（{standing}）：{text}',
    '{rule}（{standing}）：{text}',
    '{rule} ({standing}): {text}',
  ),
  // The text of a rule speaks as if it applied.
  'rules.finding.unknown': text(
    '尚无法判断：{text}',
    '尚無法判斷：{text}',
    'cannot be decided yet: {text}',
  ),
  'rules.standing.block': text('适用，禁止办理', '適用，禁止辦理', 'applies and forbids'),
  'rules.standing.require': text(
    '适用，义务尚未履行',
    '適用，義務尚未履行',
    'applies, the duty is open',
  ),
  'rules.standing.refer': text(
    '适用，须由人员决定',
    '適用，須由人員決定',
    'applies, a person must decide',
  ),
  'rules.standing.warn': text('适用，须作提示', '適用，須作提示', 'applies, a warning is due'),
  'rules.standing.info': text('适用，仅供知悉', '適用，僅供知悉', 'applies, for information'),
  'rules.standing.satisfied': text(
    '适用，义务已履行',
    '適用，義務已履行',
    'applies, the duty is fulfilled',
  ),
  'rules.standing.unknown': text('缺少信息', '欠缺資料', 'facts are missing'),
  'rules.standing.excepted': text(
    '不适用，以特别规则{rules}为准',
    '不適用，以特別規則{rules}為準',
    'gives way to {rules}',
  ),
  'rules.standing.overridden': text('本案已豁免', '本案已豁免', 'set aside in this case'),
  'rules.standing.not-met': text('条件不成立', '條件不成立', 'its condition does not hold'),
  'rules.standing.out-of-scope': text('不在适用范围内', '不在適用範圍內', 'does not apply here'),
  'rules.override': text(
    '可由以下角色在个案中豁免：{roles}',
    '可由以下角色在個案中豁免：{roles}',
    'can be set aside in a single case by: {roles}',
  ),
  'rules.override.evidence': text(
    '{override}；须存档：{evidence}',
    '{override}；須存檔：{evidence}',
    '{override}; on file: {evidence}',
  ),
  'rules.override.four-eyes': text(
    '{override}；须经第二人同意',
    '{override}；須經第二人同意',
    '{override}; a second person must agree',
  ),
  'rules.missing': text(
    '缺少：{label}（{gap}）',
    '欠缺：{label}（{gap}）',
    'missing: {label} ({gap})',
  ),
  'rules.conflict': text(
    '规则{one}与规则{other}相互抵触：对“{fact}”的要求相反。',
    '規則{one}與規則{other}互相抵觸：對「{fact}」的要求相反。',
    'Rules {one} and {other} contradict each other: what one demands of “{fact}”, the other forbids.',
  ),
  'rules.pack': text(
    '规则包 {id}，版本 {version}',
    '規則包 {id}，版本 {version}',
    'pack {id}, version {version}',
  ),
  'rules.pack.unverified': text(
    '{pack}（部分条文尚未与原文核对）',
    '{pack}（部分條文尚未與原文核對）',
    '{pack} (not all of it compared with the text of the law)',
  ),
  'rules.citation': text(
    '{instrument} {article}',
    '{instrument} {article}',
    '{instrument}, {article}',
  ),
  'rules.citation.since': text(
    '{citation}，自{date}起施行',
    '{citation}，自{date}起實施',
    '{citation}, in force from {date}',
  ),
  'rules.citation.address': text(
    '{citation}，{address}',
    '{citation}，{address}',
    '{citation}, {address}',
  ),
  'rules.citation.unverified': text(
    '{citation}（尚未与原文核对）',
    '{citation}（尚未與原文核對）',
    '{citation} (not compared with the text)',
  ),
});
