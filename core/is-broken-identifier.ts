/**
 * Whether a line breaks within an identifier of ClinicalTrials.gov, as `NCT0466<br>5219` does: the text before ends in fewer
 * digits than the eight it has, and what comes after, once it is known, is the rest of them.
 */
export function isBrokenIdentifier(before: string, after?: string): boolean {
  const begun = /(?<![A-Za-z0-9])NCT[\s:#-]{0,3}(\d{0,7})\s*$/i.exec(before.slice(-30));
  if (begun === null) return false;
  if (after === undefined) return true;
  const rest = /^\s*(\d+)/.exec(after);
  return rest !== null && `${begun[1]}${rest[1]}`.length === 8;
}
