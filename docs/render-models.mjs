// Draws the models as they are now: every bpmn/*.bpmn as models/<name>.svg and all decision tables as models/decisions.md.
//
//   npm ci && npm run render-models        (in this folder; CHROMIUM names the browser, /usr/bin/chromium if not set)
//
// The same models give the same bytes. Each picture bears the SHA-256 of its model, by which a test sees whether it is old.

import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

import { decisionsPage } from './decision-tables.mjs';

const require = createRequire(import.meta.url);
const docs = path.dirname(fileURLToPath(import.meta.url));
const modelFolder = path.join(docs, '..', 'bpmn');
const pictureFolder = path.join(docs, 'models');

const files = (await readdir(modelFolder)).sort();
const processes = await readModels('.bpmn');
const decisions = await readModels('.dmn');

await mkdir(pictureFolder, { recursive: true });
await removePicturesWithoutModel();
for (const [ name, svg ] of await draw(processes)) {
  await writePicture(name, svg);
}
await writePicture('decisions.md', await decisionsPage(decisions));

/** Reads models with Unix line ends, so that a checkout on Windows has the same fingerprint. */
async function readModels(extension) {
  return Promise.all(files.filter(file => file.endsWith(extension)).map(async file => {
    const xml = (await readFile(path.join(modelFolder, file), 'utf8')).replaceAll('\r\n', '\n');
    return { file, xml, sha256: createHash('sha256').update(xml).digest('hex') };
  }));
}

async function removePicturesWithoutModel() {
  const wanted = processes.map(model => pictureName(model));
  for (const file of await readdir(pictureFolder)) {
    if (file.endsWith('.svg') && !wanted.includes(file)) {
      await rm(path.join(pictureFolder, file));
    }
  }
}

async function draw(models) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [ '--no-sandbox' ]
  });
  try {
    const pictures = [];
    for (const model of models) {
      pictures.push([ pictureName(model), await drawOne(browser, model) ]);
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

async function drawOne(browser, model) {
  const page = await browser.newPage();
  try {
    await page.setContent('<div id="canvas" style="width: 4000px; height: 2000px"></div>');
    await page.evaluate(countInsteadOfRandom);
    await page.addScriptTag({ path: require.resolve('bpmn-js/dist/bpmn-viewer.production.min.js') });
    const { svg, warnings } = await page.evaluate(async xml => {
      const viewer = new BpmnJS({ container: '#canvas' });
      const imported = await viewer.importXML(xml);
      const saved = await viewer.saveSVG();
      return { svg: saved.svg, warnings: imported.warnings.map(String) };
    }, model.xml);
    if (warnings.length > 0) {
      throw new Error(`${model.file}: ${warnings.join('; ')}`);
    }
    return withFingerprint(onWhite(svg), model);
  } finally {
    await page.close();
  }
}

/** Runs in the page: bpmn-js makes the ids of its arrow heads of random numbers. */
function countInsteadOfRandom() {
  let count = 0;
  Math.random = () => (count = (count + 1) % 1000) / 1000;
}

/** Pages with a dark background would show black lines on black. */
function onWhite(svg) {
  return svg.replace(/(<svg [^>]*viewBox="(\S+) (\S+) (\S+) (\S+)"[^>]*>)/,
    '$1<rect x="$2" y="$3" width="$4" height="$5" fill="white"/>');
}

function withFingerprint(svg, model) {
  return svg.replace(/<svg /, `<!-- ${model.file} sha256 ${model.sha256} -->\n<svg `);
}

function pictureName(model) {
  return `${path.parse(model.file).name}.svg`;
}

async function writePicture(name, content) {
  await writeFile(path.join(pictureFolder, name), content.endsWith('\n') ? content : `${content}\n`);
  console.log(`docs/models/${name}`);
}
