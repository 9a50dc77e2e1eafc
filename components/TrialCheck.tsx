import type { ComponentChildren } from 'preact';
import { showMoment, showMomentAge } from '@/core/show-moment.ts';
import { AskRegistry } from './AskRegistry.tsx';
import { Part } from './Part.tsx';
import { RecordFactList } from './RecordFactList.tsx';
import type { TrialTools } from './trial-tools.ts';

/** What the registry says of an identifier: the record it gave, with its age, or what is known without asking; and the way to ask. */
export function TrialCheck({
  id,
  tools,
  heading,
  children,
}: {
  id: string;
  tools: TrialTools;
  /** What stands over the card already, and is not said again. */
  heading?: string | undefined;
  /** What is known without asking. */
  children?: ComponentChildren;
}) {
  const { record, now } = tools;
  return (
    <div class="ng-live">
      <Part name="check">
        <AskRegistry id={id} tools={tools} />
      </Part>
      {record ? (
        <RecordFactList
          name="What the registry says"
          lines={record.shown.lines.filter(({ text }) => text !== heading)}
        >
          <time datetime={new Date(record.at).toISOString()}>{showMoment(record.at)}</time>,{' '}
          <Part name="age">{showMomentAge(record.at, now)}</Part>
        </RecordFactList>
      ) : (
        children
      )}
    </div>
  );
}
