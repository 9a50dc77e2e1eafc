import { type ListedMention, MentionList } from '@/components/MentionList.tsx';

const nothing = (): void => undefined;
const mentions: readonly ListedMention[] = [
  { index: 1, kind: 'term', before: 'Signs of ', text: 'anhedonia', after: ' were frequent in …' },
  {
    index: 2,
    kind: 'condition',
    before: '… among veterans with ',
    text: 'post-traumatic stress disorder',
    after: ' who took part',
  },
  { index: 3, kind: 'trial', before: 'Registered as ', text: 'NCT01874951', after: ' in June 2013' },
  {
    index: 4,
    kind: 'topic',
    before: '… must be told of the ',
    text: 'safety of naltrexone',
    after: ' before the …',
  },
];

/** The list of a page's mentions, as it opens. */
export function GalleryList({ popoverId }: { popoverId: string }) {
  return (
    <MentionList
      mentions={mentions}
      more={0}
      total={mentions.length}
      query=""
      kind={undefined}
      chosen={1}
      popoverId={popoverId}
      onQuery={nothing}
      onKind={nothing}
      onGo={nothing}
      onClose={nothing}
    />
  );
}
