// A case, read: the one way in which a case file is shown, in Tasklist, in Cockpit, on its own page and on paper.
// What people wrote reaches the page as text nodes only; nothing here builds markup from a string.

import { attachments } from './attachments.js';
import { button, byDate, caseAddress, date, dateText, day, el, facts, filled, link, list, muted, prose, request, row, table, unseen, words } from './parts.js';

/** The channel of a letter that could be sent to nobody. */
const NOT_SENT = 'Cannot be reached';

const ANSWER_WITHIN_MS = 30000;

const TASKLIST = '/camunda/app/tasklist/default/#/';

const DEADLINE_STATES = {
  overdue: 'Overdue',
  open: 'Open',
  paused: 'Paused',
  met: 'Met',
  late: 'Done late',
  cancelled: 'Cancelled',
  lapsed: 'Lapsed',
};
/** The states of a case in which something may still be to do. */
const GOES_ON = ['open', 'paused', 'with_ombudsman', 'decided'];

const FINISHED_STATES = ['met', 'late', 'cancelled', 'lapsed'];

/**
 * The level of the heading that says which case it is; its sections are one below, their parts two. It is set when a case is drawn, which
 * runs through.
 */
let level = 3;

function title(below, attributes, ...children) {
  return el(`h${level + below}`, { ...attributes, class: ['case-title', 'case-section-title', 'case-part-title'][below] }, ...children);
}

function section(heading, ...children) {
  return el('section', { class: 'case-section' }, title(1, null, heading), ...children);
}

// ---- the parts of the case --------------------------------------------------------------------------------------

/** The case on a page of its own, and on paper; in another tab of the browser, because here something may be half written. */
export function pages(reference) {
  return el(
    'p',
    { class: 'case-sheet' },
    [['', 'Page of the case'], ['/print', 'Print sheet']].map(([sheet, label]) => {
      const page = link(`${caseAddress(reference)}${sheet}`, label, ' (new tab)');
      page.setAttribute('target', '_blank');
      return [page, ' '];
    }),
  );
}

function heading(file, refresh, away) {
  return el(
    'header',
    { class: 'case-heading' },
    el(
      'div',
      { class: 'case-heading-line' },
      title(0, { tabindex: '-1' }, words(file.reference), ' ', el('span', null, words(file.council))),
      refresh ? button('Refresh', refresh) : null,
    ),
    facts('case-facts', [
      ['Status', filled(file.statusText) ? el('span', null, el('strong', null, words(file.statusText)), ' since ', date(file.statusSince)) : null],
      [file.ombudsmans ? 'Draft' : 'Stage', file.stage > 0 ? (file.ombudsmans ? `Version ${file.stage}` : String(file.stage)) : null],
      ['Procedure', filled(file.procedure) && !file.ombudsmans ? words(file.procedure) : null],
      [file.ombudsmans ? 'Council’s reference' : 'Ombudsman’s reference', filled(file.otherSide) ? words(file.otherSide) : null],
      ['Received', filled(file.receivedOn) ? date(file.receivedOn) : null],
      ['Channel', filled(file.channel) ? words(file.channel) : null],
      ['Models', filled(file.models) ? words(file.models) : null],
    ]),
    away ? pages(file.reference) : null,
  );
}

/** With whom the case is at this moment, since when, and until when: what is asked on the telephone. */
function now(file) {
  const items = list(file.now);
  return section(
    'Now',
    items.length > 0
      ? el('ul', { class: 'case-now' }, items.map(todo))
      : muted(!GOES_ON.includes(file.status) ? 'Nothing is to be done any more.' : 'Nobody has anything to do at this moment; what is running stands under Due.'),
  );
}

function todo(item) {
  const groups = list(item.groups).flatMap((group, index) => (index > 0 ? [' or ', words(group)] : [words(group)]));
  const who = filled(item.who) ? words(item.who) : groups.length > 0 ? ['the ', groups, ' (nobody has taken it yet)'] : 'nobody';
  return el(
    'li',
    { class: item.overdue ? 'case-late' : null },
    filled(item.task) ? link(`${TASKLIST}?task=${encodeURIComponent(item.task)}`, words(item.title)) : words(item.title),
    el('span', null, ' with ', who, ', since ', date(item.since), filled(item.dueOn) ? [', ', dueText(item)] : null, '.'),
  );
}

/** "due on Thursday 3 December 2026, in 4 working days". */
export function dueText({ dueOn, dueIn, overdue }) {
  return el('span', { class: overdue ? 'case-overdue' : null }, overdue ? 'was due on ' : 'due on ', day(dueOn), filled(dueIn) ? `, ${dueIn}` : null);
}

/** Where a form to start lies, with the case filled in; the task that is open in Tasklist stays so. */
function startAddress(process, reference, happening) {
  const asked = window.location.pathname.startsWith(TASKLIST.split('#')[0]) ? window.location.hash.split('?')[1] : '';
  const parameters = new URLSearchParams(asked ?? '');
  parameters.set('processStart', process);
  parameters.set('case', reference);
  if (happening) {
    parameters.set('happening', happening);
  } else {
    parameters.delete('happening');
  }
  return `${TASKLIST}?${parameters}`;
}

/** What the reader can start for the case, each with its form. */
function can(file) {
  const items = list(file.can);
  const events = items.filter(({ happenings }) => list(happenings).length > 0);
  const others = items.filter(({ happenings }) => list(happenings).length === 0);
  return items.length > 0
    ? section(
        'What can happen now',
        events.map(({ process, title: name, happenings }) =>
          el('div', { class: 'case-can' }, el('p', { id: `can-${process}` }, `${name}:`), el('ul', { 'aria-labelledby': `can-${process}` },
            list(happenings).map(({ code, words: label }) => el('li', null, link(startAddress(process, file.reference, code), label))))),
        ),
        others.length > 0
          ? el('div', { class: 'case-can' }, el('p', { id: 'can-others' }, 'Other forms for this case:'), el('ul', { 'aria-labelledby': 'can-others' },
              others.map(({ process, title: name }) => el('li', null, link(startAddress(process, file.reference), name)))))
          : null,
      )
    : null;
}

function due(file) {
  if (!Array.isArray(file.deadlines)) {
    return null;
  }
  const deadlines = list(file.deadlines);
  const running = deadlines.filter(({ state }) => !FINISHED_STATES.includes(state)).sort(byDate('dueOn'));
  const finished = deadlines.filter(({ state }) => FINISHED_STATES.includes(state)).sort(byDate('dueOn'));
  return section(
    'Due',
    running.length > 0
      ? el('ul', { class: 'case-deadlines' }, running.map(deadline))
      : muted('No deadline is running.'),
    finished.length > 0
      ? el(
          'details',
          null,
          el('summary', null, `Finished deadlines (${finished.length})`),
          el('ul', { class: 'case-deadlines' }, finished.map(deadline)),
        )
      : null,
  );
}

function deadline(item) {
  const state = Object.hasOwn(DEADLINE_STATES, item.state) ? item.state : 'open';
  const moved = filled(item.originalDueOn) && item.originalDueOn !== item.dueOn;
  const outcomeIsTheDate = item.state === 'open' && /^due on [^,;]+$/.test(item.outcome ?? '');
  const pausedNow = list(item.pauses).find(({ to }) => !filled(to));
  return el(
    'li',
    { class: `case-deadline case-deadline-${state}` },
    el(
      'div',
      { class: 'case-deadline-line' },
      title(2, null, words(item.title)),
      el('span', { class: 'case-due' }, filled(item.dueOn) ? day(item.dueOn) : 'No period stated'),
      el('span', { class: 'case-state' }, DEADLINE_STATES[state]),
    ),
    filled(item.outcome) && !outcomeIsTheDate ? el('p', { class: 'case-outcome', dir: 'auto' }, item.outcome) : null,
    filled(item.owedBy) || moved
      ? muted(
          filled(item.owedBy) ? ['Owed by the ', words(item.owedBy)] : 'Moved',
          moved ? [', first set for ', date(item.originalDueOn)] : null,
        )
      : null,
    pausedNow ? el('p', null, 'The clock has been stopped since ', date(pausedNow.from), '.') : null,
    filled(item.targetOn) && item.targetOn !== item.dueOn
      ? el('p', null, 'Own target of the council: ', date(item.targetOn))
      : null,
    reckoning(item),
  );
}

function reckoning(item) {
  const steps = list(item.steps);
  const extensions = list(item.extensions);
  const pauses = list(item.pauses);
  return el(
    'details',
    null,
    el('summary', null, 'How this date was reached', unseen(`: ${item.title}`)),
    facts('case-pairs', [
      ['Rule', filled(item.rule) ? words(item.rule) : null],
      ['Clause', filled(item.clause) ? prose(item.clause) : null],
      ['Counted from', counted(item)],
      ['Allowed', filled(item.allowance) ? words(item.allowance) : null],
    ]),
    steps.length > 0
      ? el('ol', { class: 'case-steps' }, steps.map((step) => el('li', { dir: 'auto' }, String(step))))
      : null,
    extensions.length > 0
      ? table(
          'case-extensions',
          'Extensions of this deadline',
          ['Extended on', 'Old and new date', 'Reason'],
          extensions.map(({ on, from, to, reason }) =>
            row(
              date(on),
              ['from ', date(from), el('br'), 'to ', date(to)],
              filled(reason) ? prose(reason) : 'none given',
            ),
          ),
        )
      : null,
    pauses.length > 0
      ? table(
          'case-pauses',
          'Pauses of this deadline',
          ['Clock stopped on', 'Started again on'],
          pauses.map(({ from, to }) => row(date(from), filled(to) ? date(to) : 'still stopped')),
        )
      : null,
  );
}

function counted({ triggerName, triggerOn }) {
  if (!filled(triggerName)) {
    return filled(triggerOn) ? date(triggerOn) : null;
  }
  return filled(triggerOn)
    ? el('span', null, words(triggerName), ', ', date(triggerOn))
    : el('span', null, words(triggerName), ', not yet known');
}

/** What the checks of the record find; nothing is shown where everything fits. */
function findings(file) {
  const items = list(file.findings);
  return items.length > 0
    ? section(
        'What does not fit',
        muted('Nothing is corrected by itself. Look at the source. Put right what is wrong there with Correction, name somebody unknown with People change, or say with Answer finding that it stays, and why.'),
        el('ul', { class: 'case-findings' }, items.map(finding)),
      )
    : null;
}

/** One finding with the sign by which it is answered, and what was said to it. */
function finding({ rule, sentence, code, answered }) {
  return el(
    'li',
    filled(answered) ? { class: 'case-answered' } : null,
    words(sentence),
    ' ',
    unseen('Rule '),
    el('small', null, words(rule)),
    ' ',
    unseen('Sign '),
    el('small', { class: 'case-code' }, words(code ?? '')),
    filled(answered) ? muted(answered.kept ? 'Kept, because: ' : 'Corrected: ', words(answered.reason), ' (', words(answered.by), ', ', date(answered.on), ')') : null,
  );
}

function complaint(file) {
  if (file.complaint === null) {
    return [];
  }
  return [
    section(
      'What is complained of',
      filled(file.complaint) ? prose(file.complaint) : muted('Nothing has been written down.'),
    ),
    section('What is wanted', filled(file.wanted) ? prose(file.wanted) : muted('The complainant has not said.')),
  ];
}

/** Who has the case: its roles by name, and who stands in while somebody is away. Who had one before is folded. */
function holders(file) {
  const items = list(file.holders);
  const shown = items.filter(({ standing }) => standing !== 'until');
  const earlier = items.filter(({ standing }) => standing === 'until');
  return section(
    'Who has the case',
    filled(file.service) ? el('p', null, 'Given to ', words(file.service), '.') : null,
    shown.length > 0
      ? table('case-holders', 'Who has a role of this case', ['Role', 'Who', 'Since'], shown.map(holder))
      : muted('Nobody has a role of it by name now; its tasks wait for their groups.'),
    earlier.length > 0
      ? el(
          'details',
          null,
          el('summary', null, `Who had a role before (${earlier.length})`),
          table('case-holders', 'Who had a role of this case before', ['Role', 'Who', 'From and until'], earlier.map(holder)),
        )
      : null,
  );
}

function holder(item) {
  const which = [filled(item.issue) ? `issue ${item.issue}` : null, item.stage > 0 ? `stage ${item.stage}` : null].filter((part) => part !== null);
  return row(
    [words(item.role ?? ''), which.length > 0 ? [', ', which.join(', ')] : null].flat().filter((part) => part !== null),
    [
      words(item.name ?? ''),
      filled(item.service) ? muted(words(item.service)) : null,
      filled(item.away)
        ? el('p', { class: 'case-warning' }, 'Away until ', date(item.away), filled(item.deputy) ? ['; ', words(item.deputy), ' stands in'] : '; nobody stands in')
        : null,
    ].filter((part) => part !== null),
    [item.standing === 'from' ? 'from ' : null, date(item.since), filled(item.until) ? [' until ', date(item.until)] : null].flat().filter((part) => part !== null),
  );
}

function people(file) {
  if (!Array.isArray(file.parties)) {
    return null;
  }
  const parties = list(file.parties);
  const waiting = list(file.proposed);
  return section(
    'People',
    parties.length > 0
      ? table(
          'case-people',
          'People in this case',
          ['No.', 'Name', 'Part in the case'],
          parties.map((party) => row(String(party.number ?? ''), named(party), partOf(party))),
        )
      : muted('Nobody has been recorded.'),
    parties.length > 0 && filled(file.lettersGoTo) ? muted('Letters to the complainant go to: ', words(file.lettersGoTo)) : null,
    waiting.length > 0
      ? el(
          'div',
          { class: 'case-proposed' },
          el('strong', null, 'Waits for a second person'),
          el('ul', null, waiting.map(proposed)),
        )
      : null,
  );
}

/** How the council and the Ombudsman are reached, for whoever writes a letter. */
function contacts(file) {
  const known = list(file.contacts);
  if (known.length === 0) {
    return null;
  }
  return section(
    'Contact details',
    known.map((contact) =>
      el(
        'div',
        { class: 'case-contact' },
        el('strong', null, words(contact.name ?? '')),
        facts('case-pairs case-stacked', [
          ['Address', filled(contact.address) ? prose(contact.address) : null],
          ['E-mail', filled(contact.email) ? words(contact.email) : null],
          ['Telephone', filled(contact.telephone) ? words(contact.telephone) : null],
          ['Web', filled(contact.web) ? words(contact.web) : null],
        ]),
      ),
    ),
  );
}

/** The name, what else the papers call them, and how they are reached. */
function named(party) {
  const others = list(party.alsoCalled);
  return [
    words(party.label ?? 'unnamed'),
    others.length > 0 ? muted('Also called ', others.flatMap((other, index) => (index > 0 ? [', ', words(other)] : [words(other)]))) : null,
    facts('case-pairs case-stacked', [
      ['Cannot be reached', filled(party.unreachable) ? prose(party.unreachable) : null],
      ['Reached by', filled(party.contact) ? prose(party.contact) : null],
      ['Needs', filled(party.adjustment) ? prose(party.adjustment) : null],
    ]),
  ].filter((part) => part !== null);
}

/** What they are in the case, for whom they speak, until when, and what they are kept from. */
function partOf(party) {
  const role = party.role ?? '';
  const part = party.part ?? role;
  const same = !filled(role) || role.toLowerCase() === part.toLowerCase();
  return [
    el('span', null, words(part), same ? null : [' (', words(role), ')'], filled(party.speaksFor) ? ` for number ${party.speaksFor}` : null),
    filled(party.consent) ? el('p', null, el('strong', null, 'Consent: '), words(party.consent)) : null,
    party.consentMissing ? el('p', { class: 'case-warning' }, `Nothing about number ${party.speaksFor} may go to them yet.`) : null,
    filled(party.until) ? el('p', null, 'Until ', date(party.until), filled(party.ended) ? [': ', words(party.ended)] : null) : null,
    ...list(party.restrictions).map(restriction),
  ].filter((item) => item !== null);
}

function restriction(item) {
  return el(
    'details',
    { class: 'case-restriction', open: filled(item.until) ? null : '' },
    el('summary', null, filled(item.until) ? ['Restriction ended: ', words(item.what)] : el('strong', null, words(item.what))),
    facts('case-pairs case-stacked', [
      ['What exactly', filled(item.text) ? prose(item.text) : null],
      ['Reason', filled(item.reason) ? prose(item.reason) : null],
      ['Since', filled(item.since) ? el('span', null, date(item.since), ', ', words(item.by ?? '')) : null],
      ['Reviewed', filled(item.reviewedOn) ? date(item.reviewedOn) : null],
      ['To be reviewed by', filled(item.reviewOn) ? date(item.reviewOn) : null],
      ['Appeal', filled(item.appealedOn) ? el('div', null, date(item.appealedOn), filled(item.appeal) ? prose(item.appeal) : '') : null],
      ['Outcome of the appeal', filled(item.outcome) ? prose(item.outcome) : filled(item.appealedOn) ? 'not decided yet' : null],
      ['Ended', filled(item.until) ? date(item.until) : null],
    ]),
  );
}

/** A change of who complains that nobody else has confirmed yet. */
function proposed(item) {
  return el(
    'li',
    null,
    words(item.what ?? ''),
    filled(item.name) ? [': ', words(item.name)] : null,
    filled(item.reason) ? prose(item.reason) : null,
    muted('Proposed by ', words(item.by ?? ''), filled(item.on) ? [' on ', date(item.on)] : null),
  );
}

/** Other cases of the council that this one belongs to; what was undone stays readable. */
function links(file) {
  const items = list(file.links);
  return items.length > 0
    ? section(
        'Linked cases',
        table(
          'case-links',
          'Cases that belong together',
          ['Case', 'Since', 'Why'],
          items.map(({ kind, other, on, reason, undone, undoneBecause }) =>
            row([words(kind), ' ', words(other)], date(on), [
              prose(reason),
              filled(undone) ? muted('Undone on ', date(undone), ': ', words(undoneBecause ?? '')) : null,
            ].filter((part) => part !== null)),
          ),
        ),
      )
    : null;
}

function issues(file) {
  if (!Array.isArray(file.issues)) {
    return null;
  }
  const items = list(file.issues);
  return section(
    'Issues',
    items.length > 0
      ? items.map((item) => issue(item, file.ombudsmans))
      : muted('No issue has been recorded.'),
  );
}

function issue(item, ombudsmans) {
  const answers = list(item.answers);
  return el(
    'article',
    { class: 'case-card' },
    title(2, null, `Issue ${item.number}`),
    prose(item.text ?? ''),
    filled(item.addedOn) ? muted('Added on ', date(item.addedOn)) : null,
    filled(item.notConsidered)
      ? el('div', null, el('strong', null, ombudsmans ? 'Not investigated' : 'Not considered'), prose(item.notConsidered), filled(item.clause) ? muted(item.clause) : null)
      : null,
    filled(item.discretion) ? el('div', null, el('strong', null, 'Investigated at discretion'), prose(item.discretion)) : null,
    answers.map((given) => answer(given, ombudsmans)),
    answers.length === 0 && !filled(item.notConsidered) ? muted('No answer yet.') : null,
  );
}

function answer(item, ombudsmans) {
  return el(
    'div',
    { class: 'case-answer' },
    el(
      'p',
      null,
      el('strong', null, filled(item.stage) ? `${ombudsmans ? 'Draft version' : 'Stage'} ${item.stage}: ` : null, words(item.finding ?? 'no finding')),
    ),
    facts('case-pairs', [
      ['Reasons', filled(item.reasons) ? prose(item.reasons) : null],
      ['Remedy', filled(item.remedy) ? prose(item.remedy) : null],
      ['Remedy by', filled(item.remedyBy) ? date(item.remedyBy) : null],
      ['Cause', filled(item.lesson) ? words(item.lesson.cause) : null],
      ['Where it went wrong', filled(item.lesson?.service) ? words(item.lesson.service) : null],
      ['What is learnt', filled(item.lesson) ? prose(item.lesson.learnt) : null],
    ]),
    filled(item.by) || filled(item.on)
      ? muted(
          'Answered',
          filled(item.by) ? [' by ', words(item.by)] : null,
          filled(item.on) ? [' on ', date(item.on)] : null,
          filled(item.setAsideOn) ? ['; does not stand, because the course was put right on ', date(item.setAsideOn)] : null,
        )
      : null,
  );
}

function letters(file) {
  if (!Array.isArray(file.letters)) {
    return null;
  }
  const items = list(file.letters);
  return section(
    'Letters',
    items.length > 0 ? el('ul', { class: 'case-letters' }, items.map((item) => letter(item, file.reference))) : muted('There is no letter yet.'),
  );
}

/** The letters that the product sends, and what has become of each: nothing where there are none. */
function sendings(heading, items, reference) {
  return items.length > 0
    ? section(
        heading,
        el('ul', { class: 'case-sendings' }, items.map(({ title: step, to, by, standing, because, seeTo, confirmedBy, confirmedAt, attachment }) =>
          el(
            'li',
            null,
            words(step),
            `, ${by}, to `,
            words(to),
            ': ',
            el('strong', { class: seeTo ? 'case-late' : null }, standing),
            filled(because) ? ['. ', words(because)] : '.',
            filled(attachment) ? [' ', link(`/redress/api/cases/${encodeURIComponent(reference)}/attachments/${attachment}/content`, 'As it was sent', unseen(`: ${step}, to ${to}`))] : null,
            muted('Confirmed by ', words(confirmedBy), ', ', date(confirmedAt), recorded({ on: confirmedAt, recordedAt: confirmedAt })),
          ))),
      )
    : null;
}

function letter(item, reference) {
  const kind = item.kind ?? 'Letter';
  const fate = [
    filled(item.sentOn) ? [item.channel === NOT_SENT ? 'Put on file on ' : 'Sent on ', date(item.sentOn)] : null,
    filled(item.receivedOn) ? ['Received on ', date(item.receivedOn)] : null,
    filled(item.sentOn) || filled(item.receivedOn) ? null : ['Not sent yet'],
    filled(item.channel) ? [words(item.channel)] : null,
    filled(item.marking) ? [words(item.marking)] : null,
  ].filter((part) => part !== null);
  return el(
    'li',
    { class: 'case-card' },
    title(2, null, words(kind), filled(item.to) ? [' to ', words(item.to)] : null),
    muted(fate.flatMap((part, index) => (index > 0 ? [' · ', ...part] : part))),
    filled(item.number) ? el('p', { class: 'case-sheet' }, link(`${caseAddress(reference)}/letters/${item.number}`, 'Sheet for printing', unseen(`: ${kind}`))) : null,
    list(item.kept).map((file) => keptLetter(file, reference)),
    filled(item.form) ? wholeLetter(item, reference) : null,
    filled(item.givenBack) ? el('div', null, el('strong', null, 'Given back. What must change'), prose(item.givenBack)) : null,
    filled(item.text)
      ? el(
          'details',
          { open: filled(item.sentOn) ? null : '' },
          el('summary', null, filled(item.sentOn) ? 'What was written for it' : 'Draft', unseen(`: ${kind}`)),
          prose(item.text),
        )
      : null,
  );
}

/** The letter as it was sent, and copies of it that say the same. */
function keptLetter({ attachment, name, sha256 }, reference) {
  const at = `/redress/api/cases/${encodeURIComponent(reference)}`;
  return el(
    'div',
    { class: 'case-kept' },
    el('p', { class: 'case-sheet' }, 'As it was sent: ', link(`${at}/attachments/${attachment}/content`, words(name)), ' ',
      [['large-print', 'large print'], ['docx', 'Word'], ['text', 'plain text']].map(([format, label]) => [link(`${at}/letters/kept/${attachment}/${format}`, label, unseen(`: ${name}`)), ' '])),
    muted('SHA-256 ', sha256),
  );
}

/** The draft in the whole letter, with the parts that nobody writes, as it would go out today. */
function wholeLetter(item, reference) {
  const at = `/redress/api/cases/${encodeURIComponent(reference)}/letters/draft/${encodeURIComponent(item.form)}`;
  return el(
    'p',
    { class: 'case-sheet' },
    'The whole letter as it would go out: ',
    [['pdf', 'PDF'], ['large-print', 'large print'], ['docx', 'Word'], ['text', 'plain text']].flatMap(([format, name], index) => [
      index > 0 ? ', ' : null,
      link(`${at}/${format}`, name, unseen(`: ${item.kind ?? 'letter'}`)),
    ]),
  );
}

/** What the council agreed with the Ombudsman; the same on both sides, each from its own file. */
function agreedActions(file) {
  const items = list(file.actions);
  // the remedy is due when its last action is (CMP-01)
  const last = items.map(({ due }) => due).filter(filled).sort().at(-1);
  return items.length > 0
    ? section('Agreed actions', filled(last) ? el('p', { class: 'case-remedy-due' }, 'Remedy due: ', day(last)) : null, items.map(agreedAction))
    : null;
}

/** What the Ombudsman recommends and the council has not agreed; nothing of it is due. */
function recommended(file) {
  const items = list(file.recommended);
  return items.length > 0 ? section('Recommended, not agreed', items.map(agreedAction)) : null;
}

/** What the council promised in its own answers; on its side only. */
function promises(file) {
  const items = list(file.promises);
  return items.length > 0 ? section('Promised actions', items.map(agreedAction)) : null;
}

function agreedAction(item) {
  const pounds = (amount) => (filled(amount) ? `£${Number(amount).toFixed(2)}` : null);
  return el(
    'article',
    { class: 'case-card' },
    title(2, null, `Action ${item.number}: `, words(item.kind ?? 'not worded yet'), filled(item.amount) ? ` ${pounds(item.amount)}` : item.amountOpen ? ', amount not known yet' : null),
    el('p', null, el('strong', null, words(item.state ?? '')), filled(item.outcome) ? [', ', words(item.outcome)] : null),
    filled(item.wording) ? prose(item.wording) : null,
    facts('case-pairs', [
      ['Promised in', item.promised ? el('span', null, words(item.origin ?? ''), filled(item.issue) ? `, issue ${item.issue}` : '') : null],
      ['For', filled(item.beneficiary) ? words(item.beneficiary) : null],
      ['Within', filled(item.within) ? words(item.within) : null],
      [
        'Counted from',
        filled(item.from) ? el('span', null, date(item.from), item.fromAssumed ? ' (assumed: the decision does not say)' : '') : null,
      ],
      ['By', filled(item.promisedBy) ? day(item.promisedBy) : null],
      ['Due', filled(item.due) ? day(item.due) : null],
      ['Done', filled(item.doneOn) ? el('span', null, date(item.doneOn), ', ', words(item.doneBy ?? '')) : null],
      ['What was done', filled(item.whatWasDone) ? prose(item.whatWasDone) : null],
      ['Paid', pounds(item.amountPaid)],
      ['Why another amount', filled(item.difference) ? prose(item.difference) : null],
      ['Evidence', filled(item.evidence) ? prose(item.evidence) : null],
      ['Complainant told', filled(item.toldOn) ? date(item.toldOn) : null],
      ['Verdict', filled(item.verdict) ? el('span', null, words(item.verdict), ', ', date(item.verdictOn)) : null],
      ['Reason', filled(item.verdictReason) ? prose(item.verdictReason) : null],
    ]),
  );
}

function comments(file) {
  const items = list(file.comments);
  return items.length > 0
    ? section(
        'Comments on the draft',
        table(
          'case-comments',
          'Comments on the draft',
          ['Comment', 'What it says', 'What follows'],
          items.map(({ number, by, text, receivedOn, consideration, changesDraft }) =>
            row(
              [`${number}, `, words(by), el('br'), date(receivedOn)],
              prose(text),
              filled(consideration)
                ? [prose(consideration), changesDraft ? muted('The draft changes.') : null].filter((part) => part !== null)
                : muted('Not considered yet.'),
            ),
          ),
        ),
      )
    : null;
}

function evidence(file) {
  const items = list(file.evidence);
  return items.length > 0
    ? section(
        'Evidence',
        table(
          'case-evidence',
          'Register of evidence',
          ['No.', 'What', 'From', 'May be shared with'],
          items.map(({ number, what, from, marking, receivedOn }) =>
            row(String(number), prose(what), [words(from), el('br'), date(receivedOn)], words(marking)),
          ),
        ),
      )
    : null;
}

function chronology(file) {
  if (!Array.isArray(file.chronology)) {
    return null;
  }
  const key = ({ on, recordedAt }) => `${on ?? ''} ${recordedAt ?? ''}`;
  // Reversed first, so that entries of the same moment come newest first too.
  const entries = [...list(file.chronology)].reverse().sort((a, b) => key(b).localeCompare(key(a)));
  return section(
    'Chronology, newest first',
    entries.length > 0
      ? table('case-chronology', 'What happened, newest first', ['When', 'What', 'Who'], entries.map(entry))
      : muted('Nothing has been recorded.'),
  );
}

function entry(item) {
  const answers = list(item.answers);
  return row(
    [date(item.on), recorded(item)],
    [
      el('p', null, el('strong', null, words(item.what ?? ''))),
      filled(item.detail) ? prose(item.detail) : null,
      answers.length > 0
        ? el(
            'details',
            null,
            el('summary', null, `What was entered (${answers.length})`),
            facts(
              'case-pairs case-stacked',
              answers.map(({ label, value, rightIs }) => [
                words(label ?? ''),
                filled(rightIs) ? prose(`${rightIs} (put right; recorded as ${value})`) : filled(value) ? prose(value) : 'left empty',
              ]),
            ),
          )
        : null,
    ],
    words(item.who ?? ''),
  );
}

/** The time of recording; its day too where it is not the day of the event. */
function recorded({ on, recordedAt }) {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(recordedAt);
  if (!parts) {
    return null;
  }
  const sameDay = filled(on) && on.startsWith(parts[1]);
  return el('span', { class: 'case-recorded' }, sameDay ? parts[2] : `recorded ${dateText(parts[1])}, ${parts[2]}`);
}

/** To whom a supervisor can give what is open: the ids that "Assignee" of a task, here or in Cockpit, takes. Others see no section. */
function work(file) {
  return Array.isArray(file.work) && file.work.length > 0
    ? section(
        'Who can do what is open',
        el(
          'details',
          null,
          el('summary', null, `Open tasks, and to whom each can be given (${file.work.length})`),
          table(
            'case-work',
            'Open tasks, with whom they are and to whom they can be given',
            ['Task', 'With', 'Can be given to'],
            file.work.map((task) =>
              row(
                words(task.title),
                filled(task.with) ? words(task.with) : muted('its groups'),
                task.canBeGivenTo.length > 0 ? el('ul', null, ...task.canBeGivenTo.map((person) => el('li', null, words(person)))) : muted('nobody at this moment'),
              ),
            ),
          ),
        ),
      )
    : null;
}

/** Only supervisors are told; others get no list and see no section. */
function openings(file) {
  return Array.isArray(file.openings)
    ? section(
        'Who opened this file',
        el(
          'details',
          null,
          el('summary', null, `Openings, newest first (${file.openings.length})`),
          table(
            'case-openings',
            'Who opened this file, newest first',
            ['When', 'Who'],
            file.openings.map(({ who, at }) => row([date(at), recorded({ on: at, recordedAt: at })], words(who))),
          ),
        ),
      )
    : null;
}

/**
 * Everything of a case, in the order in which it is read.
 *
 * @param top the level of its first heading
 * @param refresh what a button asks the server again with, if there is to be one
 * @param away whether its page is somewhere else
 * @param paper whether it is for paper: all of it unfolded, and nothing to press
 */
export function caseView(file, { top = 3, refresh, away = true, paper = false } = {}) {
  level = top;
  const parts = [
    heading(file, refresh, away),
    now(file),
    paper ? null : can(file),
    due(file),
    sendings('Letters that are not through', list(file.sendings).filter(({ through, seeTo }) => seeTo || !through), file.reference),
    holders(file),
    findings(file),
    agreedActions(file),
    recommended(file),
    promises(file),
    ...complaint(file),
    people(file),
    contacts(file),
    links(file),
    issues(file),
    comments(file),
    evidence(file),
    Array.isArray(file.attachments) ? attachments(file.reference, file.attachments, level + 1) : null,
    sendings('Letters that Redress sends', list(file.sendings), file.reference),
    letters(file),
    chronology(file),
    paper ? null : work(file),
    paper ? null : openings(file),
  ].filter((part) => part !== null);
  if (paper) {
    parts.forEach((part) => part.querySelectorAll('details').forEach((details) => details.setAttribute('open', '')));
  }
  return parts;
}

// ---- what ran ---------------------------------------------------------------------------------------------------

/** What ran in the processes of a case, the newest first: who had it from when until when. */
export function ranView({ reference, steps }, { top = 3, refresh } = {}) {
  level = top;
  const moment = (time) => [date(time), el('span', { class: 'case-recorded' }, time.slice(11, 16))];
  return [
    el('header', { class: 'case-heading' }, el('div', { class: 'case-heading-line' }, title(0, { tabindex: '-1' }, words(reference), ' ', el('span', null, 'What ran')), refresh ? button('Refresh', refresh) : null)),
    list(steps).length > 0
      ? table(
          'case-ran',
          'Tasks and events, newest first',
          ['What', 'Who', 'From', 'Until'],
          [...steps].reverse().map((step) =>
            row(
              [words(step.title), el('span', { class: 'case-recorded' }, step.kind, ', ', words(step.process))],
              filled(step.person) ? words(step.person) : '',
              moment(step.from),
              filled(step.until) ? [moment(step.until), step.broken ? el('span', { class: 'case-recorded' }, 'ended without being done') : null] : 'goes on',
            ),
          ),
        )
      : muted('Nothing has run.'),
  ];
}

// ---- asking for the case ----------------------------------------------------------------------------------------

const TRY_AGAIN_LATER = 'Try again. If it happens once more, tell whoever looks after this service.';
const WHAT_TO_DO = {
  401: 'Sign in again, then open this once more.',
  403: 'If you need this case for your work, ask a supervisor of the council for access.',
  404: 'Someone may have completed the task meanwhile: choose a task from the list.',
  409: 'Someone may have changed the case meanwhile: try again.',
};

/** A reason, as a sentence for the officer, why there is nothing to show, and what the officer can do. */
class CaseUnavailable extends Error {
  constructor(message, advice) {
    super(message);
    this.advice = advice;
  }
}

async function ask(path, signal) {
  const response = await request(path, { signal });
  if (response.status === 204) {
    return null;
  }
  const body = await response.json().catch(() => null);
  signal.throwIfAborted();
  if (!response.ok) {
    throw new CaseUnavailable(
      typeof body?.message === 'string' && body.message !== '' ? body.message : 'The case could not be read.',
      WHAT_TO_DO[response.status] ?? TRY_AGAIN_LATER,
    );
  }
  if (body === null || typeof body !== 'object') {
    throw new CaseUnavailable('The server answered, but not with a case.', 'You may have been signed out: reload the page and sign in again.');
  }
  return body;
}

function failure(error, top, retry) {
  const known = error instanceof CaseUnavailable;
  level = top;
  return el(
    'div',
    { class: 'case-failure', role: 'alert' },
    title(0, { tabindex: '-1' }, 'The case cannot be shown'),
    el('p', { dir: 'auto' }, known ? error.message : 'The server could not be reached, or its answer was not understood.'),
    el('p', null, known ? error.advice : `Check your connection. ${TRY_AGAIN_LATER}`),
    button('Try again', retry, 'btn btn-default'),
  );
}

/**
 * Asks for a case, or for a part of one, and draws it into an element; nothing is drawn after {@code stop()}.
 *
 * @param path of the case at our API
 * @param draw makes the elements of what was answered, which is null where there is nothing; it is told with which function it can be asked for again
 * @param top the level of the first heading
 */
export function open(node, path, draw, top = 3) {
  // The webapp's template language must find nothing to evaluate in here.
  const root = el('div', { class: 'redress-case', 'ng-non-bindable': '' });
  const closed = new AbortController();
  node.replaceChildren(root);

  async function load(byHand) {
    root.setAttribute('aria-busy', 'true');
    root.replaceChildren(el('p', { role: 'status', class: 'case-loading' }, 'Loading the case…'));
    const asking = new AbortController();
    const giveUp = () => asking.abort();
    const timer = setTimeout(giveUp, ANSWER_WITHIN_MS);
    closed.signal.addEventListener('abort', giveUp, { once: true });
    const again = () => load(true);
    let content;
    try {
      content = draw(await ask(path, asking.signal), again);
    } catch (error) {
      const reason = asking.signal.aborted ? new CaseUnavailable('The server has not answered in time.', TRY_AGAIN_LATER) : error;
      if (!(reason instanceof CaseUnavailable)) {
        console.error(reason);
      }
      content = [failure(reason, top, again)];
    } finally {
      clearTimeout(timer);
      closed.signal.removeEventListener('abort', giveUp);
    }
    if (closed.signal.aborted) {
      return;
    }
    root.removeAttribute('aria-busy');
    root.replaceChildren(...content);
    if (byHand) {
      // The button that was pressed is gone: keep the keyboard where it was.
      root.querySelector('.case-title')?.focus();
    }
  }

  load(false);
  return { stop: () => closed.abort() };
}
