// The board of a supervisor, on Cockpit's dashboard: what is due, who has how much, what stands still, what was finished; lists of it, and
// what can be done with many at once. Counts and lists come from our own API, which knows whose they are; Cockpit's tokens follow below.

import { asked, button, dateText, day, dayText, el, filled, link, list, muted } from '/redress/parts.js';
import { bars, caseLink, download, failure, finishedCases, grid, key, number, query } from '/redress/board-parts.js';
import { bulk, MOST } from '/redress/bulk.js';

const API = '/redress/api/board';

const DUE = [
  ['OVERDUE', 'overdue', 'Overdue'],
  ['TODAY', 'today', 'Due today'],
  ['SOON', 'soon', 'Next five working days'],
];

/** One board in one place of the page. */
function start(node) {
  const place = el('div', { class: 'redress-board' });
  const said = el('p', { class: 'case-unseen', role: 'status' });
  node.replaceChildren(place, said);
  let stopped = false;
  /** Those that can be handed over here. */
  let roles = [];

  /** Shows something else in the place of what was shown, and says so. */
  function show(title, ...content) {
    if (stopped) {
      return null;
    }
    // Cockpit puts the place into the page only after it has asked for it to be filled
    first(node);
    const heading = el('h2', { tabindex: '-1' }, title);
    place.replaceChildren(heading, ...content.flat(Infinity).filter((one) => one !== null && one !== undefined));
    return heading;
  }

  function enter(title, ...content) {
    show(title, ...content)?.focus();
    said.textContent = `${title}.`;
  }

  const ask = (path) => asked(`board${path}`);

  function back() {
    return el('p', null, button('Back to the board', () => board(true)));
  }

  // ---- the board ------------------------------------------------------------------------------------------------

  async function board(again) {
    try {
      const file = await ask('');
      roles = list(file.roles);
      const title = `${file.council}, ${dayText(file.today)}`;
      (again ? enter : show)(title, content(file));
    } catch (problem) {
      show('The board', failure(problem), el('p', null, button('Try again', () => board(true))));
    }
  }

  function content(file) {
    return [
      filled(file.warning) ? el('p', { class: 'board-failure' }, file.warning) : null,
      tiles(file),
      el(
        'p',
        null,
        `The next five working days end on ${dayText(file.until)}. What waits for a complainant, and what has no period, is not counted. `,
        link('/redress/deadlines', 'What was recorded late, extended further, or would move'),
        ' · ',
        link('/redress/lessons', 'Lessons'),
        ' · ',
        link('/redress/figures', 'Figures of a year'),
        ' · ',
        download(`${API}/counts.csv`, 'These counts as CSV'),
        ' · ',
        download(`${API}/month.pdf`, 'Last month’s list as PDF'),
        ' · ',
        download(`${API}/month.docx`, 'Last month’s list as Word'),
      ),
      groups('By kind of deadline', 'Kind', file.deadlines.kinds, (key) => ({ kind: key })),
      groups('By service', 'Service', file.deadlines.services, (key) => ({ service: key })),
      groups('By stage', 'Stage', file.deadlines.stages, (key) => ({ stage: key })),
      list(file.deadlines.councils).length > 0 ? groups('By council', 'Council', file.deadlines.councils, (key) => ({ council: key })) : null,
      people(file),
      kept(file),
      standsStill(file),
      finishedFilter(file),
    ];
  }

  function tiles(file) {
    return el(
      'ul',
      { class: 'board-tiles' },
      DUE.map(([due, name, title]) =>
        el(
          'li',
          { class: `board-tile board-tile-${name}` },
          button([el('span', { class: 'board-number' }, number(file.deadlines.all[name])), el('span', null, title)], () => deadlines({ due }, title, file), 'board-tile-button'),
        ),
      ),
    );
  }

  const KEY = DUE.map(([, name, title]) => [`board-bar-${name}`, title]);

  /** Counts of one question: each leads to its list, and a bar beside it says the same at a look. */
  function groups(title, head, rows, which) {
    const most = Math.max(1, ...list(rows).map((row) => row.overdue + row.today + row.soon));
    return el(
      'section',
      { class: 'board-section' },
      el('h3', null, title),
      list(rows).length > 0 ? key(KEY) : null,
      list(rows).length > 0
        ? grid(
            `${title}: deadlines that are overdue, due today, and due in the next five working days`,
            [head, ...DUE.map(([, , name]) => name), 'As a picture'],
            list(rows).map((row) => [
              button(row.label, () => deadlines(which(row.key), `${title}: ${row.label}`), 'board-link'),
              ...DUE.map(([due, name]) => (row[name] > 0 ? button(number(row[name]), () => deadlines({ ...which(row.key), due }, `${title}: ${row.label}`), 'board-link') : '0')),
              bars([[row.overdue, 'board-bar-overdue'], [row.today, 'board-bar-today'], [row.soon, 'board-bar-soon']], most),
            ]),
          )
        : muted('Nothing is due.'),
    );
  }

  function people(file) {
    const rows = list(file.people);
    const most = Math.max(1, ...rows.map((row) => row.overdue + row.today + row.soon + row.later));
    return el(
      'section',
      { class: 'board-section' },
      el('h3', null, 'By person'),
      el('p', null, 'Tasks, by who has them. Open a list to give several to somebody else.'),
      rows.length > 0 ? key([...KEY, ['board-bar-later', 'Later or no day']]) : null,
      rows.length > 0
        ? grid(
            'Who has how many tasks',
            ['Person', ...DUE.map(([, , name]) => name), 'Later or no day', 'As a picture'],
            rows.map((row) => [
              button(row.label, () => tasks({ person: row.key }, row.label), 'board-link'),
              ...[...DUE, ['LATER', 'later']].map(([due, name]) =>
                row[name] > 0 ? button(number(row[name]), () => tasks({ person: row.key, due }, row.label), 'board-link') : '0'),
              bars([[row.overdue, 'board-bar-overdue'], [row.today, 'board-bar-today'], [row.soon, 'board-bar-soon'], [row.later, 'board-bar-later']], most),
            ]),
          )
        : muted('There are no tasks.'),
    );
  }

  function kept(file) {
    const rows = list(file.kept);
    const most = Math.max(1, ...rows.map(({ met, missed }) => Math.max(met, missed)));
    return el(
      'section',
      { class: 'board-section' },
      el('h3', null, `Met and missed since ${dateText(file.keptSince)}`),
      rows.length > 0
        ? [
            key([['board-bar-met', 'Met'], ['board-bar-overdue', 'Missed']]),
            grid(
              'Deadlines that were met and missed in this quarter',
              ['Deadline', 'Met', 'Missed', 'As a picture'],
              rows.map(({ title, met, missed }) => [title, number(met), number(missed), bars([[met, 'board-bar-met'], [missed, 'board-bar-overdue']], most)]),
            ),
            el('p', null, download(`${API}/kept.csv`, 'Met and missed as CSV')),
          ]
        : muted('No deadline has been met or missed in this quarter.'),
    );
  }

  function standsStill(file) {
    const failed = list(file.failed);
    const stuck = list(file.stuck);
    const unscanned = list(file.unscanned);
    const unsent = list(file.unsent);
    const step = (one) => ({
      id: one.id,
      label: `${one.reference ?? 'No case'}, ${one.step}`,
      cells: [caseLink(one.reference), `${one.step} (${one.procedure})`, `${dateText(one.since)}, ${one.since.slice(11, 16)}`, one.said ?? 'The log of the server says more.'],
    });
    return el(
      'section',
      { class: 'board-section' },
      el('h3', null, 'What stands still'),
      failed.length === 0 && stuck.length === 0 && unscanned.length === 0 && unsent.length === 0 ? muted('Nothing stands still.') : null,
      failed.length > 0
        ? [
            el('h4', null, 'The product could not do a step'),
            el('p', null, 'The case waits there. Let it run again; if it fails again, tell whoever looks after this service what the list says.'),
            chosen(
              'Steps that failed',
              ['Case', 'Step', 'Since', 'What it said'],
              failed.map(step),
              ['RETRY'],
              async () => list((await ask('')).failed).map(step),
            ),
            file.moreFailed ? el('p', null, `These are the first ${number(failed.length)}; there are more, which come here when these run again.`) : null,
          ]
        : null,
      unsent.length > 0
        ? [
            el('h4', null, 'Letters that have not gone out, or came back'),
            el('p', null, 'Their steps stay open and their deadlines run. Where somebody has to say what is done, there is the task "See to letter".'),
            el('ul', { class: 'board-unsent' }, unsent.map((one) => el('li', null, caseLink(one.reference), `, ${one.step}, ${one.by}: `, el('strong', null, one.standing),
              one.because === null ? '.' : ['. ', el('bdi', null, one.because)], ` Confirmed ${dateText(one.since)}, ${one.since.slice(11, 16)}.`, one.seeTo ? ' See to letter.' : ''))),
          ]
        : null,
      unscanned.length > 0
        ? [
            el('h4', null, 'Attachments that wait for the scanner'),
            el('p', null, 'Nobody can open them until it has looked at them. If they wait for long, tell whoever looks after this service.'),
            el('ul', null, unscanned.map((one) => el('li', null, caseLink(one.reference), `, number ${one.number}, since ${dateText(one.since)}, ${one.since.slice(11, 16)}`))),
          ]
        : null,
      stuck.length > 0
        ? [
            el('h4', null, 'Tasks that nobody can do'),
            stuck.map(({ task, lines }) => [
              el('ul', null, list(lines).map(({ text }) => el('li', null, el('bdi', null, text)))),
              filled(task)
                ? el('p', null, link(`/camunda/app/tasklist/default/#/?task=${encodeURIComponent(task)}`, 'Give this work to others, in Tasklist'))
                : null,
            ]),
          ]
        : null,
    );
  }

  // ---- lists ----------------------------------------------------------------------------------------------------

  /** A table in which rows can be chosen, and what can be done with them. */
  function chosen(caption, heads, begun, deeds, renewed) {
    const picked = new Map();
    const table = el('div');
    let rows = [];
    let boxes = [];
    const panel = bulk(picked, deeds, () => board(true), renew, roles);

    /** The list as it is after something was done with many; what became of them stays beside it. */
    async function renew() {
      boxes.forEach((box) => {
        box.checked = false;
      });
      try {
        draw(await renewed());
      } catch (problem) {
        table.prepend(failure(problem));
      }
    }

    /** Picks a row, and with it every other of the same case. */
    function pick(id, label, on) {
      if (on) {
        picked.set(id, label);
      } else {
        picked.delete(id);
      }
      boxes.forEach((box, at) => {
        if (rows[at].id === id) {
          box.checked = on;
        }
      });
    }
    function draw(now) {
      rows = now;
      boxes = rows.map((row) => el('input', { type: 'checkbox', 'aria-label': `Choose ${row.label}` }));
      boxes.forEach((box, at) =>
        box.addEventListener('change', () => {
          pick(rows[at].id, rows[at].label, box.checked);
          panel.refresh();
        }),
      );
      table.replaceChildren(rows.length > 0 ? grid(caption, ['Choose', ...heads], rows.map((row, at) => [boxes[at], ...row.cells]), 1) : muted('There is nothing on this list any more.'));
    }

    draw(begun);
    const all = button('Choose all of this page', () => {
      const on = boxes.some((box) => !box.checked);
      rows.forEach((row) => pick(row.id, row.label, on));
      panel.refresh();
    });
    return [
      el('p', null, all, ` Up to ${MOST} at once.`),
      table,
      panel.element,
    ];
  }

  function pages(answer, open) {
    return answer.page > 0 || answer.more
      ? el(
          'p',
          { class: 'board-pages' },
          answer.page > 0 ? button('Previous page', () => open(answer.page - 1)) : null,
          ` Page ${answer.page + 1} `,
          answer.more ? button('Next page', () => open(answer.page + 1)) : null,
        )
      : null;
  }

  async function open(title, path, which, page, shown) {
    try {
      const answer = await ask(`/${path}${query({ ...which, page })}`);
      enter(
        title,
        back(),
        el('p', null, download(`${API}/${path}.csv${query(which)}`, 'This list as CSV')),
        list(answer.rows).length > 0 ? shown(list(answer.rows), async () => list((await ask(`/${path}${query({ ...which, page })}`)).rows)) : muted('There is nothing on this list.'),
        pages(answer, (next) => open(title, path, which, next, shown)),
      );
    } catch (problem) {
      enter(title, back(), failure(problem));
    }
  }

  function late(line) {
    return line.due === 'OVERDUE' ? `Overdue, ${number(line.late)} working ${line.late === 1 ? 'day' : 'days'}` : line.due === 'TODAY' ? 'Due today' : 'Open';
  }

  function deadlines(which, title) {
    open(title, 'deadlines', which, 0, (rows, again) => {
      const councils = rows.some((one) => filled(one.council));
      const line = (one) => ({
        id: one.reference,
        label: `${one.reference}, ${one.title}`,
        cells: [caseLink(one.reference), one.title, day(one.dueOn), late(one), one.owedBy, one.service, ...(councils ? [one.council] : [])],
      });
      return chosen(
        `${title}: deadlines`,
        ['Case', 'Deadline', 'Day', 'State', 'Owed by', 'Service', ...(councils ? ['Council'] : [])],
        rows.map(line),
        ['HAND_OVER'],
        async () => (await again()).map(line),
      );
    });
  }

  function tasks(which, title) {
    const row = (line) => ({
      id: line.id,
      label: `${line.reference ?? 'No case'}, ${line.title}`,
      cells: [
        caseLink(line.reference),
        link(`/camunda/app/tasklist/default/#/?task=${encodeURIComponent(line.id)}`, line.title),
        line.name ?? 'Nobody by name',
        filled(line.dueOn) ? [day(line.dueOn), line.due === 'OVERDUE' ? ', overdue' : ''] : 'No day',
        filled(line.bringForward) ? day(line.bringForward) : '–',
        line.priority >= 100 ? 'Urgent' : line.priority > 50 ? 'Raised' : 'Normal',
      ],
    });
    open(`Tasks: ${title}`, 'tasks', which, 0, (rows, again) =>
      chosen(
        `${title}: tasks`,
        ['Case', 'Task', 'With', 'Due', 'Comes back on', 'Priority'],
        rows.map(row),
        ['ASSIGN', 'PRIORITY', 'BRING_FORWARD'],
        async () => (await again()).map(row),
      ),
    );
  }

  function finishedFilter(file) {
    const field = (label, input) => el('label', { class: 'board-field' }, el('span', null, label), input);
    const select = (options, everything) =>
      el('select', { class: 'form-control' }, el('option', { value: '*' }, everything), options.map(({ key, label }) => el('option', { value: key }, label)));
    const service = select([{ key: '', label: 'Whole council' }, ...list(file.services)], 'All services');
    const outcome = select(list(file.outcomes), 'All outcomes');
    const from = el('input', { type: 'date', class: 'form-control' });
    const until = el('input', { type: 'date', class: 'form-control' });
    const form = el(
      'form',
      { class: 'board-filter' },
      field('Service', service),
      field('Outcome', outcome),
      field('Ended from', from),
      field('Ended until', until),
      el('button', { type: 'submit', class: 'btn btn-default' }, 'Show finished cases'),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const or = (value, none) => (value === none ? null : value);
      finished({ service: or(service.value, '*'), outcome: or(outcome.value, '*'), from: or(from.value, ''), until: or(until.value, '') });
    });
    return el('section', { class: 'board-section' }, el('h3', null, 'Finished cases'), form);
  }

  function finished(which) {
    open('Finished cases', 'finished', which, 0, finishedCases);
  }

  board(false);
  return () => {
    stopped = true;
  };
}

let stop = () => {};

/** Ours first, for the eye and for the keyboard alike, and under its own name: Cockpit puts plugins into a part of their own after all else. */
function first(node) {
  const section = node.closest('.dashboard > section');
  if (section && section !== section.parentElement.firstElementChild) {
    section.classList.add('board-place');
    section.querySelector('h1').textContent = 'Board';
    section.parentElement.prepend(section);
  }
}

export default {
  id: 'redress-board',
  pluginPoint: 'cockpit.dashboard',
  priority: 100,
  render: (node) => {
    stop = start(node);
  },
  unmount: () => stop(),
};
