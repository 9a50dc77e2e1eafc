import type { Mention } from '@/core/mention.ts';
import type { Recognition } from '@/core/recognise.ts';
import { trialEntryId, trialOfEntryId } from '@/core/trial-id.ts';
import type { TrialLink } from './passage.ts';

/** A link with more words than this, in UTF-16 units, has a part of the page in it: to mark that would tell nobody more. */
const longestLink = 300;

/**
 * What was recognised in a text, and besides the words of its links to records of trials, if none of them is an
 * identifier. Such a link is one mention: names in its words give way to it.
 */
export function withLinks(found: Recognition, text: string, links: readonly TrialLink[]): Recognition {
  const added: Mention[] = [];
  for (const link of links) {
    const words = text.slice(link.start, link.end);
    const start = link.start + words.length - words.trimStart().length;
    const end = start + words.trim().length;
    if (end === start || end - start > longestLink) continue;
    if (found.mentions.some((mention) => isIn(mention, { start, end }) && isOfTrial(mention))) continue;
    const { trialId } = link;
    const id = trialEntryId({ id: trialId, isMalformed: false });
    added.push({ start, end, entryIds: [id], reason: { kind: 'link', trialId } });
  }
  if (added.length === 0) return found;
  const isFree = (mention: Mention): boolean => !added.some((link) => isIn(mention, link));
  return {
    ...found,
    mentions: [...found.mentions.filter(isFree), ...added].sort((a, b) => a.start - b.start),
    undecided: found.undecided.filter(isFree),
  };
}

type Span = Pick<Mention, 'start' | 'end'>;

const isIn = (mention: Span, link: Span): boolean => mention.start < link.end && link.start < mention.end;
const isOfTrial = ({ entryIds }: Mention): boolean => entryIds.some((id) => trialOfEntryId(id) !== undefined);
