/** The key of the proposal's caret within a presence state; the notes of a board have their own. */
export const CARET_FIELD = 'proposalCaret';
