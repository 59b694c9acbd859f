import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defineKpi, serviceKpis } from '../../src/kpi/index.js';
import { KPI_CATALOGUE, kpiCatalogue } from '../../tools/kpi-catalogue.js';

const text = kpiCatalogue();
const rows = text.split('\n').filter((line) => line.startsWith('| **'));

describe('the catalogue of the ready KPIs', () => {
  it('is what `npm run kpi-catalogue` writes', () => {
    expect(existsSync(KPI_CATALOGUE) && readFileSync(KPI_CATALOGUE, 'utf8')).toBe(text);
  });

  it('has every ready definition once, by id and by name', () => {
    const kpis = Object.entries(serviceKpis({ currency: 'CNY' }));
    expect(rows).toHaveLength(kpis.length);
    for (const [name, { id }] of kpis) {
      expect(rows.filter((row) => row.includes(`<br>\`${id}\` version `))).toHaveLength(1);
      expect(rows.filter((row) => row.includes(`, \`${name}\` |`))).toHaveLength(1);
    }
  });

  it('links to pages that are there', () => {
    const pages = [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, page]) => `docs/kpi/${page}`);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.filter((page) => !existsSync(page))).toEqual([]);
  });

  it('has tables of two columns, and leaves no placeholder open', () => {
    for (const row of rows) expect(row.split(/(?<!\\)\|/)).toHaveLength(4);
    expect(text).not.toMatch(/undefined|null/);
  });

  it('says of a definition all that it says of itself', () => {
    const kpi = defineKpi({
      kind: 'proportion',
      id: 'renewal-rate',
      version: '7',
      family: 'tools',
      formula: 'renewed * due_for_it',
      symbols: 'P(a | b)',
      unit: 'fraction',
      direction: 'neutral',
      numerator: 'what was renewed',
      denominator: 'what was due',
      source: 'the register',
      minimumSample: 1,
      exclusions: [{ id: 'test', words: 'made for a test' }],
      windows: [{ id: 'answer', words: 'from one to the other', days: 1 }],
    });
    const page = kpiCatalogue([['renewed', kpi]]);
    expect(page).toContain('\n1 definition, ');
    expect(page).toContain('\n## Digital tools\n');
    expect(page).not.toContain('## Retention');
    expect(page).toContain(
      '| **Renewal rate**<br>续约率<br>續約率 | **renewed \\* due\\_for\\_it**<br>`P(a \\| b)`<br>*Numerator* what was renewed<br>*Denominator* what was due<br>*Unit* fraction; neither way is better; at least 1 case; kind `proportion`<br>*Left out* `test`, made for a test<br>*Window* from one to the other, 1 day<br>*Source* the register<br>`renewal-rate` version 7, `renewed` |',
    );
  });
});
