// The case of a process instance, and what ran in it, as tabs of Cockpit.

import { caseView, open, ranView } from '/redress/case-view.js';

/** A tab that is asked for each time it is opened. */
function tab(id, label, priority, part, draw) {
  let opened = null;
  return {
    id,
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority,
    properties: { label },
    render: (node, { processInstanceId }) => {
      node.classList.add('redress-tab');
      opened = open(node, `processes/${encodeURIComponent(processInstanceId)}/${part}`, draw);
    },
    unmount: () => {
      opened?.stop();
      opened = null;
    },
  };
}

export default [
  tab('redress-case', 'Case', 25, 'case', (file, refresh) => caseView(file, { refresh })),
  tab('redress-ran', 'What ran', 24, 'ran', (steps, refresh) => ranView(steps, { refresh })),
];
