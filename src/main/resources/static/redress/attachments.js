// The attachments of a case: what there is, and adding files to it, by choosing or by dragging, several at once with progress.
// Names and all that people wrote become text nodes; a file is given out by the server, which says how a browser may treat it.

import { button, changed, date, el, facts, filled, freshHeaders, link, list, muted, prose, request, unseen, words } from './parts.js';

const MEGABYTE = 1024 * 1024;
const LOST = 'The connection was lost, and nothing of this file is kept. Add it again.';

/** What is read as text, by the type that its content shows. */
const READABLE = [
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'message/rfc822',
  'text/plain',
];

/** Numbers for labels: several cases can be open in one window. */
let made = 0;

function size(bytes) {
  return bytes >= MEGABYTE ? `${(bytes / MEGABYTE).toFixed(1).replace(/\.0$/, '')} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

function today() {
  const now = new Date();
  return [now.getFullYear(), String(now.getMonth() + 1).padStart(2, '0'), String(now.getDate()).padStart(2, '0')].join('-');
}

async function said(response) {
  const body = await response.json().catch(() => null);
  return typeof body?.message === 'string' && body.message !== '' ? body.message : 'This could not be done. Try again.';
}

/** A field with its label; a hint belongs to it for those who hear the page. */
function field(label, control, hint) {
  made += 1;
  control.id = `redress-attachment-${made}`;
  if (filled(hint)) {
    control.setAttribute('aria-describedby', `${control.id}-hint`);
  }
  return el(
    'div',
    { class: 'case-field' },
    el('label', { for: control.id }, label),
    filled(hint) ? el('p', { class: 'case-muted', id: `${control.id}-hint` }, hint) : null,
    control,
  );
}

function choice(choices, chosen, none) {
  const all = none === undefined ? choices : [{ code: '', text: none }, ...choices];
  return el(
    'select',
    { class: 'form-control' },
    all.map(({ code, text }) => el('option', { value: code, selected: code === chosen ? '' : null }, text)),
  );
}

/**
 * The section of a case with its attachments.
 *
 * @param reference of the case
 * @param items those that were read with the case
 * @param level of the section's heading
 */
export function attachments(reference, items, level) {
  const path = `cases/${encodeURIComponent(reference)}/attachments`;
  const shown = el('div');
  const adding = el('div');
  const status = el('p', { role: 'status', class: 'case-status' });
  let held = null;

  /** What may be chosen and done, asked for when somebody wants to do something. */
  async function hold(redraw = true) {
    const response = await request(path);
    if (!response.ok) {
      throw new Error(await said(response));
    }
    held = await response.json();
    if (redraw) {
      draw(held.attachments);
    }
    return held;
  }

  function say(sentence) {
    status.replaceChildren(sentence);
  }

  async function attempt(action) {
    try {
      await action();
    } catch (error) {
      say(error.message);
    }
  }

  function draw(all) {
    shown.replaceChildren(
      all.length > 0 ? el('ul', { class: 'case-letters case-attachments' }, all.map(one)) : muted('Nothing is attached yet.'),
    );
  }

  // ---- one of them ----------------------------------------------------------------------------------------------

  function content(item, query = '') {
    return `/redress/api/${path}/${item.number}/content${query}`;
  }

  function one(item) {
    const aside = filled(item.setAside);
    const metadata = list(item.metadata);
    return el(
      'li',
      { class: aside ? 'case-card case-set-aside' : 'case-card', 'data-number': String(item.number) },
      el(`h${level + 1}`, { class: 'case-part-title', tabindex: '-1' }, `${item.number}. `, words(item.name)),
      muted(`${item.kindText} · ${item.typeText}, ${size(item.bytes)} · ${item.kind === 'sent' ? 'sent' : 'received'} `, date(item.receivedOn), filled(item.from) ? [' from ', words(item.from)] : null),
      aside ? el('p', { class: 'case-warning' }, 'Set aside on ', date(item.setAside.on), ' by ', words(item.setAside.by), ': ', words(item.setAside.reason)) : null,
      filled(item.stateText) ? el('p', { class: 'case-warning' }, words(item.stateText)) : null,
      item.fits ? null : el('p', { class: 'case-warning' }, `Its name ends like another kind of file: by its content it is a ${item.typeText}.`),
      filled(item.description) ? prose(item.description) : null,
      facts('case-pairs', [
        ['May be shared', el('span', null, words(item.markingText), item.withoutMetadata ? ', as the copy without what it says of itself' : '')],
        ['Belongs to', filled(item.letterText) ? words(item.letterText) : filled(item.evidence) ? `evidence ${item.evidence}` : null],
        ['Added', el('span', null, date(item.addedAt), ', ', words(item.addedBy))],
        ['SHA-256', item.kind === 'sent' ? item.sha256 : null],
      ]),
      metadata.length > 0
        ? el(
            'details',
            { open: item.marking === 'not-yet' && !aside ? '' : null },
            el('summary', null, 'What it says beside what is seen', unseen(`: ${item.name}`)),
            el('ul', null, metadata.map((line) => el('li', { dir: 'auto' }, String(line)))),
          )
        : null,
      actions(item, aside),
    );
  }

  function actions(item, aside) {
    const place = el('div');
    const buttons = [];
    if (item.open) {
      const keep = link(content(item), 'Keep a copy', unseen(` of ${item.name}`));
      keep.className = 'btn btn-default btn-sm';
      buttons.push(keep);
      if (item.picture) {
        const look = link(content(item, '?show'), 'Look at it', unseen(`: ${item.name}, in a new tab`));
        look.target = '_blank';
        look.rel = 'noopener';
        look.className = 'btn btn-default btn-sm';
        buttons.unshift(look);
      }
      // what the product wrote itself is no letter of an Ombudsman
      if (READABLE.includes(item.type) && item.kind !== 'sent') {
        buttons.push(opener('What it says', item, (pressed) => reading(item, place, pressed)));
      }
      if (item.removable && list(item.metadata).length > 0) {
        const bare = link(content(item, '?copy'), 'Copy without what it says of itself', unseen(`: ${item.name}`));
        bare.className = 'btn btn-default btn-sm';
        buttons.push(bare);
      }
    }
    if (item.kind === 'sent' && !aside) {
      const at = `/redress/api/cases/${encodeURIComponent(reference)}/letters/kept/${item.number}`;
      [['large-print', 'Copy in large print'], ['docx', 'Copy for Word'], ['text', 'Copy as plain text']].forEach(([format, label]) => {
        const copy = link(`${at}/${format}`, label, unseen(`: ${item.name}`));
        copy.className = 'btn btn-default btn-sm';
        buttons.push(copy);
      });
      return el('div', { class: 'case-actions' }, buttons.flatMap((each) => [each, ' ']), place);
    }
    if (!aside) {
      buttons.push(opener('Who may see it', item, (pressed) => place.replaceChildren(marking(item, place, pressed))));
      buttons.push(opener('Set aside', item, (pressed) => place.replaceChildren(setAside(item, place, pressed))));
    }
    return el('div', { class: 'case-actions' }, buttons.flatMap((each) => [each, ' ']), place);
  }

  /** What was read in it as a decision, each thing beside its words; the text itself to be copied into a form. */
  async function reading(item, place, pressed) {
    say('It is being read.');
    const response = await request(`${path}/${item.number}/reading`);
    if (!response.ok) {
      throw new Error(await said(response));
    }
    const { name, text, decision, notes } = await response.json();
    say('');
    const title = el('p', { tabindex: '-1' }, el('strong', null, 'Read in ', words(name)), '. Confirm each line: nothing of this is kept until it is answered in a form.');
    place.replaceChildren(
      // el leaves out what is not there
      el(
        'div',
        null,
        title,
        list(notes).length > 0 ? el('ul', null, list(notes).map((note) => el('li', null, words(note)))) : null,
        facts('case-pairs', [
          ['Reference', first(decision.references)],
          ['Council', list(decision.councils).map((one) => one.value).join(', ') || null],
          ['Decided on', !filled(decision.decidedOn) ? null : date(decision.decidedOn.value)],
          ['How it ends', !filled(decision.outcome) ? null : words(String(decision.outcome.value).toLowerCase().replace(/_/g, ' '))],
        ]),
        part('Issues', list(decision.issues).map((one) => el('li', null, words(one.value)))),
        part('Agreed actions', list(decision.actions).map(action)),
        part('May be agreed actions: look whether each is one of its own', list(decision.doubtful).map(action)),
        part('Recommended, not agreed', list(decision.recommended).map(action)),
        part('Done before', list(decision.done).map((one) => el('li', null, words(one.value)))),
        part('Not read', list(decision.unread).map((one) => el('li', null, words(one.value), one.passage.text === '' ? null : [' ', el('q', null, words(one.passage.text))]))),
        field('Its text, to be copied into the form of the letter', el('textarea', { class: 'form-control', rows: '6', readonly: '' }, text)),
        button('Close', () => leave(place, pressed)),
      ),
    );
    title.focus();
  }

  function first(found) {
    return list(found).length > 0 ? words(found[0].value) : null;
  }

  function part(heading, items) {
    return items.length > 0 ? el('div', null, el('p', null, el('strong', null, heading)), el('ol', null, items)) : null;
  }

  /** "within 4 weeks of the decision", "as soon as possible", or from what else it counts. */
  function within(period) {
    const words = !filled(period.within) ? '' : /^\d/.test(period.within) ? `within ${period.within}` : period.within;
    return period.from === 'DECISION' ? `${words} of the decision` : [words, period.fromWords].filter(filled).join(' ');
  }

  function action(one) {
    const sum = !filled(one.amount) ? null : `£${one.amount.pounds}${!filled(one.amount.each) ? '' : ` for each ${one.amount.each}`}`;
    const period = !filled(one.period) ? 'no time named' : filled(one.period.by) ? ['by ', date(one.period.by)] : within(one.period);
    return el(
      'li',
      null,
      [one.kind, !filled(one.beneficiary) ? null : `for ${one.beneficiary}`, sum].filter(filled).join(', '),
      ', ',
      period,
      !filled(one.due) ? null : [', due ', date(one.due)],
      !filled(one.under) ? null : [el('br'), el('q', null, words(one.under.text))],
      el('br'),
      el('q', null, words(one.passage.text)),
      list(one.notes).map((note) => [el('br'), muted(note)]),
    );
  }

  function opener(label, item, action) {
    const pressed = button(label, () =>
      attempt(async () => {
        if (held === null) {
          await hold(false);
        }
        action(pressed);
      }),
    );
    pressed.append(unseen(`: ${item.name}`));
    return pressed;
  }

  function small(...children) {
    const form = el('form', { class: 'case-small-form' }, children);
    form.noValidate = true;
    queueMicrotask(() => form.querySelector('select, textarea, input')?.focus());
    return form;
  }

  /** Closes a small form: the keyboard goes back to what opened it. */
  function leave(place, pressed) {
    place.replaceChildren();
    pressed.focus();
  }

  /** The list was drawn anew, and what the keyboard was at is gone with it: it goes to the same attachment. */
  function goTo(item) {
    shown.querySelector(`[data-number="${item.number}"] .case-part-title`)?.focus();
  }

  function marking(item, place, pressed) {
    const chosen = choice(list(held.markings), item.marking);
    const copies = el('div');
    const form = small(
      field('With whom it may be shared', chosen),
      copies,
      el('button', { type: 'submit', class: 'btn btn-primary btn-sm' }, 'Save'),
      ' ',
      button('Cancel', () => leave(place, pressed)),
    );
    let decided = null;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      attempt(async () => {
        const picked = copies.querySelector('input:checked');
        decided = picked === null ? null : picked.value;
        const response = await changed('PUT', `${path}/${item.number}/marking`, JSON.stringify({ marking: chosen.value, metadata: decided }));
        if (response.status === 409) {
          copies.replaceChildren(asks(item, await said(response)));
          copies.querySelector('input').focus();
          return;
        }
        if (!response.ok) {
          throw new Error(await said(response));
        }
        await hold();
        goTo(item);
        say(`Number ${item.number} is marked.`);
      });
    });
    return form;
  }

  /** It says more than is seen of it: is that shared as well? */
  function asks(item, sentence) {
    made += 1;
    const name = `redress-metadata-${made}`;
    const radio = (value, text) => el('div', { class: 'radio' }, el('label', null, el('input', { type: 'radio', name, value }), ` ${text}`));
    return el(
      'fieldset',
      null,
      el('legend', null, el('span', { role: 'alert' }, words(sentence))),
      item.removable ? radio('remove', 'Share a copy without it') : null,
      radio('keep', 'Share the file as it is'),
    );
  }

  function setAside(item, place, pressed) {
    const reason = el('textarea', { class: 'form-control', rows: '3', maxlength: '2000' });
    const form = small(
      field('Why it does not belong here', reason, 'It stays in the case. Only supervisors can open it then.'),
      el('button', { type: 'submit', class: 'btn btn-primary btn-sm' }, 'Set aside'),
      ' ',
      button('Cancel', () => leave(place, pressed)),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      attempt(async () => {
        const response = await changed('PUT', `${path}/${item.number}/set-aside`, JSON.stringify({ reason: reason.value }));
        if (!response.ok) {
          throw new Error(await said(response));
        }
        await hold();
        goTo(item);
        say(`Number ${item.number} is set aside.`);
      });
    });
    return form;
  }

  // ---- adding ---------------------------------------------------------------------------------------------------

  function form() {
    const files = [];
    const rows = el('ul', { class: 'case-chosen' });
    const chooser = el('input', { type: 'file', multiple: '' });
    const kind = choice(list(held.kinds), 'evidence');
    const received = el('input', { type: 'date', class: 'form-control', value: today(), max: today() });
    const from = el('input', { type: 'text', class: 'form-control', maxlength: '200', autocomplete: 'off' });
    const description = el('textarea', { class: 'form-control', rows: '2', maxlength: '2000' });
    const marked = choice(list(held.markings), 'not-yet');
    const letter = choice(list(held.letters), '', 'No letter');
    const evidence = choice(list(held.evidence), '', 'No piece of the register');
    const send = el('button', { type: 'submit', class: 'btn btn-primary btn-sm' }, 'Add');
    const drop = el(
      'div',
      { class: 'case-drop' },
      field('Choose files, or drag them here', chooser, `At most ${size(held.mostBytes)} each. Files that can run, and web pages, are not taken.${held.scanned ? ' Each is scanned first.' : ''}`),
      rows,
    );

    function choose(more) {
      for (const file of more) {
        const row = { file, bar: el('progress', { max: '1', value: '0', 'aria-label': `Progress of ${file.name}` }), word: el('span', { class: 'case-outcome' }), node: el('li') };
        const large = file.size > held.mostBytes;
        const away = button('Not this one', () => {
          files.splice(files.indexOf(row), 1);
          row.node.remove();
          chooser.focus();
        });
        away.append(unseen(`: ${file.name}`));
        row.away = away;
        row.node.append(words(file.name), ` (${size(file.size)}) `, row.bar, ' ', row.word, ' ', away);
        if (large) {
          row.word.append('Too large: it cannot be added.');
        } else {
          files.push(row);
        }
        rows.append(row.node);
      }
      say(files.length === 0 ? 'No file is chosen.' : files.length === 1 ? '1 file is chosen.' : `${files.length} files are chosen.`);
    }

    chooser.addEventListener('change', () => {
      choose(chooser.files);
      chooser.value = '';
    });
    ['dragenter', 'dragover'].forEach((name) =>
      drop.addEventListener(name, (event) => {
        event.preventDefault();
        drop.classList.add('case-drop-here');
      }),
    );
    drop.addEventListener('dragleave', (event) => {
      if (!drop.contains(event.relatedTarget)) {
        drop.classList.remove('case-drop-here');
      }
    });
    drop.addEventListener('drop', (event) => {
      event.preventDefault();
      drop.classList.remove('case-drop-here');
      choose(event.dataTransfer.files);
    });

    const node = small(
      drop,
      field('What they are', kind),
      field('Received on', received),
      field('From whom', from),
      field('Description', description),
      field('With whom they may be shared', marked),
      list(held.letters).length > 0 ? field('Belongs to the letter', letter) : null,
      list(held.evidence).length > 0 ? field('Belongs to the evidence', evidence) : null,
      send,
      ' ',
      button('Cancel', () => closed()),
    );
    node.addEventListener('submit', (event) => {
      event.preventDefault();
      attempt(async () => {
        if (files.length === 0) {
          chooser.focus();
          throw new Error('Choose a file first.');
        }
        const details = {
          kind: kind.value,
          receivedOn: received.value,
          from: from.value,
          description: description.value,
          marking: marked.value,
          letter: letter.value,
          evidence: evidence.value,
        };
        const results = [];
        send.disabled = true;
        try {
          for (const row of [...files]) {
            row.away.hidden = true;
            const result = await sent(row, details);
            results.push(result);
            // what was not taken stays chosen, and can be sent again or left out
            if (result.added || result.already) {
              files.splice(files.indexOf(row), 1);
              row.away.remove();
            } else {
              row.away.hidden = false;
            }
          }
        } finally {
          send.disabled = false;
        }
        if (results.some((result) => result.added)) {
          await hold();
        }
        const added = results.filter((result) => result.added).length;
        const sentences = results.flatMap((result) => (result.say.length > 0 ? [`${result.name}: ${result.say.join(' ')}`] : []));
        say([added === 1 ? '1 file was added.' : `${added} files were added.`, ...sentences].join(' '));
        if (results.every((result) => result.added || result.already)) {
          closed();
        } else {
          send.focus();
        }
      });
    });
    return node;
  }

  /** One file, in a request of its own. */
  async function sent(row, details) {
    row.word.replaceChildren();
    const headers = await freshHeaders().catch(() => null);
    if (headers === null) {
      row.word.replaceChildren(LOST);
      return { name: row.file.name, added: false, already: false, say: [LOST] };
    }
    return new Promise((resolve) => {
      const upload = new XMLHttpRequest();
      const body = new FormData();
      Object.entries(details).forEach(([name, value]) => body.append(name, value));
      body.append('file', row.file, row.file.name);
      const stop = button('Stop', () => upload.abort());
      stop.append(unseen(`: ${row.file.name}`));
      const end = (result) => {
        stop.remove();
        row.bar.value = 0;
        row.bar.hidden = result.added || result.already;
        row.word.replaceChildren(result.added ? 'Added.' : '', result.added && result.say.length > 0 ? ' ' : '', result.say.join(' '));
        resolve({ name: row.file.name, ...result });
      };
      upload.upload.addEventListener('progress', (event) => {
        row.bar.value = event.total > 0 ? event.loaded / event.total : 0;
      });
      upload.addEventListener('load', () => {
        let answer = null;
        try {
          answer = JSON.parse(upload.responseText);
        } catch {
          answer = null;
        }
        const good = (upload.status === 200 || upload.status === 201) && answer !== null;
        end(
          good
            ? { added: !answer.already, already: answer.already, say: list(answer.say) }
            : { added: false, say: [typeof answer?.message === 'string' ? answer.message : LOST] },
        );
      });
      upload.addEventListener('error', () => end({ added: false, say: [LOST] }));
      upload.addEventListener('abort', () => end({ added: false, say: ['Stopped; nothing of it is kept.'] }));
      upload.open('POST', `/redress/api/${path}`);
      upload.setRequestHeader('Accept', 'application/json');
      Object.entries(headers).forEach(([name, value]) => upload.setRequestHeader(name, value));
      row.node.append(stop);
      upload.send(body);
    });
  }

  const add = button('Add files', () =>
    attempt(async () => {
      await hold();
      if (!held.mayAdd) {
        throw new Error('This case is over. What comes late is added by the complaints team, the link officer or a supervisor.');
      }
      add.hidden = true;
      say('');
      adding.replaceChildren(form());
    }),
  );

  function closed() {
    adding.replaceChildren();
    add.hidden = false;
    add.focus();
  }

  draw(list(items));
  return el('section', { class: 'case-section' }, el(`h${level}`, { class: 'case-section-title' }, 'Attachments'), shown, el('div', { class: 'case-actions' }, add), adding, status);
}
