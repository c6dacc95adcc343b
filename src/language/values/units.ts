export interface Unit {
  /** The unit all of its kind are converted to. */
  readonly base: string;
  readonly factor: number;
}

// Currencies are not converted into each other; months and days neither, since no month has a fixed length.
const TABLE: ReadonlyArray<readonly [base: string, factor: number, folded: string]> = [
  ['m', 1000, 'km|cay so|ki lo met|kilomet|ki-lo-met|kilometer|kilometers|kilometre|kilometres'],
  ['m', 1, 'm|met|meter|meters|metre|metres'],
  ['m', 0.01, 'cm|centimet|centimeter|centimeters|centimetre|centimetres|xang ti met'],
  ['m', 0.001, 'mm|milimet|millimeter|millimeters|millimetre|millimetres|mi li met'],
  ['m', 1852, 'hai ly|nautical mile|nautical miles'],
  ['m', 1609.344, 'dam|mile|miles'],
  ['m', 0.3048, 'ft|foot|feet'],
  ['m2', 1e6, 'km2|km²|km vuong|kilomet vuong|ki lo met vuong|square kilometers|square kilometres'],
  ['m2', 1, 'm2|m²|met vuong|square meters|square metres'],
  ['m2', 1e4, 'ha|hecta|hec ta|hectare|hectares'],
  ['m3', 1, 'm3|m³|met khoi|cubic meters|cubic metres'],
  ['m3', 0.001, 'lit|liter|liters|litre|litres'],
  ['kg', 1000, 'tan|ton|tons|tonne|tonnes'],
  ['kg', 1, 'kg|ki lo gam|kilogam|kilogram|kilograms'],
  ['kg', 0.001, 'g|gam|gram|grams'],
  ['kg', 1e-6, 'mg|miligam|milligram|milligrams'],
  ['%', 1, '%|phan tram|percent|per cent'],
  ['%', 0.1, '‰|phan nghin|phan ngan'],
  ['vnd', 1, 'dong|vnd|dong viet nam'],
  ['usd', 1, 'usd|us$|$|do la|do la my|do-la|dola|dollar|dollars|us dollars'],
  ['eur', 1, 'eur|euro|euros|€'],
  ['day', 1 / 86_400, 'giay|second|seconds'],
  ['day', 1 / 1440, 'phut|minute|minutes'],
  ['day', 1 / 24, 'gio|tieng|hour|hours'],
  ['day', 1, 'ngay|day|days'],
  ['day', 7, 'tuan|week|weeks'],
  ['month', 1, 'thang|month|months'],
  ['month', 12, 'nam|year|years'],
  ['month', 120, 'thap ky|thap nien|decade|decades'],
  ['month', 1200, 'the ky|century|centuries'],
  ['°c', 1, '°c|do c|degrees celsius'],
];
const UNITS = new Map(
  TABLE.flatMap(([base, factor, folded]) =>
    folded.split('|').map((name): [string, Unit] => [name, { base, factor }]),
  ),
);
/** "tạ" and "yến" are everyday words without their diacritics ("ta", "yen"). */
const ACCENTED = new Map<string, Unit>([
  ['tạ', { base: 'kg', factor: 100 }],
  ['yến', { base: 'kg', factor: 10 }],
]);

/** The unit a folded name stands for; `accented` is the same in lower case with diacritics. */
export function unitOf(folded: string, accented: string): Unit | undefined {
  return UNITS.get(folded) ?? ACCENTED.get(accented);
}

/** Words the longest unit name has. */
export const LONGEST_UNIT = 4;
