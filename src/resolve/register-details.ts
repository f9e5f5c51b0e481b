// What a row of the register may say beyond what it must: links, dates, roles, controls, actions, review, acceptance.
import { didYouMean, error, type Span } from '../diagnostics/index.ts';
import {
  keyAt,
  listOf,
  type Path,
  type RegisterRowContent,
  readProvenanceOf,
  spanAt,
} from '../parse/index.ts';
import { inOrder, type RowContext, role } from './register-checks.ts';
import { knownQuantity, refuseTwice } from './reports.ts';
import type { RegisterDetails } from './types.ts';

export function resolveDetails(name: string, row: RegisterRowContent, context: RowContext): RegisterDetails {
  const { file, diagnostics, asOf } = context;
  const { spans, content } = file;
  const path = ['rows', name] as const;
  const at = (...rest: Path): Span => spanAt(spans, ...path, ...rest);
  const member = (key: string, index: number): Span =>
    typeof row[key as 'drivers'] === 'string' ? at(key) : at(key, index);

  const drivers = listOf(row.drivers);
  refuseTwice(drivers, (index) => member('drivers', index), context);
  for (const [index, driver] of drivers.entries()) knownQuantity(driver, member('drivers', index), context);
  const linkedTo = listOf(row.linked_to);
  refuseTwice(linkedTo, (index) => member('linked_to', index), context);
  const others = Object.keys(content.rows).filter((other) => other !== name);
  for (const [index, link] of linkedTo.entries())
    if (!others.includes(link))
      diagnostics.push(
        error(
          'name/unknown',
          link === name ? `${name} is linked to itself` : `the register has no row named ${link}`,
          member('linked_to', index),
          { help: didYouMean(link, others) },
        ),
      );
  if (row.physical !== undefined && row.type !== 'acute' && row.type !== 'chronic')
    diagnostics.push(
      error(
        'register/physical',
        `${name} is of type ${row.type}: a hazard belongs to acute and chronic rows`,
        keyAt(spans, ...path, 'physical'),
      ),
    );
  const provenance = readProvenanceOf(row, spans, path);
  diagnostics.push(...provenance.diagnostics);

  role(row.owner, at('owner'), context);
  if (row.accepted !== undefined) role(row.accepted.by, at('accepted', 'by'), context);
  for (const [index, { owner, start, due }] of (row.actions ?? []).entries()) {
    role(owner, at('actions', index, 'owner'), context);
    if (start !== undefined)
      inOrder('the action starts', start, 'it is due', due, at('actions', index, 'due'), context);
  }
  if (row.identified !== undefined)
    inOrder(`${name} was identified`, row.identified, "the study's as_of", asOf, at('identified'), context);
  if (row.review?.last !== undefined)
    inOrder(
      'the last review was',
      row.review.last,
      'the next',
      row.review.next,
      at('review', 'next'),
      context,
    );

  return {
    drivers,
    linkedTo,
    provenance: provenance.provenance,
    tolerance: context.share(row.tolerance, at('tolerance')),
    identified: row.identified,
    valueChain: row.value_chain,
    place: row.place,
    physical: row.physical,
    velocity: row.velocity,
    persistence: row.persistence,
    adaptability: row.adaptability,
    complexity: row.complexity,
    knowledge: row.knowledge,
    hits: row.hits,
    controls: row.controls,
    actions: (row.actions ?? []).map(({ no_regret, ...action }) => ({ ...action, noRegret: no_regret })),
    review: row.review,
    accepted: row.accepted,
    disclosure: row.disclosure,
    confidentiality: row.confidentiality,
    note: row.note,
  };
}
