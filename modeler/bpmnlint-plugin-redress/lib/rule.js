'use strict';

const { is, owner } = require('./model');

/**
 * A rule about elements of some types.
 *
 * @param look gives what is wrong with one of them: sentences about it, or `{ at, says }` about another element
 */
function about(types, look) {
  const wanted = [].concat(types);
  return () => ({
    check(node, reporter) {
      if (wanted.some(type => is(node, type))) {
        [].concat(look(node) || []).map(wrong => typeof wrong === 'string' ? { at: node, says: wrong } : wrong).forEach(({ at, says }) => {
          reporter.report((owner(at) || {}).id || 'the file', says);
        });
      }
    }
  });
}

/** A sentence unless something is right. */
function unless(right, sentence) {
  return right ? [] : [ sentence ];
}

module.exports = { about, unless };
