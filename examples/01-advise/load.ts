import { readFileSync } from 'node:fs';
import { parsePlainDate } from 'aptfolio/dates';
import { AptfolioError, at, checkList, checkObject, checkText } from 'aptfolio/errors';
import type { Product } from 'aptfolio/products';
import {
  parseAdviceReference,
  parseAdviceRequest,
  parseClientView,
  parseReviewReference,
  parseServiceQuarter,
  parseTransactions,
} from 'aptfolio/schema';
import { CLIENT_FACTS, HISTORY_FACTS, productFactsOf } from './facts.js';
import { assumptionsFromHistory } from './history.js';
import type { Inputs, MarketUpdate } from './inputs.js';
import { type Options, SAMPLE_CLIENT } from './options.js';
import { readJson } from './read-json.js';

const DATA = 'examples/data';

type Json = Readonly<Record<string, unknown>>;

/** Reads every file of the example and checks it, before anything is worked out. */
export function load(options: Options): Inputs {
  const client = readClient(readJson(options.client));
  const { answers, finalRule: _, ...questionnaire } = sample('questionnaire');
  const { policy, ...view } = sample('capital-market-assumptions');
  const { objective: __, ...allocation } = policy as Json;
  const { products, policy: selection } = sample('products');
  const bank = readJson(`${DATA}/bank-policy.json`) as Json;

  const assumptions = options.assumptions === 'history' ? history(client.asOf) : view;
  return {
    asOf: client.asOf,
    isSample: options.client === SAMPLE_CLIENT,
    channel: client.channel,
    atFirst: client.fields.filter((field) => !client.missingAtFirst.includes(field)),
    request: parseAdviceRequest({
      known: client.fields,
      view: { ...client.view, transactions: readTransactions() },
      answers,
      goal: firstGoal(client.view),
      facts: { client: CLIENT_FACTS, history: HISTORY_FACTS },
      funding: fundingOf(client.view),
    }),
    reference: parseAdviceReference({
      completeness: client.completeness,
      questionnaire,
      needs: { ...client.needs, ...(bank.cashFlow as Json) },
      assumptions,
      allocation,
      products,
      productFacts: productFactsOf(checkList<Product>(products, 'products')),
      selection,
      projection: bank.projection,
      orders: bank.orders,
    }),
    review: parseReviewReference({
      assumptions,
      allocation,
      products,
      rebalancing: bank.rebalancing,
      calendar: bank.calendar,
    }),
    conflicts: bank.conflicts as Inputs['conflicts'],
    depositInsurance: bank.depositInsurance as Inputs['depositInsurance'],
    market: sample('market-2026-09-01') as unknown as MarketUpdate,
    quarter: parseServiceQuarter(sample('service-quarter')),
  };
}

/** The client file: the 360° view, and what the bank asks for at the intake. */
function readClient(file: unknown) {
  const client = checkObject(file, 'client');
  const intake = checkObject(client.intake, 'client.intake');
  const fieldWeights = checkObject(intake.fieldWeights, 'client.intake.fieldWeights');
  const missing = 'client.intake.missingAtFirst';
  return {
    asOf: parsePlainDate(client.asOf, 'client.asOf'),
    view: parseClientView(client),
    channel: channelOf(client.client),
    fields: Object.keys(fieldWeights),
    missingAtFirst: checkList<unknown>(intake.missingAtFirst, missing).map((field, index) =>
      checkText(field, at(missing, index)),
    ),
    completeness: { fieldWeights, threshold: intake.adviceThreshold },
    needs: checkObject(client.needPolicy, 'client.needPolicy'),
  };
}

/** Who names no channel gets a letter. */
function channelOf(person: unknown): string {
  const { channel = 'letter' } = checkObject(person, 'view.client');
  return checkText(channel, 'view.client.channel');
}

type View = ReturnType<typeof parseClientView>;

/** The first goal of the file is the one that is advised on. */
function firstGoal({ goals }: View): string {
  const [goal] = goals;
  if (goal === undefined) throw new AptfolioError('empty', 'view.goals', 'at least one goal');
  return goal.id;
}

/** The largest demand deposit in the base currency pays. */
function fundingOf({ holdings, baseCurrency }: View): string {
  const deposits = holdings
    .filter(({ kind, currency }) => kind === 'deposit' && currency === baseCurrency)
    .sort((a, b) => Number(b.amount) - Number(a.amount));
  const [largest] = deposits;
  if (largest !== undefined) return largest.id;
  throw new AptfolioError('empty', 'view.holdings', `a demand deposit in ${baseCurrency}`);
}

function readTransactions() {
  const { values, failures } = parseTransactions(readJson(`${DATA}/scenario/transactions.json`));
  if (failures.length > 0) throw new AptfolioError(failures.flatMap(({ issues }) => issues));
  return values;
}

function history(asOf: string) {
  const csv = readFileSync(`${DATA}/markets/annual-returns-1928-2025.csv`, 'utf8');
  return assumptionsFromHistory(csv, asOf);
}

function sample(name: string): Json {
  return readJson(`${DATA}/scenario/${name}.json`) as Json;
}
