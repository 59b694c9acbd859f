import { type Gate, type GateResult, runGates } from './gate.js';
import { GATES } from './gates.js';

// `npm test` runs every gate; `npm test -- --only types,lint` runs some.
const chosen = chooseGates(process.argv.slice(2));
const begun = performance.now();
const results = await runGates(chosen, printGate);
const count = (pick: (result: GateResult) => number): number => {
  return results.reduce((sum, result) => sum + pick(result), 0);
};
const passed = count((result) => result.passed);
const failed = count((result) => result.failed);
console.log(`\n${chosen.length} gates in ${seconds((performance.now() - begun) / 1000)}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function chooseGates(args: readonly string[]): readonly Gate[] {
  if (args.length === 0) return GATES;
  const [option, list = ''] = args.flatMap((arg) => arg.split('='));
  const names = list.split(',');
  const unknown = names.filter((name) => !GATES.some((gate) => gate.name === name));
  if (option !== '--only' || unknown.length > 0) {
    const known = GATES.map(({ name, about }) => `  ${name.padEnd(14)} ${about}`).join('\n');
    console.error(`Use --only with one or more of these, separated by commas:\n${known}`);
    process.exit(2);
  }
  return GATES.filter(({ name }) => names.includes(name));
}

function printGate(gate: Gate, result: GateResult, duration: number): void {
  const { passed, failed, note, output } = result;
  const state = failed > 0 ? 'FAILED' : passed === 0 ? 'not run' : 'ok';
  const detail = note === undefined ? gate.about : `${gate.about}: ${note}`;
  console.log(
    `${state.padEnd(7)} ${gate.name.padEnd(14)} ${seconds(duration).padStart(7)}  ${detail}`,
  );
  if (failed > 0 && output !== undefined)
    console.log(`${output.trimEnd().replace(/^/gm, '    ')}\n`);
}

function seconds(duration: number): string {
  return `${duration.toFixed(1)} s`;
}
