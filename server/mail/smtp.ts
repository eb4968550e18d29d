/** Sends letters through the mail server of SMTP_URL. Knows nothing of what they say. */
import { createTransport } from 'nodemailer';
import type { Letter, Mail } from '../actions/mail.ts';

export interface SmtpMail extends Mail {
  close(): void;
}

/** How long a silent mail server is waited for. */
const PATIENCE_MS = 15_000;

export function createSmtpMail(smtpUrl: string, from: string): SmtpMail {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // Letters are text alone: nothing is ever read from a disk or fetched for one.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text }: Letter) {
      await transport.sendMail({ from, to: { name: '', address: to }, subject, text });
    },
    close: () => transport.close(),
  };
}
