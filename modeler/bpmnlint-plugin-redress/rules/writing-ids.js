'use strict';

const { about, unless } = require('../lib/rule');
const { kind } = require('../lib/model');
const { PREFIXES, isNamed, pascalCase } = require('../lib/words');

/** The id of an element is its kind and its name. */
module.exports = about('FlowNode', node => {
  const prefix = PREFIXES[kind(node)];
  if (!prefix) {
    return [];
  }
  return isNamed(node)
    ? unless(node.id === prefix + pascalCase(node.name), `has an id that does not follow its name; call it ${ prefix }${ pascalCase(node.name) }`)
    : unless(new RegExp(`^${ prefix }[A-Z][A-Za-z0-9]*$`).test(node.id), `has no telling id; call it ${ prefix } and a phrase, like Gateway_ComplaintAccepted`);
});
