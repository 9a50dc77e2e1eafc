import { expect, test } from 'vitest';
import { isNearly } from '@/core/is-nearly.ts';

test.each([
  ['randomised, placebo-controlled trials', 'randomised controlled trial'],
  ['randomized control trial', 'randomised controlled trial'],
  ['mild cognitive deficits', 'mild cognitive impairment'],
  ['post-tramatic stress disorder', 'post-traumatic stress disorder'],
  ['Cognitive and Behavioural Group Therapy', 'cognitive behavioural therapy'],
  ['attention deficit hyperactive disorders', 'attention deficit hyperactivity disorder'],
  ['specific obsessive/compulsory disorders', 'obsessive-compulsive disorder'],
])('%s is nearly %s', (longForm, name) => expect(isNearly(longForm, name)).toBe(true));

test.each([
  ['seasonal affective disorder', 'social anxiety disorder'],
  ['separation anxiety disorder', 'social anxiety disorder'],
  ['acute stress disorder', 'autism spectrum disorder'],
  ['transcutaneous muscle stimulation', 'transcranial magnetic stimulation'],
  ['personality disorder', 'panic disorder'],
  ['unipolar disorder', 'bipolar disorder'],
  ['bronchopulmonary dysplasia', 'borderline personality disorder'],
  ['cold pressor test', 'cognitive processing therapy'],
  ['general acyl-CoA dehydrogenase', 'general anxiety disorder'],
  ['anything', 'naltrexone'],
])('%s is not nearly %s', (longForm, name) => expect(isNearly(longForm, name)).toBe(false));
