'use strict';

const { about, unless } = require('../lib/rule');
const { kind } = require('../lib/model');
const { PREFIXES } = require('../lib/words');

/** Only kinds of elements are drawn that the house uses. */
module.exports = about('FlowNode', node => unless(PREFIXES[kind(node)],
  `is a ${ kind(node) }; the house draws only [${ Object.keys(PREFIXES).sort().join(', ') }]`));
