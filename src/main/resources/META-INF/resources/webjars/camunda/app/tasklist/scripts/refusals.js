// A refusal names the fields that it is about by their labels ("Sent on: is in the future."): it is shown at them as well, and the first of
// them gets the keyboard. It goes with the next attempt, so that no refusal stands there that is over.

import { el } from '/redress/parts.js';

const FIELD = '.fjs-form-field';
const LABEL = '.fjs-form-field-label';
const REFUSED = 'data-redress-refused';

const label = (field) => field.querySelector(LABEL)?.textContent.replace(/\*\s*$/, '').trim() ?? '';
const inputs = (field) => [...field.querySelectorAll('input, textarea, [role="combobox"]')];

/** What screen readers read with a field; outside the form, which draws itself anew as it likes. */
const reasons = el('div', { class: 'sr-only', 'ng-non-bindable': '' });
document.body.append(reasons);

/** What a refusal says of each label: from the label to the next one. */
function sentences(refusal, labels) {
  const places = labels
    .flatMap((name) => [...refusal.matchAll(new RegExp(`(?<=^|[.!?] )${name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}: `, 'g'))].map(({ index }) => ({ name, index })))
    .sort((a, b) => a.index - b.index || b.name.length - a.name.length);
  return new Map(places.map(({ name, index }, i) => {
    const end = places.find((place, j) => j > i && place.index > index)?.index ?? refusal.length;
    return [name, refusal.slice(index + name.length + 2, end).trim()];
  }));
}

function clear(field) {
  if (!field.hasAttribute(REFUSED)) {
    return;
  }
  field.removeAttribute(REFUSED);
  inputs(field).forEach((input) => {
    const reason = document.getElementById(input.getAttribute('aria-describedby'));
    if (reason && reasons.contains(reason)) {
      input.removeAttribute('aria-describedby');
      input.removeAttribute('aria-invalid');
      reason.remove();
    }
  });
}

function clearAll() {
  document.querySelectorAll(`[${REFUSED}]`).forEach(clear);
  reasons.replaceChildren();
}

let number = 0;

function mark(refusal) {
  clearAll();
  const fields = [...document.querySelectorAll(FIELD)].filter((field) => label(field) !== '');
  const found = sentences(refusal, [...new Set(fields.map(label))]);
  const refused = fields.filter((field) => found.get(label(field)));
  refused.forEach((field) => {
    const why = found.get(label(field));
    field.setAttribute(REFUSED, why);
    const reason = el('p', { id: `redress-refused-${++number}` }, `Not accepted: ${why}`);
    reasons.append(reason);
    inputs(field).forEach((input) => {
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', reason.id);
    });
  });
  if (refused.length > 0) {
    inputs(refused[0])[0]?.focus();
  }
}

let shown = '';

new MutationObserver(() => {
  const refusal = [...document.querySelectorAll('[notifications-panel] .alert-danger .message, [notifications-panel] .alert-danger')].pop()?.textContent ?? '';
  const said = refusal.replace(/\s+/g, ' ').trim();
  if (said !== shown) {
    shown = said;
    if (said === '') {
      clearAll();
    } else {
      mark(said);
    }
  }
}).observe(document.documentElement, { childList: true, subtree: true, characterData: true });

for (const change of ['input', 'change', 'click']) {
  document.addEventListener(change, ({ target }) => {
    const field = target instanceof Element ? target.closest(`[${REFUSED}]`) : null;
    if (field) {
      clear(field);
    }
  });
}

// what was refused before says nothing of what is being sent now (scripts/drafts.js)
window.addEventListener('redress:sending', () => {
  clearAll();
  window.angular.element(document.body).injector()?.get('Notifications').clearAll();
});

export default [];
