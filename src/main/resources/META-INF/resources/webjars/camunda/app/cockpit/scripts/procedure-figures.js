// The Figures tab of a procedure in Cockpit: how many cases stand where, how long its steps take, how often its deadlines are missed.
// Figures only; who may see them is decided by the server.

import { asked, button, dateText, el, filled, list, muted } from '/redress/parts.js';
import { bars, download, failure, finishedCases, grid, key, number, query } from '/redress/board-parts.js';

function days(count) {
  return filled(count) ? `${number(count)} ${count === 1 ? 'day' : 'days'}` : '–';
}

function steps(file) {
  const all = list(file.steps);
  return el(
    'section',
    { class: 'board-section' },
    el('h3', null, 'Steps'),
    all.length > 0 ? key([['board-bar-half', 'Half took at most'], ['board-bar-nine', 'Nine of ten took at most']]) : null,
    all.length > 0
      ? grid(
          'Steps, with the cases that stand there and the working days that they take',
          ['Step', 'Cases there now', 'Completed', 'Half took at most', 'Nine of ten took at most', 'As a picture'],
          all.map((step) => [step.name, number(step.standing), number(step.completed), days(step.median), days(step.ninetieth), picture(step, all)]),
        )
      : muted('No case has come here yet.'),
  );
}

/** The two figures of a step as bars, for a look; the cells beside say the same. */
function picture(step, all) {
  const most = Math.max(1, ...all.map(({ ninetieth }) => ninetieth ?? 0));
  return filled(step.ninetieth) ? bars([[step.median, 'board-bar-half'], [step.ninetieth, 'board-bar-nine']], most) : '';
}

function deadlines(file) {
  const all = list(file.deadlines);
  return el(
    'section',
    { class: 'board-section' },
    el('h3', null, 'Deadlines'),
    all.length > 0
      ? grid(
          'Deadlines that were met and missed',
          ['Deadline', 'Met', 'Missed', 'Missed of a hundred'],
          all.map(({ title, met, missed }) => [title, number(met), number(missed), `${Math.round((100 * missed) / Math.max(1, met + missed))} %`]),
        )
      : muted('No deadline of this procedure has been met or missed.'),
  );
}

/** The cases that went through the procedure and are over, a page at a time. */
function finished(process) {
  const place = el('div');
  async function open(page) {
    try {
      const answer = await asked(`board/finished${query({ procedure: process, page })}`);
      place.replaceChildren(
        answer.rows.length > 0 ? finishedCases(answer.rows) : muted('None has been finished.'),
        el(
          'p',
          { class: 'board-pages' },
          page > 0 ? button('Previous page', () => open(page - 1)) : null,
          page > 0 || answer.more ? ` Page ${page + 1} ` : null,
          answer.more ? button('Next page', () => open(page + 1)) : null,
        ),
      );
    } catch (problem) {
      place.replaceChildren(failure(problem));
    }
  }
  open(0);
  return el(
    'section',
    { class: 'board-section' },
    el('h3', null, 'Finished cases'),
    place,
    el('p', null, download(`/redress/api/board/finished.csv${query({ procedure: process })}`, 'Finished cases as CSV')),
  );
}

function show(file, id) {
  return [
    el('h2', null, `How “${file.name}” goes`),
    el(
      'p',
      null,
      `All versions, at your council. Days are working days of steps completed since ${dateText(file.since)}. `,
      filled(file.latest) ? `Counted when this tab was opened; the last deadline or step counted ended on ${dateText(file.latest)}.` : 'Nothing has ended since then.',
    ),
    el('p', null, download(`/redress/api/board/definitions/${encodeURIComponent(id)}/steps.csv`, 'Steps as CSV')),
    steps(file),
    deadlines(file),
    ...(file.cases ? [finished(file.process)] : []),
  ];
}

export default {
  id: 'redress-figures',
  pluginPoint: 'cockpit.processDefinition.runtime.tab',
  // first: what people ask of a procedure
  priority: 100,
  properties: { label: 'Figures' },
  render: async (node, { processDefinitionId }) => {
    const board = el('div', { class: 'redress-board' });
    const said = el('p', { class: 'case-muted', role: 'status' }, 'Counting …');
    node.replaceChildren(said, board);
    try {
      const answer = await asked(`board/definitions/${encodeURIComponent(processDefinitionId)}`);
      board.replaceChildren(...show(answer, processDefinitionId));
      said.textContent = 'The figures are counted.';
    } catch (problem) {
      said.textContent = '';
      board.replaceChildren(failure(problem));
    }
  },
  unmount: () => {},
};
