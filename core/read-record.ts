import { type RecordFacts, recordFacts } from './record-facts.ts';
import { type RegistryRecord, registryRecordSchema } from './registry-record-schema.ts';

/** A record that was read, or why it could not be. */
export type RecordReading =
  /** `record` is as much of it as was read: read again on another day, it gives the facts of that day. */
  | { readonly ok: true; readonly facts: RecordFacts; readonly record: RegistryRecord }
  /** `not-a-record`: it has not the structure of one. `another-trial`: it is of another trial, and no alias. */
  | { readonly ok: false; readonly why: 'not-a-record' | 'another-trial' };

/**
 * Reads what the registry answered about an identifier (NCT and eight digits), whatever it is, on the day `today`
 * (`yyyy-MM-dd`). A record under another identifier counts only where it says that the asked one is an alias of it.
 */
export function readRecord(answer: unknown, asked: string, today: string): RecordReading {
  const read = registryRecordSchema.safeParse(answer);
  if (!read.success) return { ok: false, why: 'not-a-record' };
  const { nctId, nctIdAliases } = read.data.protocolSection.identificationModule;
  if (nctId !== asked && !nctIdAliases?.includes(asked)) return { ok: false, why: 'another-trial' };
  return { ok: true, facts: recordFacts(read.data, asked, today), record: read.data };
}
