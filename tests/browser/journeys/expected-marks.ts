/** What a reader must find marked on a saved page, and what must not be; letter case aside. */
export interface ExpectedMarks {
  readonly page: string;
  readonly marked: readonly string[];
  /** Abbreviations and words that mean something else on this page. */
  readonly unmarked: readonly string[];
}

/** One row a page: the papers, the articles with names in them, registry texts, and traps. */
export const expectedMarks: readonly ExpectedMarks[] = [
  {
    page: '/papers/PMC5808396.html',
    marked: [
      'condition ptsd',
      'condition post-traumatic stress disorder',
      'condition depression',
      'condition anxiety',
      'term cpt',
      'term cognitive processing therapy',
      'term randomized controlled trial',
      'trial nct01385163',
    ],
    unmarked: ['sv', 'drc'],
  },
  {
    page: '/papers/PMC4432875.html',
    marked: [
      'term naltrexone',
      'term xr-ntx',
      'term extended-release injectable naltrexone',
      'condition sud',
      'condition opioid dependence',
      'condition gad',
      'term buprenorphine',
      'trial nct01810159',
    ],
    unmarked: ['bd', 'pd'],
  },
  {
    page: '/papers/PMC3175153.html',
    marked: ['term naltrexone', 'term cbt', 'condition methamphetamine dependence', 'condition adhd'],
    unmarked: [],
  },
  {
    page: '/articles/Anxiety.html',
    marked: [
      'condition anxiety',
      'condition panic disorder',
      'condition generalized anxiety disorder',
      'term ssris',
    ],
    unmarked: ['sad'],
  },
  {
    page: '/articles/Posttraumatic_stress_disorder.html',
    marked: ['condition posttraumatic stress disorder', 'condition ptsd', 'term cortisol'],
    unmarked: ['pts'],
  },
  {
    page: '/articles/Causes_of_schizophrenia.html',
    marked: ['condition schizophrenia', 'term dopamine', 'term glutamate'],
    unmarked: [],
  },
  {
    page: '/articles/Depression__mood_.html',
    marked: ['condition depression', 'condition major depressive disorder'],
    unmarked: [],
  },
  {
    page: '/trials/NCT02726035.html',
    marked: ['trial nct02726035', 'term naltrexone', 'condition self-injurious behavior', 'condition sib'],
    unmarked: [],
  },
  {
    page: '/trials/NCT01739192.html',
    marked: ['trial nct01739192', 'term ntx', 'term bupropion-naltrexone', 'condition obesity'],
    unmarked: [],
  },
  // BPD is bronchopulmonary dysplasia here.
  { page: '/papers/PMC4573756.html', marked: ['trial nct00167544'], unmarked: ['bpd'] },
  // Registry texts in which BPD, ED and SAD mean something else.
  { page: '/traps/NCT00294398.html', marked: ['trial nct00294398'], unmarked: ['bpd', 'ed', 'sad'] },
  { page: '/traps/NCT02447250.html', marked: ['trial nct02447250'], unmarked: ['bpd', 'ed', 'sad'] },
  { page: '/traps/NCT03140527.html', marked: ['trial nct03140527'], unmarked: ['bpd', 'ed', 'sad'] },
  // OCD is an Operational Concept Description.
  { page: '/articles/MIL-STD-498__OCD.html', marked: [], unmarked: ['ocd'] },
];
