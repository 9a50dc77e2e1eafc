import '@/assets/tokens.css';
import '@/assets/controls.css';
import '@/assets/own-page.css';
import { render } from 'preact';
import { keptHere, notStored } from '@/components/setting-words.ts';
import { createRecogniser } from '@/core/create-recogniser.ts';
import { readJson } from '@/core/json-text.ts';
import type { RegistryConsent } from '@/core/registry-consent.ts';
import { defaultSettings, type Settings } from '@/core/settings.ts';
import { readSettingsFile, writeSettingsFile } from '@/core/settings-file.ts';
import { settingsOnSite } from '@/core/settings-on-site.ts';
import { type Explaining, explainPage } from '@/explaining/explain-page.ts';
import { bundledLexicon } from '@/platform/bundled-lexicon.ts';
import { watchHostAccess } from '@/platform/host-access.ts';
import { ask } from '@/platform/messages.ts';
import {
  giveConsent,
  loadConsent,
  mayReachRegistry,
  revokeConsent,
  watchConsent,
} from '@/platform/registry-consent.ts';
import { saveFile } from '@/platform/save-file.ts';
import { changeSettings, watchSettings } from '@/platform/settings-store.ts';
import { type Message, OptionsApp } from './OptionsApp.tsx';
import { wordsForImport } from './words-for-import.ts';

/** No more of a file is looked at, in bytes: more than any file of settings has. */
const mostRead = 4_000_000;

const root = document.getElementById('app');
const recogniser = createRecogniser(bundledLexicon());
const closed = new AbortController();
let settings = defaultSettings;
let message: Message | undefined;
let passage: HTMLElement | null = null;
let preview: Explaining | undefined;
/** `null`: there is none; `undefined`: not known yet. */
let consent: RegistryConsent | null | undefined;
let isReachable = true;
let isRefused = false;

function draw(): void {
  if (!root) return;
  render(
    <OptionsApp
      settings={settings}
      message={message}
      checking={{
        consent,
        isReachable,
        isRefused,
        onAllow: (automatic) => void allow(automatic),
        onTakeBack: () => void takeBack(),
      }}
      passage={(element) => {
        passage = element;
      }}
      onChange={(how) => void change(how, 'Saved.')}
      onExport={exportFile}
      onImport={(file) => void importFile(file)}
      onReset={() => void change(() => defaultSettings, 'All settings are as they were at first.')}
    />,
    root,
  );
  showPreview();
}

/** The passage is read and explained as any page is, with the settings as they are now. */
function showPreview(): void {
  const { mode, kinds } = settingsOnSite({ ...settings, sites: new Map() }, []);
  if (mode === 'off' || !passage) {
    preview?.stop();
    preview = undefined;
  } else if (preview) {
    preview.apply({ settings, kinds });
  } else {
    preview = explainPage({
      page: document,
      within: passage,
      recogniser,
      choice: { settings, kinds },
      ask: { card: async (id) => readJson(await ask('card', id, false)), style: () => ask('style') },
      run: { signal: closed.signal, goOn: () => true },
    });
  }
}

/** Straight from a click: the browser asks the reader only then. */
async function allow(automatic: boolean): Promise<void> {
  isRefused = !(await giveConsent({ given: isReachable ? (consent?.given ?? today()) : today(), automatic }));
  await showConsent();
}

async function takeBack(): Promise<void> {
  try {
    await revokeConsent();
    isRefused = false;
  } catch {
    message = { kind: 'refused', text: 'The browser refused to store this. The consent is still there.' };
  }
  await showConsent();
}

async function showConsent(): Promise<void> {
  consent = (await loadConsent()) ?? null;
  isReachable = await mayReachRegistry();
  draw();
}

const today = (): string => new Date().toISOString().slice(0, 10);

async function change(how: (now: Settings) => Settings, done: string): Promise<void> {
  try {
    const changed = await changeSettings(how);
    settings = changed.settings;
    message = { kind: 'done', text: changed.isSynced ? done : `${done} ${keptHere}` };
  } catch {
    message = { kind: 'refused', text: notStored };
  }
  draw();
}

function exportFile(): void {
  saveFile('naltrexone-gloss-settings.json', writeSettingsFile(settings), 'application/json');
}

async function importFile(file: File): Promise<void> {
  const read = readSettingsFile(
    await file
      .slice(0, mostRead)
      .text()
      .catch(() => ''),
  );
  const text = wordsForImport(read);
  if (read.kind === 'read') {
    await change(() => read.settings, text);
  } else {
    message = { kind: 'refused', text };
    draw();
  }
}

draw();
void showConsent();
watchConsent(() => void showConsent(), closed.signal);
watchHostAccess(() => void showConsent(), closed.signal);
watchSettings((changed) => {
  settings = changed;
  draw();
}, closed.signal);
