// Buttons and links of the webapps that show a sign and no word get a name, for those who hear the page (WCAG 4.1.2): what their tooltip
// says, or what is written here; those of Tasklist that have none are in its scripts/keyboard.js.

import { whenItChanges } from './parts.js';

const NAMES = [
  ['.app-switch > .dropdown-toggle', 'Other applications'],
  ['.stored-criteria > button', 'Searches that are kept'],
];

const SIGNS = ':any-link, button, [role="button"]';

function unnamed(element) {
  return element.textContent.trim() === '' && !element.hasAttribute('aria-label') && !element.hasAttribute('title');
}

function name(element) {
  const [, known] = NAMES.find(([which]) => element.matches(which)) ?? [];
  const said = known ?? element.getAttribute('uib-tooltip') ?? element.querySelector('[uib-tooltip]')?.getAttribute('uib-tooltip');
  if (said) {
    element.setAttribute('aria-label', said);
  }
}

let soon = false;

/** They draw in many small steps: once for all of one moment. */
function nameAll() {
  if (!soon) {
    soon = true;
    window.requestAnimationFrame(() => {
      soon = false;
      [...document.querySelectorAll(SIGNS)].filter(unnamed).forEach(name);
    });
  }
}

whenItChanges(nameAll);
nameAll();
