import { expect, test } from 'vitest';
import { numberForms, singular } from '@/core/word-forms.ts';

test.each([
  ['disorders', 'disorder'],
  ['therapies', 'therapy'],
  ['biomarkers', 'biomarker'],
  ['illnesses', 'illness'],
  ['doses', 'dose'],
  ['diseases', 'disease'],
  ['viruses', 'virus'],
  ['stress', 'stress'],
  ['psychosis', 'psychosis'],
  ['virus', 'virus'],
  ['as', 'as'],
])('the singular of %s is %s', (many, one) => expect(singular(many)).toBe(one));

test.each([
  ['disorder', ['disorder', 'disorders']],
  ['therapy', ['therapy', 'therapies']],
  ['crisis', ['crisis', 'crisises', 'crises']],
])('%s may be written %j', (word, forms) => expect(numberForms(word)).toEqual(forms));
