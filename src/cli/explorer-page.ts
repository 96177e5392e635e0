import type { PageAnswer, PageRequest } from './loopback.js';
import type { OpenedDocument } from './opened-document.js';

/** Where the build leaves room for what is opened. */
const ROOM = /(<script type="application\/json" id="opened">)\s*null\s*(<\/script>)/;

/**
 * The page of the explorer with a document opened in it. The document is data to the page: no text in it can end the
 * element that it stands in.
 *
 * @throws Error when the page has no room for it, which is a fault of the build.
 */
export function pageWith(page: string, opened: OpenedDocument): string {
  const [before = '', begin = '', end = '', after = '', ...others] = page.split(ROOM);
  if (end === '' || others.length > 0) throw new Error('the page of the explorer must have room for one document');
  return [before, begin, JSON.stringify(opened).replaceAll('<', '\\u003c'), end, after].join('');
}

/** What a page at 127.0.0.1 answers: itself, to who asks this machine for it by a name of its own, and nothing else. */
export function answerWith(page: string): (request: PageRequest) => PageAnswer {
  const policy = policyOf(page);
  return ({ method, path, host }) => {
    // A site that has its name lead to this machine would otherwise read the page through the reader's browser.
    if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/i.test(host)) return refused(403, 'This page is only for this machine.');
    if (method !== 'GET' || path !== '/') return refused(404, 'There is nothing here but the page at /.');
    return {
      status: 200,
      headers: {
        ...CAREFUL,
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `${policy}; frame-ancestors 'none'`,
      },
      body: page,
    };
  };
}

/** Nobody keeps the page, guesses what it is, is told its address, or shares a window with it. */
const CAREFUL = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

function refused(status: number, body: string): PageAnswer {
  return {
    status,
    headers: {
      ...CAREFUL,
      'content-type': 'text/plain; charset=utf-8',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    },
    body: `${body}\n`,
  };
}

/** What the page itself allows, so that the server says the same. */
function policyOf(page: string): string {
  const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/i.exec(page)?.[1];
  if (policy === undefined) throw new Error('the page of the explorer must state its content security policy');
  return policy.replaceAll('&#39;', "'").replaceAll('&amp;', '&').trim().replace(/;$/, '');
}
