// The report's decisions: the tables of decisions.md.

import type { Findings } from '../../analyse/index.ts';
import { decisionsLead, decisionTables } from '../decisions.ts';
import type { Language } from '../wording.ts';
import type { DecisionBlock } from './types.ts';

export const decisionBlock = (findings: Findings, language: Language): DecisionBlock | undefined =>
  findings.decisions && {
    about: decisionsLead(language),
    tables: decisionTables(findings.decisions, findings, language),
  };
