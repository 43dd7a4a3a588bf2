// The page on which cases are found by everything that people know of them.

import { counted, find, foundItem } from './find.js';
import { button, told } from './parts.js';

const form = document.getElementById('find');
const said = document.getElementById('found-count');
const cases = document.getElementById('found-cases');
const more = document.getElementById('found-more');

function wanted() {
  const answers = [...new FormData(form)].filter(([key, value]) => key !== '_csrf' && value.trim() !== '');
  return Object.fromEntries(answers.map(([key, value]) => [key, key === 'stage' ? Number(value) : value.trim()]));
}

async function look(asked, after) {
  said.textContent = 'Looking …';
  more.replaceChildren();
  if (!after) {
    cases.replaceChildren();
  }
  try {
    const found = await find(after ? { ...asked, after } : asked);
    const first = cases.children.length;
    cases.append(...found.cases.map(foundItem));
    said.textContent = counted(found);
    if (found.next !== null) {
      more.append(button('Show more', () => look(asked, found.next), 'second'));
    }
    if (after) {
      cases.children[first]?.querySelector('a')?.focus();
    }
  } catch (problem) {
    said.replaceChildren(...told(problem));
  }
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  look(wanted(), null);
});
