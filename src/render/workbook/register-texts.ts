// Columns of the register that say something in words: cause to disclosure.
import type { Findings, RegisterRow } from '../../analyse/index.ts';
import { bandName } from '../charts/bands.ts';
import { byTitle, quantityName } from '../names.ts';
import { crossedIn, listOfDisclosure } from '../register-facts.ts';
import { wordFor } from '../register-words.ts';
import { bracketed, type Language, named, say } from '../wording.ts';
import { writtenIn } from '../written.ts';
import { type Column, textColumns } from './table.ts';

type RowColumn = Column<RegisterRow>;

/** What a row says in words. */
export function wordColumns(findings: Findings, language: Language): readonly RowColumn[] {
  const text = textColumns<RegisterRow>(language);
  const titleIn = (list: Findings['strategies' | 'scenarios'], name = ''): string => {
    const found = list.find((one) => one.name === name);
    return found === undefined ? name : named(found.title, language);
  };
  const scenario = (name: string | undefined): string => titleIn(findings.scenarios, name);
  const join = (parts: readonly string[]): string =>
    parts.filter((part) => part !== '').join(say(language, '; ', '；'));
  return [
    text(
      'scenario',
      18,
      ['Scenario', '情景'],
      ['In which the row weighs most, before and after the response', '应对前与应对后影响最大的情景'],
      ({ inherent, residual }) =>
        [...new Set([scenario(inherent.scenario), scenario(residual.scenario)])].join(' / '),
    ),
    text('cause', 72, ['Cause', '原因'], ['What may set it off', '可能的起因'], ({ cause }) => cause),
    text('event', 72, ['Event', '事件'], ['What then happens', '随后发生的事'], ({ event }) => event),
    text(
      'consequence',
      72,
      ['Consequence', '后果'],
      ['What it means for the company', '对企业的后果'],
      ({ consequence }) => consequence,
    ),
    text(
      'response',
      72,
      ['Response', '应对'],
      ['What is done, and in which strategy', '应对内容及所属策略'],
      ({ response }) =>
        join([
          response.option === undefined ? '' : wordFor(response.option, language),
          response.says,
          titleIn(findings.strategies, response.strategy),
        ]),
    ),
    text(
      'controls',
      64,
      ['Controls in place', '现有控制'],
      ['What is in place already, and how well it works', '现有控制及其有效性'],
      ({ controls }) =>
        controls && join([controls.says, wordFor(controls.effectiveness, language), controls.evidence ?? '']),
    ),
    text(
      'actions',
      64,
      ['Actions', '措施'],
      ['Each with owner, due date and status', '各项措施的负责人、期限与状态'],
      ({ actions }) =>
        join(
          actions.map(
            ({ says, owner, due, status }) =>
              says +
              bracketed([owner, due, wordFor(status, language)].join(say(language, ', ', '，')), language),
          ),
        ),
    ),
    text('owner', 18, ['Owner', '负责人'], ['Role that owns the row', '责任角色'], ({ owner }) => owner),
    text(
      'watch',
      64,
      ['Watch', '监测'],
      ['Quantity that is watched, its trigger, and what is done then', '监测指标、触发条件及触发后的行动'],
      ({ watch }) =>
        `${quantityName(watch.quantity, findings, language)} ${writtenIn(watch.trigger, language)}${say(language, ': ', '：')}${watch.then}`,
    ),
    text(
      'crossed',
      64,
      ['Trigger crossed', '触发年份'],
      ['First year in which each scenario crosses the trigger', '各情景首次触发的年份'],
      (row) => crossedIn(byTitle(row, findings, language), language),
    ),
    text(
      'because',
      64,
      ['Likelihood because', '可能性依据'],
      ['Why the likelihood is judged so', '可能性判断依据'],
      ({ likelihoodBecause }) => likelihoodBecause,
    ),
    text(
      'judged',
      64,
      ['Not quantified', '未量化原因'],
      ['Why the models give no money for the row', '模型未量化的原因'],
      ({ notQuantified }) => notQuantified,
    ),
    text(
      'set',
      64,
      ['Impact set by a role', '人工调整评级'],
      [
        'Who set the impact against the numbers, why and until when; what the numbers say',
        '何人因何调整评级及有效期；按数值的等级',
      ],
      ({ override, residual, inherent }) =>
        override &&
        join([
          say(
            language,
            `${override.by}, ${override.expires}: ${override.why}`,
            `${override.by}，${override.expires}：${override.why}`,
          ),
          ...[inherent.derived, residual.derived].flatMap((rating) =>
            rating === undefined
              ? []
              : say(
                  language,
                  `the numbers say ${bandName(rating.name, language)}`,
                  `按数值为${bandName(rating.name, language)}`,
                ),
          ),
        ]),
    ),
    text(
      'driven',
      34,
      ['Driven by', '驱动指标'],
      ['Quantities whose sum is the impact', '其合计即为影响金额的指标'],
      ({ drivenBy }) =>
        drivenBy.map((name) => quantityName(name, findings, language)).join(say(language, ', ', '、')),
    ),
    text(
      'disclosure',
      34,
      ['Disclosure', '披露条款'],
      ['Items of disclosure standards that it answers', '对应的披露准则条款'],
      listOfDisclosure,
    ),
  ];
}
