// A refusal names the fields that it is about by their labels ("Sent on: is in the future."): it is shown at them as well.

const FIELD = '.fjs-form-field';
const LABEL = '.fjs-form-field-label';
const REFUSED = 'data-redress-refused';

const label = (field) => field.querySelector(LABEL)?.textContent.replace(/\*\s*$/, '').trim() ?? '';
const input = (field) => field.querySelector('input, textarea, [role="combobox"]');

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
  field.removeAttribute(REFUSED);
  input(field)?.removeAttribute('aria-description');
}

function mark(refusal) {
  const fields = [...document.querySelectorAll(FIELD)].filter((field) => label(field) !== '');
  const found = sentences(refusal, [...new Set(fields.map(label))]);
  fields.forEach((field) => {
    clear(field);
    const why = found.get(label(field));
    if (why) {
      field.setAttribute(REFUSED, why);
      input(field)?.setAttribute('aria-description', `Not accepted: ${why}`);
    }
  });
}

let shown = '';

new MutationObserver(() => {
  const refusal = [...document.querySelectorAll('[notifications-panel] .alert-danger .message, [notifications-panel] .alert-danger')].pop()?.textContent ?? '';
  const said = refusal.replace(/\s+/g, ' ').trim();
  if (said !== shown) {
    shown = said;
    if (said !== '') {
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

export default [];
