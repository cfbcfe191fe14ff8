// Takes the README's screenshots from a running demo whose clock was moved so that calls are due:
//
//   npm install --prefix docs
//   node docs/take-screenshots.mjs [http://localhost:8080] [/usr/bin/chromium]
//
// It claims the call that it shows. The figures need a month of the clock and some payments to say much.

import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

const [server = 'http://localhost:8080', executablePath = '/usr/bin/chromium'] = process.argv.slice(2);
const switches = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

const browser = await chromium.launch({executablePath, args: switches});
try {
  await tasklist(await loggedIn('tasklist', 'collector1', {width: 1366, height: 768}),
    'Reached: promised to pay', 'tasklist-call');
  await tasklist(await loggedIn('tasklist', 'collector2', {width: 1366, height: 768}, 'zh-CN'),
    '已联系：承诺还款', 'tasklist-call-zh');
  await cockpit(await loggedIn('cockpit', 'manager1', {width: 1366, height: 768}));
  await collections(await loggedIn('cockpit', 'manager1', {width: 1366, height: 768}));
} finally {
  await browser.close();
}

async function loggedIn(app, user, viewport, locale = 'en-GB') {
  const page = await browser.newPage({viewport, locale});
  await page.goto(`${server}/camunda/app/${app}/default/`);
  // The page moves the cursor into the first field when it is ready; letters typed before get lost.
  await page.waitForFunction(() => document.activeElement.matches('input[type=text]'));
  await page.fill('input[type=text]', user);
  await page.fill('input[type=password]', user);
  await page.click('button[type=submit]');
  return page;
}

async function tasklist(page, outcome, name) {
  await page.locator('ol.tasks-list .remit-chip').first().waitFor();
  await page.locator('ol.tasks-list li.task h4 a').first().click();
  const claim = page.locator('button.claim');
  await page.locator('.fjs-form h3').waitFor();
  if (await claim.count() > 0) {
    await claim.click();
  }
  await page.getByLabel(outcome, {exact: true}).check();
  await page.locator('.remit-situation .remit-chip').first().waitFor();
  await save(page, name);
}

async function cockpit(page) {
  await page.getByText('Right Now').waitFor();
  await page.goto(`${server}/camunda/app/cockpit/default/#/processes`);
  await page.locator('td a').getByText('Collection case', {exact: true}).click();
  await page.locator('.djs-overlays .instance-count').first().waitFor();
  await page.locator('.maximize-collapsable').click();
  await page.getByTitle('reset zoom').click();
  // The numbers are hidden while the diagram moves.
  await page.locator('.djs-overlays .instance-count').first().waitFor();
  await save(page, 'cockpit-stages');
  await page.locator('.remit-heat-choice').selectOption('waiting');
  await page.locator('.remit-heat-number').first().waitFor();
  await save(page, 'cockpit-heat-map');
}

async function collections(page) {
  await page.getByRole('link', {name: 'Collections'}).click();
  for (const [section, name] of [['Rolls and cures', 'cockpit-rolls'], ['Recovered money', 'cockpit-recovered']]) {
    await page.getByRole('link', {name: section}).click();
    await page.locator('#remit-months-3').click();
    await page.locator('.remit-chart svg').first().waitFor();
    await save(page, name);
  }
}

async function save(page, name) {
  await page.mouse.move(0, 0);
  await page.waitForLoadState('networkidle');
  await page.screenshot({path: fileURLToPath(new URL(`screenshots/${name}.png`, import.meta.url))});
  console.log(`docs/screenshots/${name}.png`);
}
