import type { ComponentChildren, Ref } from 'preact';
import { useState } from 'preact/hooks';
import { CheckChoice } from '@/components/CheckChoice.tsx';
import { RadioChoice } from '@/components/RadioChoice.tsx';
import { SamplePassage } from '@/components/SamplePassage.tsx';
import { Switch } from '@/components/Switch.tsx';
import {
  densityWords,
  kindOptions,
  markWords,
  modifierWords,
  openWords,
  underlineWords,
} from '@/components/setting-words.ts';
import { entryKinds, type Settings, type SiteRule } from '@/core/settings.ts';
import { BackUp } from './BackUp.tsx';
import { CheckingTrials, type ConsentView } from './CheckingTrials.tsx';
import { DelayChoice } from './DelayChoice.tsx';
import { SiteRules } from './SiteRules.tsx';

/** What the page with all settings is given, and what to call when the reader acts. */
export interface OptionsAppProps {
  readonly settings: Settings;
  /** What came of the last thing the reader did. */
  readonly message: Message | undefined;
  /** Where the passage is put, for whoever marks it. */
  readonly passage: Ref<HTMLElement>;
  readonly checking: ConsentView;
  readonly onChange: (how: (now: Settings) => Settings) => void;
  readonly onExport: () => void;
  readonly onImport: (file: File) => void;
  readonly onReset: () => void;
}

/** A word to the reader. */
export interface Message {
  readonly kind: 'done' | 'refused';
  readonly text: string;
}

/** A setting as it is listed: what it is found by, and what is drawn. */
interface Listed {
  readonly words: string;
  readonly isFirst?: true;
  readonly drawn: ComponentChildren;
}

/** All settings: the few that matter first, the others behind “More”; a passage shows at once what each does. */
export function OptionsApp(props: OptionsAppProps) {
  const { settings, message, passage } = props;
  const [query, setQuery] = useState('');
  const listed = list(props);
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  const isFound = ({ words }: Listed): boolean => wanted.every((word) => words.toLowerCase().includes(word));
  const found = listed.filter(isFound);
  const more = listed.filter(({ isFirst }) => !isFirst);

  return (
    <main class="ng-options">
      <header>
        <h1>Settings</h1>
        <search>
          <label>
            <span class="ng-unseen">Search the settings</span>
            <input
              type="search"
              placeholder="Search the settings"
              value={query}
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
          </label>
        </search>
      </header>
      <p class="ng-message" data-kind={message?.kind} role={message?.kind === 'refused' ? 'alert' : 'status'}>
        {message?.text}
      </p>
      <section class="ng-preview" aria-labelledby="ng-preview-heading">
        <h2 id="ng-preview-heading">What it looks like</h2>
        <SamplePassage passage={passage} />
        {settings.paused && <p class="ng-small-print">Nothing is marked: it is switched off below.</p>}
      </section>
      <div class="ng-choices">
        {wanted.length > 0 ? (
          <>
            <p class="ng-small-print" role="status">
              {found.length === 0
                ? 'No setting has these words.'
                : `${found.length} of ${listed.length} settings`}
            </p>
            {found.map(({ words, drawn }) => (
              <section key={words}>{drawn}</section>
            ))}
          </>
        ) : (
          <>
            {listed
              .filter(({ isFirst }) => isFirst)
              .map(({ words, drawn }) => (
                <section key={words}>{drawn}</section>
              ))}
            <details class="ng-more">
              <summary>More</summary>
              {more.map(({ words, drawn }) => (
                <section key={words}>{drawn}</section>
              ))}
            </details>
          </>
        )}
      </div>
    </main>
  );
}

function list({ settings, checking, onChange, onExport, onImport, onReset }: OptionsAppProps): Listed[] {
  const set = <Field extends keyof Settings>(field: Field, value: Settings[Field]): void =>
    onChange((now) => ({ ...now, [field]: value }));
  const setRule = (pattern: string, rule: SiteRule | undefined): void =>
    onChange((now) => {
      const sites = new Map(now.sites);
      sites.delete(pattern);
      return { ...now, sites: rule ? new Map([...sites, [pattern, rule]]) : sites };
    });
  const kinds = new Set(entryKinds.filter((kind) => settings.kinds[kind]));

  return [
    {
      isFirst: true,
      words: 'mark words on all sites pause off switch everything',
      drawn: (
        <Switch name="Mark words on all sites" on={!settings.paused} onSwitch={(on) => set('paused', !on)} />
      ),
    },
    {
      isFirst: true,
      words: 'how much is marked density every mention first section page',
      drawn: (
        <RadioChoice
          legend="How much is marked"
          name="density"
          value={settings.density}
          options={densityWords}
          onChoose={(density) => set('density', density)}
        />
      ),
    },
    {
      isFirst: true,
      words: 'what is marked kinds terms conditions trials topics',
      drawn: (
        <CheckChoice
          legend="What is marked"
          chosen={kinds}
          options={kindOptions}
          onChoose={(kind, isChosen) =>
            onChange((now) => ({ ...now, kinds: { ...now.kinds, [kind]: isChosen } }))
          }
        />
      ),
    },
    {
      isFirst: true,
      words: 'sites rules pause host pattern only when I click ask off on',
      drawn: (
        <>
          <h2>Sites</h2>
          <SiteRules settings={settings} onRule={setRule} />
        </>
      ),
    },
    {
      isFirst: true,
      words:
        'checking trials registry clinicaltrials.gov live check allow consent take back automatic private sent',
      drawn: <CheckingTrials {...checking} />,
    },
    {
      words: 'how marks look underline line colour thick fine dots',
      drawn: (
        <RadioChoice
          legend="How marks look"
          name="underline"
          value={settings.underline}
          options={underlineWords}
          onChoose={(underline) => set('underline', underline)}
        />
      ),
    },
    {
      words: 'how marks are made focus keyboard tab screen reader highlight element',
      drawn: (
        <RadioChoice
          legend="How marks are made"
          name="marks"
          value={settings.marks}
          options={markWords}
          onChoose={(marks) => set('marks', marks)}
        />
      ),
    },
    {
      words: 'what opens a card hover pointer modifier key click alt control shift',
      drawn: (
        <>
          <RadioChoice
            legend="What opens a card"
            name="open"
            value={settings.open}
            options={openWords}
            onChoose={(open) => set('open', open)}
          />
          {settings.open === 'modifier' && (
            <RadioChoice
              legend="The key to hold"
              name="modifier"
              value={settings.modifier}
              options={modifierWords}
              onChoose={(modifier) => set('modifier', modifier)}
            />
          )}
        </>
      ),
    },
    {
      words: 'timing delay rest before a card opens stays closes milliseconds seconds',
      drawn: (
        <>
          <DelayChoice
            name="A card opens after a rest of"
            value={settings.openAfter}
            onDelay={(delay) => set('openAfter', delay)}
          />
          <DelayChoice
            name="It stays, once you have left, for"
            value={settings.closeAfter}
            onDelay={(delay) => set('closeAfter', delay)}
          />
        </>
      ),
    },
    {
      words: 'quiet dense pages mark less many names',
      drawn: (
        <Switch
          name="Mark less on pages full of names"
          on={settings.quiet}
          onSwitch={(on) => set('quiet', on)}
        />
      ),
    },
    {
      words: 'badge number of entries on the toolbar button count',
      drawn: (
        <Switch
          name="Show on the button how many entries a page names"
          on={settings.badge}
          onSwitch={(on) => set('badge', on)}
        />
      ),
    },
    {
      words: 'back up save export import file json reset defaults',
      drawn: <BackUp onExport={onExport} onImport={onImport} onReset={onReset} />,
    },
  ];
}
