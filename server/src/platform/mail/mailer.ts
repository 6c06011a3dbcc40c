// SPDX-License-Identifier: Apache-2.0
import { createTransport } from 'nodemailer';

/** Where mail goes out: `smtp://account:password@host:587` or `smtps://…`, and the address it comes from. */
export type MailSettings = { readonly smtpUrl: string; readonly from: string };

export type Letter = { readonly id: string; readonly to: string; readonly subject: string; readonly text: string };

/** How an attempt ended: `later` may be tried again, `refused` never. */
export type SendOutcome = { readonly kind: 'sent' } | { readonly kind: 'later' | 'refused'; readonly reason: string };

export type Mailer = { send(letter: Letter): Promise<SendOutcome> };

const patienceMs = 20_000;

/** Sends by SMTP, one connection a letter; the letter's id is its Message-ID, so that a receiver knows a repeated one. */
export function createMailer({ smtpUrl, from }: MailSettings): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.match(/@([^\s>@]+)/)?.[1] ?? 'localhost';
  return {
    async send({ id, to, subject, text }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return { kind: 'sent' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

/** Only a 5xx about this recipient or this letter is final; a wrong password or a closed port is the operator's to mend. */
function outcomeOf(error: unknown): SendOutcome {
  const reason = error instanceof Error ? error.message : String(error);
  const { code, responseCode } = error instanceof Error ? (error as Error & { code?: string; responseCode?: number }) : {};
  const isFinal = (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode === undefined || responseCode >= 500);
  return { kind: isFinal ? 'refused' : 'later', reason };
}
