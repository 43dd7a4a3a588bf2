// What the cards of a list say beside the task's name: the case, who complains, of what, and the day in words; asked for once for all cards
// of a page. The same line tells with an open task until when it waits for somebody else, and lets whoever waits change that day.

import { changed, el, filled, read, words } from '/redress/parts.js';

const ASK_AFTER_MS = 30;

// ---- asking for all cards at once -----------------------------------------------------------------------------------

let waiting = new Map();
let timer = null;

async function askAll() {
  const asked = waiting;
  waiting = new Map();
  timer = null;
  const query = [...asked.keys()].map((task) => `task=${encodeURIComponent(task)}`).join('&');
  const cards = (await read(`steps/cards?${query}`)) ?? [];
  asked.forEach((tell, task) => tell.forEach((one) => one(cards.find((card) => card.task === task) ?? null)));
}

function cardOf(task) {
  return new Promise((tell) => {
    waiting.set(task, [...(waiting.get(task) ?? []), tell]);
    timer ??= setTimeout(askAll, ASK_AFTER_MS);
  });
}

// ---- a card ---------------------------------------------------------------------------------------------------------

const between = (parts) => parts.filter((part) => part !== null).flatMap((part, index) => (index > 0 ? [' · ', part] : [part]));

function lines(card) {
  return [
    el('p', { class: 'redress-card-case' }, between([filled(card.reference) ? el('strong', null, card.reference) : null, filled(card.person) ? words(card.person) : null, card.which])),
    filled(card.subject) ? el('p', { class: 'redress-card-subject' }, words(card.subject)) : null,
    filled(card.due) ? el('p', { class: card.overdue ? 'redress-card-due redress-card-overdue' : 'redress-card-due' }, `${card.overdue ? 'Was due' : 'Due'} ${card.due}`) : null,
    filled(card.with) ? el('p', { class: 'redress-card-with' }, 'With ', words(card.with)) : null,
    filled(card.waits) ? el('p', { class: 'redress-card-waits' }, waits(card)) : null,
  ].filter((line) => line !== null);
}

const waits = (card) => `${filled(card.waitsFor) ? `Waits for the ${card.waitsFor}` : 'Waits'} until ${card.waits}`;

async function draw(node, taskId) {
  const card = await cardOf(taskId);
  if (card !== null) {
    node.replaceChildren(el('div', { class: 'redress-card', 'data-task': taskId, 'ng-non-bindable': '' }, lines(card)));
  }
}

const cards = {
  id: 'redress-card',
  pluginPoint: 'tasklist.card',
  priority: 900,
  render: (node, { taskId }) => draw(node, taskId),
  unmount: () => {},
};

// Tasklist keeps the card of a task as it is while the task is on the list
window.addEventListener('redress:moved', () => document.querySelectorAll('.redress-card[data-task]').forEach((card) => draw(card.parentElement, card.dataset.task)));

// ---- the bring-forward day of the open task -----------------------------------------------------------------------------

function field(id, label, input) {
  return el('div', { class: 'redress-bring-forward-field' }, el('label', { for: id }, label), input);
}

/** What is asked for the day; refusals are said in their own place. */
function dayForm(task, card, again) {
  const day = el('input', { id: 'bring-forward-as-day', class: 'form-control', autocomplete: 'off', required: '' });
  const reason = el('input', { id: 'bring-forward-reason', class: 'form-control', maxlength: '2000', autocomplete: 'off', required: '' });
  const refusal = el('p', { class: 'redress-bring-forward-refusal', role: 'alert' });
  const form = el(
    'form',
    { class: 'redress-bring-forward-form', novalidate: '' },
    field('bring-forward-as-day', 'Bring forward on', day),
    field('bring-forward-reason', 'Reason', reason),
    el('button', { type: 'submit', class: 'btn btn-default btn-sm' }, 'Keep the day'),
    refusal,
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const response = await changed('PUT', `steps/tasks/${encodeURIComponent(task)}/bring-forward`, JSON.stringify({ day: day.value, reason: reason.value })).catch(() => null);
    if (response?.ok) {
      again(true);
    } else {
      const said = await response?.json().catch(() => null);
      refusal.textContent = said?.message ?? 'The server could not be reached. Try again.';
      (String(said?.message).startsWith('Reason') ? reason : day).focus();
    }
  });
  return form;
}

const bringForward = {
  id: 'redress-bring-forward',
  pluginPoint: 'tasklist.task.action',
  priority: 900,
  render: (node, passed, scope) => {
    const root = el('div', { class: 'redress-bring-forward', 'ng-non-bindable': '' });
    let shown = null;
    async function show(changedNow) {
      const task = shown;
      const card = task ? await cardOf(task) : null;
      if (task !== shown) {
        return;
      }
      root.replaceChildren();
      // above the task, where there is room for it; the row of actions has none
      document.querySelector('.task-details > .content > [cam-tasklist-task]')?.before(root);
      if (card !== null && filled(card.reference)) {
        const status = el('span', { role: 'status' }, filled(card.waits) ? waits(card) : '');
        const open = el('button', { type: 'button', class: 'btn btn-link', 'aria-expanded': 'false' }, filled(card.waits) ? 'Change the day' : 'Bring forward');
        const place = el('div');
        open.addEventListener('click', () => {
          const wasOpen = place.childElementCount > 0;
          place.replaceChildren(...(wasOpen ? [] : [dayForm(task, card, show)]));
          open.setAttribute('aria-expanded', String(!wasOpen));
          place.querySelector('input')?.focus();
        });
        root.append(status, ' ', open, place);
        if (changedNow) {
          open.focus();
          scope.$root.$broadcast('refresh');
          window.dispatchEvent(new CustomEvent('redress:moved'));
        }
      }
    }
    const follow = (task) => {
      if (task !== shown) {
        shown = task ?? null;
        show(false);
      }
    };
    scope.$watch('task.id', follow);
  },
  unmount: () => {},
};

// ---- giving a task to somebody by name -----------------------------------------------------------------------------------

/** The people to whom the open task can be given; the field takes their id, and shows their names. */
const takers = el('datalist', { id: 'redress-takers', 'ng-non-bindable': '' });
document.body.append(takers);

document.addEventListener('focusin', async ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.matches('.task-card .assignee input') || target.hasAttribute('list')) {
    return;
  }
  target.setAttribute('list', takers.id);
  takers.replaceChildren();
  const task = new URLSearchParams(window.location.hash.split('?')[1] ?? '').get('task');
  const people = task ? await read(`steps/tasks/${encodeURIComponent(task)}/takers`) : null;
  if (people !== null) {
    takers.replaceChildren(...people.map(({ id, name }) => el('option', { value: id, label: name }, name)));
  }
});

export default [cards, bringForward];
