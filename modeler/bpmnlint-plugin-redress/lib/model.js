'use strict';

/** The element itself or what it belongs to, whichever has an id; `check` says the same of it. */
function owner(node) {
  let one = node;
  while (one && !one.id) {
    one = one.$parent;
  }
  return one;
}

function is(node, type) {
  return typeof node.$instanceOf === 'function' && node.$instanceOf(type.includes(':') ? type : `bpmn:${ type }`);
}

/** The name of the element in the file, such as `userTask`. */
function kind(node) {
  const name = node.$type.replace(/^.*:/, '');
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** A setting of Camunda that stands in the file; undefined if it does not, whatever counts then. */
function camunda(node, name) {
  const known = node.$descriptor.propertiesByName[`camunda:${ name }`];
  return known && !Object.hasOwn(node, known.name) ? undefined : node.get(`camunda:${ name }`);
}

function documentation(node) {
  return (node.get('documentation') || []).map(one => one.text || '').join(' ');
}

function extensions(node, type) {
  const all = node.extensionElements && node.extensionElements.get('values') || [];
  return all.filter(one => one.$type === `camunda:${ type }`);
}

/** The value of an input parameter; undefined if there is none. */
function input(node, name) {
  return extensions(node, 'InputOutput').flatMap(one => one.get('inputParameters') || []).filter(one => one.name === name)
    .map(one => one.get('value') || '')[0];
}

/** Whatever stands in the process around a node, itself included, in the order of the file. */
function all(node, type) {
  const found = [];
  const collect = one => {
    if (is(one, type)) {
      found.push(one);
    }
    (one.flowElements || []).forEach(collect);
  };
  process(node).forEach(collect);
  return found;
}

/** The processes of the file in which a node is. */
function process(node) {
  let root = node;
  while (root.$parent) {
    root = root.$parent;
  }
  return (root.rootElements || []).filter(one => is(one, 'Process'));
}

function text(expression) {
  return expression ? (expression.body || '').trim() : '';
}

/** The timers of an event. */
function timers(node) {
  return (node.eventDefinitions || []).filter(one => is(one, 'TimerEventDefinition'));
}

/** The flows that leave a node, whether or not the file lists them there too. */
function ways(node) {
  return all(node, 'SequenceFlow').filter(flow => flow.sourceRef === node);
}

module.exports = { owner, is, kind, camunda, documentation, extensions, input, all, text, timers, ways };
