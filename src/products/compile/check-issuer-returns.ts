import { parsePlainDate } from '../../dates/index.js';
import { AptfolioError, at, checkText } from '../../errors/index.js';
import type { IssuerReturns, IssuerScenario } from '../issuer-returns.js';
import { checkFields, type FieldChecks, listOf, numberIn } from './check-fields.js';

/** Checks what a product returns by its issuer's own word. */
export function checkIssuerReturns(value: unknown, path: string): IssuerReturns {
  return checkFields(value, path, RETURNS, ['asOf', 'source', 'scenarios']);
}

const RETURNS: FieldChecks<IssuerReturns> = {
  asOf: parsePlainDate,
  source: (value, path) => checkText(value, path),
  scenarios: checkScenarios,
};

const SCENARIO: FieldChecks<IssuerScenario> = {
  scenario: (value, path) => checkText(value, path),
  // A contract may pay nothing back.
  annualReturn: numberIn({ min: -1, max: 10 }),
};

const checkScenarioList = listOf<IssuerScenario>(
  (value, path) => checkFields(value, path, SCENARIO, ['scenario', 'annualReturn']),
  1,
);

function checkScenarios(value: unknown, path: string): readonly IssuerScenario[] {
  const scenarios = checkScenarioList(value, path);
  const names = scenarios.map(({ scenario }) => scenario);
  const again = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (again === -1) return scenarios;
  const place = at(at(path, again), 'scenario');
  throw new AptfolioError('duplicate-id', place, 'a scenario not named before', names[again]);
}
