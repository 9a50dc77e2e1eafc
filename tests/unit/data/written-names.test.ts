import { expect, test } from 'vitest';
import { createRecogniser } from '@/core/create-recogniser.ts';
import { readText } from '@/core/read-text.ts';
import { bracketed } from '../core/lexicon-of.ts';
import { compiledKnowledge } from './compiled-knowledge.ts';

const { lexicon } = compiledKnowledge();
const recogniser = createRecogniser(lexicon);

// Names as people write them. Square brackets stand around everything that is to be marked.
const written: readonly (readonly [how: string, texts: readonly string[]])[] = [
  [
    'plurals',
    [
      '[anxiety disorders], [autism spectrum disorders], [SSRIs]',
      '[meta-analyses] of [case reports]',
      '[antidepressants] and [monotherapies]',
    ],
  ],
  ['singulars of plural names', ['an [eating disorder]', 'a [negative symptom]']],
  [
    'possessives',
    [
      '[naltrexone]\u2019s effect',
      "[PTSD]'s course",
      "[Alzheimer's disease], [Parkinson\u2019s disease]",
      'patients\u2019 [depression]',
    ],
  ],
  [
    'British and American spellings',
    [
      '[generalised anxiety disorder], [generalized anxiety disorder]',
      '[randomised controlled trial], [randomized controlled trial]',
      '[dialectical behaviour therapy], [dialectical behavior therapy]',
      '[mood stabiliser], [mood stabilizer]',
      '[eye movement desensitization and reprocessing]',
      '[personalized medicine]',
      '[depersonalization]',
    ],
  ],
  [
    'hyphen, space and solid',
    [
      '[low-dose naltrexone], [low dose naltrexone], [lowdose naltrexone]',
      '[post-traumatic stress disorder], [post traumatic stress disorder], [posttraumatic stress disorder]',
      '[double-blind], [double blind], [doubleblind]',
      '[off-label], [off label], [offlabel]',
      '[self-harm], [self harm]',
      '[binge-eating disorder], [binge eating disorder]',
      '[non-suicidal self-injury], [nonsuicidal self-injury], [non suicidal self injury]',
      '[meta-analysis], [meta analysis], [metaanalysis]',
    ],
  ],
  [
    'any dash',
    ['\u2010\u2011\u2012\u2013\u2014\u2212\uFE58\uFE63\uFF0D'].flatMap((dashes) =>
      [...dashes].map((dash) => `[post${dash}traumatic stress disorder]`),
    ),
  ],
  [
    'any space',
    ['\u00A0\u1680\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000\t'].flatMap(
      (spaces) => [...spaces].map((space) => `[low-dose${space}naltrexone]`),
    ),
  ],
  ['line breaks in a name', ['[low-dose\nnaltrexone]', '[post-traumatic\r\n    stress disorder]']],
  [
    'lines broken in a word',
    [
      '[nal-\ntrexone] was given',
      'of [low-dose nal-\n   trexone]',
      '[low-\ndose naltrexone]',
      '[post-trau-\nmatic stress disorder]',
      '[schizo\u2010\nphrenia]',
      '[depres-\r\nsion] and [anx-\niety]',
      'in [bor-\nderline personality disorder]',
      'un-\nrelated words',
    ],
  ],
  [
    'what nobody sees',
    [
      '[nal\u00ADtrexone]',
      '[nal\u200Btrexone]',
      '[schizo\u2060phrenia]',
      '[de\uFEFFpression]',
      '[naltre\u200Cxone]',
      '[low\u200E-dose naltrexone]',
      '[P\u00ADTSD]',
    ],
  ],
  ['ligatures', ['[o\uFB00-label], [\uFB01bromyalgia]', 'a re\uFB02ex', '[\uFB01rst-pass metabolism]']],
  [
    'accents',
    [
      '[nältrexone]',
      '[naltre\u0301xone]',
      '[Montgomery-\u00C5sberg Depression Rating Scale]',
      '[Montgomery-Asberg Depression Rating Scale]',
      '[schizophr\u00E9nia]',
    ],
  ],
  [
    'Greek letters and their names',
    [
      '[\u03BC-opioid receptor], [\u00B5-opioid receptor], [mu-opioid receptor], [mu opioid receptors]',
      '[\u03BA-opioid receptor], [\u03F0-opioid receptor], [kappa opioid receptor]',
      '[\u03B2-endorphin], [beta-endorphin], [\u03D0-endorphin]',
      '[6\u03B2-naltrexol], [6-beta-naltrexol], [6-\u03B2-naltrexol], [6beta-naltrexol]',
      '[\u03B3-aminobutyric acid], [gamma-aminobutyric acid]',
      '[\u039C-OPIOID RECEPTOR]',
    ],
  ],
  [
    'letter case',
    [
      '[NALTREXONE] IN [PTSD] AND [OPIOID USE DISORDER]',
      '[Naltrexone], [naltrexone]',
      '[Post-Traumatic Stress Disorder]',
      'ptsd, Ptsd',
      '[HAM-D], not ham-d',
    ],
  ],
  [
    'abbreviations in headings of capitals',
    ['EFFECT OF [SSRIs] ON [OCD]', '[PTSD] TREATMENT', '[MDD]: A REVIEW'],
  ],
  [
    'words that look like abbreviations',
    ['a sad day in bed', 'An apple and me', 'SAD BUT TRUE: IN BED WITH AN AUNT'],
  ],
  [
    'signs around',
    [
      '([naltrexone])',
      '\u201C[naltrexone]\u201D',
      '[naltrexone/bupropion]',
      '[naltrexone], [naloxone]; [PTSD].',
      '*[naltrexone]*',
      '[PTSD]-related',
      'non-[depression]',
      'anti-[depression]',
    ],
  ],
  [
    'other scripts around',
    ['\u670D\u7528[naltrexone]\u540E', '\u044D\u0442\u043E [depression]', '\u200F[naltrexone]\u200F'],
  ],
  [
    'parts of words',
    [
      '[methylnaltrexone]',
      'naltrexonelike',
      'postdepression',
      'ADHDer',
      'anxietyy',
      'PTSDx',
      'schizophreniform',
    ],
  ],
  [
    'what a sign parts',
    [
      'post - traumatic stress disorder',
      'low. Dose [naltrexone]',
      'eating, disorder',
      'low-dose ([naltrexone])',
    ],
  ],
  ['manic and hypomanic', ['[manic] patients', '[hypomanic]']],
];

test.each(written.flatMap(([how, texts]) => texts.map((text) => [how, text] as const)))(
  '%s: %s',
  (_how, text) => {
    const plain = text.replace(/[[\]]/g, '');
    expect(bracketed(plain, readText(plain, recogniser).mentions)).toBe(text);
  },
);
