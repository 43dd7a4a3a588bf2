'use strict';

const { is } = require('../lib/model');

/** A file holds one process. */
module.exports = () => ({
  check(node, reporter) {
    const processes = is(node, 'Definitions') ? (node.rootElements || []).filter(one => is(one, 'Process')).length : 1;
    if (processes !== 1) {
      reporter.report('the file', `it has ${ processes } processes; give each a file of its own`);
    }
  }
});
