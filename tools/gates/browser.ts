import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { CACHE, command } from '../command.js';
import { filesUnder } from '../files.js';
import { failure, type GateResult, verdict } from '../gate.js';

/** What `npm test` prints without a browser. Not counted as passed. */
const MISSING: GateResult = { passed: 0, failed: 0, note: 'NOT RUN, Chromium is not installed' };

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];

/** Neither inline scripts nor code made from text: what a bank's page allows. */
const POLICY = "default-src 'none'; script-src 'self'";

type Reports = Readonly<Record<string, string>>;

/**
 * Runs every function whose name ends in `Report`, of every `*.entry.ts` in test/, in Node and in
 * headless Chromium, and compares the texts they return.
 */
export async function browser(): Promise<GateResult> {
  const executablePath = await findChromium();
  if (executablePath === undefined) return MISSING;
  const entries = filesUnder('test', '.entry.ts');
  if (entries.length === 0) return failure('no *.entry.ts in test/ to run');
  const faults: string[] = [];
  let count = 0;
  for (const entry of entries) {
    const inNode = await runInNode(entry);
    const inChromium = await runInChromium(entry, executablePath);
    count += Object.keys(inNode).length;
    faults.push(...differences(entry, inNode, inChromium));
  }
  return verdict(faults, `${count} reports`);
}

async function findChromium(): Promise<string | undefined> {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const { ok, output } = await command('sh', ['-c', `command -v ${name}`]);
    if (ok) return output.trim();
  }
  return undefined;
}

async function runInNode(entry: string): Promise<Reports> {
  const outfile = resolve(`${CACHE}/browser/node.mjs`);
  await bundle(entry, 'globalThis.collected = collected;', outfile);
  await import(`${pathToFileURL(outfile)}?${encodeURIComponent(entry)}`);
  return (globalThis as unknown as { collected: Reports }).collected;
}

async function runInChromium(entry: string, executablePath: string): Promise<Reports> {
  const outfile = resolve(`${CACHE}/browser/page.js`);
  await bundle(entry, 'document.body.textContent = JSON.stringify(collected);', outfile);
  const instance = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const page = await instance.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => faults.push(message.text()));
    await page.route('**/*', (route) => {
      const script = route.request().url().endsWith('/page.js');
      const headers = { 'content-security-policy': POLICY };
      if (script) return route.fulfill({ path: outfile, contentType: 'text/javascript', headers });
      const body = '<!doctype html><body></body><script type="module" src="/page.js"></script>';
      return route.fulfill({ body, contentType: 'text/html', headers });
    });
    await page.goto('http://aptfolio.test/', { waitUntil: 'load' });
    if (faults.length > 0) throw new Error(`${entry} in Chromium: ${faults.join('; ')}`);
    return JSON.parse((await page.locator('body').textContent()) ?? '') as Reports;
  } finally {
    await instance.close();
  }
}

/** The entry's reports, collected and handed over by `deliver`. */
async function bundle(entry: string, deliver: string, outfile: string): Promise<void> {
  const contents = `
    import * as entry from ${JSON.stringify(resolve(entry))};
    const collected = {};
    for (const [name, report] of Object.entries(entry)) {
      if (name.endsWith('Report')) collected[name] = report();
    }
    ${deliver}`;
  await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    tsconfig: 'tsconfig.dev.json',
    outfile,
    logLevel: 'silent',
  });
}

function differences(entry: string, inNode: Reports, inChromium: Reports): string[] {
  const names = Object.keys(inNode);
  if (names.length === 0) return [`${entry} exports no function whose name ends in Report`];
  return names.flatMap((name) => {
    const [node, page] = [inNode[name], inChromium[name]];
    if (typeof node !== 'string' || node === '') return [`${entry}: ${name} returns no text`];
    if (node === page) return [];
    const at = [...node].findIndex((character, i) => character !== page?.[i]);
    const near = (text = '') => JSON.stringify(text.slice(Math.max(0, at - 20), at + 40));
    return [`${entry}: ${name} differs at ${at}: Node ${near(node)}, Chromium ${near(page)}`];
  });
}
