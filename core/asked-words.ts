import { foldText } from './fold-text.ts';
import { singular } from './word-forms.ts';

/** Words of asking: they say that something is asked, not what. */
const asking = new Set(
  `a about abruptly affect affects after alongside am an and any anybody anyone are as at bad be been
  before beside best better between by can cause causes come comes compared could did difference do does
  doing ease eases feel for from get gets give given good had happen happens has have help helped
  helpful helping helps how i if improve improves in is it its like lower lowers make makes many may me
  mean means might much my of ok okay on or patient patients people person persons please possible real
  really reduce reduces shall should show so some someone suddenly take taken taking tell that the their
  them there these they this to too treat treated treating try use used useful uses using versus vs want
  was were what when where whether which while who whom why will with without work worked working works
  would you your`.split(/\s+/),
);

/** British and American spelling, piece by piece. */
const spellings = [
  'isation ization',
  'ise ize',
  'ising izing',
  'yse yze',
  'behaviour behavior',
  'tumour tumor',
  'colour color',
  'labour labor',
  'favour favor',
  'centre center',
  'fibre fiber',
  'counselling counseling',
  'labelled labeled',
  'programme program',
  'anaes anes',
  'paedi pedi',
  'haem hem',
  'foet fet',
  'rrhoea rrhea',
  'oedema edema',
  'oestro estro',
].map((pair) => pair.split(' '));

/** What people say, and what the knowledge base says for it. */
const sayings = [
  'adrenaline epinephrine',
  'alcohol drink drinking drinker booze',
  'anaesthetic anaesthesia surgery operation surgical',
  'breastfeeding breastfeed nursing lactation milk',
  'children child kids kid paediatric teenager teenagers teen teens adolescent adolescents',
  'dose dosage dosing doses',
  'flashbacks flashback trauma',
  'gambling gamble gambler betting',
  'gene genes genetic genetics',
  'hepatic liver hepatitis cirrhosis',
  'inattention adhd',
  'methamphetamine meth',
  'noradrenaline norepinephrine',
  'obesity weight overweight obese',
  'old older elderly ageing aging',
  'opioid opiate narcotic opioids opiates narcotics',
  'painkiller painkillers analgesic analgesics',
  'pregnant pregnancy expecting',
  'stealing steal shoplifting theft',
  'stopping stop stopped quit discontinue discontinuing discontinuation',
  'suicide suicidal suicidality',
  'cutting cut injury harm hurt',
].map((line) => line.split(' '));

/** Brands and single medicines that people name, in words the knowledge base has. Only for search: no entry says them. */
const medicines: readonly (readonly [said: string, ours: string])[] = [
  ['contrave|mysimba', 'naltrexone bupropion'],
  ['suboxone|subutex|sublocade|buvidal', 'buprenorphine'],
  ['narcan|nyxoid|evzio', 'naloxone'],
  ['wellbutrin|zyban', 'bupropion'],
  ['prozac', 'fluoxetine ssri'],
  ['zoloft|lustral', 'sertraline ssri'],
  ['paxil|seroxat', 'paroxetine ssri'],
  ['celexa|cipramil', 'citalopram ssri'],
  ['lexapro|cipralex|escitalopram', 'ssri'],
  ['zyprexa', 'olanzapine'],
  ['ritalin|concerta', 'methylphenidate'],
  ['spravato|esketamine', 'ketamine'],
  ['ultram', 'tramadol'],
  ['mucomyst', 'acetylcysteine'],
  ['imodium|loperamide|lomotil', 'opioid medicines against diarrhoea safety'],
  [
    'codeine|oxycodone|oxycontin|percocet|hydrocodone|vicodin|morphine|fentanyl|hydromorphone|dilaudid|pethidine',
    'opioid medicines safety',
  ],
];

/** Whole phrases that mean one thing, in the words of the knowledge base. */
const phrases: readonly (readonly [RegExp, string])[] = [
  ...medicines.map(([said, ours]) => [new RegExp(`\\b(?:${said})\\b`, 'g'), ours] as const),
  [/\b(?:weight loss|los(?:e|ing) weight|slimming)\b/g, 'obesity'],
  [/\b(?:(?:quit|stop|give up)(?:ting|ping)? smoking|smok(?:e|er|ers|ing)|cigarettes?)\b/g, 'tobacco use'],
  [/\b(?:drink(?:ing)? too much|(?:heavy|problem|excessive) drinking)\b/g, 'alcohol'],
  [/\b(?<!binge[ -])(?:drink|drinking|drinker|booze|beer|wine)(?: alcohol)?\b/g, 'alcohol'],
  [
    /\b(?:hurt(?:ing)?|cut(?:ting)?|harm(?:ing)?) (?:myself|themsel(?:f|ves)|himself|herself|yourself)\b/g,
    'self harm',
  ],
  [/\b(?:kill(?:ing)? myself|end(?:ing)? my life|want to die|suicides?)\b/g, 'suicidal thoughts'],
  [/\b(?:depressed|depressing)\b/g, 'depression'],
  [/\b(?:anxious|worried)\b/g, 'anxiety'],
  [/\bcold turkey\b/g, 'withdrawal'],
  [
    /\b(?:stop(?:ping)?|quit(?:ting)?|com(?:e|ing) off) (?:taking |using )?(?=naltrexone\b|ldn\b|vivitrol\b)/g,
    'stopping ',
  ],
  [/\boff (?=opioids?\b|opiates?\b|heroin\b|painkillers\b|methadone\b)/g, 'days without short acting '],
  [/\bfda[ -]approv(?:ed|al)\b/g, 'approved'],
  [/\bhow long (?:do|does|will) (.+?) last\b/g, '$1'],
  [/\bhepatitis [a-e]\b/g, 'hepatitis'],
  [/\bgen(?:e|etic) test(?:s|ing)?\b/g, 'genes'],
  [/\binsur(?:ance|er|ers) (?:to )?(?:cover|pay)\w*/g, 'insurance'],
  [/\bbrain fog\b/g, 'clouded thinking'],
  [
    /\b(?:side effects?|adverse (?:effects?|events?|reactions?)|dangers?|dangerous|risks?|risky)\b/g,
    'safety',
  ],
];

/** What a reader typed, folded, with the phrases of every day in our words. */
export function inOurWords(query: string): string {
  return phrases.reduce((text, [phrase, ours]) => text.replace(phrase, ours), foldText(query));
}

/** A text as search compares it: folded, split at everything that is no letter or digit. */
export function wordsOf(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** The words without those of asking; all of them when nothing else is left. */
export function contentWords(words: readonly string[]): readonly string[] {
  const content = words.filter((word) => !asking.has(word));
  return content.length > 0 ? content : words;
}

/** One form for all that a reader would call the same word: the singular, in American spelling. */
export function plainForm(word: string): string {
  return spellings.reduce(
    (plain, [british = '', american = '']) => plain.replace(british, american),
    singular(word),
  );
}

/** Other words that count as this one: singular, the other spelling, what people say. Without the word itself. */
export function alike(word: string): string[] {
  const found = new Set<string>([singular(word)]);
  for (const [british = '', american = ''] of spellings) {
    if (word.includes(british)) found.add(word.replace(british, american));
    if (word.includes(american)) found.add(word.replace(american, british));
  }
  for (const saying of sayings) if (saying.includes(word)) for (const other of saying) found.add(other);
  found.delete(word);
  return [...found];
}
