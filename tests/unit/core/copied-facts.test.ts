import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { copiedFacts } from '@/core/copied-facts.ts';
import type { RegistryFacts, TrialEntry } from '@/core/entry.ts';
import { pageAgainstRecord } from '@/core/page-against-record.ts';
import { trialOfEntryId } from '@/core/trial-id.ts';
import { readData } from '@/tests/unit/data/compiled-knowledge.ts';

const of = (facts: RegistryFacts): object => {
  const { id: _id, isCopy: _isCopy, ...rest } = copiedFacts('NCT09999999', facts);
  return rest;
};

test.each<[facts: RegistryFacts, compared: object]>([
  [{}, { phases: [] }],
  [{ status: 'Completed' }, { phases: [], status: { code: 'COMPLETED', words: 'Completed' } }],
  [
    { status: 'Terminated (funding withdrawn)' },
    { phases: [], status: { code: 'TERMINATED', words: 'Terminated' } },
  ],
  [
    { status: 'Unknown (last known: not yet recruiting)' },
    { phases: [], status: { code: 'UNKNOWN', words: 'Unknown' } },
  ],
  [{ status: 'Unknown status' }, { phases: [] }],
  [{ status: 'Not recruiting' }, { phases: [] }],
  [
    { status: 'Active, not recruiting' },
    { phases: [], status: { code: 'ACTIVE_NOT_RECRUITING', words: 'Active, not recruiting' } },
  ],
  [{ phase: 'Phase 4' }, { phases: ['PHASE4'] }],
  [{ phase: 'Phase 2/3' }, { phases: ['PHASE2', 'PHASE3'] }],
  [{ phase: 'Phase 2a' }, { phases: ['PHASE2'] }],
  [{ phase: 'Early Phase 1' }, { phases: ['EARLY_PHASE1'] }],
  [{ phase: 'Not applicable' }, { phases: ['NA'] }],
  [{ phase: 'Phase 2/3 (copies differ)' }, { phases: [] }],
  [{ enrolment: 0 }, { phases: [], enrolment: { count: 0, kind: 'actual' } }],
  [
    { planned: 50, copied: '2018' },
    { phases: [], enrolment: { count: 50, kind: 'planned' }, updated: '2018' },
  ],
  [
    { enrolment: 40, planned: 50 },
    { phases: [], enrolment: { count: 40, kind: 'actual' } },
  ],
])('%o is held against a page as %o', (facts, compared) => expect(of(facts)).toEqual(compared));

test('what we say of a trial ourselves differs from our copy where a publication differs from the registry', () => {
  const trials: Pick<TrialEntry, 'id' | 'registry' | 'summary' | 'verdictText' | 'statements'>[] = parse(
    readData('trials.yaml'),
  );
  const differences = trials.flatMap(({ id: entryId, registry = {}, summary, verdictText, statements }) => {
    const id = trialOfEntryId(entryId) ?? '';
    const texts = [summary, verdictText, ...statements.map(({ text }) => text)];
    const sentences = texts.flatMap((text) => text.split(/(?<=[.!?])\s/));
    return sentences.flatMap((sentence) =>
      pageAgainstRecord(`${id}: ${sentence}`, copiedFacts(id, registry)).map(
        ({ page, registry: copy }) => `${id}: ${page} / ${copy}`,
      ),
    );
  });
  // 26 were counted in the publication, 27 at the registry.
  expect(differences).toEqual(['NCT04977674: 26 / 27']);
});
