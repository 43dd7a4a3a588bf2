// The lists of Tasklist: how much is in each, what was done recently, sorted by the day that is due; and it opens on a list that has work.

import { caseAddress, dateText, el, link, read, whenItChanges } from '/redress/parts.js';

const LOOK_AGAIN_MS = 60000;
const BY_DUE_DATE = '[{"sortBy":"dueDate","sortOrder":"asc"}]';

// ---- where Tasklist keeps what is chosen: behind the # of its address -------------------------------------------------

function chosen() {
  const [path, query] = window.location.hash.replace(/^#/, '').split('?');
  return { path: path === '' ? '/' : path, parameters: new URLSearchParams(query ?? '') };
}

function choose({ path, parameters }) {
  window.location.replace(`#${path}?${parameters}`);
}

const begun = chosen();
const openedOnAList = begun.parameters.has('filter') || begun.parameters.has('task');
if (!begun.path.startsWith('/login') && !begun.parameters.has('sorting')) {
  begun.parameters.set('sorting', BY_DUE_DATE);
  choose(begun);
}

// ---- the numbers ------------------------------------------------------------------------------------------------------

let counts = {};
let done = [];

const filterOf = (item) => window.angular.element(item).scope()?.filter;

function number(item) {
  const count = counts[filterOf(item)?.id];
  const name = item.querySelector('h4 a');
  if (count === undefined || name === null) {
    return;
  }
  let shown = name.querySelector('.redress-count');
  if (shown === null) {
    shown = el('span', { class: 'redress-count', 'ng-non-bindable': '' });
    name.append(' ', shown);
  }
  if (shown.textContent !== String(count)) {
    shown.textContent = String(count);
  }
}

const recently = el('details', { class: 'redress-done', 'ng-non-bindable': '' });

function tellDone() {
  const open = recently.open;
  recently.replaceChildren(
    el('summary', null, 'Recently done by me ', el('span', { class: 'redress-count' }, String(done.length))),
    done.length > 0
      ? el('ol', null, done.map(({ title, reference, on }) => el('li', null, el('span', null, title), el('small', null, reference ? [link(caseAddress(reference), reference), ', '] : null, dateText(on)))))
      : el('p', null, 'Nothing in the last two weeks.'),
  );
  recently.open = open;
}

function draw() {
  document.querySelectorAll('.task-filters .task-filter').forEach(number);
  const column = document.querySelector('.task-filters > .content');
  if (column && recently.parentElement !== column) {
    column.append(recently);
  }
}

let asked = null;
let again = false;

async function ask() {
  if (asked !== null) {
    again = true;
    return asked;
  }
  asked = read('steps/lists')
    .then((told) => {
      if (told !== null) {
        ({ counts, done } = told);
        tellDone();
        draw();
      }
    })
    .finally(() => {
      asked = null;
      if (again) {
        again = false;
        ask();
      }
    });
  return asked;
}

/** The first list with work in it, where nobody asked for one and the one that is open has none. */
function openOnWork() {
  const items = [...document.querySelectorAll('.task-filters .task-filter')].map(filterOf).filter(Boolean);
  const now = chosen();
  const open = now.parameters.get('filter') ?? items[0]?.id;
  const first = items.find(({ id }) => counts[id] > 0);
  if (first && counts[open] === 0 && !now.parameters.has('task')) {
    now.parameters.set('filter', first.id);
    choose(now);
  }
}

function whenThereAreLists(then) {
  if (document.querySelector('.task-filters .task-filter') !== null) {
    then();
    return;
  }
  const stop = whenItChanges(() => {
    if (document.querySelector('.task-filters .task-filter') !== null) {
      stop();
      then();
    }
  });
}

whenThereAreLists(async () => {
  await ask();
  if (!openedOnAList) {
    openOnWork();
  }
  // the column itself is drawn anew when somebody else signs in
  whenItChanges(draw);
});

// something was sent, or what waits comes back on another day (scripts/drafts.js, scripts/cards.js)
['redress:sent', 'redress:moved'].forEach((change) => window.addEventListener(change, () => ask()));
// whoever goes to another list sees how much is in each now
document.addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('.task-filters .task-filter')) {
    ask();
  }
});
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && ask());
setInterval(() => document.visibilityState === 'visible' && ask(), LOOK_AGAIN_MS);

export default [];
