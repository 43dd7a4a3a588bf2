'use strict';

const { about, unless } = require('../lib/rule');
const { documentation } = require('../lib/model');
const { isNamed } = require('../lib/words');

/** A process has a name, and a documentation that says what it does. */
module.exports = about('Process', node => [
  ...unless(isNamed(node), 'has no name; Tasklist shows it under Start process'),
  ...unless(documentation(node).trim(), 'has no documentation; say what it does and on which rule it rests')
]);
