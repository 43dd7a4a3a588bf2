import words from '../../bpmnlint-plugin-redress/lib/words';

export const { pascalCase } = words;

/** “stage-3-request” is “Stage 3 request”. */
export function spoken(deadline) {
  const text = deadline.replace(/-/g, ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** “stage-3-request” is in the variable stage3RequestDue. */
export function variable(deadline) {
  return deadline.split('-').map((word, i) => i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)).join('') + 'Due';
}

/** The rules that a text names, such as CORP-21. */
export function sources(text) {
  const named = text.match(/(?:CORP|CHD|WD|LGA|LGS|REM|CMP|ADT|ACC|DAT)-\d+/g) || text.match(/rule book [\d.]+\d/gi) || [];
  return [ ...new Set(named) ].join(', ');
}
