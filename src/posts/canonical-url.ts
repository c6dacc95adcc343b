import { ValidationError } from '#platform/errors.ts';

const trackingParameter =
  /^(utm_.*|fbclid|gclid|igshid|si|ref|ref_src|mibextid|__cft__.*|__tn__|s|t)$/;
const fixedLength = 2000;

/** Paths whose first segment names an account: that segment is replaced, the post's own id kept. */
const accountHosts = [
  'facebook.com',
  'fb.com',
  'instagram.com',
  'threads.net',
  'threads.com',
  'tiktok.com',
  't.me',
  'twitter.com',
  'vk.com',
  'x.com',
  'youtube.com',
  'zalo.me',
];
const notAnAccount = new Set([
  'watch',
  'reel',
  'reels',
  'p',
  'posts',
  'shorts',
  'share',
  'groups',
  'i',
  'photo',
]);

/**
 * The address of a post without tracking parameters, fragment, credentials or the account's name;
 * null when nothing but a profile would remain. Accounts are never stored (charter, point 1).
 * @throws ValidationError when it is not an http(s) URL of at most 2,000 characters.
 */
export function canonicalUrl(raw: string, field = 'url'): string | null {
  const url = URL.parse(raw.trim());
  if (url === null || !/^https?:$/.test(url.protocol) || raw.length > fixedLength) {
    throw new ValidationError('not a web address', {
      field,
      remedy:
        'Give an address that starts with https:// and has at most 2,000 characters, or leave it out.',
    });
  }
  url.hash = '';
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) {
    if (trackingParameter.test(name)) url.searchParams.delete(name);
  }
  const host = url.hostname.replace(/^(www|m|mobile|mbasic|web)\./, '');
  url.hostname = host;
  if (!accountHosts.includes(host)) return url.toString();
  return withoutAccount(url);
}

function withoutAccount(url: URL): string | null {
  for (const name of [...url.searchParams.keys()]) {
    if (!/^(v|story_fbid|fbid|list)$/.test(name)) url.searchParams.delete(name);
  }
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const first = segments[0];
  if (first !== undefined && !notAnAccount.has(first)) segments[0] = '_';
  if (segments.length <= 1 && url.search === '') return null;
  url.pathname = `/${segments.join('/')}`;
  return url.toString();
}
