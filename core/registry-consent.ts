/** The reader's leave to ask ClinicalTrials.gov about identifiers. */
export interface RegistryConsent {
  /** ISO day on which it was given. */
  readonly given: string;
  /** Cards that the reader opens are checked without being asked for it. */
  readonly automatic: boolean;
}

/** The consent in what is stored, whatever that is; `undefined` for none. What is not surely a consent is none. */
export function readConsent(stored: unknown): RegistryConsent | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { given, automatic } = stored as { readonly given?: unknown; readonly automatic?: unknown };
  if (typeof given !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(given)) return undefined;
  return { given, automatic: automatic === true };
}
