import type { Settings, SiteMode } from '@/core/settings.ts';
import { settingsOnSite } from '@/core/settings-on-site.ts';
import type { PageView } from './page-status.ts';
import { Switch } from './Switch.tsx';

/** What happens on the page the reader is on, in a sentence, and what can be done about it. */
export function PageBar({
  page,
  settings,
  readFailed,
  onSite,
  onReadNow,
}: {
  /** `undefined`: not known yet. */
  page: PageView | undefined;
  settings: Settings;
  /** Whether reading was tried and refused by the browser. */
  readFailed: boolean;
  onSite: (host: string, mode: SiteMode) => void;
  onReadNow: () => void;
}) {
  const host = page?.host;
  const canSwitch = host !== undefined && ['reading', 'paused', 'waiting'].includes(page?.state ?? '');
  return (
    <section class="ng-page" aria-label="This page">
      {canSwitch && !settings.paused && (
        <Switch
          name={`Mark words on ${host}`}
          on={settingsOnSite(settings, [host]).mode !== 'off'}
          onSwitch={(on) => onSite(host, on ? 'on' : 'off')}
        />
      )}
      <p class="ng-page-words">{page === undefined ? ' ' : wordsFor(page, settings, readFailed)}</p>
      {(page?.state === 'waiting' || (page?.state === 'not-started' && !readFailed && !settings.paused)) && (
        <button type="button" class="ng-button" onClick={() => onReadNow()}>
          Read this page now
        </button>
      )}
    </section>
  );
}

function wordsFor(page: PageView, settings: Settings, readFailed: boolean): string {
  switch (page.state) {
    case 'reading':
      return wordsForMentions(page);
    case 'paused':
      return settings.paused ? 'Marks are switched off on all sites.' : 'No words are marked on this site.';
    case 'waiting':
      return 'This site is read only when you ask for it.';
    case 'unreadable':
      return 'This is not a page of text, so no words are marked. Search works as always.';
    case 'pdf':
      return 'This is a PDF. Extensions cannot read the browser’s PDF viewer; search works as always.';
    case 'forbidden':
      return 'No extension can read this page: the browser keeps them out of its own pages, its store and other extensions. Search works as always.';
    case 'loading':
      return 'This page is still loading.';
    case 'not-started':
      return readFailed
        ? 'The browser did not allow it: this may be a PDF or a page it protects. Search works as always.'
        : 'This page has not been read. Most likely it was open before Naltrexone Gloss was there.';
    default:
      return page.state satisfies never;
  }
}

function wordsForMentions({ mentions, progress }: PageView): string {
  const count = `${mentions} ${mentions === 1 ? 'mention' : 'mentions'}`;
  if (progress === 'reading') return `${count} so far. The page is still being read.`;
  if (progress === 'limited') return `${count}. The page is so long that part of it was left unread.`;
  if (mentions === 0) return 'Nothing on this page is in the knowledge base.';
  return `${count} on this page. Point at an underlined word.`;
}
