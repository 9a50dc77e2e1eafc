/** What is said of putting a text of this form on the clipboard. */
export function copiedWords(isCopied: boolean, form: string): string {
  return isCopied ? `Copied: ${form}.` : 'Nothing may be copied here.';
}
