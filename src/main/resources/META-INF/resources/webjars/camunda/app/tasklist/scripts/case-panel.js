// The case beside the form of a task: which case it is, whose, until when, and what this task is about, without leaving the form; the
// rest of the file on demand. The tabs of a task take the form away while another is shown, so this stands outside of them.

import { caseView, dueText, open, pages } from '/redress/case-view.js';
import { button, changed, date, el, facts, filled, link, list, prose, words } from '/redress/parts.js';

/** From this width of the task on there is room for both side by side. */
const ROOM_FOR_BOTH = 640;

/** The tab that shows the whole file itself. */
const CASE_TAB = 'redress-case';

function note({ label, text, day: on }) {
  return [label, filled(on) ? date(on) : filled(text) ? prose(text) : null];
}

function thing({ title, text, notes }) {
  return el(
    'details',
    { open: '', class: 'case-thing' },
    el('summary', null, words(title)),
    filled(text) ? prose(text) : null,
    facts('case-pairs case-stacked', list(notes).map(note)),
  );
}

/** A file that the server made. */
async function save(response) {
  const name = /filename="([^"]*)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'letter.pdf';
  const address = URL.createObjectURL(await response.blob());
  const file = link(address);
  file.download = name;
  file.click();
  URL.revokeObjectURL(address);
}

/** The approved letter for the printer: what is printed is what is kept when it is recorded as sent. */
function printing(taskId, people) {
  const said = el('p', { role: 'status' });
  async function print(paper) {
    said.replaceChildren();
    const response = await changed('POST', `tasks/${encodeURIComponent(taskId)}/letters/${paper}/print`, '{}');
    if (response.ok) {
      await save(response);
    } else {
      said.replaceChildren((await response.json().catch(() => ({}))).message ?? 'It cannot be printed at the moment. Try again.');
    }
  }
  return people.length === 0 ? [] : [
    el(
      'details',
      { open: '', class: 'case-thing' },
      el('summary', null, 'To print, sign and post'),
      el('p', null, 'The letter as it was approved. If you send it like this, send exactly this one: it is kept when you say that it was sent.'),
      el('p', null, people.map((name, index) => [button(['Letter to ', words(name), ' (PDF)'], () => print(index + 1)), ' '])),
      said,
    ),
  ];
}

function folded(label, unfolded, ...children) {
  return el('details', { open: unfolded ? '' : null, class: 'case-thing' }, el('summary', null, label), ...children);
}

/** The rest of the file, which is asked for when somebody wants it. */
function wholeFile(taskId, closing) {
  const place = el('div', null);
  const details = folded('The whole file', false, place);
  let opened = null;
  details.addEventListener('toggle', () => {
    if (details.open && opened === null) {
      opened = open(place, `tasks/${encodeURIComponent(taskId)}/case`, (file, refresh) => caseView(file, { refresh, top: 4, away: false }), 4);
      closing.push(opened);
    }
  });
  return details;
}

/** All that stands beside the form; nothing for a task that belongs to no single case. */
function about(file, taskId, beside, closing) {
  if (file === null) {
    return [];
  }
  const things = list(file.things);
  const line = [filled(file.people) ? words(file.people) : null, filled(file.subject) ? words(file.subject) : null, words(file.statusText)].filter((part) => part !== null);
  return [
    el(
      'details',
      { open: beside ? '' : null, class: 'case-panel' },
      el(
        'summary',
        null,
        el('h3', { class: 'case-title', tabindex: '-1' }, words(file.reference)),
        el('span', { class: 'case-line' }, line.flatMap((part, index) => (index > 0 ? [' · ', part] : [part]))),
        filled(file.dueOn) ? el('span', { class: 'case-line' }, dueText(file)) : null,
      ),
      things.map(thing),
      printing(taskId, list(file.print)),
      filled(file.complaint) ? folded('What is complained of', things.length === 0, prose(file.complaint)) : null,
      filled(file.wanted) ? folded('What is wanted', false, prose(file.wanted)) : null,
      wholeFile(taskId, closing),
      pages(file.reference),
    ),
  ];
}

/** Shows the case of one task after the other in an element of the card. */
function panel(element, card) {
  let shown = null;
  let closing = [];

  function close() {
    closing.forEach((opened) => opened.stop());
    closing = [];
  }

  const width = new ResizeObserver(() => card.classList.toggle('redress-beside', card.clientWidth >= ROOM_FOR_BOTH));
  width.observe(card);

  return {
    show(taskId) {
      if (taskId === shown) {
        return;
      }
      close();
      element.replaceChildren();
      shown = taskId;
      if (filled(taskId)) {
        const opening = [];
        closing = opening;
        opening.push(open(element, `tasks/${encodeURIComponent(taskId)}/about`, (file) => about(file, taskId, card.clientWidth >= ROOM_FOR_BOTH, opening)));
      }
    },
    stop() {
      width.disconnect();
      close();
    },
  };
}

const PLACE = '<div class="row tabbed-content">';

window.angular
  .module('cam.tasklist.task')
  .config([
    '$provide',
    ($provide) => {
      $provide.decorator('camTasklistTaskDirective', [
        '$delegate',
        ($delegate) => {
          const [directive] = $delegate;
          if (!directive.template.includes(PLACE)) {
            throw new Error('There is no place for the case beside the form.');
          }
          directive.template = directive.template.replace(PLACE, `<aside redress-case-panel class="redress-panel" aria-label="The case of this task"></aside>${PLACE}`);
          return $delegate;
        },
      ]);
    },
  ])
  .directive('redressCasePanel', () => ({
    restrict: 'A',
    link: (scope, element) => {
      const card = element[0].closest('.task-card');
      const beside = panel(element[0], card);
      // Tasklist may put another task into an open card: nobody shall read one case for another
      scope.$watch('task.id', beside.show);
      scope.$watch('selectedTaskDetailTab.id', (tab) => card.classList.toggle('redress-case-tab', tab === CASE_TAB));
      scope.$on('$destroy', beside.stop);
    },
  }));

export default [];
