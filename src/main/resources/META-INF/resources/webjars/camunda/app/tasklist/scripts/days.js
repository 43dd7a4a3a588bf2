// Help with days: below a field that asks for one, a calendar, and the day as it will be read. What is typed stays as it is typed,
// and the server reads it (the class Written); read() here says the same, and one table, days-as-written.csv, checks both.

import { el } from '/redress/parts.js';

/** The end of the id under which the server sends a field for a day. */
const FIELD = 'input[id$="-as-day"]';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const EXAMPLES = 'write a date, for example 9 September 2026 or 09/09/2026';

// ---- reading ------------------------------------------------------------------------------------------------------

const WEEKDAY = '(?:(?<weekday>[A-Za-z]{3,9})(?:[.,]+ ?| ))?';
const YEAR_FIRST = /^(?<year>\d{4})[/.-](?<month>\d{1,2})[/.-](?<day>\d{1,2})$/;
const DAY_FIRST = /^(?<day>\d{1,2})[/. -](?<month>\d{1,2})[/. -](?<year>\d+)$/;
const IN_WORDS = [
  new RegExp(`^${WEEKDAY}(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?(?: of)?[ -]?(?<name>[A-Za-z]{3,9})\\.?,?[ -]?(?<year>\\d+)$`),
  new RegExp(`^${WEEKDAY}(?<name>[A-Za-z]{3,9})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d+)$`),
];

const begins = (whole, part) => whole.toLowerCase().startsWith(part.toLowerCase());

/** The day that is written, in UTC so that no time zone takes part; or why it is none. */
export function read(written) {
  const text = written
    .replace(/[\u00AD\u180E\u200B\u200E\u200F\u061C\u2060-\u2064\uFEFF\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ ?([/.-]) ?/g, '$1')
    .replace(/ ?, ?/g, ', ');
  const inNumbers = YEAR_FIRST.exec(text) ?? DAY_FIRST.exec(text);
  if (inNumbers) {
    return check(inNumbers.groups, Number(inNumbers.groups.month));
  }
  for (const pattern of IN_WORDS) {
    const groups = pattern.exec(text)?.groups;
    const month = groups ? MONTHS.findIndex((name) => begins(name, groups.name)) + 1 : 0;
    if (month > 0) {
      return onItsWeekday(groups.weekday, check(groups, month));
    }
  }
  return { why: EXAMPLES };
}

function check({ day, year }, month) {
  if (year.length !== 4) {
    return { why: 'write the year with four digits' };
  }
  if (month < 1 || month > 12) {
    return { why: `there is no month ${month}; write day, month, year, for example 09/09/2026` };
  }
  const date = new Date(0);
  date.setUTCFullYear(Number(year), month - 1, Number(day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day)
    ? { day: date }
    : { why: `there is no ${Number(day)} ${MONTHS[month - 1]} ${Number(year)}` };
}

function onItsWeekday(weekday, found) {
  if (!weekday || !found.day || begins(WEEKDAYS[found.day.getUTCDay()], weekday)) {
    return found;
  }
  return WEEKDAYS.some((name) => begins(name, weekday))
    ? { why: `${dayAndMonth(found.day)} is a ${WEEKDAYS[found.day.getUTCDay()]}` }
    : { why: EXAMPLES };
}

const dayAndMonth = (day) => `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
const inWords = (day) => `${WEEKDAYS[day.getUTCDay()]} ${dayAndMonth(day)}`;
const inNumbers = (day) => [day.getUTCDate(), day.getUTCMonth() + 1].map((part) => String(part).padStart(2, '0')).join('/') + `/${day.getUTCFullYear()}`;

// ---- the calendar -------------------------------------------------------------------------------------------------

const moved = (day, { days = 0, months = 0 }) => {
  const target = new Date(day);
  if (months !== 0) {
    target.setUTCDate(1);
    target.setUTCMonth(target.getUTCMonth() + months);
    const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
    target.setUTCDate(Math.min(day.getUTCDate(), last));
  }
  target.setUTCDate(target.getUTCDate() + days);
  return target;
};

function today() {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
}

const MOVES = {
  ArrowDown: { days: 7 },
  ArrowUp: { days: -7 },
  ArrowRight: { days: 1 },
  ArrowLeft: { days: -1 },
  PageDown: { months: 1 },
  PageUp: { months: -1 },
};

/** The one calendar that is open: its field, its element, the day that its month shows, and whether the arrow keys walk in it. */
let open = null;

function show(input) {
  hide();
  open = { input, element: el('div', { class: 'redress-calendar', role: 'dialog', 'aria-label': 'Calendar', id: 'redress-calendar' }), walks: false };
  open.element.addEventListener('pointerdown', (event) => event.preventDefault()); // the field keeps the keyboard
  open.element.addEventListener('click', (event) => {
    const cell = event.target.closest('[data-day]');
    const step = event.target.closest('[data-months]');
    if (event.target.closest('[data-today]')) {
      choose(today());
    } else if (cell) {
      choose(new Date(cell.dataset.day));
    } else if (step) {
      open.shown = moved(open.shown, { months: Number(step.dataset.months) });
      draw();
    }
  });
  input.setAttribute('aria-controls', 'redress-calendar');
  input.setAttribute('aria-expanded', 'true');
  document.body.append(open.element);
  follow();
}

function hide() {
  if (open) {
    open.element.remove();
    open.input.setAttribute('aria-expanded', 'false');
    open.input.removeAttribute('aria-activedescendant');
    open = null;
  }
}

/** Shows the month of the day that the field says; of today where it says none. */
function follow() {
  open.shown = read(open.input.value).day ?? today();
  open.walks = false;
  draw();
}

function draw() {
  const written = open.input.value.trim();
  const found = read(written);
  const first = new Date(Date.UTC(open.shown.getUTCFullYear(), open.shown.getUTCMonth(), 1));
  const rows = [];
  for (let day = moved(first, { days: -((first.getUTCDay() + 6) % 7) }); day.getUTCMonth() === first.getUTCMonth() || day < first; ) {
    const week = el('tr', { role: 'row' });
    for (let i = 0; i < 7; i++, day = moved(day, { days: 1 })) {
      week.append(day.getUTCMonth() === first.getUTCMonth() ? cell(day, found.day) : el('td', { role: 'gridcell' }));
    }
    rows.push(week);
  }
  const says = written === '' ? 'Write it as 9/9/2026 or 9 September 2026, or choose a day.' : found.day ? inWords(found.day) : `Not a date yet: ${found.why}.`;
  open.element.replaceChildren(
    el('div', { class: 'redress-calendar-month' },
      el('button', { type: 'button', tabindex: '-1', 'data-months': '-1', 'aria-label': 'Month before' }, '‹'),
      el('strong', { 'aria-live': 'polite' }, `${MONTHS[first.getUTCMonth()]} ${first.getUTCFullYear()}`),
      el('button', { type: 'button', tabindex: '-1', 'data-months': '1', 'aria-label': 'Month after' }, '›')),
    el('table', { role: 'grid' },
      el('thead', {}, el('tr', { role: 'row' }, ...[1, 2, 3, 4, 5, 6, 0].map((i) => el('th', { scope: 'col', abbr: WEEKDAYS[i] }, WEEKDAYS[i].slice(0, 2))))),
      el('tbody', {}, ...rows)),
    el('button', { type: 'button', tabindex: '-1', class: 'redress-calendar-today', 'data-today': '' }, 'Today'),
    el('p', { role: 'status' }, says),
  );
  if (open.walks) {
    open.input.setAttribute('aria-activedescendant', 'redress-calendar-walks');
  } else {
    open.input.removeAttribute('aria-activedescendant');
  }
  place();
}

function cell(day, chosen) {
  const same = (other) => other && other.getTime() === day.getTime();
  return el('td', {
    role: 'gridcell',
    id: open.walks && same(open.shown) ? 'redress-calendar-walks' : null,
    'data-day': day.toISOString(),
    'aria-label': inWords(day),
    'aria-selected': same(chosen) ? 'true' : null,
    'aria-current': same(today()) ? 'date' : null,
  }, String(day.getUTCDate()));
}

/** Below the field, or above it where there is more room. */
function place() {
  const field = open.input.getBoundingClientRect();
  const { offsetHeight: height, offsetWidth: width } = open.element;
  const below = field.bottom + 2 + height <= window.innerHeight || field.top < height;
  open.element.style.top = `${below ? field.bottom + 2 : field.top - height - 2}px`;
  open.element.style.left = `${Math.max(4, Math.min(field.left, window.innerWidth - width - 4))}px`;
}

/** Writes the day into the field as if it had been typed, in the British order. */
function choose(day) {
  const { input } = open;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, inNumbers(day));
  input.dispatchEvent(new Event('input', { bubbles: true }));
  hide();
}

const editable = (target) => target instanceof Element && target.matches(FIELD) && !target.readOnly && !target.disabled;

document.addEventListener('focusin', ({ target }) => (editable(target) ? show(target) : hide()));
document.addEventListener('focusout', hide);
document.addEventListener('click', ({ target }) => editable(target) && !open && show(target));
document.addEventListener('input', ({ target }) => editable(target) && (open ? follow() : show(target)));
window.addEventListener('scroll', () => open && place(), true);
window.addEventListener('resize', () => open && place());

// before the dialog of a start form hears of it, which Escape closes with all that is written
window.addEventListener('keydown', (event) => {
  if (!editable(event.target) || event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  const down = event.key === 'ArrowDown' || event.key === 'ArrowUp';
  if (!open) {
    if (down) {
      show(event.target);
      event.preventDefault();
    }
    return;
  }
  if (event.key === 'Escape') {
    hide();
  } else if (event.key === 'Enter' && open.walks) {
    choose(open.shown);
  } else if (down && !open.walks) {
    open.walks = true;
    draw();
  } else if (open.walks && Object.hasOwn(MOVES, event.key)) {
    open.shown = moved(open.shown, MOVES[event.key]);
    draw();
  } else {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);

export default [];
