// The search of the start page. What is looked for goes in the body of a request, never in an address; what comes back becomes text.
import { caseAddress, changed, dayText, el, filled, link, list, words } from './parts.js';

const MOST_SHOWN = 10;
const FAILED = 'Cases cannot be looked for at the moment. Try again.';

const form = document.getElementById('search');
const found = document.getElementById('found');

function line(one) {
  const about = [one.person, one.subject].filter(filled).map((text) => words(text));
  const state = `${one.status}${filled(one.due) ? `, due ${dayText(one.due)}` : ''}`;
  return el(
    'li',
    null,
    link(caseAddress(one.reference), one.reference),
    about.map((text) => [' · ', text]),
    el('br', null),
    state,
  );
}

function say(...what) {
  found.replaceChildren(...what);
}

async function search(typed) {
  const response = await changed('POST', 'cases/search', JSON.stringify({ words: typed }));
  const answer = await response.json();
  if (!response.ok) {
    say(el('p', { class: 'refusal' }, filled(answer.message) ? answer.message : FAILED));
    return;
  }
  const cases = list(answer.cases);
  const shown = cases.slice(0, MOST_SHOWN);
  const count = answer.more ? `More than ${answer.count} cases` : answer.count === 1 ? 'One case' : `${answer.count} cases`;
  say(
    el('p', null, cases.length === 0 ? 'Nothing was found.' : shown.length < answer.count ? `${count}; the newest ${shown.length} are shown.` : `${count}.`),
    el('ul', { class: 'next' }, shown.map(line)),
  );
}

form.hidden = false;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  say(el('p', null, 'Looking …'));
  search(form.elements.words.value).catch(() => say(el('p', { class: 'refusal' }, FAILED)));
});
