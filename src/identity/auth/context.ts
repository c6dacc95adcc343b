import type { InstallationKey } from '#audit/index.ts';
import type { SignInConfig } from '#config/config.ts';
import type { DbContext } from '#db/context.ts';

/** What the verbs of signing in need besides the database. */
export interface AuthContext extends DbContext {
  readonly installationKey: InstallationKey;
  readonly config: { readonly signIn: SignInConfig };
}

/** The browser that asks. */
export interface Visit {
  /** Of the request; only cookies and the browser's own name are read. */
  readonly headers: Headers;
  /** Where it comes from as far as this service can trust that; null: unknown. */
  readonly address: string | null;
  /** Whether its cookies travel over https only. */
  readonly secure: boolean;
}

/** What the browser is to keep. */
export interface SignedIn {
  /** Values of `Set-Cookie`. */
  readonly cookies: readonly string[];
}
