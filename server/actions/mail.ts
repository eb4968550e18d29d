/** How an action sends a letter, without knowing SMTP or the outbox page; `server/mail/` implements it. */
export interface Letter {
  to: string;
  subject: string;
  /** Plain text alone: what people wrote is never markup in a letter. */
  text: string;
}

export interface Mail {
  /** Resolves when the letter was handed over; a refusal by the mail server throws. */
  send(letter: Letter): Promise<void>;
}
