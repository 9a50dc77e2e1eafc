import * as z from 'zod/mini';
import type { ComparedFacts } from './page-against-record.ts';

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
export function readComparison([facts, sentences]: readonly unknown[]):
  | [facts: ComparedFacts, sentences: readonly string[]]
  | undefined {
  const read = comparedFactsSchema.safeParse(facts);
  const texts = sentencesSchema.safeParse(sentences);
  // Codes the registry does not use compare with nothing, whatever they are.
  return read.success && texts.success ? [read.data as ComparedFacts, texts.data] : undefined;
}

/** More places of one trial than this are not compared; no sentence is longer. */
const sentencesSchema = z.array(z.string().check(z.maxLength(2000))).check(z.maxLength(200));
