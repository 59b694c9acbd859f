import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Citation } from '../../src/evidence/index.js';
import { compilePack, type InForce, type Rule, type RulePack } from '../../src/rules/index.js';
import { INSTRUMENTS } from '../../tools/jurisdictions/instruments.js';
import { isPack, jurisdictions } from '../../tools/jurisdictions/jurisdictions.js';
import { PACK_NOTES } from '../../tools/jurisdictions/notes.js';
import { packSection } from '../../tools/jurisdictions/pack-section.js';
import { jurisdictionFaults, jurisdictionPages } from '../../tools/jurisdictions/pages.js';
import { passagesOf } from '../../tools/jurisdictions/passages.js';
import { subpaths } from '../../tools/subpaths.js';

const pages = jurisdictionPages();
const packs = jurisdictions().flatMap((jurisdiction) => jurisdiction.packs);

describe('the pages of the jurisdictions', () => {
  it.each([...pages])('%s is what `npm run jurisdictions` writes', (path, text) => {
    expect(existsSync(path) && readFileSync(path, 'utf8')).toBe(text);
  });

  it('are all of them, and no other is left over', () => {
    expect(jurisdictionFaults()).toEqual([]);
  });

  it('have every pack of law that a subpath exports, with every rule', async () => {
    const sources = subpaths().filter(({ name }) => name.startsWith('suitability/packs/'));
    expect(sources.length).toBeGreaterThan(1);
    for (const { name, source } of sources) {
      const face: object = await import(/* @vite-ignore */ `../../${source}`);
      const ofLaw = Object.values(face)
        .filter(isPack)
        .filter(({ kind }) => kind === 'law');
      const page = pages.get(`docs/jurisdictions/${name.split('/').at(-1)}.md`);
      for (const { id, rules } of ofLaw) {
        const shown = rules.filter((rule) => page?.includes(`| \`${rule.id}\`<br>`));
        expect(shown, id).toHaveLength(rules.length);
      }
    }
  });

  it('leave no placeholder open', () => {
    for (const text of pages.values()) expect(text).not.toMatch(/[{}]|undefined|null/);
  });

  it('have tables of two columns, whatever stands in them', () => {
    for (const [path, text] of pages) {
      const rows = text.split('\n').filter((line) => line.startsWith('|'));
      for (const row of rows) {
        expect(row.split(/(?<!\\)\|/), `${path}: ${row}`).toHaveLength(4);
      }
    }
  });

  it('link to nothing that is not there', () => {
    for (const [path, text] of pages) {
      const targets = [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, target]) => target ?? '');
      for (const target of targets.filter((one) => !one.startsWith('http'))) {
        const [file, anchor] = target.split('#');
        const other = file === '' ? path : `docs/jurisdictions/${file}`;
        expect([...pages.keys()], `${path}: ${target}`).toContain(other);
        if (anchor !== undefined) expect(anchorsOf(pages.get(other) ?? '')).toContain(anchor);
      }
      expect(text).not.toMatch(/\]\(http[^)]*[\s<>]/);
    }
  });
});

describe('the notes on packs and texts', () => {
  it('are on nothing that is gone', () => {
    const ids = packs.map(({ pack }) => pack.id);
    expect(Object.keys(PACK_NOTES)).toEqual(ids);
    const cited = passagesOf(packs.map(({ pack }) => pack)).map(({ instrument }) => instrument);
    expect(Object.keys(INSTRUMENTS).sort()).toEqual([...new Set(cited)].sort());
  });

  it('call no two texts of a page the same', () => {
    for (const { packs: own } of jurisdictions()) {
      const cited = passagesOf(own.map(({ pack }) => pack)).map(({ instrument }) => instrument);
      const short = [...new Set(cited)].map((instrument) => INSTRUMENTS[instrument]?.short);
      expect(new Set(short).size).toBe(short.length);
    }
  });
});

describe('a pack in words', () => {
  const text = section().join('\n');

  it('says what a rule says, with the figure of its own days and the fact by its name', () => {
    expect(text).toContain('**Forbidden.** At most 40.0% of ‹yearly income›, after 6 months.');
    expect(text).toContain('**Forbidden.** At most 50.0% of ‹yearly income›, after 6 months.');
  });

  it('names the last day on which a rule or a figure counts', () => {
    expect(text).toContain('In force 2020-01-01 to 2022-12-31. |');
    expect(text).toContain(
      '**50%** 2020-01-01 to 2022-12-31, Civil Code [1](https://law.example/%281%29)\u00a0✓<br>**40%** from 2023-01-01',
    );
  });

  it('tells a number that a text leaves open from a text that was not read', () => {
    expect(text).toContain(
      'Civil Code [1](https://law.example/%281%29)\u00a0○, which leaves the number open',
    );
    expect(text).toContain('**level 2** from 2020-01-01, PIPL 2\u00a0○<br>');
  });

  it('says which way a policy may change a figure', () => {
    expect(text).toContain(
      '| `waiting`<br>waiting time | **6 months** from 2020-01-01, Civil Code [1](https://law.example/%281%29)\u00a0✓<br>A policy may make it higher. |',
    );
    expect(text).toMatch(/`level`<br>.*No policy may change it\. \|/);
  });

  it('says who may set a rule aside, and what it goes before', () => {
    expect(text).toContain(
      '**A person decides.** A wish.<br>Where it applies, `X-1` does not.<br>May be set aside by manager or officer with form on file if a second person agrees.<br>In force from 2020-01-01. |',
    );
    expect(text).toContain('Nobody may set aside the other rules.');
  });

  it('says where a rule applies although facts are missing', () => {
    expect(text).toContain('**Warning.** A look.<br>Also where facts are missing.<br>');
  });

  it('says how long something is kept, and for what', () => {
    expect(text).toContain(
      '**1 year** after the relationship ends<br>where not: kind is one of a, b<br>In force from 2020-01-01. |',
    );
  });
});

function anchorsOf(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => {
    return title
      .toLowerCase()
      .replaceAll(' ', '-')
      .replace(/[^\p{L}\d-]/gu, '');
  });
}

/** The section of a pack made for the purpose. */
function section(): readonly string[] {
  const say = (en: string) => ({ 'zh-Hans': en, 'zh-Hant': en, en });
  const read: Citation = {
    instrument: '中华人民共和国民法典',
    article: '1',
    address: 'https://law.example/(1)',
    verified: true,
  };
  const unread: Citation = {
    instrument: '中华人民共和国个人信息保护法',
    article: '2',
    verified: false,
  };
  const since: InForce = { from: '2020-01-01' };
  const rule = (id: string, more: Partial<Rule>): Rule => {
    const when = { left: { fact: 'kind' }, is: '=', right: 'a' } as const;
    return { id, citations: [read], inForce: since, when, outcome: 'block', ...more };
  };
  const pack: RulePack = {
    id: 'x',
    version: '1',
    title: say('X'),
    kind: 'law',
    inForce: since,
    facts: {
      kind: { type: 'text', label: say('kind'), values: ['a', 'b', 'c'] },
      income: { type: 'amount', unit: 'CNY', label: say('yearly income') },
    },
    parameters: {
      share: {
        label: say('share'),
        unit: 'fraction',
        stricter: 'lower',
        history: [
          { ...since, to: '2023-01-01', value: 0.5, citation: read },
          { from: '2023-01-01', value: 0.4, citation: read },
        ],
      },
      waiting: {
        label: say('waiting time'),
        unit: 'months',
        stricter: 'higher',
        history: [{ ...since, value: 6, citation: read }],
      },
      open: {
        label: say('open'),
        unit: 'level',
        stricter: 'lower',
        history: [{ ...since, value: 3, citation: { ...read, verified: false } }],
      },
      level: {
        label: say('level'),
        unit: 'level',
        history: [{ ...since, value: 2, citation: unread }],
      },
    },
    rules: [
      rule('X-1', { message: 'limit' }),
      rule('X-1-old', { message: 'limit', inForce: { ...since, to: '2023-01-01' } }),
      rule('X-2', {
        outcome: 'refer',
        exceptionTo: ['X-1'],
        override: { roles: ['manager', 'officer'], evidence: ['form'], fourEyes: true },
      }),
      rule('X-3', { outcome: 'warn', whenUnknown: 'bite' }),
    ],
    messages: {
      limit: say('At most {share:percent} of {income:number}, after {waiting} months.'),
      'X-2': say('A wish.'),
      'X-3': say('A look.'),
    },
    retention: [
      {
        id: 'X-4',
        inForce: since,
        years: 1,
        after: 'relationship-end',
        scope: { not: { left: { fact: 'kind' }, is: 'in', right: ['a', 'b'] } },
        citations: [read],
      },
    ],
  };
  compilePack(pack);
  return packSection({ name: 'x', pack, notes: { question: 'X?', readings: [], leftOut: [] } });
}
