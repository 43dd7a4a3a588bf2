// Keeps on the server what somebody types into the form of a task or of a start, and puts it back when the form is opened again.
// Nothing of it stays in the browser: Tasklist's own saving, which writes into the browser's storage, is taken away.

import { button as made, changed, el, haveToken, read, request } from '/redress/parts.js';

const SAVE_EVERY_MS = 3000;
const LOOK_AGAIN_EVERY_MS = 200;
const LOOK_AGAIN_FOR_MS = 5000;
const TRY_AGAIN_AFTER_MS = 15000;
/** What a browser sends on after its page is gone. */
const LARGEST_LAST_REQUEST = 60000;

/** Names this window to the server, so that it can tell two of them apart. */
const WRITER = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Where a page that ends leaves for the next one in this window which version of which draft it sent; nothing of what was typed. */
const ON_ITS_WAY = 'redress-draft-on-its-way';

/** The forms that are open in this window. */
const open = new Set();

/** What could not be kept when its form was left; in this page's memory only. */
const unkept = new Map();

/** Forms that were left and are not done with it. */
const leaving = new Map();

// ---- the form ---------------------------------------------------------------------------------------------------

/** form-js draws with Preact, which leaves its tree at the element that it draws into; the form is a service of that tree. */
function formIn(element) {
  const next = [element, ...element.querySelectorAll('*')].map((drawn) => drawn.__k).filter(Boolean);
  while (next.length > 0) {
    const node = next.shift();
    const service = node?.props?.value?.getService;
    if (typeof service === 'function') {
      return service('form');
    }
    next.push(...(node?.__k ?? []));
  }
  throw new Error('The form of this page cannot be found.');
}

/** What form-js says of a field that is not right begins with the field's own name, wherever on a long form it stands. */
function nameFields(form) {
  const validator = form.get('validator');
  const fields = form.get('formFieldRegistry');
  const validate = validator.validateFieldInstance.bind(validator);
  validator.validateFieldInstance = (instance, value) => {
    const label = fields.get(instance.id)?.label;
    return validate(instance, value).map((said) => (label ? said.replace(/^Field /, `“${label}” `) : said));
  };
}

/** The keys of the fields that somebody can fill in, now or after another answer. */
function keysOf(form) {
  return form
    .get('formFieldRegistry')
    .getAll()
    .filter((field) => field.key && !field.disabled && field.readonly !== true)
    .map((field) => field.key);
}

/** What a field says, as text that can be compared; what form-js calls empty is empty. */
function comparable(value) {
  return JSON.stringify(value === undefined || value === '' ? null : value);
}

/** Has form-js take over what was typed last: it waits a moment after each key, and leaving a field ends that. */
function takeOver(element) {
  const field = document.activeElement;
  if (field && element.contains(field)) {
    field.dispatchEvent(new FocusEvent('blur'));
    field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  }
}

// ---- from one page to the next -------------------------------------------------------------------------------------

const bytes = (text) => new TextEncoder().encode(text).length;

function onTheirWay() {
  return JSON.parse(sessionStorage.getItem(ON_ITS_WAY) ?? '{}');
}

function sentAtTheEnd(path, version) {
  sessionStorage.setItem(ON_ITS_WAY, JSON.stringify({ ...onTheirWay(), [path]: version }));
}

function arrived(path) {
  const { [path]: version, ...others } = onTheirWay();
  if (Object.keys(others).length > 0) {
    sessionStorage.setItem(ON_ITS_WAY, JSON.stringify(others));
  } else {
    sessionStorage.removeItem(ON_ITS_WAY);
  }
}

/** What is kept. What the page before this one sent at its end can arrive after this page asks: it is waited for. */
async function keptOnServer(path) {
  const wanted = onTheirWay()[path] ?? 0;
  const until = performance.now() + LOOK_AGAIN_FOR_MS;
  for (;;) {
    const response = await request(`drafts/${path}`).catch(() => null);
    const draft = response?.ok ? await response.json() : null;
    const missing = draft !== null && draft.version < wanted;
    if (!missing || performance.now() > until) {
      arrived(path);
      return { response, draft, missing };
    }
    await new Promise((look) => setTimeout(look, LOOK_AGAIN_EVERY_MS));
  }
}

// ---- one form that is open ----------------------------------------------------------------------------------------

function button(label, action) {
  return made(label, action, 'btn btn-link');
}

/** The line below the form; what it says is read out when it changes. */
function lineBelow(element) {
  const status = el('span', { role: 'status' });
  const buttons = el('span', {});
  const line = el('div', { class: 'redress-draft', 'ng-non-bindable': '' }, status, buttons);
  element.after(line);
  return {
    say(text, ...actions) {
      if (status.textContent !== text) {
        status.textContent = text;
      }
      const focused = buttons.contains(document.activeElement);
      buttons.replaceChildren(...actions.map(([label, action]) => button(label, action)));
      if (focused) {
        // the button that was pressed is gone: keep the keyboard where it was
        buttons.querySelector('button')?.focus();
      }
    },
    remove() {
      line.remove();
    },
  };
}

/**
 * Keeps one form.
 *
 * @param path of its draft
 * @param element that form-js draws into
 * @param given answers that the form begins with, because it was opened for them
 * @param clean called when all that was typed is kept
 */
function keeper(path, element, given, clean) {
  const line = lineBelow(element);
  let form = null;
  let keys = [];
  /** What the form said before anything was typed. */
  let fresh = {};
  /** The version that this window builds on, and the last one that it sent. */
  let base = 0;
  let sent = 0;
  /** What is kept, as text, to see whether there is more. */
  let kept = '{}';
  let timer = null;
  let sending = null;
  let conflict = null;
  let trouble = false;
  let quiet = true;

  function typed() {
    const { data } = form._getState();
    const now = keys.filter((key) => comparable(data[key]) !== comparable(fresh[key]));
    return Object.fromEntries(now.map((key) => [key, data[key] ?? null]));
  }

  function more() {
    return form !== null && JSON.stringify(typed()) !== kept;
  }

  /** Puts answers into the form as if it had begun with them. */
  function fill(answers) {
    const { data } = form._getState();
    form._setState({ data: form._getInitializedFieldData({ ...data, ...fresh, ...answers }), errors: {} });
  }

  function sayKept(draft, before) {
    const leftOut =
      draft.leftOut > 0 ? ` ${draft.leftOut === 1 ? 'One answer that does' : `${draft.leftOut} answers that do`} not fit the form any more left out.` : '';
    const until = draft.until ? `, until ${draft.until} at least` : '';
    line.say(`${before ?? 'Draft kept'} ${draft.keptAt}${until}.${leftOut}`, ['Throw away', throwAway]);
    trouble = false;
  }

  function sayTrouble(sentence) {
    trouble = true;
    line.say(`Not kept: ${sentence}`, ['Try again', () => save()]);
  }

  function sayConflict(now) {
    conflict = now;
    if (now.version === 0) {
      line.say('This was thrown away or sent in another window. What is here is not kept.', ['Keep this text', keepThis]);
    } else {
      line.say(`Another window kept another text at ${now.keptAt}. What is here is not kept.`, ['Keep this text', keepThis], ['Show that text', showThat]);
    }
  }

  function keepThis() {
    base = conflict.version;
    conflict = null;
    save();
  }

  /** Until that text is here, nothing of this one goes out: it would be one more conflict. */
  async function showThat() {
    await refresh(true);
  }

  /** Takes over what is kept, if this window has seen all that it shows. */
  async function refresh(whateverIsHere) {
    if (!whateverIsHere && (quiet || conflict !== null || sending !== null || more())) {
      return;
    }
    const response = await request(`drafts/${path}`).catch(() => null);
    if (response?.ok && !quiet && (whateverIsHere || !more())) {
      const draft = await response.json();
      if (draft.version > 0 && draft.version !== base) {
        conflict = null;
        base = draft.version;
        fill(draft.values);
        kept = JSON.stringify(typed());
        sayKept(draft);
      } else if (draft.version === 0 && base > 0) {
        conflict = null;
        base = 0;
        line.say('Thrown away in another window. What is here is not kept.', ['Keep this text', () => { kept = '{}'; save(); }]);
      }
    }
  }

  async function throwAway() {
    const before = typed();
    clearTimeout(timer);
    timer = null;
    await sending;
    const response = await changed('DELETE', `drafts/${path}?version=${base}&writer=${WRITER}`, null, false).catch(() => null);
    if (response?.status === 409) {
      sayConflict((await response.json()).now);
    } else if (response?.ok) {
      base = 0;
      fill({});
      kept = JSON.stringify(typed());
      line.say('Draft thrown away.', ['Undo', () => { fill(before); save(); }]);
    } else {
      sayTrouble('the server could not be reached.');
    }
  }

  function schedule(after) {
    if (timer === null) {
      timer = setTimeout(() => {
        timer = null;
        save();
      }, after);
    }
  }

  /** Sends what was typed since the last time; {@code last} when the page ends, which a text that is too long for its last request does not survive. */
  function save(last) {
    clearTimeout(timer);
    timer = null;
    if (quiet || conflict !== null || !more()) {
      return;
    }
    if (sending !== null && !last) {
      schedule(SAVE_EVERY_MS);
      return;
    }
    const values = typed();
    const before = kept;
    kept = JSON.stringify(values);
    sent = Math.max(sent, base) + 1;
    const version = sent;
    const nothing = kept === '{}';
    const body = nothing ? null : JSON.stringify({ writer: WRITER, base, version, values });
    const lasting = last && !nothing && bytes(body) < LARGEST_LAST_REQUEST;
    if (lasting) {
      sentAtTheEnd(path, version);
    }
    const reaching = nothing
      ? changed('DELETE', `drafts/${path}?version=${base}&writer=${WRITER}`, null, last)
      : changed('PUT', `drafts/${path}`, body, lasting);
    sending = reaching
      .then(async (response) => {
        const answer = await response.json().catch(() => null);
        if (lasting) {
          // this page goes on after all
          arrived(path);
        }
        if (response.ok) {
          base = nothing ? 0 : version;
          trouble = false;
          if (nothing) {
            line.say('');
          } else {
            sayKept(answer);
          }
          if (!more()) {
            clean();
          }
          return;
        }
        kept = before;
        if (response.status === 409) {
          sayConflict(answer.now);
        } else {
          sayTrouble(answer?.message ?? 'the server has not answered as expected.');
          if (response.status === 404) {
            tellLosses();
          } else {
            schedule(TRY_AGAIN_AFTER_MS);
          }
        }
      })
      .catch(() => {
        kept = before;
        sayTrouble('the server could not be reached.');
        schedule(TRY_AGAIN_AFTER_MS);
      })
      .finally(() => {
        sending = null;
      });
  }

  const me = {
    /** Finds out what is kept, fills it in, and only then lets the form be seen; tells whether whoever is signed in may send it. */
    async begin() {
      await leaving.get(path);
      form = formIn(element);
      nameFields(form);
      keys = keysOf(form);
      const { data } = form._getState();
      const begins = Object.entries(given).filter(([key]) => keys.includes(key));
      fresh = { ...Object.fromEntries(keys.map((key) => [key, data[key]])), ...Object.fromEntries(begins) };
      if (begins.length > 0) {
        fill({});
      }
      // the token with it: the last request of a page cannot wait for one
      const [{ response, draft, missing }] = await Promise.all([
        keptOnServer(path),
        haveToken(),
      ]);
      const left = unkept.get(path);
      if (!response?.ok) {
        if (response?.status !== 404) {
          sayTrouble('drafts cannot be kept at the moment.');
          quiet = false;
        }
        return false;
      }
      quiet = false;
      if (left) {
        unkept.delete(path);
        fill(left.values);
        base = left.base;
        if (draft.version !== left.base) {
          sayConflict(draft);
        } else {
          schedule(0);
        }
      } else if (draft.version > 0) {
        base = draft.version;
        fill(draft.values);
        kept = JSON.stringify(typed());
        sayKept(draft, missing ? 'The last words have not been kept. Draft of' : 'Draft of');
      } else if (missing) {
        line.say('What was typed last has not been kept.');
      }
      return true;
    },

    changed() {
      if (!quiet && conflict === null && more()) {
        schedule(SAVE_EVERY_MS);
      }
    },

    saveNow() {
      takeOver(element);
      save();
    },

    /** The page ends or goes out of sight. */
    lastWords(ends) {
      takeOver(element);
      save(ends);
    },

    refresh() {
      refresh(false).catch(() => {});
    },

    /** Whether words would be lost with the page. */
    wouldLose() {
      return !quiet && more() && (conflict !== null || trouble || bytes(JSON.stringify(typed())) > LARGEST_LAST_REQUEST);
    },

    /** The form is being sent: what is under way is waited for, and nothing else goes out. */
    async pause() {
      takeOver(element);
      clearTimeout(timer);
      timer = null;
      quiet = true;
      await sending;
    },

    /** It was not accepted. */
    resume() {
      quiet = false;
      me.changed();
    },

    /** The form is left; what cannot be kept stays in this page's memory. */
    async leave() {
      if (!open.delete(me)) {
        return;
      }
      if (!quiet) {
        takeOver(element);
        await sending;
        const values = typed();
        const unfinished = more();
        save(true);
        await sending;
        if (unfinished && kept !== JSON.stringify(values)) {
          unkept.set(path, { values, base });
        }
      }
      clearTimeout(timer);
      quiet = true;
      line.remove();
    },

    /** It was accepted: its draft went with it. */
    done() {
      open.delete(me);
      line.remove();
    },
  };
  // whoever goes on to something else may be about to sign out
  element.addEventListener('focusout', ({ relatedTarget }) => {
    if (!element.contains(relatedTarget)) {
      setTimeout(save);
    }
  });
  open.add(me);
  return me;
}

window.addEventListener('pagehide', () => open.forEach((form) => form.lastWords(true)));
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') {
    open.forEach((form) => form.lastWords(false));
  } else {
    open.forEach((form) => form.refresh());
    tellLosses();
  }
});
window.addEventListener('beforeunload', (event) => {
  // before the next page is asked for: a request of the page's end comes after it
  open.forEach((form) => form.lastWords(true));
  if (unkept.size > 0 || [...open].some((form) => form.wouldLose())) {
    event.preventDefault();
  }
});

// ---- Tasklist -----------------------------------------------------------------------------------------------------

/** For which case a start form was opened, and what happened, as the address of the page says. */
function askedFor() {
  const parameters = new URLSearchParams(window.location.hash.split('?')[1] ?? '');
  return { caseReference: parameters.get('case'), happening: parameters.get('happening') };
}

function pathOf({ taskId, processDefinitionKey }, { caseReference }) {
  const start = `starts/${encodeURIComponent(processDefinitionKey)}`;
  return taskId ? `tasks/${encodeURIComponent(taskId)}` : caseReference ? `${start}/${encodeURIComponent(caseReference)}` : start;
}

/** A form that was opened for a case was: the next one is not. */
function forgetTheCase(element) {
  window.angular.element(element).injector().get('search').updateSilently({ case: null, happening: null });
}

/**
 * The form of a task that nobody has is open to whoever may do it: with the first answer the task becomes theirs, as with "Claim".
 * Tasklist keeps it closed until somebody has claimed it.
 */
function openToFill(controller, element, scope) {
  let view = scope;
  while (view && !('taskData' in view)) {
    view = view.$parent;
  }
  const free = () => Boolean(view?.task) && !view.task.assignee;
  scope.$watch(
    () => free() && (controller.getOptions().disableForm || controller.getOptions().disableCompleteButton),
    (closed) => {
      if (closed) {
        Object.assign(controller.getOptions(), { disableForm: false, disableCompleteButton: false });
      }
    },
  );
  let touched = false;
  let claiming = false;
  const touch = ({ isTrusted }) => {
    touched ||= isTrusted;
  };
  element.addEventListener('keydown', touch, true);
  element.addEventListener('pointerdown', touch, true);
  return function claim() {
    if (touched && !claiming && free()) {
      claiming = true;
      const injector = window.angular.element(element).injector();
      injector.get('camAPI').resource('task').claim(view.task.id, view.$root.authentication.name, (error) => {
        claiming = false;
        view.taskData.changed('task');
        view.taskData.changed('taskList');
        if (error) {
          touched = false;
          view.errorHandler('CLAIM_ERROR', error);
        }
      });
    }
  };
}

/** The form's controller as the directive sees it: what it says of the form passes by here. */
function listening(controller, element, scope) {
  const parameters = controller.getParams();
  const { taskId } = parameters;
  let claim = () => {};
  const asked = taskId ? {} : askedFor();
  const path = pathOf(parameters, asked);
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value));
  const keeping = keeper(path, element, given, () => controller.notifyFormDirty(false));
  scope.$on('$destroy', () => {
    leaving.set(path, keeping.leave().finally(() => leaving.delete(path)));
    if (given.caseReference) {
      forgetTheCase(document.body);
    }
  });
  return Object.assign(Object.create(controller), {
    notifyFormInitialized() {
      keeping
        .begin()
        .catch((error) => console.error(error))
        .then((mine) => {
          if (mine && taskId) {
            claim = openToFill(controller, element, scope);
          }
          controller.notifyFormInitialized();
        });
    },
    notifyFormDirty(dirty) {
      controller.notifyFormDirty(dirty);
      claim();
      keeping.changed();
    },
    registerSaveHandler() {
      controller.registerSaveHandler(() => keeping.saveNow());
    },
    registerCompletionHandler(complete) {
      controller.registerCompletionHandler(async (callback) => {
        window.dispatchEvent(new CustomEvent('redress:sending'));
        await keeping.pause();
        complete((error, result) => {
          if (error) {
            keeping.resume();
          } else {
            keeping.done();
          }
          callback(error, result);
          if (!error) {
            window.dispatchEvent(new CustomEvent('redress:sent', { detail: taskId ? { task: taskId } : { start: result.id } }));
          }
        });
      });
    },
  });
}

window.angular.module('cam.tasklist.form').config([
  '$provide',
  ($provide) =>
    $provide.decorator('camTasklistFormCamundaDirective', [
      '$delegate',
      ($delegate) => {
        const [directive] = $delegate;
        const compile = directive.compile;
        directive.compile = function compiled(...parts) {
          const link = compile.apply(this, parts);
          return (scope, element, attributes, controller) => {
            const on = scope.$on;
            // Tasklist would write the form into the browser's storage when somebody is signed out
            scope.$on = (name, listener) => (name === 'authentication.login.required' ? () => {} : on.call(scope, name, listener));
            try {
              link(scope, element, attributes, listening(controller, element[0], scope));
            } finally {
              delete scope.$on;
            }
          };
        };
        return $delegate;
      },
    ]),
]);

/** What Tasklist kept in this browser before there were drafts on the server. */
Object.keys(localStorage)
  .filter((key) => /^cam(unda-f|F)orm:/.test(key))
  .forEach((key) => localStorage.removeItem(key));

// ---- drafts that went without their writer --------------------------------------------------------------------------

let losses = null;

async function tellLosses() {
  const lost = (await read('drafts/losses')) ?? [];
  if (losses === null) {
    losses = el('section', { class: 'redress-losses', role: 'status', 'ng-non-bindable': '' });
    document.body.append(losses);
  }
  const shown = new Set([...losses.children].map((paragraph) => paragraph.dataset.loss));
  lost
    .filter(({ id }) => !shown.has(String(id)))
    .forEach(({ id, sentence }) => {
      const paragraph = el('p', { 'data-loss': String(id) }, el('span', { dir: 'auto' }, sentence), ' ');
      paragraph.append(
        button('I have read this', async () => {
          const told = await changed('DELETE', `drafts/losses/${id}`, null, false).catch(() => null);
          if (told?.ok) {
            paragraph.remove();
          }
        }),
      );
      losses.append(paragraph);
    });
}

tellLosses();

export default [];
