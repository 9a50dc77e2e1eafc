import type { ScannedDocument } from '../scan/scan-result.ts';
import { type TextDocument, textScanner } from '../scan/scan-texts.ts';
import { conceptTable, corpora } from './corpora.ts';
import { rates, type Score, scoreDefinitions, scoreMentions, scoreSenses } from './score.ts';

/** One figure, what it is to reach, and what keeps it from being better. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly target: number;
  /** Whether more is better. */
  readonly sense: 'at least' | 'at most';
  readonly faults: readonly string[];
}

/** The concepts whose mentions must be found. */
const required = [
  ...[
    'bipolar_disorder',
    'depression',
    'major_depression',
    'treatment_resistant_depression',
    'schizophrenia',
  ],
  ...['anxiety', 'panic_disorder', 'ocd', 'gad', 'ptsd', 'social_anxiety', 'borderline_pd', 'autism'],
  ...[
    'eating_disorders',
    'bulimia_nervosa',
    'anorexia_nervosa',
    'alcohol_use',
    'opioid_use',
    'trichotillomania',
  ],
];

/** Reads the open corpora as they are and says how well. */
export function measure(): readonly Figure[] {
  const scan = textScanner();
  const scanAll = (documents: readonly TextDocument[]): ScannedDocument[] => documents.map(scan);
  const foundIn = (documents: readonly TextDocument[]) =>
    new Map(scanAll(documents).map(({ id, mentions }) => [id, mentions]));
  const concepts = conceptTable();
  const { mentions, senses, definitions } = {
    mentions: corpora.mentions(),
    senses: corpora.senses(),
    definitions: corpora.definitions(),
  };
  const marked = scoreMentions(mentions, foundIn(mentions), concepts, required);
  const taken = scoreSenses(senses, foundIn(senses), concepts);
  const pairs = scoreDefinitions(
    definitions,
    new Map(scanAll(definitions).map(({ id, definitions: found }) => [id, found])),
  );
  const falseShare = taken.others.wrong.length / (taken.others.right + taken.others.wrong.length || 1);
  return [
    atLeast('conditions: precision', 0.95, marked, 'precision'),
    atLeast('conditions: recall', 0.92, marked, 'recall'),
    atLeast('abbreviations that mean our concept, marked', 0.97, taken.ours, 'recall'),
    {
      ...{ name: 'abbreviations that mean something else, marked as it', value: falseShare, target: 0.01 },
      ...{ sense: 'at most', faults: taken.others.wrong },
    },
    atLeast('definitions: precision', 0.95, pairs, 'precision'),
    atLeast('definitions: recall', 0, pairs, 'recall'),
    atLeast('definitions: F1', 0.87, pairs, 'f1'),
  ];
}

function atLeast(name: string, target: number, score: Score, rate: 'precision' | 'recall' | 'f1'): Figure {
  const faults = { precision: score.wrong, recall: score.missed, f1: [] };
  return { name, value: rates(score)[rate], target, sense: 'at least', faults: faults[rate] };
}

/** Whether a figure is what it is to be. */
export const isReached = ({ value, target, sense }: Figure): boolean =>
  sense === 'at least' ? value >= target : value <= target;
