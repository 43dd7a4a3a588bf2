'use strict';

const { about, unless } = require('../lib/rule');
const { isSentenceCase } = require('../lib/words');

/** Names are in sentence case, without blanks too many. */
module.exports = about('FlowElement', ({ name }) => name === undefined ? [] : [
  ...unless(name === name.trim().replace(/\s+/g, ' '), 'has a blank or a line break too many in its name; type the name again'),
  ...unless(!name.trim() || isSentenceCase(name), 'is not in sentence case; only its first word and proper names begin with a capital')
]);
