// The search of the start page: the same as in the header and on the page of its own, with the newest of what was found.
import { counted, find, foundItem } from './find.js';
import { el, link, told } from './parts.js';

const MOST_SHOWN = 10;

const form = document.getElementById('search');
const found = document.getElementById('found');

function say(...what) {
  found.replaceChildren(...what);
}

async function search(typed) {
  const answer = await find({ words: typed });
  const shown = answer.cases.slice(0, MOST_SHOWN);
  const all = shown.length === answer.count && !answer.more;
  say(
    el('p', null, all ? `${counted(answer)}.` : `${counted(answer)}; the newest ${shown.length} are shown. `, all ? null : link('/redress/cases', 'More ways to find a case')),
    el('ul', { class: 'found-cases' }, shown.map(foundItem)),
  );
}

form.hidden = false;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  say(el('p', null, 'Looking …'));
  search(form.elements.words.value).catch((problem) => say(el('p', { class: 'refusal' }, told(problem))));
});
