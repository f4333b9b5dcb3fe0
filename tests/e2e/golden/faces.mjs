// The faces whose looks are kept. A face is: its name; the schemes that it has ('' when it has but one, and
// its pictures are named without it); sizes and screens, as in screens.mjs; `context`: options of the browser
// that it needs; and `enter`, which opens an address with the face's right to it. A screen may have `prepare`,
// which arranges it on the server before its answers are recorded, and `over`: answers told before those.
import { hall } from './hall.mjs';
import { phone, phoneFamily, phoneOffice } from './phone.mjs';
import { desk } from './screens.mjs';

export const faces = [desk, hall, phone, phoneFamily, phoneOffice];
