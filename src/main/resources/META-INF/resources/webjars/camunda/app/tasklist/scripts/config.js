// Replaces the stock configuration of Tasklist.
export default {
  app: { vendor: 'Redress', name: 'Tasklist' },
  dateFormat: { normal: 'ddd D MMM YYYY, HH:mm', long: 'dddd D MMMM YYYY, HH:mm' },
  disableWelcomeMessage: true,
  customScripts: ['scripts/wording.js', 'scripts/submissions.js', 'scripts/case-tab.js', 'scripts/case-panel.js', 'scripts/days.js', 'scripts/refusals.js', 'scripts/drafts.js', 'scripts/steps.js', 'scripts/cards.js', 'scripts/lists.js', 'scripts/keyboard.js'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claim the open task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'go to the first filter' },
    focusList: { key: 'ctrl+alt+l', description: 'go to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'go to the first field of the form' },
    startProcess: { key: 'ctrl+alt+p', description: 'start a process' },
  },
};
