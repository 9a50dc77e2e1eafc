import { useState } from 'preact/hooks';
import { CheckChoice } from '@/components/CheckChoice.tsx';
import { IconButton } from '@/components/IconButton.tsx';
import { kindOptions, siteWords } from '@/components/setting-words.ts';
import { entryKinds, type Settings, type SiteMode, type SiteRule } from '@/core/settings.ts';
import { readSitePattern } from '@/core/site-pattern.ts';

/** The rules for sites: one a line, each can be changed, and one more can be made. */
export function SiteRules({
  settings,
  onRule,
}: {
  settings: Settings;
  /** `undefined` takes the rule away. */
  onRule: (pattern: string, rule: SiteRule | undefined) => void;
}) {
  const rules = [...settings.sites].sort(([a], [b]) => a.localeCompare(b));
  return (
    <>
      {rules.length > 0 && (
        <ul class="ng-rules">
          {rules.map(([pattern, rule]) => (
            <li key={pattern}>
              <div class="ng-rule">
                <strong>{pattern}</strong>
                <ModeSelect
                  label={`On ${pattern}`}
                  mode={rule.mode}
                  onMode={(mode) => onRule(pattern, { ...rule, mode })}
                />
                <IconButton
                  name={`Remove the rule for ${pattern}`}
                  drawing="m4 4 8 8M12 4l-8 8"
                  onPress={() => onRule(pattern, undefined)}
                />
              </div>
              <details>
                <summary>
                  {rule.kinds ? 'Kinds of its own' : 'Kinds as everywhere'}
                  <span class="ng-unseen"> on {pattern}</span>
                </summary>
                <CheckChoice
                  legend={`Kinds marked on ${pattern}`}
                  chosen={new Set(rule.kinds ?? entryKinds.filter((kind) => settings.kinds[kind]))}
                  options={kindOptions}
                  onChoose={(kind, isChosen) => {
                    const before = rule.kinds ?? entryKinds.filter((each) => settings.kinds[each]);
                    const kinds = entryKinds.filter((each) =>
                      each === kind ? isChosen : before.includes(each),
                    );
                    onRule(pattern, { ...rule, kinds });
                  }}
                />
                {rule.kinds && (
                  <button
                    type="button"
                    class="ng-link-button"
                    onClick={() => onRule(pattern, { mode: rule.mode })}
                  >
                    As everywhere
                  </button>
                )}
              </details>
            </li>
          ))}
        </ul>
      )}
      <NewRule onRule={onRule} />
    </>
  );
}

function NewRule({ onRule }: { onRule: (pattern: string, rule: SiteRule) => void }) {
  const [written, setWritten] = useState('');
  const [mode, setMode] = useState<SiteMode>('off');
  const [isRefused, setRefused] = useState(false);
  const add = (event: Event): void => {
    event.preventDefault();
    const pattern = readSitePattern(asBrowsersWrite(written));
    setRefused(pattern === undefined);
    if (pattern === undefined) return;
    onRule(pattern, { mode });
    setWritten('');
  };
  return (
    <form class="ng-new-rule" onSubmit={add}>
      <label>
        Site
        <input
          type="text"
          value={written}
          placeholder="example.org or *.example.org"
          spellcheck={false}
          autocapitalize="off"
          aria-invalid={isRefused}
          {...(isRefused && { 'aria-describedby': 'ng-rule-refused' })}
          onInput={(event) => setWritten(event.currentTarget.value)}
        />
      </label>
      <ModeSelect label="What happens there" mode={mode} onMode={setMode} />
      <button type="submit" class="ng-button">
        Add
      </button>
      {isRefused && (
        <p id="ng-rule-refused" class="ng-refused" role="alert">
          That names no site. Write a host name such as example.org; * stands for anything.
        </p>
      )}
    </form>
  );
}

function ModeSelect({
  label,
  mode,
  onMode,
}: {
  label: string;
  mode: SiteMode;
  onMode: (mode: SiteMode) => void;
}) {
  return (
    <select
      aria-label={label}
      value={mode}
      onChange={(event) => {
        const chosen = siteWords.find(([value]) => value === event.currentTarget.value);
        if (chosen) onMode(chosen[0]);
      }}
    >
      {siteWords.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** Host names in other scripts have a second form, which is the one that pages are known by. */
function asBrowsersWrite(written: string): string {
  const host = readSitePattern(written);
  const stars = host?.startsWith('*.') ? '*.' : '';
  const plain = host?.slice(stars.length) ?? '';
  const url = plain.includes('*') ? null : URL.parse(`https://${plain}/`);
  return url === null ? written : stars + url.hostname;
}
