import { useRef, useState } from 'preact/hooks';

/** Settings to a file and back, and everything as it was at first. */
export function BackUp({
  onExport,
  onImport,
  onReset,
}: {
  onExport: () => void;
  onImport: (file: File) => void;
  onReset: () => void;
}) {
  const chooser = useRef<HTMLInputElement>(null);
  const [isSure, setSure] = useState(false);
  return (
    <>
      <h2>Keep and restore</h2>
      <div class="ng-buttons">
        <button type="button" class="ng-plain-button" onClick={() => onExport()}>
          Save settings to a file
        </button>
        <button type="button" class="ng-plain-button" onClick={() => chooser.current?.click()}>
          Read settings from a file
        </button>
        <input
          ref={chooser}
          type="file"
          accept=".json,application/json"
          aria-label="File with settings"
          hidden
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file) onImport(file);
          }}
        />
        {isSure ? (
          <>
            <button
              type="button"
              class="ng-button"
              onClick={() => {
                setSure(false);
                onReset();
              }}
            >
              Yes, reset all settings
            </button>
            <button type="button" class="ng-plain-button" onClick={() => setSure(false)}>
              No
            </button>
          </>
        ) : (
          <button type="button" class="ng-plain-button" onClick={() => setSure(true)}>
            Reset all settings
          </button>
        )}
      </div>
    </>
  );
}
