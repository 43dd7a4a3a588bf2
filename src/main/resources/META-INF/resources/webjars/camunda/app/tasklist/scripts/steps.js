// After each step: what was recorded, what comes next, with whom and by when, as the server says it; and the next task of the case that
// the same person may do opens. What Tasklist itself would say about a step is left out, so that it is said once.

import { button, caseAddress, el, link, read, whenItChanges } from '/redress/parts.js';

/** Tabs of a task that stay empty for staff: the engine's own log and models are not theirs. */
const CLOSED_TABS = ['task-detail-history', 'task-detail-diagram'];

const SAID_BY_TASKLIST = ['PROCESS_START_OK'];

// ---- the place where it is said -----------------------------------------------------------------------------------

/** Read out when it changes: so it is there, and never hidden, before anything is said. */
const said = el('div', { role: 'status', 'aria-live': 'polite' });
const closing = button('Close', closedByHand, 'btn btn-link redress-step-close');
const panel = el('section', { class: 'redress-step redress-step-empty', tabindex: '-1', 'ng-non-bindable': '' }, said, closing);
closing.hidden = true;

/** The tasks over which what was recorded stands: that of the step, none, and that which opens after it. */
let over = null;

/** Above the task that is open, or the place where one will be; whoever opens another task has read it. */
function place() {
  const now = chosen().parameters.get('task');
  if (over !== null && !over.includes(now)) {
    over = null;
    close();
  }
  const column = document.querySelector('.task-details > .content');
  if (column && panel.parentElement !== column) {
    column.prepend(panel);
  }
}

whenItChanges(place);

function close() {
  over = null;
  panel.classList.add('redress-step-empty');
  panel.removeAttribute('aria-label');
  closing.hidden = true;
  said.replaceChildren();
}

/** The keyboard goes on with the task below, or with the lists where none is open. */
function closedByHand() {
  close();
  const next = document.querySelector('.task-card h2') ?? document.querySelector('.task-filters a');
  if (next !== null) {
    if (!next.matches('a, button')) {
      next.setAttribute('tabindex', '-1');
    }
    next.focus();
  }
}

function say({ recorded, next, reference }) {
  place();
  close();
  panel.classList.remove('redress-step-empty');
  panel.setAttribute('aria-label', 'What was recorded');
  closing.hidden = false;
  said.append(el('p', { class: 'redress-step-recorded', dir: 'auto' }, recorded), el('ul', null, next.map((line) => el('li', { dir: 'auto' }, line))));
  if (reference) {
    said.append(el('p', { class: 'redress-step-case' }, link(caseAddress(reference), `Open case ${reference}`)));
  }
  panel.scrollIntoView({ block: 'nearest' });
}

function chosen() {
  const [path, query] = window.location.hash.replace(/^#/, '').split('?');
  return { path, parameters: new URLSearchParams(query ?? '') };
}

/** Opens a task as a link to it would. */
function open(task) {
  const { path, parameters } = chosen();
  parameters.delete('detailsTab');
  parameters.set('task', task);
  parameters.set('forceDisplayTask', 'true');
  window.location.hash = `${path === '' ? '/' : path}?${parameters}`;
}

/** The link to which the dialog gives the keyboard back when a process was started. */
const START = 'a[ng-click="open()"]';

/** Where the keyboard goes when what it was at is gone with the step, or is only where the step began. */
function keepTheKeyboard() {
  const at = document.activeElement;
  if (at === null || at === document.body || at.matches(START)) {
    panel.focus({ preventScroll: true });
  }
}

let newest = 0;

async function answer({ task, start }) {
  const mine = ++newest;
  const before = chosen().parameters.get('task');
  panel.setAttribute('aria-busy', 'true');
  const told = await read(task ? `steps/tasks/${encodeURIComponent(task)}` : `steps/starts/${encodeURIComponent(start)}`);
  if (mine !== newest) {
    return;
  }
  panel.removeAttribute('aria-busy');
  if (told === null) {
    say({ recorded: 'Recorded.', next: ['What comes next could not be read; look at the lists.'] });
    return;
  }
  say(told);
  over = [null, before, chosen().parameters.get('task'), told.goOn?.task ?? null];
  const now = chosen().parameters.get('task');
  // whoever has opened another task meanwhile stays there
  if (told.goOn && (now === null || now === before)) {
    open(told.goOn.task);
  }
  setTimeout(keepTheKeyboard, 500);
}

// a form that is being sent, and one that was accepted (scripts/drafts.js)
window.addEventListener('redress:sending', close);
window.addEventListener('redress:sent', ({ detail }) => answer(detail));

window.angular.module('cam.tasklist').config([
  '$provide',
  ($provide) => {
    // it names tasks of one process that are one's own already: the next step is told by us
    $provide.decorator('assignNotification', ['$delegate', () => () => {}]);
    // the history is the Case tab's, and a diagram is there for those who have Cockpit
    $provide.decorator('Views', [
      '$delegate',
      ($delegate) => {
        const providers = $delegate.getProviders;
        $delegate.getProviders = function getProviders(wanted) {
          return providers.call(this, wanted).filter(({ id }) => !CLOSED_TABS.includes(id));
        };
        return $delegate;
      },
    ]);
    $provide.decorator('Notifications', [
      '$delegate',
      '$injector',
      ($delegate, $injector) => {
        const add = $delegate.addMessage;
        $delegate.addMessage = function addMessage(message) {
          // only now: the translations themselves depend on the notifications
          const $translate = $injector.get('$translate');
          return SAID_BY_TASKLIST.some((key) => message.status === $translate.instant(key)) ? undefined : add.call(this, message);
        };
        return $delegate;
      },
    ]);
  },
]);

export default [];
