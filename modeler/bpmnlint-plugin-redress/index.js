'use strict';

const RULES = [
  'deadline-breaches', 'deadline-due-dates', 'deadline-reports', 'deadline-timers', 'drawing-complete', 'drawing-expanded', 'drawing-sizes', 'event-timers', 'model-history', 'model-listeners',
  'model-programs', 'model-scripts', 'model-tasks', 'process-executable', 'task-bindings', 'task-case', 'task-delegate-names', 'task-delegates', 'task-start-forms', 'task-teams',
  'writing-answers', 'writing-conditions', 'writing-expressions', 'writing-flow-ids', 'writing-handed-over', 'writing-ids', 'writing-joins', 'writing-kinds', 'writing-level-size',
  'writing-message-ids', 'writing-names', 'writing-one-process', 'writing-process', 'writing-questions', 'writing-sentence-case', 'writing-sources'
];

/** Rules for which a start refuses are errors, the others are warnings: they are the advice of the house. */
const REFUSED = [ 'model-history', 'model-listeners', 'model-programs', 'model-scripts', 'model-tasks', 'process-executable', 'task-case', 'task-delegates' ];

module.exports = {
  configs: {
    recommended: {
      rules: Object.fromEntries(RULES.map(rule => [ `redress/${ rule }`, REFUSED.includes(rule) ? 'error' : 'warn' ]))
    }
  },
  rules: Object.fromEntries(RULES.map(rule => [ rule, `./rules/${ rule }` ]))
};
