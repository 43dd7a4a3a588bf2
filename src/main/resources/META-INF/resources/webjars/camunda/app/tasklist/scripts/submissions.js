// What goes around the answers when a form is sent: a key that tells one opened start form from another, so that a form sent twice
// is one submission, and the codes of what was asked back and is confirmed. Whatever else is sent passes untouched.

import { el } from '/redress/parts.js';

const SUBMIT = /\/(process-definition|task)\/(?:[^/]+\/)+submit-form$/;
const KEY_BYTES = 16;

/** The key of each opened start form, by the element that shows it. */
const keys = new WeakMap();

/** The open form that a submission belongs to: Tasklist shows at most one start form and one task. */
function openForm(kind) {
  return document.querySelector(kind === 'task' ? '.task-card .fjs-container' : '.modal-content .fjs-container');
}

function keyOf(form) {
  if (!keys.has(form)) {
    const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
    keys.set(form, [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  }
  return keys.get(form);
}

// ---- what is asked back -----------------------------------------------------------------------------------------

function panelOf(form) {
  return form.parentElement.querySelector(':scope > .redress-asked-back');
}

function confirmedCodes(form) {
  return [...(panelOf(form)?.querySelectorAll('input:checked') ?? [])].map((box) => box.value);
}

/** One question with its box; sentences can name people and cases, so they become text and nothing else. */
function question({ code, sentence, letter }, confirmed) {
  const id = `asked-back-${code}`;
  const box = el('input', { type: 'checkbox', id, value: code, 'aria-describedby': `${id}-sentence` });
  box.checked = confirmed.includes(code);
  return el(
    'li',
    null,
    el('p', { id: `${id}-sentence`, dir: 'auto' }, sentence),
    letter ? el('div', { class: 'redress-letter', role: 'region', tabindex: '0', 'aria-label': 'The letter as it goes out', dir: 'auto' }, letter) : null,
    el('label', { for: id }, box, letter ? ' Yes, I have read the letter, and it goes out like this' : ' Yes, I have checked this'),
  );
}

function ask(form, questions) {
  const confirmed = confirmedCodes(form);
  panelOf(form)?.remove();
  const panel = el(
    'section',
    { class: 'redress-asked-back', role: 'alert', 'ng-non-bindable': '' },
    el('h4', null, 'Please check before this is recorded'),
    el('ul', null, ...questions.map((asked) => question(asked, confirmed))),
    el('p', null, 'Tick what is right and send the form again, or change the answers.'),
  );
  form.after(panel);
  panel.scrollIntoView({ block: 'nearest' });
  panel.querySelector('input:not(:checked)')?.focus({ preventScroll: true });
}

function questionsIn(status, said) {
  try {
    const answer = status === 400 ? JSON.parse(said) : null;
    return Array.isArray(answer?.askedBack) ? answer.askedBack : [];
  } catch {
    return [];
  }
}

/** What Tasklist says of it in its own place: the questions stand at the form, and are not said twice. */
const TO_BE_CHECKED = 'Nothing is recorded yet. Please check what is asked below the form.';

function sayOnce(request, form) {
  ['response', 'responseText'].forEach((name) => {
    const read = Object.getOwnPropertyDescriptor(XMLHttpRequest.prototype, name).get;
    Object.defineProperty(request, name, {
      configurable: true,
      get() {
        const said = read.call(this);
        const asked = form.isConnected && typeof said === 'string' && questionsIn(this.status, said).length > 0;
        return asked ? JSON.stringify({ ...JSON.parse(said), message: TO_BE_CHECKED }) : said;
      },
    });
  });
}

// ---- on the way to the server -----------------------------------------------------------------------------------

const destinations = new WeakMap();
const { open, send } = XMLHttpRequest.prototype;

function withEnvelope(body, kind, form) {
  const sent = JSON.parse(body);
  const text = (value) => ({ value, type: 'String' });
  const codes = confirmedCodes(form);
  sent.variables = {
    ...sent.variables,
    ...(kind === 'process-definition' ? { submissionKey: text(keyOf(form)) } : {}),
    ...(codes.length > 0 ? { confirmed: text(codes.join(',')) } : {}),
  };
  return JSON.stringify(sent);
}

XMLHttpRequest.prototype.open = function (method, address, ...rest) {
  const path = new URL(address, document.baseURI).pathname;
  destinations.set(this, method.toUpperCase() === 'POST' ? (SUBMIT.exec(path)?.[1] ?? null) : null);
  return open.call(this, method, address, ...rest);
};

XMLHttpRequest.prototype.send = function (body) {
  const kind = destinations.get(this);
  const form = kind && typeof body === 'string' ? openForm(kind) : null;
  if (!form) {
    return send.call(this, body);
  }
  sayOnce(this, form);
  this.addEventListener('load', () => {
    const questions = questionsIn(this.status, this.responseText);
    if (questions.length > 0 && form.isConnected) {
      ask(form, questions);
    }
  });
  return send.call(this, withEnvelope(body, kind, form));
};

export default [];
