import type { Account, Block, Section } from './account.js';

/** The account as one self-contained page: no script, no network, readable on a phone and on paper. */
export function renderPage(account: Account, language: string): string {
  const { title, note, headline, sections, footer } = account;
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
<p class="muted">${escapeHtml(note)}</p>
<dl class="headline">
${headline.map(({ label, value }) => `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`).join('\n')}
</dl>
<nav>${sections.map(({ mark, title: name }) => `<a href="#s${escapeHtml(mark)}">${escapeHtml(mark)}&ensp;${escapeHtml(name)}</a>`).join('')}</nav>
</header>
<main>
${sections.map(renderSection).join('\n')}
</main>
<footer><p>${escapeHtml(footer)}</p></footer>
</body>
</html>
`;
}

function renderSection({ mark, title, decision, blocks }: Section): string {
  return `<section id="s${escapeHtml(mark)}">
<h2><span class="mark">${escapeHtml(mark)}</span>${escapeHtml(title)}</h2>
<p class="decision">${escapeHtml(decision)}</p>
${blocks.map(renderBlock).join('\n')}
</section>`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p class="${block.tone ?? 'plain'}">${escapeHtml(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    case 'table':
      return renderTable(block);
    case 'chart':
      return `<figure><figcaption>${escapeHtml(block.title)}</figcaption>${block.svg}</figure>`;
  }
}

function renderTable({
  head,
  rows,
  figuresFrom,
}: Extract<Block, { readonly kind: 'table' }>): string {
  const cell = (tag: 'th' | 'td', text: string, column: number): string =>
    `<${tag}${column >= figuresFrom ? ' class="figure"' : ''}>${escapeHtml(text)}</${tag}>`;
  const row = (tag: 'th' | 'td', cells: readonly string[]): string =>
    `<tr>${cells.map((text, column) => cell(tag, text, column)).join('')}</tr>`;
  return `<div class="table"><table><thead>${row('th', head)}</thead><tbody>${rows
    .map((cells) => row('td', cells))
    .join('')}</tbody></table></div>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const STYLE = `
:root { --ink: #22303c; --muted: #66757f; --line: #dfe5ea; --key: #33658a; --paper: #fff; --ground: #f4f6f8; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); line-height: 1.55;
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
header, main, footer { max-width: 940px; margin: 0 auto; padding: 0 20px; }
h1 { font-size: 1.9rem; margin: 36px 0 4px; line-height: 1.2; }
h2 { font-size: 1.2rem; margin: 0 0 10px; display: flex; gap: 12px; align-items: baseline; }
.mark { color: #fff; background: var(--key); border-radius: 999px; min-width: 1.9em; padding: 0 .5em; font-size: .85rem; text-align: center; }
.muted { color: var(--muted); }
.headline { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin: 22px 0; }
.headline div { background: var(--paper); border: 1px solid var(--line); border-radius: 10px; padding: 12px 14px; }
.headline dt { color: var(--muted); font-size: .82rem; }
.headline dd { margin: 2px 0 0; font-size: 1.25rem; font-weight: 650; font-variant-numeric: tabular-nums; }
nav { display: flex; flex-wrap: wrap; gap: 6px 16px; font-size: .85rem; margin-bottom: 22px; }
nav a { color: var(--key); text-decoration: none; }
nav a:hover { text-decoration: underline; }
section { background: var(--paper); border: 1px solid var(--line); border-radius: 12px; padding: 22px 24px; margin: 0 0 18px; }
.decision { font-weight: 600; margin: 0 0 10px; }
.key { color: var(--key); font-weight: 600; }
p, li { overflow-wrap: anywhere; }
ul { padding-left: 1.2em; margin: 8px 0; }
li { margin: 3px 0; }
figure { margin: 18px 0 6px; }
figcaption { font-weight: 600; font-size: .92rem; }
.chart svg { width: 100%; height: auto; display: block; }
.chart.narrow { display: none; }
.table { overflow-x: auto; margin: 12px 0;
  background: linear-gradient(to right, var(--paper) 24px, transparent 48px) local, linear-gradient(to left, var(--paper) 24px, transparent 48px) 100% 0 local,
    linear-gradient(to right, #c6d0d8, transparent 14px), linear-gradient(to left, #c6d0d8, transparent 14px); }
table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; }
th { text-align: left; color: var(--muted); font-weight: 600; border-bottom: 2px solid var(--line); }
th, td { padding: 6px 12px 6px 0; vertical-align: top; }
td { border-bottom: 1px solid var(--line); }
td:not(.figure) { min-width: 4.5em; }
td:first-child { min-width: 7.5em; }
.figure { text-align: right; white-space: nowrap; }
footer { color: var(--muted); font-size: .8rem; padding-bottom: 40px; overflow-wrap: anywhere; }
@media (max-width: 640px) {
  h1 { font-size: 1.5rem; margin-top: 22px; }
  header, main, footer { padding: 0 12px; }
  section { padding: 16px 14px; }
  .headline { grid-template-columns: 1fr 1fr; }
  .headline dd { font-size: 1.05rem; }
  table { font-size: .82rem; }
  th, td { padding-right: 8px; }
  .chart.wide { display: none; }
  .chart.narrow { display: block; }
}
@media print { body { background: #fff; } section { break-inside: avoid; border: 0; padding: 0; } nav { display: none; } }
`;
