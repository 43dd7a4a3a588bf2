// A box in the header of Tasklist and Cockpit that finds cases. The link that stands in the menu is what is left without it.

import { counted, find, foundItem } from './find.js';
import { el, link, told, unseen, whenItChanges } from './parts.js';

const PLACE = 'li.redress-find';

/** The webapps copy their header when they draw it, and a copy has no listeners: so readiness is nothing that could be copied. */
const closers = new Map();

function build(place) {
  const said = el('p', { class: 'found-count', role: 'status' });
  const cases = el('ul', { class: 'found-cases' });
  const panel = el('section', { class: 'redress-found', 'aria-label': 'Cases found', hidden: '' }, said, cases, el('p', null, link('/redress/cases', 'More ways to find a case')));
  const box = el('input', { type: 'search', id: 'redress-find', autocomplete: 'off', maxlength: '200', placeholder: 'Find a case', 'aria-describedby': 'redress-find-how' });
  const form = el(
    'form',
    { role: 'search', 'aria-label': 'Cases' },
    el('label', { for: 'redress-find', class: 'case-unseen' }, 'Find a case'),
    box,
    el('span', { id: 'redress-find-how', class: 'case-unseen' }, 'By reference, person or words of the complaint. Enter looks, Escape closes.'),
    el('button', { type: 'submit', title: 'Find' }, unseen('Find'), el('span', { 'aria-hidden': 'true' }, '⌕')),
  );
  let asked = 0;

  const close = () => {
    asked += 1;
    panel.hidden = true;
  };
  const look = async () => {
    const typed = box.value.trim();
    if (typed === '') {
      close();
      return;
    }
    asked += 1;
    const mine = asked;
    panel.hidden = false;
    said.textContent = 'Looking …';
    cases.replaceChildren();
    try {
      const found = await find({ words: typed });
      if (mine === asked) {
        cases.replaceChildren(...found.cases.map(foundItem));
        said.textContent = found.next === null ? counted(found) : `${counted(found)}, the newest ${found.cases.length} of them here`;
      }
    } catch (problem) {
      if (mine === asked) {
        said.replaceChildren(...told(problem));
      }
    }
  };
  const step = (by) => {
    const stops = [box, ...panel.querySelectorAll('a')];
    const at = stops.indexOf(document.activeElement);
    stops[Math.min(Math.max(at + by, 0), stops.length - 1)].focus();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    look();
  });
  place.addEventListener('keydown', (event) => {
    if (panel.hidden) {
      return;
    }
    if (event.key === 'Escape') {
      close();
      box.focus();
      event.stopPropagation();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      step(event.key === 'ArrowDown' ? 1 : -1);
      event.preventDefault();
    }
  });
  place.addEventListener('focusout', (event) => {
    if (event.relatedTarget !== null && !place.contains(event.relatedTarget)) {
      close();
    }
  });
  closers.set(place, close);
  place.replaceChildren(form, panel);
}

function buildAll() {
  document.querySelectorAll(PLACE).forEach((place) => {
    if (!closers.has(place)) {
      build(place);
    }
  });
}

// a click beside a panel closes it; a header that is gone is forgotten
document.addEventListener('pointerdown', ({ target }) =>
  closers.forEach((close, place) => {
    if (!place.isConnected) {
      closers.delete(place);
    } else if (!place.contains(target)) {
      close();
    }
  }),
);

// the webapps draw their header when they are ready, and again when somebody else signs in
whenItChanges(buildAll);
buildAll();
