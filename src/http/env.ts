import type { InstallationKey } from '#audit/index.ts';
import type { Config } from '#config/config.ts';
import type { ReadItemsOf } from '#corpus/import/read-items.ts';
import type { RetrievalContext } from '#retrieval/index.ts';
import type { RenderDocx } from '#review/export/render-docx.ts';
import type { LiveHub } from './live/hub.ts';
import type { TakesForm } from './ui/kept-form.ts';

/** What a request handler works with; `ctx.actor` is who asks. */
export interface AppContext extends RetrievalContext {
  readonly leaseMs: number;
  readonly config: Pick<
    Config,
    'signIn' | 'goldenShare' | 'thirdLookShare' | 'database' | 'chat' | 'chatBudget' | 'mail'
  >;
  readonly installationKey: InstallationKey;
}

export type Locale = 'vi' | 'en';

/** Variables that middleware sets before a handler runs. */
export interface HttpEnv {
  Variables: {
    ctx: AppContext;
    locale: Locale;
    requestId: string;
    /** What is addressed to who asks, 0 to 100; only for pages. */
    notices?: number;
    /** Reads files of the corpus; null where their readers cannot run, as on Workers. */
    readItems: ReadItemsOf | null;
    /** Writes Word documents; null where there is no room for what does, as on Workers. */
    renderDocx: RenderDocx | null;
    /** Tells open pages what changed; null where streams cannot stay open, as on Workers. */
    live: LiveHub | null;
    takesForm: TakesForm;
  };
}
