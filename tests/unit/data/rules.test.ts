import { expect, test } from 'vitest';
import { createAbbreviationEvidence } from '@/core/abbreviation-evidence.ts';
import { createRecogniser } from '@/core/create-recogniser.ts';
import { readText } from '@/core/read-text.ts';
import { withoutBraces } from '@/core/surroundings.ts';
import { bracketed } from '../core/lexicon-of.ts';
import { compiledKnowledge } from './compiled-knowledge.ts';

const { lexicon, abbreviations } = compiledKnowledge();
const recogniser = createRecogniser(lexicon);
const evidence = createAbbreviationEvidence(abbreviations);

const without = (sentence: string): string => sentence.replace(/\[([^\]]*)\]/g, '$1');
const read = (text: string) => readText(text, recogniser, evidence).mentions;

// Square brackets stand around every condition that is to be marked.
const marked = (text: string): string =>
  bracketed(
    text,
    read(text).filter(({ entryIds }) => entryIds[0]?.startsWith('condition:')),
  );

test.each([
  // Another thing that holds a name.
  'Methylnaltrexone is another drug.',
  'ST-segment depression of 2 mm in V4',
  'horizontal ST depression and ST\u2011T depression',
  'Tropical depression Nine became a storm; the Great Depression did not.',
  'the economic depression of the 1930s',
  'Fatal respiratory depression was seen, and [depression].',
  'severe respiratory and cardiovascular depression',
  'bone marrow depression, CNS depression, myocardial depression',
  'depression of the ST segment, depression of cardiac contractility',
  'a depression of locomotor activity',
  'long-term depression of synapses; cortical spreading depression',
  'inbreeding depression and freezing-point depression',
  'the [depression] of these patients',
  '[Depression] in patients with heart failure',
  'the Hamilton Depression Rating Scale and the Beck Depression Inventory',
  'the Hospital Anxiety and Depression Scale',
  'the Center for Epidemiologic Studies Depression Scale',
  'the PTSD Checklist and the Clinician-Administered PTSD Scale for [PTSD]',
  'the Autism Diagnostic Observation Schedule',
  'the Schizophrenia Cognition Rating Scale in [schizophrenia]',
  'the Liebowitz Social Anxiety Scale',
  'the Obsessive-Compulsive Drinking Scale',
  'the Cornell Scale for Depression in Dementia',
  'the Alcohol Use Disorder severity index',
  '[obsessive-compulsive symptoms], but not obsessive-compulsive personality disorder',
  // Adjectives of people.
  'severely [depressed] patients, a [depressed] adolescent, [depressed mood]',
  'women who were [depressed] at the start',
  'she feels [depressed]',
  'He became severely [depressed].',
  'their mood was [depressed]',
  'neonatal depression after birth',
  '[bipolar] [depressed] patients',
  'depressed ejection fraction, depressed ST segments',
  'patients had depressed cardiac function',
  'contractility remained depressed',
  '[depressive symptoms] and a [depressive episode]',
  'the cardiac depressive effects of bupivacaine',
  '[schizophrenic] patients, [schizophrenics], [autistic] children',
  '[bipolar] patients, [bipolar I disorder], [bipolar II]',
  'unipolar and [bipolar] subjects',
  'bipolar cells of the retina, bipolar electrodes in patients',
  'a [manic episode], [hypomanic] symptoms, a [manic switch]',
  'the mania for tulips',
  '[anxious] patients',
  '[alcoholic] patients and alcoholic extracts',
  '[alcohol-dependent] and [opioid-dependent] adults',
  'men and women who at the first visit were [depressed]; those who had been [depressed]',
  'outputs were depressed in patients; output, increased or depressed in some patients',
  'patients in whom function was depressed',
  'patients whose responses to the test were depressed',
  'most recent episode [depressed], [anxious] or [depressed], [depressed] symptoms',
  'dysthymic: [dysthymia] and [dysthymic disorder]; [melancholia]',
  '[alcoholics], nonalcoholic and non-alcoholic fatty liver, alcoholic liver patients',
  'Alcoholics Anonymous helped a recovering [alcoholic]; an alcoholic extract',
  'she was an [alcoholic] and smoked',
  '[heroin addicts], [addicted to opioids], [abuse of alcohol], [opium dependence]',
  '[bipolars] and people with [bipolar], but bipolar electrodes in patients',
  'patients with bipolar cautery; bipolar scales for people',
  '[anorexics], [anorexic] girls, anorectic drugs, anorexic and weak',
  '[anxious] [depression]; she felt [anxious]; anxious to leave; [anxious] and [depressed] patients',
  '[panic] patients, [panic] with agoraphobia, panic grass, in a panic',
  '[obsessional neurosis], obsessional detail, [compulsive hair pulling], hair pulling',
  'cyclonic depression, shoulder depression, freezing-point depression, outbreeding depression',
  "[Asperger's syndrome], [attention deficit disorder], [unipolar disorder], unipolar electrodes",
  // Lists that share a head.
  '[generalized] and [social anxiety disorder]',
  '[opioid] or [alcohol abuse]',
  'a test for alcohol or drugs of abuse; opioids, and later [drug abuse]',
  '[anorexia] and [bulimia nervosa]',
  '[major depressive] and [bipolar disorders]',
  '[panic], [social anxiety] and [generalised anxiety disorder]',
  '[obsessive-compulsive] or [panic disorder]',
  '[alcohol], nicotine and [opioid use disorders]',
  'anorexia and weight loss',
  'panic and confusion',
])('%s', (sentence) => expect(marked(without(sentence))).toBe(sentence));

// Each row of the rules does what it is there for.
const { rules } = lexicon;
if (rules === undefined) throw new Error('The lexicon has no rules');
const listed = (texts: readonly string[] = []): readonly string[] =>
  texts
    .flatMap((text) => (text.startsWith('@') ? (rules.lists[text.slice(1)] ?? []) : [text]))
    .flatMap(withoutBraces);
const entriesIn = (text: string) => read(text).map(({ entryIds }) => entryIds[0]);

test.each(rules.others)('%s holds no name of ours', (other) => {
  const text = `They wrote of ${other} again.`;
  expect(read(text).filter(({ entryIds }) => entryIds[0]?.startsWith('condition:'))).toEqual([]);
});

test.each(
  rules.forms.flatMap(({ texts, ...rule }) =>
    texts.flatMap(withoutBraces).map((text) => ({ text, ...rule })),
  ),
)('$text speaks of $entry', ({ text, entry, after, before, about, plural, notAfter, notBefore }) => {
  if (after === undefined && before === undefined)
    expect(entriesIn(`It is about ${text}, again.`)).toEqual([entry]);
  else expect(entriesIn(`It is about ${text}, again.`)).toEqual([]);
  if (plural) expect(entriesIn(`It is about ${text}s, again.`)).toEqual([entry]);
  for (const word of listed(about)) expect(entriesIn(`There ${word} was ${text}.`)).toContain(entry);
  for (const word of listed(after))
    expect(entriesIn(`They wrote of ${text} ${word}, again.`)).toContain(entry);
  for (const word of listed(before)) expect(entriesIn(`They wrote of: ${word} ${text}.`)).toContain(entry);
  for (const word of listed(notAfter))
    expect(entriesIn(`They wrote of ${text} ${word}.`)).not.toContain(entry);
  for (const word of listed(notBefore))
    expect(entriesIn(`They wrote of: ${word} ${text}.`)).not.toContain(entry);
});

test.each(rules.contexts)('names of $entry mean it only where they can', ({ entry, notBefore, notOf }) => {
  const name = lexicon.names.find(({ entryId }) => entryId === entry)?.text;
  expect(entriesIn(`They wrote of ${name}.`)).toEqual([entry]);
  for (const word of listed(notBefore))
    expect(entriesIn(`They wrote of: ${word} ${name}.`)).not.toContain(entry);
  for (const word of listed(notOf))
    expect(entriesIn(`They wrote of ${name} of the ${word}.`)).not.toContain(entry);
});

test.each(rules.tails)('%s may be shared by the names of a list', (tail) => {
  const spoken = [
    ...lexicon.names.map(({ text, entryId }) => ({ text, entryId })),
    ...rules.forms.flatMap(({ entry, texts }) =>
      texts.flatMap(withoutBraces).map((text) => ({ text, entryId: entry })),
    ),
  ].map(({ text, entryId }) => ({ text: text.replaceAll('-', ' '), entryId }));
  const names = spoken.filter(({ text }) => text.toLowerCase().endsWith(` ${tail}`));
  const [first, second] = [...names].sort((a, b) => a.text.length - b.text.length);
  const head = first?.text.slice(0, -tail.length - 1);
  if (first && second)
    expect(entriesIn(`They wrote of ${head} and ${second.text}.`)).toContain(first.entryId);
  expect(names).not.toEqual([]);
});

// Every abbreviation of a text with the entry it is marked as.
const taken = (text: string): string[] =>
  read(text).flatMap(({ start, end, entryIds }) =>
    /^[A-Z]{2,6}s?$/.test(text.slice(start, end)) ? [`${text.slice(start, end)} ${entryIds[0]}`] : [],
  );

test.each<[text: string, found: readonly string[]]>([
  // Cues of our meaning, and of another one.
  ['Self-harm is common in BPD.', ['BPD condition:borderline-personality-disorder']],
  ['Preterm infants with BPD needed oxygen.', []],
  ['BPD was seen in 12 of them.', []],
  ['Self-harm in BPD and in preterm infants', []],
  ['Worry is the core of GAD.', ['GAD condition:generalised-anxiety-disorder']],
  ['Autoantibodies to GAD in diabetes and anxiety', []],
  ['Agoraphobia often comes with PD.', ['PD condition:panic-disorder']],
  ['PD with tremor and anxiety', []],
  ['Lithium in BD', ['BD condition:bipolar-disorder']],
  ['Uveitis in BD', []],
  ['Hair pulling in TTM', ['TTM condition:trichotillomania']],
  ['Stages of change in the TTM', []],
  // The long form elsewhere, and that of a rival.
  ['Panic disorder is common.\n\nIn PD, attacks return.', ['PD condition:panic-disorder']],
  ['Panic disorder is common.\n\nTen of 20 had PD.', ['PD condition:panic-disorder']],
  ['Panic disorder and Parkinson disease.\n\nTen of 20 had PD.', []],
  ['Bronchopulmonary dysplasia is common.\n\nBPD and self-harm.', []],
  // What the page defines, listed or not.
  [
    'bipolar affective disorder (BPAD); BPAD runs in families',
    ['BPAD', 'BPAD'].map((a) => `${a} condition:bipolar-disorder`),
  ],
  ['eating disorders (EDs). An ED', ['EDs condition:eating-disorders', 'ED condition:eating-disorders']],
  ['the emergency department (ED). The ED', []],
  ['bipolar disorder (BPD) and BPD', ['BPD', 'BPD'].map((a) => `${a} condition:bipolar-disorder`)],
  ['cognitive behavioural therapy for depression (CBT)', ['CBT term:cognitive-behavioural-therapy']],
  // Words in capitals.
  ['TIME FOR BED, SO SAD', []],
  ['AN OVERVIEW OF ANOREXIA NERVOSA', []],
  ['PTSD AND OCD IN ADULTS', ['PTSD condition:ptsd', 'OCD condition:ocd']],
  ['BINGE-EATING DISORDER (BED)', ['BED condition:binge-eating-disorder']],
  [
    'binge-eating disorder (BED)\n\nTREATMENT OF BED',
    ['BED', 'BED'].map((a) => `${a} condition:binge-eating-disorder`),
  ],
])('%s', (text, found) => expect(taken(text)).toEqual(found));

test.each(abbreviations.filter(({ cues }) => cues.length > 0))(
  '$text is marked for a cue and not for a rival',
  (rule) => {
    const cue = rule.cues.find(
      (text) => !rule.against.some((other) => text.toLowerCase().startsWith(other.toLowerCase())),
    );
    const ours = `They wrote of ${cue} and ${rule.text} again.`;
    expect(taken(ours).map((one) => one.split(' ')[0])).toContain(rule.text);
    for (const rival of rule.rivals.filter((text) => !text.includes(':'))) {
      expect(taken(`${ours}\n\nThere is ${rival} too.`)).toEqual([]);
    }
    for (const against of rule.against) {
      expect(taken(`They wrote of ${cue}, ${against} and ${rule.text} again.`)).toEqual([]);
    }
  },
);
