import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  CompilerState,
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  type ExtractorMessage,
  type IConfigFile,
} from '@microsoft/api-extractor';
import { CACHE } from '../command.js';
import { type GateResult, verdict } from '../gate.js';
import { subpaths } from '../subpaths.js';

const REPORT_FOLDER = 'etc';

/** Compares the public types in dist/ with the reports in etc/. */
export async function apiReports(): Promise<GateResult> {
  const { changed, messages } = writeReports({ update: false });
  const faults = [...changed.map((file) => `${REPORT_FOLDER}/${file} is out of date`), ...messages];
  if (changed.length > 0) faults.push('If the change is meant, run: npm run build && npm run api');
  return verdict(faults, `${subpaths().length} reports`);
}

/** Checks the report of every subpath, and brings them up to date if wanted. */
export function writeReports({ update }: { readonly update: boolean }): {
  readonly changed: readonly string[];
  readonly messages: readonly string[];
} {
  for (const folder of [`${CACHE}/api`, REPORT_FOLDER]) mkdirSync(folder, { recursive: true });
  const messages: string[] = [];
  const configs = subpaths().map(({ name }) => prepare(name));
  const [first, ...others] = configs;
  if (first === undefined) return { changed: [], messages: ['src/ has no subpath'] };
  // One compiler for all of them: that is most of the time.
  const compilerState = CompilerState.create(first, {
    additionalEntryPoints: others.map((config) => config.mainEntryPointFilePath),
  });
  const changed = configs
    .filter((config) => {
      const result = Extractor.invoke(config, {
        compilerState,
        localBuild: update,
        messageCallback: (message) => collect(message, messages),
      });
      return result.apiReportChanged;
    })
    .map((config) => config.reportFilePath.split('/').at(-1) ?? '');
  return { changed: [...changed, ...staleReports(update)], messages };
}

/** Errors and warnings about the code are kept; the progress of the tool is not shown. */
function collect(message: ExtractorMessage, messages: string[]): void {
  message.handled = true;
  if (message.logLevel !== 'error' && message.logLevel !== 'warning') return;
  if (message.messageId === 'console-api-report-not-copied') return;
  if (message.messageId === 'console-api-report-copied') return;
  if (message.messageId === 'console-api-report-created') return;
  messages.push(message.formatMessageWithLocation(process.cwd()));
}

/** Reports whose subpath is gone. */
function staleReports(remove: boolean): string[] {
  const wanted = new Set(subpaths().map(({ name }) => reportName(name)));
  const found = existsSync(REPORT_FOLDER) ? readdirSync(REPORT_FOLDER) : [];
  const stale = found.filter((file) => file.endsWith('.api.md') && !wanted.has(file));
  if (remove) for (const file of stale) rmSync(`${REPORT_FOLDER}/${file}`);
  return stale;
}

function reportName(subpath: string): string {
  return `${subpath.replaceAll('/', '-')}.api.md`;
}

function prepare(subpath: string): ExtractorConfig {
  const configObject: IConfigFile = {
    projectFolder: resolve('.'),
    mainEntryPointFilePath: resolve(`dist/${subpath}.d.ts`),
    compiler: {
      overrideTsconfig: {
        compilerOptions: {
          target: 'ES2022',
          lib: ['ES2022'],
          module: 'ESNext',
          moduleResolution: 'Bundler',
          strict: true,
          skipLibCheck: true,
          types: [],
        },
        files: [resolve(`dist/${subpath}.d.ts`)],
      },
    },
    apiReport: {
      enabled: true,
      reportFileName: reportName(subpath),
      reportFolder: resolve(REPORT_FOLDER),
      reportTempFolder: resolve(`${CACHE}/api`),
    },
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
    messages: {
      compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Warning } },
      // The reports are for seeing changes. Comments are the tests' and the linter's business, and
      // a type of another room is rightly exported there only.
      extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
    },
  };
  return ExtractorConfig.prepare({
    configObject,
    configObjectFullPath: undefined,
    packageJsonFullPath: resolve('package.json'),
  });
}
