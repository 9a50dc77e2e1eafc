import * as z from 'zod/mini';
import type { EntryId } from './entry.ts';
import type { ComparedFacts } from './page-against-record.ts';
import type { TrialPlace } from './questions.ts';

const code = z.string().check(z.maxLength(60));
const nct = z.string().check(z.regex(/^NCT\d{8}$/));

/** The facts a page sends to have its sentences held against. */
const comparedFactsSchema = z.object({
  id: nct,
  askedAs: z.optional(nct),
  enrolment: z.optional(
    z.object({ count: z.int().check(z.nonnegative()), kind: z.optional(z.enum(['actual', 'planned'])) }),
  ),
  status: z.optional(z.object({ code, words: code })),
  phases: z.array(code).check(z.maxLength(20)),
  updated: z.optional(z.string().check(z.maxLength(10))),
});

const offset = z.int().check(z.nonnegative());
const entryId = z.string().check(z.startsWith('trial:'), z.maxLength(100));

/** More places of one page than this are not compared; no text around one is longer. */
const placesSchema = z
  .array(z.object({ entryId, text: z.string().check(z.maxLength(3000)), start: offset, end: offset }))
  .check(z.maxLength(1000));

/** Reads the arguments of `againstRecords`, which come from outside: `undefined` refuses them. */
export function readComparison([places, records]: readonly unknown[]):
  | [places: readonly TrialPlace[], records: readonly ComparedFacts[]]
  | undefined {
  const named = placesSchema.safeParse(places);
  const known = z.array(comparedFactsSchema).check(z.maxLength(1000)).safeParse(records);
  if (!named.success || !known.success) return undefined;
  // Codes the registry does not use compare with nothing, whatever they are.
  return [
    named.data.map((place) => ({ ...place, entryId: place.entryId as EntryId })),
    known.data as ComparedFacts[],
  ];
}
