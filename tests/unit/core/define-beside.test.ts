import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formBeside } from '@/core/define-beside.ts';

/** The long form beside the abbreviation at its first place. */
function beside(text: string, shortForm: string): string | undefined {
  const start = text.indexOf(shortForm);
  const form = formBeside(text, start + shortForm.length, shortForm);
  return form && text.slice(form.start, form.end);
}

test.each<[text: string, shortForm: string, longForm: string | undefined]>([
  ['BPD: bronchopulmonary dysplasia; RDS: other', 'BPD', 'bronchopulmonary dysplasia'],
  ['a; BPD, bronchopulmonary dysplasia; b', 'BPD', 'bronchopulmonary dysplasia'],
  ['PE = plasma exchange, x', 'PE', 'plasma exchange'],
  ['PD: panic disorder', 'PD', 'panic disorder'],
  ['PTSD \u2013 post-traumatic stress disorder is', 'PTSD', 'post-traumatic stress disorder'],
  ['PTSD - posttraumatic stress disorder', 'PTSD', 'posttraumatic stress disorder'],
  ['BPD, i.e. bipolar disorder, was', 'BPD', 'bipolar disorder'],
  ['SAD, i.e. seasonal affective disorder, was', 'SAD', 'seasonal affective disorder'],
  ['SAD stands for single ascending dose here', 'SAD', 'single ascending dose'],
  ['SAD is short for \u201Csocial anxiety disorder\u201D', 'SAD', 'social anxiety disorder'],
  // What only looks so.
  ['computer-based treatment, CBT may help', 'CBT', undefined],
  ['AN, a new form', 'AN', undefined],
  ['PD: patients did well in it', 'PD', undefined],
  ['previous distress, PD, and more', 'PD', undefined],
  ['MRI: MR imaging was done', 'MRI', undefined],
  ['GAD, depression and OCD', 'GAD', undefined],
  ['SAD', 'SAD', undefined],
])('%s', (text, shortForm, longForm) => expect(beside(text, shortForm)).toBe(longForm));

test('whatever follows, a long form lies in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'sadb ,;:=()-.\u2014or') }), (ahead) => {
      const form = formBeside(`SAD${ahead}`, 3, 'SAD');
      if (form === undefined) return;
      expect(form.start).toBeGreaterThan(3);
      expect(form.end).toBeLessThanOrEqual(3 + ahead.length);
      expect(form.end).toBeGreaterThan(form.start);
    }),
  );
});
