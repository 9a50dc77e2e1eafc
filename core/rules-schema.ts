import * as z from 'zod/mini';

// zod/mini says "Invalid input" for everything unless it is given a language.
z.config(z.locales.en());

const line = z.string().check(z.trim(), z.minLength(1, 'is empty'));
const lines = z.array(line);
const entryId = z
  .string()
  .check(
    z.regex(/^(term|condition|topic):[a-z0-9]+(-[a-z0-9]+)*$/, 'is not the id of a term, condition or topic'),
  );

const surroundings = {
  after: z.optional(lines),
  reach: z.optional(z.int().check(z.minimum(0), z.maximum(5))),
  before: z.optional(lines),
  about: z.optional(lines),
  plural: z.optional(z.boolean()),
  notAfter: z.optional(lines),
  notBefore: z.optional(lines),
  notOf: z.optional(lines),
};

/** What `data/rules.yaml` must be. Unknown fields are errors: a misspelt one must not vanish. */
export const rulesSchema = z.strictObject({
  lists: z.record(z.string(), lines),
  others: lines,
  forms: z.array(
    z.strictObject({ entry: entryId, texts: lines.check(z.minLength(1, 'is empty')), ...surroundings }),
  ),
  contexts: z.array(z.strictObject({ entry: entryId, ...surroundings })),
  tails: lines,
  words: z.record(z.string(), z.enum(['never', 'defined'])),
  abbreviations: z.array(
    z.strictObject({
      text: line,
      entry: z.optional(entryId),
      cues: z._default(lines, []),
      rivals: z._default(lines, []),
      against: z._default(lines, []),
    }),
  ),
});
