'use strict';

/** The entry that Camunda Modeler looks for in each folder of its plugins; client.js is made of src and of the linter's rules by `npm run build`. */
module.exports = {
  name: 'Redress',
  script: './client.js'
};
