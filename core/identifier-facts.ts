import { type Diagnosis, diagnoseIdentifier } from './diagnose-identifier.ts';
import { findIdentifiers } from './find-identifiers.ts';
import { registries } from './registries.ts';

/** What an identifier says by its form alone, without any record. */
export interface IdentifierFacts {
  /** In its plain form; what is malformed as it was written. */
  readonly id: string;
  readonly registry: {
    readonly name: string;
    /** Its identifiers' form in words. */
    readonly form: string;
    /** The page about the trial. */
    readonly url: string;
    /** That page is the WHO's, which holds the registry's trials too. */
    readonly isPortal: boolean;
  };
  /** It is no identifier, and why; what it may have been meant as, with links. */
  readonly fault?: Omit<Diagnosis, 'candidates'> & {
    readonly candidates: readonly { readonly id: string; readonly url: string }[];
  };
}

/** What an identifier says by its form; `undefined` when the text is not just one identifier, or one malformed. */
export function identifierFacts(text: string): IdentifierFacts | undefined {
  const [found, ...others] = findIdentifiers(text);
  if (found === undefined || others.length > 0 || found.start > 0 || found.end < text.length)
    return undefined;
  const { name, form, url, isPortal } = registries[found.registry];
  const facts: IdentifierFacts = { id: found.id, registry: { name, form, url: url(found.id), isPortal } };
  const diagnosis = found.isMalformed ? diagnoseIdentifier(found.id) : undefined;
  if (diagnosis === undefined) return facts;
  const candidates = diagnosis.candidates.map((id) => ({ id, url: url(id) }));
  return { ...facts, fault: { ...diagnosis, candidates } };
}
