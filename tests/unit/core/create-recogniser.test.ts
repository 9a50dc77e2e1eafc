import { expect, test } from 'vitest';
import { createRecogniser } from '@/core/create-recogniser.ts';
import { bracketed, lexiconOf } from './lexicon-of.ts';

const lexicon = lexiconOf({
  'condition:ptsd': ['post-traumatic stress disorder', 'posttraumatic stress disorder', 'PTSD!'],
  'condition:complex-ptsd': ['complex PTSD', 'complex post-traumatic stress disorder', 'C-PTSD!'],
  'condition:depression': ['depression'],
  'condition:treatment-resistant-depression': ['treatment-resistant depression', 'TRD?'],
  'condition:borderline-personality-disorder': ['borderline personality disorder', 'BPD?'],
  'condition:eating-disorders': ['eating disorders'],
  'condition:social-anxiety-disorder': ['social anxiety disorder', 'SAD?'],
  'condition:ocd': ['obsessive-compulsive disorder', 'OCD!'],
  'condition:prolonged-grief-disorder': ['prolonged grief disorder', 'PGD?'],
  'condition:gambling-disorder': ['gambling disorder', 'pathological gambling disorder', 'PGD?'],
  'term:naltrexone': ['naltrexone', 'Vivitrol', 'NTX?'],
  'term:low-dose-naltrexone': ['low-dose naltrexone', 'LDN?'],
  'term:ssri': ['selective serotonin reuptake inhibitor', 'SSRI!'],
  'condition:alzheimer-disease': ['Alzheimer disease'],
  'term:pharmacotherapy': ['pharmacotherapy'],
});
const recogniser = createRecogniser(lexicon);

/** Everything that is marked when the text is the whole page. */
function marked(text: string): string {
  const { mentions, undecided, definitions } = recogniser.recognise(text);
  const decide = recogniser.decide({ definitions, named: new Set() });
  const decided = undecided.flatMap((mention) => decide(mention) ?? []);
  return bracketed(
    text,
    [...mentions, ...decided].sort((a, b) => a.start - b.start),
  );
}

// Brackets stand around what must be found; nothing else may be.
test.each([
  ['takes the longest name', '[low-dose naltrexone] and [naltrexone]'],
  ['finds nothing inside a word', 'methylnaltrexone, naltrexonelike and postdepression'],
  ['finds a name glued to a dash', 'a [naltrexone]-treated group, non-[depression]'],
  ['takes any letter case of a name', '[NALTREXONE], [Naltrexone] and [naltrexone]'],
  [
    'takes dashes and spaces alike',
    '[post\u2013traumatic stress disorder], [post\u2011traumatic\u00a0stress   disorder]',
  ],
  ['takes the solid spelling', '[posttraumatic stress disorder]'],
  ['takes a dash at a line end', '[post-\ntraumatic stress disorder]'],
  ['keeps apart what a spaced dash parts', 'post - traumatic stress disorder'],
  ['reads through soft hyphens and zero-width characters', '[nal\u00adtrex\u200bone] and [de\u2060pression]'],
  ['takes plurals', '[post-traumatic stress disorders], [SSRIs], [selective serotonin reuptake inhibitors]'],
  ['takes the singular of a plural name', 'an [eating disorder]'],
  ['takes plurals in -ies', 'new [pharmacotherapies]'],
  [
    'takes possessives, curly or straight',
    "[naltrexone]'s and [naltrexone]\u2019s effect, [PTSD]\u2019s course",
  ],
  [
    'takes a possessive inside a name',
    "[Alzheimer disease], [Alzheimer\u2019s disease] and [Alzheimer's\u00a0disease]",
  ],
  ['takes an abbreviation in its own case only', '[PTSD] but not ptsd or Ptsd'],
  ['takes the longer abbreviation', '[C-PTSD] and [complex PTSD]'],
  ['leaves ordinary words alone', 'a sad day in bed with an aunt'],
  ['leaves an ambiguous abbreviation alone when the page is silent', 'TRD, BPD and SAD'],
  ['reads Latin names among other scripts', '服用[naltrexone]后, это [depression]'],
  [
    'reads a name behind a vowel sign of another script',
    '\u0e17\u0e35\u0e48[naltrexone], \u0915\u0940[depression]',
  ],
  [
    'reads what is as wide as a Chinese sign',
    '\u3010[\uff30\uff34\uff33\uff24]\u3011 \uff50\uff54\uff53\uff44',
  ],
  [
    'reads a name beside the number of a note, one in a circle, a picture',
    '[depression]\u00b9 \u2460[PTSD] \u2764\ufe0f[depression] 1\ufe0f\u20e3[PTSD]',
  ],
  ['reads through the unseen signs of other scripts', '[nal\u061ctrex\u2063one], [de\ufe0epression]'],
  ['takes a slash as a joint', '[depression]/[PTSD]'],
  ['takes names at either end', '[depression]'],
  ['finds nothing in nothing', ''],
  ['takes identifiers we do not know', '[NCT01874951], ([NCT99999999]) [NCT 01874951] [nct-01874951]'],
  ['takes identifiers in file names', 'Prot_[NCT01234567].pdf'],
  [
    'takes identifiers of other registries',
    '[ISRCTN78805636], EudraCT [2004-002714-11], [CTRI/2017/06/008901]',
  ],
  ['takes what was meant as an identifier', '[NCT123456789] and [NCTO2950051]'],
  ['leaves look-alikes', 'ANCT12345678 NCT-503 NCT 127 xNCT12345678'],
])('%s', (_behaviour, sentence) => expect(marked(sentence.replace(/[[\]]/g, ''))).toBe(sentence));

test.each([
  ['our meaning', '[borderline personality disorder] ([BPD]): people with [BPD]'],
  ['our meaning, in the plural', '[borderline personality disorders] ([BPDs]); [BPD]'],
  ['our meaning, short form first', '[BPD] ([borderline personality disorder]), and [BPD]'],
  ['our meaning, after other words', 'DSM-5 [borderline personality disorder] ([BPD]), [BPD]'],
  ['our meaning, with a remark', '[borderline personality disorder] ([BPD]; n = 20), [BPD]'],
  ['another meaning', 'bronchopulmonary dysplasia (BPD): infants with BPD'],
  ['another meaning, short form first', 'BPD (bronchopulmonary dysplasia): infants with BPD'],
  ['both', '[borderline personality disorder] (BPD), bronchopulmonary dysplasia (BPD): BPD'],
  ['another meaning of one that is mostly ours', 'osteochondritis dissecans (OCD): knees with OCD'],
  ['the name of a document', 'OPERATIONAL CONCEPT DESCRIPTION (OCD). The OCD describes'],
])('an abbreviation of which the page gives %s', (_meaning, sentence) =>
  expect(marked(sentence.replace(/[[\]]/g, ''))).toBe(sentence),
);

test('an abbreviation of two entries means the one the page spells out', () => {
  const text = 'prolonged grief disorder (PGD) and PGD';
  const { undecided, definitions } = recogniser.recognise(text);
  const decide = recogniser.decide({ definitions, named: new Set() });
  expect(undecided.map((mention) => decide(mention)?.entryIds)).toEqual([
    ['condition:prolonged-grief-disorder'],
    ['condition:prolonged-grief-disorder'],
  ]);
});

test('without the rule for definitions, bronchopulmonary dysplasia would be marked', () => {
  const text = 'bronchopulmonary dysplasia (BPD)';
  expect(recogniser.recognise(text).undecided.map(({ start, end }) => text.slice(start, end))).toEqual([
    'BPD',
  ]);
});
