import * as z from 'zod/mini';

// The fields of a ClinicalTrials.gov API record that a card shows; all others are passed over. Names and structure:
// https://clinicaltrials.gov/data-api/about-api/study-data-structure. A field of another type than it should have is as
// good as absent: one strange field must not take the record's other facts away, and never become a fact itself.

/** The field as this schema reads it, `undefined` when it is anything else. */
const lenient = <T extends z.core.$ZodType>(schema: T) => z.catch(z.optional(schema), undefined);

/** Beyond these no registry goes; what is longer is not shown. */
const longestText = 20_000;
const longestList = 1000;

const text = z.string().check(z.minLength(1), z.maxLength(longestText));
const date = z.object({
  date: lenient(z.string().check(z.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/))),
  type: lenient(z.enum(['ACTUAL', 'ESTIMATED'])),
});
const day = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
const listOf = <T extends z.core.$ZodType>(item: T) =>
  lenient(z.array(z.catch(z.nullable(item), null)).check(z.maxLength(longestList)));

/** The schema of a record. Only its identifier must be there: without it the record could be of any trial. */
export const registryRecordSchema = z.object({
  protocolSection: z.object({
    identificationModule: z.object({
      nctId: z.string().check(z.regex(/^NCT\d{8}$/)),
      nctIdAliases: listOf(z.string().check(z.regex(/^NCT\d{8}$/))),
      briefTitle: lenient(text),
      officialTitle: lenient(text),
    }),
    statusModule: lenient(
      z.object({
        statusVerifiedDate: lenient(
          z.string().check(z.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)),
        ),
        overallStatus: lenient(text),
        lastKnownStatus: lenient(text),
        whyStopped: lenient(text),
        startDateStruct: lenient(date),
        primaryCompletionDateStruct: lenient(date),
        completionDateStruct: lenient(date),
        studyFirstSubmitDate: lenient(day),
        lastUpdatePostDateStruct: lenient(date),
        lastUpdateSubmitDate: lenient(day),
        resultsFirstPostDateStruct: lenient(date),
        resultsFirstSubmitDate: lenient(day),
        resultsWaived: lenient(z.boolean()),
        // "Certification or extension first submitted": a delay of the results.
        dispFirstSubmitDate: lenient(day),
      }),
    ),
    sponsorCollaboratorsModule: lenient(
      z.object({ leadSponsor: lenient(z.object({ name: lenient(text) })) }),
    ),
    conditionsModule: lenient(z.object({ conditions: listOf(text) })),
    designModule: lenient(
      z.object({
        studyType: lenient(text),
        phases: listOf(text),
        enrollmentInfo: lenient(
          z.object({
            count: lenient(z.number().check(z.int(), z.nonnegative(), z.maximum(1_000_000_000))),
            type: lenient(z.enum(['ACTUAL', 'ESTIMATED'])),
          }),
        ),
      }),
    ),
    armsInterventionsModule: lenient(
      z.object({ interventions: listOf(z.object({ type: lenient(text), name: lenient(text) })) }),
    ),
    outcomesModule: lenient(
      z.object({ primaryOutcomes: listOf(z.object({ measure: lenient(text), timeFrame: lenient(text) })) }),
    ),
  }),
  annotationSection: lenient(
    z.object({
      annotationModule: lenient(
        z.object({
          unpostedAnnotation: lenient(
            z.object({ unpostedEvents: listOf(z.object({ type: lenient(text), date: lenient(day) })) }),
          ),
        }),
      ),
    }),
  ),
  hasResults: lenient(z.boolean()),
});

/** A record as it was read. */
export type RegistryRecord = z.infer<typeof registryRecordSchema>;
