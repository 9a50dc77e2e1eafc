/** Whether the live check can ask about an identifier: only ClinicalTrials.gov is ever asked. */
export function isAskable(trialId: string): boolean {
  return /^NCT\d{8}$/.test(trialId);
}
