import type { RegistryFacts } from './entry.ts';
import type { RecordFacts } from './record-facts.ts';

/** What our copy of a registry record says, as far as it can be cited and compared. */
export function bundledRecord(id: string, facts: RegistryFacts): RecordFacts {
  const { title, sponsor, conditions = [], interventions = [] } = facts;
  return {
    id,
    phases: [],
    conditions,
    interventions,
    primaryOutcomes: [],
    ...(title !== undefined && { title }),
    ...(sponsor !== undefined && { sponsor }),
  };
}
