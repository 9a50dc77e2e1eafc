/** What readers bring, in their words: the entry that must come first, and the statement on it that answers. */
export const readerQuestions: readonly {
  readonly question: string;
  readonly entry: string;
  readonly statement?: string;
}[] = [
  // Does it help?
  {
    question: 'does LDN help depression?',
    entry: 'condition:depression',
    statement: 'psychiatric-times-2020',
  },
  { question: 'does naltrexone help with PTSD', entry: 'condition:ptsd', statement: 'foa-2013' },
  { question: 'naltrexone for OCD', entry: 'condition:ocd', statement: 'amiaz-2008' },
  {
    question: 'can naltrexone treat borderline personality disorder',
    entry: 'condition:borderline-personality-disorder',
    statement: 'schmahl-2012',
  },
  {
    question: 'low dose naltrexone fibromyalgia',
    entry: 'condition:fibromyalgia',
    statement: 'due-bruun-2024',
  },
  { question: 'low-dose naltrexone for long covid', entry: 'condition:long-covid', statement: 'bc-trial' },
  { question: 'naltrexone autism', entry: 'condition:autism-spectrum-disorder', statement: 'roy-2015' },
  {
    question: 'is naltrexone any good for gambling',
    entry: 'condition:gambling-disorder',
    statement: 'ward-2018',
  },
  { question: 'can it stop me stealing', entry: 'condition:kleptomania', statement: 'grant-2009' },
  { question: 'naltrexone hair pulling', entry: 'condition:trichotillomania', statement: 'grant-2014' },
  { question: 'skin picking', entry: 'condition:skin-picking-disorder', statement: 'nothing-found' },
  {
    question: 'naltrexone for meth addiction',
    entry: 'condition:methamphetamine-use-disorder',
    statement: 'trivedi-2021',
  },
  {
    question: 'naltrexone in schizophrenia negative symptoms',
    entry: 'condition:schizophrenia',
    statement: 'sernyak-1998',
  },
  { question: 'naltrexone for bipolar', entry: 'condition:bipolar-disorder', statement: 'brown-2009' },
  { question: 'does it work for panic attacks', entry: 'term:panic-attack' },
  { question: 'social anxiety disorder naltrexone', entry: 'condition:social-anxiety-disorder' },
  { question: 'LDN for anxiety', entry: 'condition:anxiety', statement: 'no-trial' },
  { question: 'naltrexone grief', entry: 'condition:prolonged-grief-disorder', statement: 'gang-2021' },
  { question: 'naltrexone dissociation', entry: 'condition:dissociation', statement: 'pape-2014' },
  {
    question: 'binge eating disorder naltrexone bupropion',
    entry: 'condition:binge-eating-disorder',
    statement: 'grilo-2022',
  },
  { question: 'naltrexone for weight loss', entry: 'condition:obesity', statement: 'approved-combination' },
  { question: 'ADHD and naltrexone', entry: 'condition:adhd', statement: 'methylphenidate-study' },
  {
    question: 'does naltrexone help dementia',
    entry: 'condition:alzheimers-disease',
    statement: 'serby-1986',
  },
  { question: 'where is the evidence positive', entry: 'topic:positive-evidence' },

  // Is it dangerous?
  { question: 'naltrexone and tramadol', entry: 'term:tramadol', statement: 'counts-as-opioid' },
  { question: 'can I take methadone with naltrexone', entry: 'term:methadone', statement: 'two-weeks' },
  {
    question: 'naltrexone after suboxone buprenorphine',
    entry: 'term:buprenorphine',
    statement: 'two-weeks',
  },
  { question: 'naltrexone before surgery', entry: 'topic:safety', statement: 'blocks-opioid-medicines' },
  { question: 'ketamine with naltrexone', entry: 'term:ketamine', statement: 'do-not-combine' },
  { question: 'naltrexone and pregnancy', entry: 'topic:safety', statement: 'pregnancy' },
  { question: 'naltrexone while breastfeeding', entry: 'topic:safety', statement: 'breastfeeding' },
  {
    question: 'is naltrexone bad for the liver',
    entry: 'condition:liver-disease',
    statement: 'excessive-doses',
  },
  { question: 'naltrexone contraindications', entry: 'topic:safety', statement: 'contraindications' },
  { question: 'precipitated withdrawal', entry: 'term:precipitated-withdrawal', statement: 'label-warning' },
  { question: 'overdose after naltrexone', entry: 'term:opioid-overdose', statement: 'call-for-help' },
  { question: 'painkillers on naltrexone', entry: 'condition:chronic-pain', statement: 'blocks-painkillers' },
  { question: 'side effects of naltrexone', entry: 'topic:safety', statement: 'common-side-effects' },
  { question: 'is it dangerous', entry: 'topic:safety', statement: 'precipitated-withdrawal' },
  { question: 'boxed warning', entry: 'topic:safety', statement: 'boxed-warning-removed' },
  { question: 'suicidal thoughts on naltrexone', entry: 'condition:suicidality', statement: 'help-now' },
  { question: 'thinking of killing myself', entry: 'condition:suicidality', statement: 'help-now' },
  { question: 'I want to hurt myself', entry: 'condition:self-injury', statement: 'help-now' },
  {
    question: 'ultra low dose naltrexone with opioids',
    entry: 'term:ultra-low-dose-naltrexone',
    statement: 'danger-first',
  },

  // What is it?
  { question: 'what is LDN', entry: 'term:low-dose-naltrexone', statement: 'not-an-approved-strength' },
  { question: 'Revia', entry: 'term:naltrexone', statement: 'label-uses' },
  { question: 'vivitrol shot', entry: 'term:extended-release-naltrexone', statement: 'overdose-danger' },
  { question: 'XR-NTX', entry: 'term:extended-release-naltrexone' },
  { question: 'difference between naloxone and naltrexone', entry: 'term:naloxone' },
  { question: 'naltrexone half life', entry: 'term:half-life', statement: 'naltrexone-four-hours' },
  { question: 'what does off label mean', entry: 'term:off-label-use' },
  { question: 'what is a randomized controlled trial', entry: 'term:randomised-controlled-trial' },
  { question: 'compounded naltrexone', entry: 'term:compounding' },
  { question: 'naltrexone dose', entry: 'topic:dosing', statement: 'label-tablet' },
  { question: 'are low doses better tolerated', entry: 'topic:dosing-low', statement: 'guide-advantages' },
  { question: 'microgram doses beside opioids', entry: 'topic:dosing-ultra-low', statement: 'danger-first' },
  { question: 'standard dose in psychiatry', entry: 'topic:dosing-standard', statement: 'standard-use' },
  { question: 'flexible dosing', entry: 'topic:dosing-flexible', statement: 'flexible-titration' },
  {
    question: 'doses beside other medicines',
    entry: 'topic:dosing-combination',
    statement: 'not-with-opioids',
  },
  { question: 'does naltrexone reduce brain inflammation', entry: 'term:neuroinflammation' },
  { question: 'what is OPRM1', entry: 'term:oprm1' },
  {
    question: 'are the trial identifiers in the guide real',
    entry: 'topic:trials-of-the-guide',
    statement: 'count',
  },

  // Together with what?
  {
    question: 'combining naltrexone with other treatments',
    entry: 'topic:combinations',
    statement: 'ketamine-danger',
  },
  { question: 'naltrexone drug interactions', entry: 'topic:combinations', statement: 'guide-interactions' },
  {
    question: 'naltrexone with psychotherapy',
    entry: 'topic:integration-psychotherapy',
    statement: 'exposure-trial',
  },
  {
    question: 'naltrexone and CBT',
    entry: 'term:cognitive-behavioural-therapy',
    statement: 'guide-enhancing',
  },
  { question: 'time of day naltrexone', entry: 'topic:integration-novel', statement: 'guide-timing' },

  // As people type
  { question: 'naltroxone', entry: 'term:naltrexone' },
  { question: 'fibromialgia', entry: 'condition:fibromyalgia' },
  { question: 'trichotilomania', entry: 'condition:trichotillomania' },
  { question: 'generalized anxiety', entry: 'condition:generalised-anxiety-disorder' },
  { question: 'obsessive compulsive disorder', entry: 'condition:ocd' },
  { question: 'C-PTSD', entry: 'condition:complex-ptsd', statement: 'nothing-found' },
  { question: 'BPD', entry: 'condition:borderline-personality-disorder' },
  { question: 'AUD', entry: 'condition:alcohol-use-disorder', statement: 'label-oral' },
  { question: 'drinking too much', entry: 'condition:alcohol-use-disorder', statement: 'label-oral' },
  { question: 'self harm', entry: 'condition:self-injury', statement: 'help-now' },
  { question: 'behavioral therapy CBT', entry: 'term:cognitive-behavioural-therapy' },

  // Trials
  { question: 'NCT04602260', entry: 'trial:NCT04602260', statement: 'record' },
  { question: 'nct 01874951', entry: 'trial:NCT01874951', statement: 'result' },
  { question: 'ACTRN12622000881730', entry: 'trial:ACTRN12622000881730', statement: 'registration' },
  { question: 'NALDEP trial', entry: 'trial:ACTRN12622000881730', statement: 'registration' },
  { question: 'ADAPT-2', entry: 'trial:NCT03078075', statement: 'result' },
  { question: 'FINAL study fibromyalgia naltrexone', entry: 'trial:NCT04270877', statement: 'result' },
];
