import { parsePlainDate } from 'aptfolio/dates';
import { checkList, checkObject } from 'aptfolio/errors';
import type { Answers, PastAssessment, QuestionnaireDefinition } from 'aptfolio/questionnaire';
import { parseAnswers } from 'aptfolio/schema';
import { readJson } from '../01-advise/read-json.js';
import type { ClientFile, Form, Inputs, Responses } from './inputs.js';
import type { Options } from './options.js';
import { makeResponses } from './responses.js';

const SAMPLE = 'examples/data/own-questionnaire';
/** The day of the sample bank's made-up answers, as a number: any will do. */
const SEED = 20_260_615;
const CLIENTS = 500;

/** Reads the files. A form is taken as it is, faults and all: looking it over is the next step. */
export function load(options: Options): Inputs {
  const { form, corrected, responses, client } = options;
  if (form === undefined) {
    const right = readForm(`${SAMPLE}/corrected.json`);
    return {
      isSample: true,
      forms: [
        { name: 'drafted', definition: readForm(`${SAMPLE}/drafted.json`) },
        { name: 'corrected', definition: right },
      ],
      responses: makeResponses(right, { clients: CLIENTS, seed: SEED }),
      client: readClient(`${SAMPLE}/client.json`),
    };
  }
  const own: Form = {
    name: corrected === undefined ? 'own' : 'drafted',
    definition: readForm(form),
  };
  return {
    isSample: false,
    forms:
      corrected === undefined
        ? [own]
        : [own, { name: 'corrected', definition: readForm(corrected) }],
    responses: responses === undefined ? null : readResponses(responses),
    client: client === undefined ? null : readClient(client),
  };
}

function readForm(path: string): QuestionnaireDefinition {
  return checkObject(readJson(path), 'form') as unknown as QuestionnaireDefinition;
}

function readResponses(path: string): Responses {
  const first = checkList<unknown>(readJson(path), 'responses', { minLength: 1 }).map(parseAnswers);
  return { first, again: null, source: { kind: 'file', path } };
}

function readClient(path: string): ClientFile {
  const file = checkObject(readJson(path), 'client');
  return {
    // What these say is checked where they are used, each with its own path.
    ...(file as unknown as ClientFile),
    asOf: parsePlainDate(file.asOf, 'client.asOf'),
    answers: parseAnswers(file.answers) as Answers,
    history: checkList<PastAssessment>(file.history, 'client.history'),
    owners: checkList<ClientFile['owners'][number]>(file.owners, 'client.owners'),
  };
}
