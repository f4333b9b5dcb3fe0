// What a real Chromium shows of the promises. Usage: node main.mjs URL DATA-FOLDER. One figure a line, parted by
// tabs: name, value, unit, and the promise where there is one ("<=2500").
import { launch } from '../../e2e/browser.mjs';
import { Server } from '../../e2e/server.mjs';
import { firstLoads } from './first_load.mjs';
import { frameTimes, idle } from './frames.mjs';
import { simulatedWeek, toTheWall } from './wall.mjs';

const [url, data] = process.argv.slice(2);
const server = Server.at(url, data);
const browser = await launch();
try {
  for (const measure of [firstLoads, idle, frameTimes, toTheWall, simulatedWeek]) await measure(server, browser);
} finally {
  await browser.close();
}
