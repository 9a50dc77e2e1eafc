import * as z from 'zod/mini';
import type { ComparedFacts } from './page-against-record.ts';
import type { NamedPlace } from './questions.ts';

const code = z.string().check(z.maxLength(60));

// The facts a page sends to have its sentences held against.
const comparedFactsSchema = z.object({
  id: z.string().check(z.regex(/^NCT\d{8}$/)),
  askedAs: z.optional(z.string().check(z.regex(/^NCT\d{8}$/))),
  enrolment: z.optional(
    z.object({ count: z.int().check(z.nonnegative()), kind: z.optional(z.enum(['actual', 'planned'])) }),
  ),
  status: z.optional(z.object({ code, words: code })),
  phases: z.array(code).check(z.maxLength(20)),
});

/** Reads the arguments of `againstRecord`, which come from outside: `undefined` refuses them. */
export function readComparison([facts, places]: readonly unknown[]):
  | [facts: ComparedFacts, places: readonly NamedPlace[]]
  | undefined {
  const read = comparedFactsSchema.safeParse(facts);
  const named = placesSchema.safeParse(places);
  // Codes the registry does not use compare with nothing, whatever they are.
  return read.success && named.success ? [read.data as ComparedFacts, named.data] : undefined;
}

const offset = z.int().check(z.nonnegative());

/** More places of one trial than this are not compared; no text around one is longer. */
const placesSchema = z
  .array(z.object({ text: z.string().check(z.maxLength(3000)), start: offset, end: offset }))
  .check(z.maxLength(200));
