import { useState } from 'preact/hooks';
import type { CitationForm } from '@/core/cite-trial.ts';
import type { Citations } from '@/core/shown-check.ts';

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
  onCopy,
}: {
  citations: Citations;
  /** Resolves to whether the text is in the clipboard now. */
  onCopy: (text: string) => Promise<boolean>;
}) {
  const [said, setSaid] = useState('');
  const copy = async (form: CitationForm): Promise<void> => {
    const isCopied = await onCopy(citations[form]);
    setSaid(isCopied ? `Copied: ${forms[form]}.` : 'Nothing may be copied here.');
  };
  return (
    <details class="ng-more ng-cite">
      <summary>Copy as …</summary>
      <ul class="ng-cite-forms">
        {(Object.keys(forms) as CitationForm[]).map((form) => (
          <li key={form}>
            <button type="button" class="ng-small-button" onClick={() => void copy(form)}>
              {forms[form]}
            </button>
          </li>
        ))}
      </ul>
      <p class="ng-reason" role="status">
        {said}
      </p>
    </details>
  );
}
