// What Tasklist leaves out for those who work by keyboard, or hear the page: names of buttons that are only a picture, where the keyboard
// goes when a form opens, and nothing to stop at where nothing can be done.

import { whenItChanges } from '/redress/parts.js';

const NAMES = {
  '.region-toggle[data-region="filters"]': 'Fold or unfold the lists',
  '.region-toggle[data-region="list"]': 'Fold or unfold the tasks of the list',
  '.region-toggle[data-region="task"]': 'Fold or unfold the task',
  '.maximize': 'Only the task',
  '.reset-regions': 'Lists, tasks and the task side by side',
  '.task-filters .item .actions a': 'Change this list',
  '.sort-direction': 'The other way round',
  '.new-sort > .dropdown-toggle': 'Sort by something more',
  '.task-card .unclaim': 'Give the task back',
  '.task-card .reset-assignee': 'Take the task from them',
};

/** The day that is due has its reasons, and is not changed here (styles/user-styles.css). */
const NOTHING_TO_DO = '.task-card [cam-widget-inline-field].due-date, .task-card [cam-widget-inline-field].followup-date';

const FIELD = '.fjs-form-field :is(input, textarea, select):not([readonly], [disabled], [type="hidden"])';

/** Whoever uses a mouse is not sent anywhere. */
let byKey = false;

/** The form in which somebody has pressed a key: they are where they want to be. */
let begun = null;

document.addEventListener('keydown', ({ target }) => {
  byKey = true;
  begun = target instanceof Element ? (target.closest('.modal-content .fjs-container') ?? begun) : begun;
}, true);
document.addEventListener('pointerdown', () => {
  byKey = false;
}, true);

/** What the keyboard has come to is seen as a whole: browsers scroll a long field only until its first line is seen, and a sentence that comes above the form pushes it down. */
const stays = new ResizeObserver(() => {
  if (byKey && document.activeElement instanceof HTMLTextAreaElement) {
    document.activeElement.scrollIntoView({ block: 'nearest' });
  }
});
// an open dialog lets no focusin through
document.addEventListener('focus', ({ target }) => {
  stays.disconnect();
  const around = target instanceof HTMLTextAreaElement ? (target.closest('.modal-content') ?? target.closest('.fjs-container')) : null;
  if (around !== null) {
    // tells once at the beginning too
    stays.observe(around);
  }
}, true);

/** Tasklist's own shortcut (focusForm of config.js) finds the fields of embedded forms only. */
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey && event.altKey && event.code === 'KeyF') {
    (document.querySelector('.modal-content') ?? document.querySelector('.task-card'))?.querySelector(FIELD)?.focus();
  }
}, true);

/** Goes to the first field of a form that has opened in a dialog, which takes away what the keyboard was at; a form draws itself more than once. */
function begin() {
  const first = document.querySelector('.modal-content')?.querySelector(FIELD) ?? null;
  const at = document.activeElement;
  if (byKey && first !== null && first.closest('.fjs-container') !== begun && (at === null || at === document.body || at.matches('.modal'))) {
    first.focus();
  }
}

whenItChanges(() => {
  Object.entries(NAMES).forEach(([control, name]) =>
    document.querySelectorAll(`:is(${control}):not([aria-label])`).forEach((unnamed) => unnamed.setAttribute('aria-label', name)),
  );
  document.querySelectorAll(NOTHING_TO_DO).forEach((stop) => stop.hasAttribute('tabindex') && stop.removeAttribute('tabindex'));
  begin();
});

export default [];
