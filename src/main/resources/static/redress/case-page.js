// The page of a case and its sheet for paper: the same as everywhere, drawn into a page of its own.

import { caseView, open, ranView } from './case-view.js';
import { button } from './parts.js';

const place = document.getElementById('case');
const { reference, print } = place.dataset;
const path = `cases/${encodeURIComponent(reference)}`;

/** What ran is asked for when somebody wants it; those who see who can do what may. */
function ran(file) {
  if (!Array.isArray(file.work)) {
    return [];
  }
  const rest = document.createElement('div');
  const show = button('Show what ran, with times and names', () => open(rest, `${path}/ran`, (steps, refresh) => ranView(steps, { top: 2, refresh }), 2), 'second');
  rest.append(show);
  return [rest];
}

function draw(file, refresh) {
  return print ? caseView(file, { top: 1, away: false, paper: true }) : [...caseView(file, { top: 1, away: false, refresh }), ...ran(file)];
}

open(place, path, draw, 1);
