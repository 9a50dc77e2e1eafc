import type { CardState } from '@/components/card-state.ts';
import type { TrialTools } from '@/components/trial-tools.ts';
import type { EntryId, TrialEntry, TrialVerdict } from '@/core/entry.ts';
import { sampleAnswerOf, sampleChecks, sampleTools } from '@/tests/fixtures/sample-checks.ts';
import { answerAbout, sampleAnswer, sampleEntries } from '@/tests/fixtures/sample-entries.ts';

const answered = (id: EntryId, title: string = id): CardState => ({
  kind: 'answered',
  id,
  title,
  answer: sampleAnswer(id),
});

const unknownTrial = answered('trial:NCT09999999', 'NCT09999999');
const otherStudy = answered('trial:NCT04698070');
const malnutrition = sampleAnswerOf('NCT04698070');

const verdicts: readonly (readonly [TrialVerdict, string])[] = [
  ['not-found', 'No registry record with this identifier was found. That is no proof that there is none.'],
  ['content-not-seen', 'A Phase 2 record from 2020 exists; its title and treatment were not seen.'],
  ['probably-other-study', 'The record was not seen, but lists that hold it are about COVID-19.'],
];

function trialWith(verdict: TrialVerdict, verdictText: string): CardState {
  const known = sampleEntries.find((entry): entry is TrialEntry => entry.id === 'trial:NCT04698070');
  if (!known) throw new Error('The sample trial is missing');
  const [claim] = known.statements;
  const entry: TrialEntry = {
    ...known,
    id: 'trial:NCT04665219',
    registryId: 'NCT04665219',
    title: 'Low-dose naltrexone with antidepressants',
    verdict,
    verdictText,
    registry: verdict === 'content-not-seen' ? { phase: 'Phase 2', start: '2020-06-04' } : {},
    statements: claim
      ? [
          {
            ...claim,
            standing: 'unconfirmed',
            text: 'Listed as a multi-centre trial of low-dose naltrexone added to antidepressants when depression resists treatment.',
            reason: 'Looked for in every registry copy at hand, and not found.',
            sources: [],
          },
        ]
      : [],
  };
  return { kind: 'answered', id: entry.id, title: entry.registryId, answer: answerAbout(entry) };
}

/** Every state a card can be in, by a name that tells it; of a trial's card with what its registry says. */
export const galleryStates: readonly (readonly [name: string, state: CardState, tools?: TrialTools])[] = [
  ['term', answered('term:anhedonia')],
  ['term-with-claims', answered('term:low-dose-naltrexone')],
  ['condition', answered('condition:ptsd')],
  ['trial-confirmed', answered('trial:NCT01874951')],
  ['trial-other-study', answered('trial:NCT04698070')],
  ...verdicts.map(([verdict, text]) => [`trial-${verdict}`, trialWith(verdict, text)] as const),
  ['topic', answered('topic:safety')],
  ['unknown-trial', answered('trial:NCT09999999', 'NCT09999999')],
  ['unknown-elsewhere', answered('trial:ISRCTN40345279', 'ISRCTN40345279')],
  ['malformed', answered('trial:NCT0187495', 'NCT0187495')],
  ...sampleChecks.map(([name, tools]) => [`check-${name}`, unknownTrial, tools] as const),
  ['check-of-the-guide', otherStudy, sampleTools({ check: malnutrition, record: malnutrition })],
  ['check-not-asked-of-the-guide', otherStudy, sampleTools()],
  ['missing', answered('term:no-such-entry', 'no such entry')],
  ['lost', { kind: 'lost', id: 'term:anhedonia', title: 'anhedonia' }],
  ['waiting', { kind: 'waiting', id: 'term:anhedonia', title: 'anhedonia' }],
];
