// register.csv: every row of the register with all that it says, one line each, for spreadsheets.
import type { Findings, RegisterRow } from '../analyse/index.ts';
import { type Cell, csv } from './csv.ts';
import { rowQuestion } from './register.ts';
import { actionText, crossedIn, listOfDisclosure } from './register-facts.ts';
import { type Language, named } from './wording.ts';

type Column = readonly [head: string, cell: (row: RegisterRow, index: number) => Cell];

const joined = (parts: readonly string[]): string | undefined =>
  parts.length === 0 ? undefined : parts.join('; ');

/** In the order of a reader's questions: what it is, how it is rated, what is done, what is watched, what it rests on. */
const columns = (findings: Findings, language: Language): readonly Column[] => {
  const { register } = findings;
  const unit = register?.unit ?? '';
  return [
    ['number', (_, index) => index + 1],
    ['name', ({ name }) => name],
    ['title', ({ title }) => named(title, language)],
    ['kind', ({ kind }) => kind],
    ['type', ({ type }) => type],
    ['horizon', ({ horizon }) => horizon],
    ['year', ({ year }) => year],
    ['inherent_likelihood', ({ inherent }) => inherent.likelihood.name],
    ['inherent_chance', ({ inherent }) => inherent.drawn?.chance],
    ['inherent_impact', ({ inherent }) => inherent.impact.name],
    ['inherent_amount', ({ inherent }) => inherent.amount],
    ['current_likelihood', ({ current }) => current?.likelihood.name],
    ['current_impact', ({ current }) => current?.impact.name],
    ['current_amount', ({ current }) => current?.amount],
    ['residual_likelihood', ({ residual }) => residual.likelihood.name],
    ['residual_chance', ({ residual }) => residual.drawn?.chance],
    ['residual_impact', ({ residual }) => residual.impact.name],
    ['residual_amount', ({ residual }) => residual.amount],
    ['unit', () => unit],
    ['worse_after_response', ({ worseAfterResponse }) => (worseAfterResponse ? 'yes' : 'no')],
    ['inherent_impact_of_numbers', ({ inherent }) => inherent.derived?.name],
    ['residual_impact_of_numbers', ({ residual }) => residual.derived?.name],
    ['overridden_by', ({ override }) => override?.by],
    ['overridden_why', ({ override }) => override?.why],
    ['override_expires', ({ override }) => override?.expires],
    ['tolerance', ({ tolerance }) => tolerance?.amount],
    ['tolerance_status', ({ tolerance }) => tolerance?.status],
    ['not_quantified', ({ notQuantified }) => notQuantified],
    ['cause', ({ cause }) => cause],
    ['event', ({ event }) => event],
    ['consequence', ({ consequence }) => consequence],
    ['identified', ({ identified }) => identified],
    ['value_chain', ({ valueChain }) => valueChain],
    ['place', ({ place }) => place],
    ['hazard', ({ physical }) => physical?.hazard],
    ['exposure', ({ physical }) => physical?.exposure],
    ['sensitivity', ({ physical }) => physical?.sensitivity],
    ['adaptive_capacity', ({ physical }) => physical?.adaptive_capacity],
    ['velocity', ({ velocity }) => velocity],
    ['persistence', ({ persistence }) => persistence],
    ['adaptability', ({ adaptability }) => adaptability],
    ['complexity', ({ complexity }) => complexity],
    ['knowledge', ({ knowledge }) => knowledge],
    ['hits', ({ hits }) => hits],
    ['linked_to', ({ linkedTo }) => joined(linkedTo)],
    ['response_strategy', ({ response }) => response.strategy],
    ['response_option', ({ response }) => response.option],
    ['response', ({ response }) => response.says],
    ['controls', ({ controls }) => controls?.says],
    ['controls_effectiveness', ({ controls }) => controls?.effectiveness],
    ['controls_evidence', ({ controls }) => controls?.evidence],
    ['owner', ({ owner }) => owner],
    ['actions', ({ actions }) => joined(actions.map((action) => actionText(action, language)))],
    ['accepted_by', ({ accepted }) => accepted?.by],
    ['accepted_because', ({ accepted }) => accepted?.because],
    ['acceptance_expires', ({ accepted }) => accepted?.expires],
    ['watch', ({ watch }) => watch.quantity],
    ['watch_source', ({ watch }) => watch.source],
    [
      'watch_now',
      ({ watch }) => joined(watch.now.map(({ scenario, value }) => `${scenario}: ${value} ${watch.unit}`)),
    ],
    ['trigger', ({ watch }) => watch.trigger],
    ['then', ({ watch }) => watch.then],
    ['crossed', (row) => crossedIn(row, language)],
    ['review_every', ({ review }) => review?.every],
    ['review_last', ({ review }) => review?.last],
    ['review_next', ({ review }) => review?.next],
    ['likelihood_because', ({ likelihoodBecause }) => likelihoodBecause],
    ['driven_by', ({ drivenBy }) => drivenBy.join('; ')],
    ['drivers', ({ drivers }) => joined(drivers)],
    ['evidence', ({ evidence }) => evidence],
    ['disclosure', (row) => listOfDisclosure(row)],
    ['confidentiality', ({ confidentiality }) => confidentiality],
    ['note', ({ note }) => note],
    ['inherent_question', (row) => rowQuestion(row, row.inherent, register?.inherent ?? '', findings)],
    ['residual_question', (row) => rowQuestion(row, row.residual, register?.residual ?? '', findings)],
  ];
};

/** The register as a table; a head alone if the study has none. */
export function registerCsv(findings: Findings, language: Language): string {
  const { register } = findings;
  const all = columns(findings, language);
  const rows = (register?.rows ?? []).map((row, index) => all.map(([, cell]) => cell(row, index)));
  return csv(
    all.map(([head]) => head),
    rows,
  );
}
