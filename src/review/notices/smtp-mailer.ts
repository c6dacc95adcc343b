import { createTransport } from 'nodemailer';
import type { MailConfig } from '#config/config.ts';
import { UpstreamError } from '#platform/errors.ts';
import type { Mailer } from './send-notices.ts';

const timeoutMs = 15_000;

/** Mail through an SMTP server, a connection for each. Runs on Node only. */
export function createSmtpMailer({ url, from }: MailConfig): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  return {
    async send(mail) {
      try {
        // RFC 3834: no holiday notice answers it.
        const headers = { 'Auto-Submitted': 'auto-generated' };
        await transport.sendMail({ ...mail, from, headers });
        return 'sent';
      } catch (error) {
        const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
        // Permanent, and of this recipient: the others are still to be written to.
        if (code === 'EENVELOPE' && responseCode >= 500) return 'refused';
        throw new UpstreamError('the mail server took no mail', {
          field: 'SMTP_URL',
          remedy: 'See whether the server in SMTP_URL answers and takes mail from MAIL_FROM.',
          cause: error,
        });
      }
    },
  };
}
