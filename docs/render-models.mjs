// Draws the models as they are now: every bpmn/*.bpmn as models/<name>.svg, the inside of each of its collapsed
// sub-processes as models/<name>.<sub-process>.svg, and all decision tables as models/decisions.md. The stages of the
// ladder tell their ages, as stage-by-aging.dmn has them.
//
//   npm ci && npm run render-models        (in this folder; CHROMIUM names the browser, /usr/bin/chromium if not set)
//
// The same models give the same bytes on every machine: texts are measured in a font that comes along. Each picture
// bears the SHA-256 of what it shows, by which a test sees whether it is old.

import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

import { decisionsPage } from './decision-tables.mjs';
import { stageAges } from './stage-ages.mjs';

const require = createRequire(import.meta.url);
const docs = path.dirname(fileURLToPath(import.meta.url));
const modelFolder = path.join(docs, '..', 'bpmn');
const pictureFolder = path.join(docs, 'models');

const files = (await readdir(modelFolder)).sort();
const processes = await readModels('.bpmn');
const decisions = await readModels('.dmn');

const aging = decisions.find(model => model.file === 'stage-by-aging.dmn');
const ages = await stageAges(aging);
const letters = await readFile(require.resolve('@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2'));

await mkdir(pictureFolder, { recursive: true });
const pictures = await draw(processes);
await removeOtherPictures(pictures.map(([ name ]) => name));
for (const [ name, svg ] of pictures) {
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

async function removeOtherPictures(wanted) {
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
      pictures.push(...await drawOne(browser, model));
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

/** The pictures of one model: its own, then those of its collapsed sub-processes. */
async function drawOne(browser, model) {
  const page = await browser.newPage();
  try {
    await page.setContent('<div id="canvas" style="width: 4000px; height: 2000px"></div>');
    await page.evaluate(countInsteadOfRandom);
    await page.evaluate(useLetters, letters.toString('base64'));
    await page.addScriptTag({ path: require.resolve('bpmn-js/dist/bpmn-viewer.production.min.js') });
    const { planes, withAges, warnings } = await page.evaluate(drawPlanes, { xml: model.xml, ages });
    if (warnings.length > 0) {
      throw new Error(`${model.file}: ${warnings.join('; ')}`);
    }
    const name = path.parse(model.file).name;
    const shown = withAges ? [ model, aging ] : [ model ];
    return planes.map(({ inside, svg }) =>
      [ `${inside ? `${name}.${inside}` : name}.svg`, withFingerprints(onWhite(svg), shown) ]);
  } finally {
    await page.close();
  }
}

/** Runs in the page: what asks for Arial, as bpmn-js does, gets these letters. */
async function useLetters(font) {
  const face = new FontFace('Arial', `url(data:font/woff2;base64,${font})`);
  document.fonts.add(await face.load());
}

/** Runs in the page. */
async function drawPlanes({ xml, ages }) {
  const viewer = new BpmnJS({ container: '#canvas' });
  const { warnings } = await viewer.importXML(xml);
  const canvas = viewer.get('canvas');
  const stages = viewer.get('elementRegistry').filter(shape => shape.collapsed && shape.businessObject.name in ages);
  for (const stage of stages) {
    stage.businessObject.name += `\n${ages[stage.businessObject.name]}`;
    viewer.get('eventBus').fire('element.changed', { element: stage });
  }
  const planes = [];
  for (const root of canvas.getRootElements()) {
    canvas.setRootElement(root);
    for (const line of canvas.getActiveLayer().querySelectorAll('tspan')) {
      // centred where the reader's letters are wider or narrower, too
      line.setAttribute('x', Number(line.getAttribute('x')) + line.getComputedTextLength() / 2);
      line.setAttribute('text-anchor', 'middle');
    }
    const { svg } = await viewer.saveSVG();
    planes.push({ inside: root.businessObject.$type === 'bpmn:SubProcess' ? root.businessObject.id : null, svg });
  }
  return { planes, withAges: stages.length > 0, warnings: warnings.map(String) };
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

function withFingerprints(svg, models) {
  const fingerprints = models.map(model => `<!-- ${model.file} sha256 ${model.sha256} -->\n`).join('');
  return svg.replace(/<svg /, `${fingerprints}<svg `);
}

async function writePicture(name, content) {
  await writeFile(path.join(pictureFolder, name), content.endsWith('\n') ? content : `${content}\n`);
  console.log(`docs/models/${name}`);
}
