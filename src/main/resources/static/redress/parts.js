// What our scripts in the webapps and on our own pages share: making elements, saying dates, asking the server.
// What people wrote becomes text nodes and nothing else.

const ANSWER_WITHIN_MS = 10000;

// ---- elements ---------------------------------------------------------------------------------------------------

/** Makes an element. Strings become text, null and undefined are left out. */
export function el(name, attributes, ...children) {
  const element = document.createElement(name);
  Object.entries(attributes ?? {}).forEach(([key, value]) => {
    if (value !== null && value !== undefined) {
      element.setAttribute(key, value);
    }
  });
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/** What a person wrote, with its line breaks and in its own direction. */
export function prose(text) {
  return el('p', { class: 'case-prose', dir: 'auto' }, String(text));
}

/** A name or a word that a person wrote, inside a line of ours. */
export function words(text) {
  return el('bdi', null, String(text));
}

/** Words for screen readers only, where the same link text comes back many times. */
export function unseen(text) {
  return el('span', { class: 'case-unseen' }, text);
}

export function muted(...children) {
  return el('p', { class: 'case-muted' }, ...children);
}

/** A button that does something on this page. */
export function button(label, action, className = 'btn btn-default btn-sm') {
  const made = el('button', { type: 'button', class: className }, label);
  made.addEventListener('click', action);
  return made;
}

/** A link to a page of this server; any other address is an error. The webapps would take it for one of their own pages. */
export function link(address, ...children) {
  if (new URL(address, window.location.origin).origin !== window.location.origin) {
    throw new Error('Not a page of this server.');
  }
  return el('a', { href: address, target: '_self' }, ...children);
}

/** Label and value pairs; a pair without a value is left out. */
export function facts(className, pairs) {
  const shown = pairs.filter(([, value]) => filled(value));
  return el(
    'dl',
    { class: className },
    shown.map(([label, value]) => el('div', null, el('dt', null, label), el('dd', null, value))),
  );
}

export function table(className, caption, headings, rows) {
  return el(
    'table',
    { class: `case-table ${className}` },
    el('caption', { class: 'case-unseen' }, caption),
    el('thead', null, el('tr', null, headings.map((heading) => el('th', { scope: 'col' }, heading)))),
    el('tbody', null, rows),
  );
}

export function row(first, ...cells) {
  return el('tr', null, el('th', { scope: 'row' }, first), cells.map((cell) => el('td', null, cell)));
}

const changes = new Map();
const observer = new MutationObserver(() => [...changes.values()].forEach((then) => then()));

/** Does something whenever a webapp has drawn anew, which it does without telling; gives what ends that. One observer looks for all. */
export function whenItChanges(then) {
  const mine = Symbol('change');
  changes.set(mine, then);
  observer.observe(document.documentElement, { childList: true, subtree: true });
  return () => changes.delete(mine);
}

// ---- values -----------------------------------------------------------------------------------------------------

export function list(value) {
  return Array.isArray(value) ? value : [];
}

export function filled(value) {
  return value !== null && value !== undefined && value !== '';
}

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** "2019-09-09" as "9 September 2019". A civil date: no time zone takes part. */
export function dateText(iso) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return parts ? `${Number(parts[3])} ${MONTHS[Number(parts[2]) - 1]} ${parts[1]}` : String(iso);
}

/** The same with its weekday: "Monday 9 September 2019". */
export function dayText(iso) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  const weekday = parts ? DAYS[new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))).getUTCDay()] : null;
  return weekday === null ? String(iso) : `${weekday} ${dateText(iso)}`;
}

export function date(iso) {
  return filled(iso) ? el('time', { datetime: iso, class: 'case-date' }, dateText(iso)) : 'no date';
}

/** A day that somebody has to keep, with its weekday. */
export function day(iso) {
  return filled(iso) ? el('time', { datetime: iso, class: 'case-date' }, dayText(iso)) : 'no date';
}

/** Ascending, what has no date last. */
export function byDate(key) {
  return (a, b) => (a[key] ?? '9999').localeCompare(b[key] ?? '9999');
}

// ---- the server -------------------------------------------------------------------------------------------------

/** Asks our own API, with the session of whoever is signed in. */
export function request(path, options) {
  return fetch(`/redress/api/${path}`, {
    credentials: 'same-origin',
    cache: 'no-store',
    ...options,
    headers: { Accept: 'application/json', ...options?.headers },
    ...(options?.keepalive || options?.signal ? {} : { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }),
  });
}

/** A sentence for people about what was not answered; {@code refused} is what the server has decided and not done. */
class Unanswered extends Error {
  constructor(sentence, { refused = false, signedOut = false } = {}) {
    super(sentence);
    this.refused = refused;
    this.signedOut = signedOut;
  }
}

/** What the server answers to a request that goes out; or throws a sentence for people, never what the browser says. */
export async function answered(asking, otherwise = 'This cannot be shown at the moment. Try again.') {
  let response;
  try {
    response = await asking;
  } catch {
    throw new Unanswered('The server does not answer. Try again in a moment.');
  }
  if (response.status === 401) {
    throw new Unanswered('You are signed out.', { refused: true, signedOut: true });
  }
  const body = await response.json().catch(() => null);
  if (!response.ok || body === null) {
    throw new Unanswered(filled(body?.message) ? body.message : otherwise, { refused: response.status >= 400 && response.status < 500 });
  }
  return body;
}

/** Asks our own API and gives what it answers, or throws as {@link answered} does. */
export function asked(path) {
  return answered(request(path));
}

/** The same, or null if nothing came of it: for what stands beside the work and is left out where it cannot be read. */
export function read(path) {
  return asked(path).catch(() => null);
}

/** What went wrong, for people to read; whoever is signed out finds the sign-in beside it. */
export function told(problem) {
  if (!(problem instanceof Unanswered)) {
    console.error(problem);
    return ['This cannot be shown. Reload the page.'];
  }
  return [problem.message, ...(problem.signedOut ? [' ', link(`/sign-in?to=${encodeURIComponent(window.location.pathname)}`, 'Sign in')] : [])];
}

let token = null;

/** The token for changes; a new one after signing in again. */
async function freshToken() {
  const response = await request('token');
  token = response.ok && response.status !== 204 ? await response.json() : null;
}

/** What a change has to say that is not sent with {@link changed}: a file, of which somebody wants to see the progress. */
export async function freshHeaders() {
  await freshToken();
  return token === null ? {} : { [token.header]: token.token };
}

/** Gets the token before it is needed: the last request of a page cannot wait for one. */
export async function haveToken() {
  if (token === null) {
    await freshToken().catch(() => {});
  }
}

function change(method, path, body, last) {
  return request(path, {
    method,
    keepalive: last,
    headers: {
      ...(body === null ? {} : { 'Content-Type': 'application/json' }),
      ...(token === null ? {} : { [token.header]: token.token }),
    },
    body,
  });
}

/** Changes something, with a body that is JSON or null; what has to go out while the page ends ({@code last}) cannot wait for a token. */
export async function changed(method, path, body, last = false) {
  if (last) {
    return change(method, path, body, true);
  }
  if (token === null) {
    await freshToken();
  }
  const response = await change(method, path, body, false);
  if (response.status !== 403) {
    return response;
  }
  await freshToken();
  return change(method, path, body, false);
}

/** The address of a case's page. */
export function caseAddress(reference) {
  return `/redress/cases/${encodeURIComponent(reference.replaceAll(' ', '-'))}`;
}
