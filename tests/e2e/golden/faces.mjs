// The faces whose looks are kept. A face is: its name; the schemes that it has ('' when it has but one, and
// its pictures are named without it); sizes and screens, as in screens.mjs; `context`: options of the browser
// that it needs; `prepare`, by which a screen is arranged on the server before its answers are recorded; and
// `enter`, which opens an address there with the face's right to it.
import { hall } from './hall.mjs';
import { desk } from './screens.mjs';

export const faces = [desk, hall];
