import { kyselyAdapter } from '@better-auth/kysely-adapter';
import { betterAuth } from 'better-auth/minimal';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { newId } from '#platform/ids.ts';
import type { AuthContext, Visit } from './context.ts';
import { maxTypedLength } from './password-rule.ts';

/** HttpOnly, SameSite=Strict; holds a session's token with its signature. */
export const sessionCookie = 'doichung_session';
export const oidcProviderId = 'oidc';
/** Where the provider sends people back to, below `publicUrl`. */
export const authPath = '/auth';

export interface AuthOptions {
  /** A password that was found right outside the transaction, with the hash it was held against. */
  readonly checked?: { readonly hash: string; readonly password: string };
  /** Asks the provider for its addresses, over the network. */
  readonly withOidc?: boolean;
  /** Told when an account of the provider is linked with one of ours. */
  readonly onLinked?: () => void;
}

/** The secret that signs session cookies and encrypts what TOTP needs. */
export async function sessionSecret(ctx: Pick<AuthContext, 'installationKey'>): Promise<string> {
  return btoa(String.fromCharCode(...(await ctx.installationKey.derive('session cookies'))));
}

/**
 * better-auth over `ctx.db`, so inside a transaction all it does belongs to that transaction. Made anew
 * for each use: an instance costs about a millisecond and holds nothing between requests. It never signs
 * anybody up, refreshes no session and reports to nobody.
 */
export async function createAuth(
  ctx: AuthContext,
  visit: Pick<Visit, 'secure'>,
  options: AuthOptions = {},
) {
  const { signIn } = ctx.config;
  const { checked } = options;
  const cookie = { secure: visit.secure, sameSite: 'strict', httpOnly: true } as const;
  return betterAuth({
    appName: 'Đối Chứng',
    baseURL: signIn.publicUrl,
    basePath: authPath,
    secret: await sessionSecret(ctx),
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => ctx.log.warn({}, `sign-in: ${message}`) },
    database: kyselyAdapter(ctx.db, { type: 'postgres', transaction: false }),
    user: {
      modelName: 'app_user',
      fields: {
        emailVerified: 'email_verified',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    session: {
      modelName: 'auth_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      additionalFields: {
        confirmedAt: { type: 'date', required: false, input: false, fieldName: 'confirmed_at' },
      },
      expiresIn: Math.round(signIn.sessionMs / 1000),
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'auth_account',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      updateAccountOnSignIn: false,
      // An administrator wrote the e-mail of the account; the provider must have verified its own.
      accountLinking: { enabled: true, requireLocalEmailVerified: false },
    },
    verification: {
      modelName: 'auth_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    // Attempts are counted by `countAttempt`, which sees every way in.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // The rule for passwords is in `password-rule.ts`; what does not pass it is never right.
      maxPasswordLength: maxTypedLength,
      password: {
        verify: async ({ hash, password }) =>
          checked !== undefined && hash === checked.hash && password === checked.password,
      },
    },
    advanced: {
      cookiePrefix: 'doichung',
      useSecureCookies: false,
      defaultCookieAttributes: cookie,
      cookies: {
        session_token: { name: sessionCookie },
        // The provider's page sends the browser back: only this one must travel then.
        state: { attributes: { sameSite: 'lax' } },
      },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId(), validateSchema: false },
    },
    databaseHooks: {
      // What the provider issues is not needed after the sign-in, so it is not kept.
      account: {
        create: {
          before: async (account) => ({ data: { ...account, ...noTokens } }),
          after: async () => options.onLinked?.(),
        },
      },
    },
    plugins: [
      twoFactor({
        allowPasswordless: true,
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'auth_two_factor',
            fields: {
              backupCodes: 'backup_codes',
              userId: 'user_id',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      ...(options.withOidc === true && signIn.oidc !== null ? [oidcPlugin(signIn.oidc)] : []),
    ],
  });
}

const noTokens = { accessToken: null, refreshToken: null, idToken: null };

function oidcPlugin(oidc: NonNullable<AuthContext['config']['signIn']['oidc']>) {
  return genericOAuth({
    config: [
      {
        providerId: oidcProviderId,
        name: oidc.name,
        discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId: oidc.clientId,
        clientSecret: oidc.clientSecret,
        scopes: ['openid', 'email', 'profile'],
        requireIdTokenVerification: true,
        disableSignUp: true,
      },
    ],
  });
}
