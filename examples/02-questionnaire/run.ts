import {
  CN_RETEST_POLICY,
  checkRetest,
  compileQuestionnaire,
  enumerateLevels,
  type JointStanding,
  jointLevel,
  type LevelDistribution,
  type QuestionnaireResult,
  type RetestCheck,
  scoreQuestionnaire,
} from 'aptfolio/questionnaire';
import type { ClientFile, Inputs } from './inputs.js';
import { answersTo, type Counted, type FormReport, lookOver } from './look-over.js';
import { type Measured, measure } from './measure.js';

/** What was found out. */
export interface Run {
  readonly inputs: Inputs;
  readonly forms: readonly FormReport[];
  /** The last form's level, put together in other ways. */
  readonly ways: readonly Way[];
  readonly measured: Measured | null;
  readonly client: ClientReport | null;
}

/** One way of putting the level together. */
export interface Way {
  readonly combination: 'lowest' | 'weighted-sum';
  readonly rules: boolean;
  readonly facts: boolean;
  readonly all: LevelDistribution;
  readonly lossAverse: LevelDistribution;
}

/** One client. */
export interface ClientReport {
  readonly file: ClientFile;
  readonly results: readonly { readonly form: FormReport; readonly result: QuestionnaireResult }[];
  readonly retest: RetestCheck;
  /** What the account's owners have together. */
  readonly joint: JointStanding;
}

/** Pure: the same inputs give the same run. */
export function run(inputs: Inputs): Run {
  const facts = inputs.client?.facts ?? {};
  const forms = inputs.forms.map((form) => lookOver(form, facts));
  const usable = forms.filter(({ counted }) => counted !== null);
  const last = usable.at(-1)?.counted ?? null;
  return {
    inputs,
    forms,
    ways: last === null ? [] : waysOf(last, facts),
    measured: inputs.responses === null ? null : measure(usable, inputs.responses, facts),
    client: inputs.client === null ? null : assess(usable, inputs.client),
  };
}

type Facts = ClientFile['facts'];

/** The lower one or the sum, with the form's rules or without, with facts or without. */
function waysOf({ definition, fixed }: Counted, facts: Facts): readonly Way[] {
  const { knockOuts = [], ceilings = [], controls = [], ...bare } = definition;
  const way = (combination: Way['combination'], rules: boolean, known = true): Way => {
    const form = { ...(rules ? definition : bare), combination };
    const options = known ? { facts } : {};
    return {
      combination,
      rules,
      facts: known,
      all: enumerateLevels(form, {}, options),
      lossAverse: enumerateLevels(form, fixed, options),
    };
  };
  const ways = [way('weighted-sum', false), way('lowest', false)];
  if (knockOuts.length + ceilings.length + controls.length === 0) return ways;
  ways.push(way('lowest', true));
  const blind = way('lowest', true, false);
  return blind.all.unknown.completions === '0' ? ways : [...ways, blind];
}

function assess(forms: readonly FormReport[], file: ClientFile): ClientReport {
  const { asOf, facts, history, owners } = file;
  const results = forms.map((form) => {
    const scorer = compileQuestionnaire(form.counted!.definition);
    const answers = answersTo(form.definition, file.answers);
    return { form, result: scoreQuestionnaire(scorer, answers, { asOf, facts }) };
  });
  const retest = checkRetest(history, CN_RETEST_POLICY, { asOf });
  return {
    file,
    results,
    retest,
    joint: jointLevel([{ id: 'client', level: retest.level }, ...owners]),
  };
}
