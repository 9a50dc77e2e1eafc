import type { CitationForm } from '@/core/cite-trial.ts';
import type { Citations } from '@/core/shown-check.ts';
import { Part } from './Part.tsx';

const forms: Readonly<Record<CitationForm, string>> = {
  plain: 'Identifier',
  nlm: 'NLM (Vancouver)',
  ama: 'AMA',
  bibtex: 'BibTeX',
  ris: 'RIS',
  markdown: 'Markdown link',
};

/** Copies a trial as a citation in the form the reader picks; says whether that went well. */
export function CopyTrial({
  citations,
  copied,
  onCopy,
}: {
  citations: Citations;
  /** What has become of it. */
  copied: string;
  onCopy: (text: string, form: string) => void;
}) {
  return (
    <details class="ng-more ng-cite">
      <summary>Copy as …</summary>
      {/* Above what is pressed: below it, it would be under the edge of the card. */}
      <p class="ng-reason" role="status">
        <Part name="copied">{copied}</Part>
      </p>
      <ul class="ng-cite-forms">
        {(Object.keys(forms) as CitationForm[]).map((form) => (
          <li key={form}>
            <button
              type="button"
              class="ng-small-button"
              onClick={() => onCopy(citations[form], forms[form])}
            >
              {forms[form]}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
