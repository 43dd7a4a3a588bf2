// The Case tab of a task: the case file as the officer's council sees it, asked for each time the tab is opened.

import { caseView, open } from '/redress/case-view.js';

let opened = null;

function close() {
  opened?.stop();
  opened = null;
}

export default {
  id: 'redress-case',
  pluginPoint: 'tasklist.task.detail',
  // After the form (1000), which has to stay the tab a task opens with; before history (800).
  priority: 900,
  properties: { label: 'Case' },
  render: (node, { taskId }, scope) => {
    let shown = null;
    function show(id) {
      if (id !== shown) {
        close();
        node.replaceChildren();
        shown = id;
        opened = id ? open(node, `tasks/${encodeURIComponent(id)}/case`, (file, refresh) => caseView(file, { refresh })) : null;
      }
    }
    show(taskId);
    // Tasklist may put another task under an open tab: nobody shall read one case for another.
    scope.$watch('task.id', show);
  },
  unmount: close,
};
