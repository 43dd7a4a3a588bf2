'use strict';

/** Written with a capital in the middle of a sentence. */
const PROPER = [ 'Ombudsman', 'Investigating', 'Officer', 'Independent', 'Person', 'Monitoring', 'Chief', 'Executive', 'Minister', 'Schedule', 'Ofsted', 'Easy', 'Read' ];

/** The kinds of elements that the house draws, and how their ids begin. */
const PREFIXES = {
  boundaryEvent: 'BoundaryEvent_',
  businessRuleTask: 'BusinessRuleTask_',
  callActivity: 'CallActivity_',
  endEvent: 'EndEvent_',
  eventBasedGateway: 'Gateway_',
  exclusiveGateway: 'Gateway_',
  inclusiveGateway: 'Gateway_',
  intermediateCatchEvent: 'IntermediateEvent_',
  intermediateThrowEvent: 'IntermediateEvent_',
  parallelGateway: 'Gateway_',
  serviceTask: 'ServiceTask_',
  startEvent: 'StartEvent_',
  subProcess: 'SubProcess_',
  userTask: 'UserTask_'
};

function of(phrase) {
  return phrase.replace(/['’]/g, '').split(/[^\p{L}\p{N}]+/u).filter(word => word);
}

/** “Record complainant’s wish” is RecordComplainantsWish. */
function pascalCase(phrase) {
  return of(phrase).map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function humps(camelCase) {
  return camelCase.split(/(?<=[a-z])(?=[0-9])|(?<=[a-z0-9])(?=[A-Z])/);
}

/** stage3Request is stage-3-request. */
function kebabCase(camelCase) {
  return humps(camelCase).join('-').toLowerCase();
}

/** setDeadline stands in “Set response deadline”: the same words in the same order. */
function standIn(phrase, camelCase) {
  const inOrder = humps(camelCase).map(word => word.toLowerCase()).join(' (.* )?');
  return new RegExp(`^(.* )?${ inOrder }( .*)?$`).test(of(phrase).join(' ').toLowerCase());
}

function isSentenceCase(phrase) {
  return phrase.replace(/['’]s\b/g, '').split(/(?<=[.?!])\s+/).map(of).every(words => words.length > 0
    && !/^\p{Ll}/u.test(words[0]) && !/\p{Ll}\p{Lu}/u.test(words[0])
    && words.slice(1).every(word => PROPER.includes(word) || word.length > 1 && word === word.toUpperCase() || word === word.toLowerCase()));
}

function isNamed(node) {
  return Boolean(node.name && node.name.trim());
}

/** What an id says behind its kind. */
function phrase(node) {
  return node.id.slice(node.id.indexOf('_') + 1);
}

/** The rule on which something rests is named in a text. */
function namesRule(text) {
  return /(?:CORP|CHD|WD|LGA|LGS|REM|CMP|ADT|ACC|DAT)-\d+|[Rr]ule book/.test(text);
}

module.exports = { PREFIXES, pascalCase, kebabCase, standIn, isSentenceCase, isNamed, phrase, namesRule };
