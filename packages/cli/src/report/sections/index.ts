import type { Outcome } from '../../transfer/index.ts';
import type { Section } from '../parts.ts';
import { ddlSection } from './ddl.ts';
import { glossarySection } from './glossary.ts';
import { lossesSection } from './losses.ts';
import { planSection } from './plan.ts';
import { proofSection } from './proof.ts';
import { speedSection } from './speed.ts';

export { figures } from './figures.ts';
export { nextSection } from './next.ts';

/** The sections that an outcome has something for, in the order of the page. */
export function sectionsOf(outcome: Outcome): readonly Section[] {
  const ran = !outcome.report.dryRun;
  return [
    ...(ran ? [proofSection(outcome), speedSection(outcome)] : []),
    planSection(outcome),
    lossesSection(outcome),
    ...(outcome.report.ddl.length > 0 ? [ddlSection(outcome)] : []),
    glossarySection(),
  ];
}
