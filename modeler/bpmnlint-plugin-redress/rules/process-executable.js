'use strict';

const { about, unless } = require('../lib/rule');

/** A process is executable; the engine passes over any other without a word. */
module.exports = about('Process', node => unless(node.isExecutable === true, 'is not executable, so that nothing begins it; tick Executable'));
