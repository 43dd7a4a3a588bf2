// What the dashboard and the figures of a procedure share: tables, bars, numbers. Strings become text nodes; pictures are drawn as elements.

import { caseAddress, day, el, filled, link, told } from './parts.js';

const SVG = 'http://www.w3.org/2000/svg';

/** A count as people read it: "12,345". */
export function number(count) {
  return new Intl.NumberFormat('en-GB').format(count ?? 0);
}

/** A table with a caption that everybody sees; one cell of a row, the first unless it is said otherwise, heads it. */
export function grid(caption, heads, rows, heading = 0) {
  return el(
    'div',
    { class: 'board-scroll', tabindex: '0', role: 'region', 'aria-label': caption },
    el(
      'table',
      { class: 'board-table' },
      el('caption', null, caption),
      el('thead', null, el('tr', null, heads.map((head) => el('th', { scope: 'col' }, head)))),
      el(
        'tbody',
        null,
        rows.map((cells) => el('tr', null, cells.map((cell, at) => (at === heading ? el('th', { scope: 'row' }, cell) : el('td', null, cell))))),
      ),
    ),
  );
}

/** Numbers as bars, one below the other, up to the longest; hidden from screen readers, because the cells beside say the same. */
export function bars(given, most, width = 160) {
  const values = given.filter(([value]) => value > 0);
  const height = 9;
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'board-bars');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('viewBox', `0 0 ${width} ${height * values.length}`);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height * values.length));
  values.forEach(([value, className], at) => {
    const bar = document.createElementNS(SVG, 'rect');
    bar.setAttribute('class', className);
    bar.setAttribute('x', '0');
    bar.setAttribute('y', String(at * height));
    bar.setAttribute('height', String(height - 2));
    // a little is seen to be more than nothing
    bar.setAttribute('width', String(Math.max(2, (width * value) / most)));
    svg.append(bar);
  });
  return svg;
}

/** A link to a file. */
export function download(address, text) {
  const made = link(address, text);
  made.setAttribute('download', '');
  return made;
}

/** What went wrong, and what there is to say of it beside. */
export function failure(problem, ...more) {
  return el('p', { class: 'board-failure', role: 'alert' }, told(problem), more);
}

/** What the colours of the bars say, for those who look at them. */
export function key(entries) {
  return el('p', { class: 'board-key', 'aria-hidden': 'true' }, entries.map(([className, text]) => el('span', null, bars([[1, className]], 1, 12), ` ${text}`)));
}

/** What a list is narrowed to, as the end of an address. */
export function query(which) {
  const given = Object.entries(which).filter(([, value]) => value !== null && value !== undefined);
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}

/** A case by its reference, with its page behind it. */
export function caseLink(reference) {
  return filled(reference) ? link(caseAddress(reference), reference) : 'No case';
}

export function finishedCases(rows) {
  return grid(
    'Finished cases, those that ended last first',
    ['Case', 'Outcome', 'Ended', 'Received', 'Service', 'Stage'],
    rows.map((line) => [caseLink(line.reference), line.outcome, day(line.endedOn), day(line.receivedOn), line.service, line.stage > 0 ? String(line.stage) : '–']),
  );
}
