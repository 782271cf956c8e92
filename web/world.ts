import { geoArea, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';
import world from 'world-atlas/countries-110m.json' with { type: 'json' };

/** The map as the application gets it: drawn when it is built, so that no browser projects it again. */
export interface World {
  width: number;
  height: number;
  /** Outlines by ISO 3166-1 alpha-2; `null` for what has no code. */
  shapes: (readonly [code: string | null, path: string])[];
  /** The middle of each country in the units of the drawing. */
  middles: Record<string, readonly [x: number, y: number]>;
}

const width = 960;
const height = 460;

const projection = geoEqualEarth()
  .rotate([-15, 0])
  .fitExtent(
    [
      [4, 4],
      [width - 4, height + 40],
    ],
    { type: 'Sphere' },
  );

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

/** A path in steps of half a unit from point to point, which packs to a third of one in full. */
function inSteps(path: string): string {
  let [x, y] = [0, 0];
  return path.replace(/([ML])(-?[\d.]+),(-?[\d.]+)|Z/g, (all, kind: string | undefined, px: string, py: string) => {
    if (kind === undefined) return all;
    const [nx, ny] = [Math.round(Number(px) * 2) / 2, Math.round(Number(py) * 2) / 2];
    const step = kind === 'M' ? `M${nx},${ny}` : nx === x && ny === y ? '' : `l${nx - x},${ny - y}`;
    [x, y] = [nx, ny];
    return step;
  });
}

function drawn(): World {
  const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const countries = feature(topology, topology.objects.countries).features.filter((c) => c.properties.name !== 'Antarctica');
  const draw = geoPath(projection);
  const middles = new Map<string, [number, number]>(Object.entries(small));
  for (const country of countries) {
    const code = codeOf(country.id);
    const { geometry } = country;
    if (code === null) continue;
    // the largest piece of each country: France without Guiana
    const pieces = geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [];
    const areas = pieces.map((coordinates) => ({ type: 'Polygon' as const, coordinates }));
    const largest = areas.sort((a, b) => geoArea(b) - geoArea(a))[0];
    if (largest) middles.set(code, geoCentroid(largest));
  }
  const tenths = (n: number): number => Math.round(n * 10) / 10;
  return {
    width,
    height,
    shapes: countries.map((country) => [codeOf(country.id), inSteps(draw(country) ?? '')] as const),
    middles: Object.fromEntries(
      [...middles].flatMap(([code, at]) => {
        const point = projection(at);
        return point ? [[code, [tenths(point[0]), tenths(point[1])] as const]] : [];
      }),
    ),
  };
}

const name = 'virtual:world';

/** Gives the application the map as the module `virtual:world`. */
export function worldMap(): Plugin {
  return {
    name: 'world-map',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: (id) => (id === `\0${name}` ? `export const world = JSON.parse(${JSON.stringify(JSON.stringify(drawn()))});` : undefined),
  };
}
