import { describe, expect, it } from 'vitest';
import {
  checkMessages,
  formatMessage,
  formatReason,
  makeReason,
  mergeMessages,
} from '../../src/evidence/index.js';
import { ordersMessages } from '../../src/orders/index.js';
import { compilePack, factMessages, type RulePack } from '../../src/rules/index.js';
import { selectionMessages } from '../../src/selection/index.js';
import { cnCsrc, cnNfra } from '../../src/suitability/packs/cn/index.js';
import { expectRefusal } from '../refusal.js';

const packs = [compilePack(cnNfra), compilePack(cnCsrc)];
const unknown = (missing: readonly string[]) =>
  makeReason('orders.not-determined', 'block', { rules: ['甲'], missing });

describe('factMessages', () => {
  it('name every fact of the packs in the sentences of any room', () => {
    const texts = factMessages(packs);
    expect(checkMessages(texts)).toEqual([]);
    const facts = packs.flatMap(({ pack }) => Object.keys(pack.facts));
    const messages = mergeMessages(ordersMessages, selectionMessages, texts);
    for (const fact of facts) {
      expect(formatReason(messages, unknown([fact]), 'zh-Hans')).not.toContain(fact);
      const needed = makeReason('selection.change.facts', 'info', { missing: [fact] });
      expect(formatReason(messages, needed, 'zh-Hant')).not.toContain(fact);
    }
    expect(formatReason(messages, unknown(['history.assessments12m']), 'en')).toBe(
      'It cannot be decided yet whether this is allowed. Rules concerned: 甲. Not known: assessments already made within twelve months.',
    );
  });

  it('take a label of the bank for a fact of its own, and leave what has none', () => {
    const own: RulePack = {
      ...cnCsrc,
      facts: {
        ...cnCsrc.facts,
        'client.branch': {
          type: 'text',
          label: { 'zh-Hans': '开户网点', 'zh-Hant': '開戶分行', en: 'branch' },
        },
      },
    };
    const messages = mergeMessages(ordersMessages, factMessages([compilePack(own)]));
    expect(formatReason(messages, unknown(['client.branch', 'client.x']), 'zh-Hans')).toBe(
      '尚不能判断是否可以办理。涉及的规则：甲；尚不知道：开户网点、client.x。',
    );
  });

  it('give way to a word of the room itself', () => {
    const said = { 'zh-Hans': '甲', 'zh-Hant': '甲', en: 'a' };
    const other = { 'zh-Hans': '乙', 'zh-Hant': '乙', en: 'b' };
    const text = { 'zh-Hans': '{x:term}', 'zh-Hant': '{x:term}', en: '{x:term}' };
    const messages = {
      'room.text': text,
      'room.term.one': said,
      'term.one': other,
      'term.two': other,
    };
    expect(formatMessage(messages, 'room.text', 'en', { x: ['one', 'two', 'three'] })).toBe(
      'a, b, three',
    );
  });

  it('refuse what is no list', () => {
    expectRefusal(() => factMessages(null as never), 'missing-value', 'packs');
  });
});
