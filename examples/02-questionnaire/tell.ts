import type { Account } from '../01-advise/account.js';
import type { Run } from './run.js';
import { client, joint, retest } from './sections/client-sections.js';
import { levels, lint, losses, ways } from './sections/form-sections.js';
import { measured } from './sections/reliability-section.js';
import type { Teller } from './teller.js';

/** The whole account of a run, in one language; what there is nothing to say of is left out. */
export function tell(run: Run, teller: Teller): Account {
  const { forms, inputs } = run;
  const made = [lint, levels, losses, ways, measured, client, retest, joint];
  return {
    title: teller.say('page.title'),
    note: teller.say(inputs.isSample ? 'page.sample' : 'page.own'),
    headline: headline(run, teller),
    sections: made
      .flatMap((make) => make(run, teller) ?? [])
      .map((section, index) => ({ ...section, mark: String(index + 1) })),
    footer: teller.say('page.footer', { forms: forms.map(({ definition }) => definition.id) }),
  };
}

function headline({ forms, client: one }: Run, teller: Teller): Account['headline'] {
  const named = forms.map((form) => ({ ...form, form: teller.say(`form.${form.name}`) }));
  return [
    ...named.flatMap(({ form, counted }) =>
      counted === null
        ? []
        : [
            {
              label: teller.say('headline.losses', { form }),
              value: counted.lossAverse.highest ?? teller.say('level.none'),
            },
          ],
    ),
    ...(one?.results ?? []).map(({ form, result }) => ({
      label: teller.say('headline.client', { form: teller.say(`form.${form.name}`) }),
      value: result.status === 'scored' ? result.level : teller.say('level.none'),
    })),
  ];
}
