// How Tasklist itself speaks to an officer: due dates as dates, and refusals as refusals instead of errors.

const WORDS = {
  CLAIM_ERROR: 'This task is not for you',
  COMPLETE_ERROR: 'Not accepted',
  PROCESS_START_ERROR: 'Not accepted',
};

// From this many days ago on a date is written out: from the far future on, so always.
const ALWAYS = -1000000;

window.angular.module('angularMoment').config([
  'amTimeAgoConfig',
  (timeAgo) => Object.assign(timeAgo, { fullDateThreshold: ALWAYS, fullDateFormat: 'ddd D MMM YYYY' }),
]);

let translations;
window.angular
  .module('pascalprecht.translate')
  .config(['$translateProvider', (provider) => (translations = provider)])
  // the words of the file come first, then ours
  .run(['$translate', ($translate) => $translate.onReady(() => translations.translations('en', WORDS))]);

export default [];
