import { type Messages, localisedText as text } from '../../../evidence/index.js';

/** Texts of the rules on appropriateness, as the client may read them. */
export const euAppropriatenessMessages: Messages = Object.freeze({
  'EU-MIFID-25(3)-not-appropriate': text(
    '以您的知识与经验来看，这项产品或服务对您并不适当。我们须先警告您；您仍可决定是否继续。',
    '以閣下的知識與經驗來看，這項產品或服務對閣下並不適當。我們須先警告閣下；閣下仍可決定是否繼續。',
    'Going by your knowledge and experience, this product or service is not appropriate for you. We have to warn you first; whether to go on is for you to decide.',
  ),
  'EU-MIFID-25(3)-no-information': text(
    '您没有提供知识与经验方面的资料，或资料不足，我们无法判断这项产品或服务对您是否适当。我们须先警告您；您仍可决定是否继续。',
    '閣下沒有提供知識與經驗方面的資料，或資料不足，我們無法判斷這項產品或服務對閣下是否適當。我們須先警告閣下；閣下仍可決定是否繼續。',
    'You gave no or not enough information on your knowledge and experience, so we cannot determine whether this product or service is appropriate for you. We have to warn you first; whether to go on is for you to decide.',
  ),
  'EU-565-56(1)-professional': text(
    '您是专业客户，我们可以推定您具备所需的知识与经验。',
    '閣下是專業客戶，我們可以推定閣下具備所需的知識與經驗。',
    'As you are a professional client, we may assume that you have the knowledge and experience needed.',
  ),
  'EU-565-56(2)': text(
    '我们须记录适当性评估的结果、所作的警告、您是否要求继续，以及我们是否接受。',
    '我們須記錄適當性評估的結果、所作的警告、閣下是否要求繼續，以及我們是否接受。',
    'We have to record the result of the appropriateness assessment, any warning, whether you asked to go on and whether we accepted.',
  ),
  'EU-MIFID-30(1)': text(
    '您是合格对手方，这项服务无须评估适当性。',
    '閣下是合資格對手方，這項服務無須評估適當性。',
    'As you are an eligible counterparty, appropriateness is not assessed for this service.',
  ),
  'EU-MIFID-25(4)': text(
    '这是您主动要求的非复杂工具交易，我们只负责执行，不评估适当性；您因此不享有相应的保护。',
    '這是閣下主動要求的非複雜工具交易，我們只負責執行，不評估適當性；閣下因此不享有相應的保障。',
    'You asked for this transaction in a non-complex instrument and we only execute it. We do not assess whether it is appropriate, and you do not have the protection that goes with it.',
  ),
  'EU-MIFID-25(4)-complex': text(
    '这是复杂工具，不能免于适当性评估。',
    '這是複雜工具，不能免於適當性評估。',
    'This is a complex instrument: it cannot be executed without assessing whether it is appropriate.',
  ),
});
