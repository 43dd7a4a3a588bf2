// Makes the plug-in's script for Camunda Modeler: npm run build. A test compares it with what it is made of.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const rules = readdirSync(join(here, 'bpmnlint-plugin-redress/rules')).sort();

/** All rules of the linter, by their names. */
const looks = {
  name: 'rules',
  setup(build) {
    build.onResolve({ filter: /^\.\/rules$/ }, () => ({ path: 'rules', namespace: 'looks' }));
    build.onLoad({ filter: /.*/, namespace: 'looks' }, () => ({
      contents: rules.map((file, i) => `import rule${ i } from './bpmnlint-plugin-redress/rules/${ file }';`).join('\n')
        + `\nexport const looks = { ${ rules.map((file, i) => `'${ file.replace('.js', '') }': rule${ i }`).join(', ') } };`,
      resolveDir: here
    }));
  }
};

await build({
  absWorkingDir: here,
  entryPoints: [ 'redress-plugin/src/client.js' ],
  outfile: process.argv[2] || 'redress-plugin/client.js',
  bundle: true,
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  banner: { js: '// Made by `npm run build` of src and of the linter’s rules; change those.' },
  plugins: [ looks ]
});
