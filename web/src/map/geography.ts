import { geoArea, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import world from 'world-atlas/countries-110m.json';

export const width = 960;
export const height = 460;

/** A country as it is drawn; `code` is ISO 3166-1 alpha-2, null for what has none. */
export interface Shape {
  code: string | null;
  path: string;
}

const projection = geoEqualEarth()
  .rotate([-15, 0])
  .fitExtent(
    [
      [4, 4],
      [width - 4, height + 40],
    ],
    { type: 'Sphere' },
  );
const draw = geoPath(projection);

/** The map's numbers are those of ISO 3166-1 and UN M.49: the runtime knows which letters they are. */
function codeOf(id: string | number | undefined): string | null {
  if (id === undefined) return null;
  return new Intl.Locale(Intl.getCanonicalLocales(`und-${String(id).padStart(3, '0')}`)[0]!).region ?? null;
}

/** Middle of states that are too small for the map, longitude and latitude. */
const small: Readonly<Record<string, [number, number]>> = {
  ...{ SG: [103.8, 1.35], HK: [114.2, 22.3], MO: [113.5, 22.2], MV: [73.5, 4.2], BH: [50.5, 26], MT: [14.4, 35.9], MU: [57.5, -20.2] },
  ...{ SC: [55.5, -4.7], CV: [-23.6, 15.1], KM: [43.3, -11.7], ST: [6.6, 0.2], AD: [1.6, 42.5], MC: [7.4, 43.7], SM: [12.4, 43.9] },
  ...{ VA: [12.45, 41.9], LI: [9.55, 47.15], PW: [134.5, 7.5], FM: [158.2, 6.9], MH: [171.2, 7.1], NR: [166.9, -0.5], KI: [173, 1.4] },
  ...{ TO: [-175.2, -21.2], WS: [-172.1, -13.8], CK: [-159.8, -21.2], NU: [-169.9, -19.1], BB: [-59.5, 13.2], GD: [-61.7, 12.1] },
  ...{ LC: [-61, 13.9], VC: [-61.2, 13.2], AG: [-61.8, 17.1], DM: [-61.4, 15.4], KN: [-62.8, 17.3], TV: [179.2, -8.5] },
};

const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
const countries = feature(topology, topology.objects.countries).features.filter((c) => c.properties.name !== 'Antarctica');

/** Every country with its outline. */
export const shapes: readonly Shape[] = countries.map((country) => ({ code: codeOf(country.id), path: draw(country) ?? '' }));

/** The middle of the largest piece of each country: France without Guiana. */
const middles = new Map<string, [number, number]>(Object.entries(small));
for (const country of countries) {
  const code = codeOf(country.id);
  const { geometry } = country;
  if (code === null) continue;
  const pieces = geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [];
  const areas = pieces.map((coordinates) => ({ type: 'Polygon' as const, coordinates }));
  const largest = areas.sort((a, b) => geoArea(b) - geoArea(a))[0];
  if (largest) middles.set(code, geoCentroid(largest));
}

/** Where a country stands on the map, or null for what has no place there. */
export function middleOf(code: string): { x: number; y: number } | null {
  const middle = middles.get(code.split('-')[0]!);
  const point = middle && projection(middle);
  return point ? { x: point[0], y: point[1] } : null;
}

/** A bow between two places, bent upwards. */
export function bow(a: { x: number; y: number }, b: { x: number; y: number }): string {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const bend = 0.18 * (dx >= 0 ? 1 : -1);
  return `M${a.x.toFixed(1)},${a.y.toFixed(1)}Q${((a.x + b.x) / 2 + dy * bend).toFixed(1)},${((a.y + b.y) / 2 - dx * bend).toFixed(1)} ${b.x.toFixed(1)},${b.y.toFixed(1)}`;
}
