import * as z from 'zod/mini';
import { spanOf } from './civil-day.ts';

// zod/mini says "Invalid input" for everything unless it is given a language.
z.config(z.locales.en());

/** What an authored entry must be. Unknown fields are errors: a misspelt field must not vanish. */

const line = z
  .string()
  .check(
    z.trim(),
    z.minLength(1, 'is empty'),
    z.regex(/^[^\n]*$/, 'has a line break: let a long text go on in the next line, indented, without | or >'),
  );
/** A sentence of this project's own: a typewriter's apostrophe in it becomes a printer's. What is quoted stays as it is. */
const sentence = line.check(z.overwrite((text) => text.replace(/(?<=\p{L})'(?=\p{L})|(?<=s)'(?=\s)/gu, '’')));
const day = z
  .string()
  .check(
    z.refine(
      (text) => text.length === 10 && spanOf(text) !== undefined,
      'is not a day of the calendar like 2026-11-23',
    ),
  );
/** As precise as the source: a year, a month or a day. */
const date = z
  .string()
  .check(
    z.refine(
      (text) => spanOf(text) !== undefined,
      'is not a date of the calendar like 2026, 2026-11 or 2026-11-23',
    ),
  );
const slug = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not lower case words with hyphens'));
const entryId = z
  .string()
  .check(
    z.regex(
      /^((term|condition|topic):[a-z0-9]+(-[a-z0-9]+)*|trial:(NCT\d{8}|ACTRN\d{14}))$/,
      'is not an id like term:placebo-response or trial:NCT01234567',
    ),
  );
const httpsUrl = z.string().check(
  z.refine((text) => {
    // An address a reader will click: https, and no user name that disguises the host.
    if (!/^https:\/\/[a-z0-9.-]+(:\d+)?(\/|\?|$)/i.test(text)) return false;
    return !/\s/.test(text);
  }, 'is not a plain https address: leave it out where none was seen'),
);

const name = z.union([
  line,
  z.strictObject({
    text: line,
    type: z.enum(['name', 'abbreviation']),
    ambiguous: z.optional(z.boolean()),
    longForms: z.optional(z.array(line)),
  }),
]);

const origin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('guide'), section: line }),
  z.strictObject({ kind: z.literal('label'), name: line }),
  z.strictObject({ kind: z.literal('registry'), name: line }),
  z.strictObject({ kind: z.literal('publication'), citation: line }),
  z.strictObject({ kind: z.literal('project') }),
]);

const statement = z.strictObject({
  id: slug,
  about: z.enum([
    'registration',
    'result',
    'study',
    'mechanism',
    'dose',
    'combination',
    'question',
    'safety',
    'context',
  ]),
  text: sentence,
  from: origin,
  standing: z.enum(['confirmed', 'unconfirmed', 'contradicted', 'unchecked']),
  reason: sentence,
  sources: z.array(z.strictObject({ title: line, url: z.optional(httpsUrl), copied: z.optional(date) })),
  evidence: z.optional(
    z.strictObject({ grade: z.enum(['high', 'moderate', 'low', 'very low', 'none']), basis: sentence }),
  ),
  checked: day,
});

const common = {
  id: entryId,
  title: line,
  summary: sentence,
  related: z._default(z.array(entryId), []),
  safety: z._default(z.boolean(), false),
  reviewed: day,
  statements: z._default(z.array(statement), []),
};
const names = z._default(z.array(name), []);

const term = z.strictObject({ ...common, names, meaning: sentence });
const condition = z.strictObject({ ...common, names, meaning: sentence });
const topic = z.strictObject({ ...common, names, gist: sentence });
const trial = z.strictObject({
  ...common,
  names,
  verdict: z.enum(['confirmed', 'not-found', 'content-not-seen', 'other-study', 'probably-other-study']),
  verdictText: sentence,
  registry: z._default(
    z.strictObject({
      title: z.optional(line),
      status: z.optional(line),
      phase: z.optional(line),
      enrolment: z.optional(z.number().check(z.int(), z.nonnegative())),
      planned: z.optional(z.number().check(z.int(), z.nonnegative())),
      conditions: z.optional(z.array(line)),
      interventions: z.optional(z.array(line)),
      sponsor: z.optional(line),
      start: z.optional(date),
      completion: z.optional(date),
      hasResults: z.optional(z.boolean()),
      copied: z.optional(date),
    }),
    {},
  ),
  about: z._default(z.array(entryId), []),
});

/** The schema of one authored entry, by kind. */
export const entrySchemas = { term, condition, topic, trial } as const;

/** An entry as it is written in `data/`, before it is compiled. */
export type AuthoredEntry =
  | ({ kind: 'term' } & z.infer<typeof term>)
  | ({ kind: 'condition' } & z.infer<typeof condition>)
  | ({ kind: 'topic' } & z.infer<typeof topic>)
  | ({ kind: 'trial' } & z.infer<typeof trial>);
