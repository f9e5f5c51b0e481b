// Sections of the report that are tables of other files of the pack: decisions.md and backtest.md.

import type { Findings } from '../../analyse/index.ts';
import { backtestInPack, backtestLead } from '../backtest.ts';
import { decisionsLead, decisionTables } from '../decisions.ts';
import type { Language } from '../wording.ts';
import type { TableBlock } from './types.ts';

export const decisionBlock = (findings: Findings, language: Language): TableBlock | undefined =>
  findings.decisions && {
    about: decisionsLead(language),
    tables: decisionTables(findings.decisions, findings, language),
  };

export const backtestBlock = (findings: Findings, language: Language): TableBlock | undefined =>
  findings.backtest.length === 0
    ? undefined
    : { about: backtestLead(findings, language), tables: backtestInPack(findings, language) };
