// What is done with many at once: chosen, confirmed, done a few at a time with its progress, and told one by one.
// Every item is done by the server as if it were the only one; asking again for what is done changes nothing.

import { answered, button, changed, dayText, el, list } from './parts.js';
import { failure, grid, number } from './board-parts.js';

/** How many at once; the server refuses more. */
export const MOST = 100;
/** How many in one request, so that its progress is seen. */
const AT_A_TIME = 5;

const DEEDS = {
  ASSIGN: { label: 'Give the tasks to somebody', asks: ['to'], sentence: (many, said) => `Give ${many} to ${said.to}?` },
  HAND_OVER: { label: 'Hand a role of the cases over', asks: ['role', 'to', 'reason'], sentence: (many, said) => `Hand over in ${many}: ${said.role}, to ${said.to}, with all that is left of it?` },
  PRIORITY: { label: 'Set the priority', asks: ['level'], sentence: (many, said) => `Make ${many} ${said.level.toLowerCase()}?` },
  BRING_FORWARD: { label: 'Set the day on which they come back', asks: ['day', 'reason'], sentence: (many, said) => `Let ${many} come back on ${said.day}? No legal day changes.` },
  RETRY: { label: 'Let the steps run again', asks: [], sentence: (many) => `Let ${many} run again?` },
};

function field(label, input) {
  return el('label', { class: 'board-field' }, el('span', null, label), input);
}

function select(options) {
  return el('select', { class: 'form-control', required: '' }, options.map(([value, label]) => el('option', { value }, label)));
}

function post(path, body) {
  return answered(changed('POST', `board/${path}`, JSON.stringify(body)), 'It could not be done.');
}

/** An answer as people read it in a question. */
function asRead(input) {
  return input.tagName === 'SELECT' ? input.selectedOptions[0].textContent.replace(/ \(may have .*/, '') : input.type === 'date' ? dayText(input.value) : input.value;
}

/**
 * The panel below a list: what can be done with what is picked (a map of ids to labels), and how it went.
 *
 * @param again what shows the list anew
 * @param renewed what shows the list as it is after something was done
 * @param roles those of the side on which the cases are, with key and label
 */
export function bulk(picked, deeds, again, renewed, roles) {
  const element = el('section', { class: 'board-bulk', 'aria-label': 'With all that are chosen' });
  const status = el('p', { role: 'status' });
  const place = el('div');
  element.append(el('h3', null, 'With all that are chosen'), status, place);
  const many = () => `${number(picked.size)} ${picked.size === 1 ? 'item' : 'items'}`;

  function refresh() {
    status.textContent = picked.size === 0 ? 'Nothing is chosen.' : `${many()} chosen${picked.size > MOST ? `; at most ${MOST} at once` : ''}.`;
    place.replaceChildren(...(picked.size === 0 || picked.size > MOST ? [] : deeds.map((deed) => button(DEEDS[deed].label, () => ask(deed), 'btn btn-default'))));
  }

  /** The keyboard goes on with what else can be done. */
  function cancel() {
    refresh();
    place.querySelector('button')?.focus();
  }

  /** Asks what the deed needs. */
  function ask(deed) {
    const { asks, label } = DEEDS[deed];
    const inputs = {};
    const fields = {
      role: () => (inputs.role = select(roles.map(({ key, label }) => [key, label]))),
      to: () => (inputs.to = select([['', 'Looking for who may …']])),
      level: () => (inputs.level = select([['URGENT', 'Urgent'], ['NORMAL', 'Normal']])),
      day: () => (inputs.day = el('input', { type: 'date', class: 'form-control', required: '' })),
      reason: () => (inputs.reason = el('textarea', { class: 'form-control', required: '', rows: '3', maxlength: '2000' })),
    };
    const labels = { role: 'Which role', to: 'Who', level: 'Priority', day: 'Comes back on', reason: 'Reason, for the file' };
    const form = el(
      'form',
      { class: 'board-ask' },
      el('h4', { tabindex: '-1' }, label),
      asks.map((name) => field(labels[name], fields[name]())),
      el('p', null, el('button', { type: 'submit', class: 'btn btn-primary' }, 'Go on'), ' ', button('Cancel', cancel)),
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const said = Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, asRead(input)]));
      const sent = Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, input.value]));
      confirm(deed, { deed, ...sent }, said);
    });
    place.replaceChildren(form);
    form.querySelector('h4').focus();
    const look = () => takers(deed, inputs);
    inputs.role?.addEventListener('change', look);
    if (inputs.to) {
      look();
    }
  }

  /** Offers those who may, by name. */
  async function takers(deed, inputs) {
    const role = inputs.role?.value;
    try {
      const people = list(await post('people', { deed, role, items: [...picked.keys()] }));
      if (role === inputs.role?.value) {
        inputs.to.replaceChildren(
          ...(people.length > 0
            ? people.map(({ id, name, may }) => el('option', { value: id }, `${name} (may have ${number(may)} of ${number(picked.size)})`))
            : [el('option', { value: '' }, 'Nobody may have any of them')]),
        );
      }
    } catch (problem) {
      place.append(failure(problem));
    }
  }

  function confirm(deed, sent, said) {
    const question = el('h4', { tabindex: '-1' }, DEEDS[deed].sentence(many(), said));
    place.replaceChildren(question, el('p', null, button('Yes, do it', () => work(sent), 'btn btn-primary'), ' ', button('Cancel', cancel)));
    question.focus();
  }

  /** Does it, a few at a time. */
  async function work(sent) {
    const items = [...picked.keys()];
    const bar = el('progress', { max: String(items.length), value: '0', 'aria-label': 'Done so far' });
    place.replaceChildren(bar);
    const results = [];
    let broken = null;
    for (let at = 0; at < items.length && broken === null; at += AT_A_TIME) {
      try {
        // one after the other: the next few only when these are done
        results.push(...list(await post('bulk', { ...sent, items: items.slice(at, at + AT_A_TIME) })));
      } catch (problem) {
        broken = { problem, lost: problem.refused ? 0 : Math.min(AT_A_TIME, items.length - at) };
      }
      bar.value = results.length;
      status.textContent = `${number(results.length)} of ${number(items.length)} …`;
    }
    tell(results, items.length, broken);
  }

  /** Of what was sent and not answered nobody knows here whether it was done. */
  function unsaid(missing, lost) {
    const were = (count) => (count === 1 ? '1 was' : `${number(count)} were`);
    return [
      lost > 0 ? `${were(lost)} not answered; look at the list.` : '',
      missing > lost ? `${were(missing - lost)} not tried.` : '',
      'What is done is done, and all can be asked for again.',
    ].filter((sentence) => sentence !== '').join(' ');
  }

  function tell(results, asked, broken) {
    const not = results.filter(({ done }) => !done);
    const done = results.filter((one) => one.done);
    const missing = asked - results.length;
    const lost = broken?.lost ?? 0;
    status.textContent = `${number(done.length)} done, ${number(not.length + missing - lost)} not${lost > 0 ? `, ${number(lost)} not answered` : ''}.`;
    const heading = el('h4', { tabindex: '-1' }, 'What became of them');
    place.replaceChildren(
      heading,
      ...(broken === null ? [] : [failure(broken.problem, ` ${unsaid(missing, broken.lost)}`)]),
      ...(not.length > 0 ? [grid('Not done, and why', ['What', 'Why'], not.map(({ label, said }) => [label, said]))] : []),
      ...(done.length > 0 ? [el('details', null, el('summary', null, `Done (${number(done.length)})`), grid('Done', ['What', 'Now'], done.map(({ label, said }) => [label, said])))] : []),
      el('p', null, button('Back to the board', again, 'btn btn-default')),
    );
    picked.clear();
    renewed();
    heading.focus();
  }

  refresh();
  return { element, refresh };
}
