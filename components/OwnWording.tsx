/** A sentence of ours, shown as such: it explains a word and claims nothing. */
export function OwnWording({ text }: { text: string }) {
  return (
    <p class="ng-meaning">
      {text} <span class="ng-own">Our wording.</span>
    </p>
  );
}
