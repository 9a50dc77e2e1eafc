import type { SiteMode } from '@/core/settings.ts';
import { RadioChoice } from './RadioChoice.tsx';
import { siteWords } from './setting-words.ts';

/** What happens on one site. */
export function SiteChoice({
  host,
  mode,
  onMode,
}: {
  host: string;
  mode: SiteMode;
  onMode: (mode: SiteMode) => void;
}) {
  return <RadioChoice legend={`On ${host}`} name="site" value={mode} options={siteWords} onChoose={onMode} />;
}
