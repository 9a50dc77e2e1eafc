/** Why an abbreviation is taken for what the card is about, with the way to where the page says so. */
export interface Receipt {
  readonly words: string;
  /** Goes there; absent where the reader is there already, or the page says nothing. */
  readonly onShow?: (() => void) | undefined;
}

/** A receipt, above a card. */
export function ReceiptLine({ receipt }: { receipt: Receipt }) {
  return (
    <p class="ng-receipt">
      {receipt.words}{' '}
      {receipt.onShow && (
        <button type="button" class="ng-follow" onClick={receipt.onShow}>
          Show where
        </button>
      )}
    </p>
  );
}
