// Input made at random from the interface's own description: good input as its schemas allow, with names of what is
// there so that it is not turned away at the door; and the same with one thing wrong.
import { newId } from './desk.mjs';

/** A number from 0 to 1 after another, the same for a seed (xorshift32, Marsaglia 2003). */
export function dice(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13; state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5; state >>>= 0;
    return state / 2 ** 32;
  };
}

const kWords = ['张', '清扫街道', '1 组', 'a', '0530-5551234', '17012345678', "O'Brien \"x\" <b>", '𠀀🌾', '=1+1', '0', 'x'.repeat(40)];
const kStrange = [null, true, -1, 1.5, 1e300, '', '\u0000', '\ud800', [], [[]], {}, 'x'.repeat(70_000), '../../etc/passwd', "' OR 1=1 --"];

export class Generator {
  /** `known`: what there is, by the word that a field's name holds ({ person: [ids], rule: [codes] }). */
  constructor(document, known, seed) {
    this.document = document;
    this.known = known;
    this.roll = dice(seed);
  }
  pick(list) { return list[Math.floor(this.roll() * list.length)]; }
  resolved(schema) {
    while (schema.$ref) schema = schema.$ref.slice(2).split('/').reduce((at, name) => at[name], this.document);
    return schema;
  }

  text(schema, name) {
    const known = Object.entries(this.known).find(([word]) => name.toLowerCase().includes(word));
    if (known && this.roll() < 0.8) return this.pick(known[1]);
    if (schema.format === 'uuid') return newId();
    const moment = new Date(Date.now() + Math.floor((this.roll() - 0.7) * 400) * 864e5);
    if (schema.format === 'date-time') return moment.toISOString();
    if (schema.format === 'date') return moment.toISOString().slice(0, 10);
    const patterns = [schema, ...(schema.anyOf ?? [])].map((each) => each.pattern).filter(Boolean);
    const fits = (word) => word.length >= (schema.minLength ?? 0) && word.length <= (schema.maxLength ?? 1e9)
      && patterns.every((pattern) => new RegExp(pattern, 'u').test(word));
    return this.pick([...kWords, '20260101', '370000001', ''].filter(fits)) ?? 'a';
  }

  value(given, name = '') {
    const schema = this.resolved(given);
    if (schema.enum) return this.pick(schema.enum);
    switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
      case 'string': return this.text(schema, name);
      case 'boolean': return this.roll() < 0.5;
      case 'integer': case 'number': {
        const least = schema.minimum ?? -1000, most = schema.maximum ?? 1000;
        const value = this.pick([least, most, least + this.roll() * (Math.min(most, least + 1000) - least)]);
        return schema.type === 'integer' ? Math.floor(value) : value;
      }
      case 'array': {
        const count = Math.min(schema.maxItems ?? 3, Math.max(schema.minItems ?? 0, Math.floor(this.roll() * 3)));
        return Array.from({ length: count }, () => this.value(schema.items, name));
      }
      case 'object': {
        const out = {};
        for (const [field, of] of Object.entries(schema.properties ?? {}))
          if (schema.required?.includes(field) || this.roll() < 0.6) out[field] = this.value(of, field);
        return out;
      }
      default: return { type: 'Polygon', coordinates: [[[115, 35], [115.01, 35], [115.01, 35.01], [115, 35]]] };
    }
  }

  /** The text of a body that no schema allows. */
  broken(given) {
    const body = this.value(given);
    switch (Math.floor(this.roll() * 4)) {
      case 0: return JSON.stringify(body).slice(0, -1);
      case 1: return JSON.stringify({ ...body, nobody_knows_this: 1 });
      case 2: return JSON.stringify([body]);
      default: return '['.repeat(5000);
    }
  }

  /** The text of a body with something in one field that seldom belongs there. */
  strange(given) {
    const body = this.value(given), fields = Object.keys(body);
    return JSON.stringify(fields.length ? { ...body, [this.pick(fields)]: this.pick(kStrange) } : { x: 1 });
  }

  /** "?name=value…" of a query's parameters, good or with something strange. */
  query(parameters, strange) {
    const set = new URLSearchParams();
    for (const each of parameters.map((given) => this.resolved(given)))
      if (each.in === 'query' && (each.required || this.roll() < 0.5)) set.append(each.name, this.value(each.schema, each.name));
    if (strange) set.append(this.pick([...set.keys(), 'nobody_knows_this', 'place', 'limit']), String(this.pick(kStrange)).slice(0, 5000));
    const text = set.toString();
    return text && `?${text}`;
  }
}
