// Finding cases, for the header of the webapps and for the page: asks the server, with the words in the body, and draws what was found.

import { answered, caseAddress, changed, date, day, el, filled, link, list, words } from './parts.js';

/** Looks for cases; gives what was found, or throws with a sentence for people. */
export function find(wanted) {
  return answered(changed('POST', 'cases/search', JSON.stringify(wanted)), 'Cases cannot be looked for at the moment.');
}

/** "1 case", "12 cases", "more than 1,000 cases". */
export function counted({ count, more }) {
  const number = count.toLocaleString('en-GB');
  return more ? `More than ${number} cases` : count === 0 ? 'No case' : count === 1 ? '1 case' : `${number} cases`;
}

function nowWith({ what, with: whom, since, due }) {
  return el('span', { class: 'found-now' }, what, ' is with ', words(whom), ' since ', date(since), filled(due) ? [', due ', day(due)] : null);
}

/** With whom it is now; of many open tasks the first. */
function stands(found) {
  const [first, ...others] = list(found.now);
  if (filled(found.closed)) {
    return ['closed on ', date(found.closed)];
  }
  if (!first) {
    return [found.status];
  }
  return [nowWith(first), others.length > 0 ? ` and ${others.length} more` : null];
}

/** One case: its reference as a link to its page, who complains of what, where it stands. */
export function foundItem(found) {
  return el(
    'li',
    { class: 'found-case' },
    link(caseAddress(found.reference), found.reference),
    ' ',
    filled(found.person) ? el('strong', { dir: 'auto' }, found.person) : null,
    filled(found.subject) ? el('span', { class: 'found-subject', dir: 'auto' }, found.subject) : null,
    el('span', { class: 'found-stands' }, found.status, found.stage > 0 ? `, stage ${found.stage}` : null, ', received ', date(found.received), '; ', stands(found)),
  );
}
