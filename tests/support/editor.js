/* Runs parts of the web editor without a browser: reads cases as JSON, answers with results. */
'use strict';

const fs = require('fs');
const vm = require('vm');

const { scripts, cases } = JSON.parse(fs.readFileSync(0, 'utf8'));
const window = {};
const context = vm.createContext({ window, globalThis: window, self: window, setTimeout, clearTimeout });
for (const script of scripts) vm.runInContext(script, context);

const { OCOP } = window;
const ACTIONS = {
  slug: (name) => OCOP.slug(name),
  read: (model, text) => OCOP.format(model).fromFile(text),
  save: (model, text, changes) => {
    const format = OCOP.format(model);
    const data = text === null ? {} : JSON.parse(JSON.stringify(format.fromFile(text)));
    return format.toFile(Object.assign(data, changes));
  },
  story: (text) => OCOP.story.toFile(OCOP.story.fromFile(text))
};

const results = cases.map(([action, ...args]) => {
  try {
    return ACTIONS[action](...args);
  } catch (error) {
    return { error: error.message };
  }
});
process.stdout.write(JSON.stringify(results));
