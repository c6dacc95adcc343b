import type { View } from '../../view.ts';
import { QrCode } from './qr-code.tsx';
import { SecretField } from './secret-field.tsx';

/** Turning two steps on or off; each wants the password. */
export function TwoFactorForm({ view, on, wrong }: { view: View; on: boolean; wrong: boolean }) {
  const t = view.t.account;
  return (
    <form
      method="post"
      action={on ? '/account/two-factor/remove' : '/account/two-factor'}
      class="narrow"
    >
      <p>{on ? t.twoFactorOn : t.twoFactorOff}</p>
      <SecretField
        id="two-factor-password"
        name="password"
        label={view.t.login.password}
        autocomplete="current-password"
        wrong={wrong}
      />
      <button type="submit">{on ? t.remove : t.enrol}</button>
    </form>
  );
}

interface EnrolmentProps {
  readonly view: View;
  readonly uri: string;
  readonly backupCodes: readonly string[];
  readonly wrong: boolean;
}

/** The QR code and the field for the first code; what was shown travels with the form, for a second try. */
export function EnrolmentForm({ view, uri, backupCodes, wrong }: EnrolmentProps) {
  const t = view.t.account;
  return (
    <form method="post" action="/account/two-factor/confirm" class="narrow" id="two-factor">
      <input type="hidden" name="uri" value={uri} />
      <input type="hidden" name="backup_codes" value={backupCodes.join(' ')} />
      <p>{t.scan}</p>
      <QrCode text={uri} label={t.qr} />
      <p>
        {t.secret}: <code>{URL.parse(uri)?.searchParams.get('secret')}</code>
      </p>
      <p>{t.backupCodes}</p>
      <ul class="codes">
        {backupCodes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <SecretField
        id="code"
        name="code"
        label={view.t.login.code}
        autocomplete="one-time-code"
        wrong={wrong}
        shown
        digits
      />
      <button type="submit" class="primary">
        {t.confirmCode}
      </button>
    </form>
  );
}
