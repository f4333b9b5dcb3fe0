// A person looks before pressing: what is pressed by its place has to stand still, and the elements lie where
// the picture has them only once the picture is told (the program marks that: html[data-rest]).
const kLongestMs = 5000;
const underway = new WeakMap();  // page → the requests that are not answered yet, but for the poll

/** Keeps count of what the page asks, for atRest. */
export function watchRequests(page) {
  const asked = new Set();
  underway.set(page, asked);
  page.on('request', (request) => { if (/\/api\//.test(request.url()) && !/\/changes\b/.test(request.url())) asked.add(request); });
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, (request) => asked.delete(request));
}

/** Until nothing has been drawn, told or asked for that time; a page that never rests is not waited for longer
 *  than some seconds. */
export async function atRest(page, quietMs = 100) {
  const until = Date.now() + kLongestMs;
  let since = 0, frames = '';
  while (Date.now() < until) {
    const state = await page.evaluate(() => {
      const root = document.documentElement;
      return { drawn: root.classList.contains('ready'), rest: 'rest' in root.dataset, frames: root.dataset.frames };
    });
    const still = state.rest && state.frames === frames && !underway.get(page)?.size;
    frames = state.frames;
    if (!state.drawn) return;  // the page's own words, which stand where they are
    if (!still) since = 0;
    else if (since === 0) since = Date.now();
    if (since !== 0 && Date.now() - since >= quietMs) return;
    await new Promise((resolve) => { setTimeout(resolve, 25); });
  }
}

/** Lets every press by name and role, of all pages of this kind, wait for the page to rest. */
export function lookBeforePressing(page) {
  const kind = Object.getPrototypeOf(page.locator('html'));
  if (kind.patient) return;
  kind.patient = true;
  for (const press of ['click', 'tap']) {
    const at_once = kind[press];
    kind[press] = async function patientPress(options) {
      await this.waitFor();
      await atRest(this.page());
      return at_once.call(this, options);
    };
  }
}
