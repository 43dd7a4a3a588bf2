// Replaces the stock configuration of Cockpit, which sets nothing but defaults.
export default {
  app: { vendor: 'Redress', name: 'Cockpit' },
  dateFormat: { normal: 'ddd D MMM YYYY, HH:mm', long: 'dddd D MMMM YYYY, HH:mm' },
  disableWelcomeMessage: true,
  customScripts: ['scripts/dashboard.js', 'scripts/procedure-figures.js', 'scripts/case-tabs.js'],
};
