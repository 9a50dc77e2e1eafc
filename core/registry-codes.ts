// Values of the API's enumeration `Phase`, and what the site calls them.
/** Phases by their code. */
export const phaseWords = new Map([
  ['NA', 'Not applicable'],
  ['EARLY_PHASE1', 'Early phase 1'],
  ['PHASE1', 'Phase 1'],
  ['PHASE2', 'Phase 2'],
  ['PHASE3', 'Phase 3'],
  ['PHASE4', 'Phase 4'],
] as const);
/** A phase as the registry writes it. */
export type Phase = typeof phaseWords extends Map<infer Code, string> ? Code : never;

// Values of the API's enumeration `Status`.
/** Statuses by their code. */
export const statusWords = new Map([
  ['ACTIVE_NOT_RECRUITING', 'Active, not recruiting'],
  ['COMPLETED', 'Completed'],
  ['ENROLLING_BY_INVITATION', 'Enrolling by invitation'],
  ['NOT_YET_RECRUITING', 'Not yet recruiting'],
  ['RECRUITING', 'Recruiting'],
  ['SUSPENDED', 'Suspended'],
  ['TERMINATED', 'Terminated'],
  ['WITHDRAWN', 'Withdrawn'],
  ['AVAILABLE', 'Available'],
  ['NO_LONGER_AVAILABLE', 'No longer available'],
  ['TEMPORARILY_NOT_AVAILABLE', 'Temporarily not available'],
  ['APPROVED_FOR_MARKETING', 'Approved for marketing'],
  ['WITHHELD', 'Withheld'],
  ['UNKNOWN', 'Unknown'],
] as const);
/** A status as the registry writes it. */
export type StatusCode = typeof statusWords extends Map<infer Code, string> ? Code : never;
