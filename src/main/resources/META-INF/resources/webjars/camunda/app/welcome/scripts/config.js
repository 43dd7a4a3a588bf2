// Replaces the stock configuration of Welcome, which sets nothing but defaults.
export default {
  app: { vendor: 'Redress', name: 'Welcome' },
  disableWelcomeMessage: true,
};
