// Replaces the stock configuration of Admin, which sets nothing but defaults.
export default {
  app: { vendor: 'Redress', name: 'Admin' },
  disableWelcomeMessage: true,
};
