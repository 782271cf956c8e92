import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Fault, NotThere, Shell } from './ui/shell.js';

/** What a view shows lives in its address: every parameter is a plain string, and an empty one is left out. */
export type Shown = Record<string, string | undefined>;

function parse(search: string): Shown {
  return Object.fromEntries([...new URLSearchParams(search)].filter(([, value]) => value !== ''));
}

function stringify(shown: Record<string, unknown>): string {
  const entries = Object.entries(shown).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '');
  const text = new URLSearchParams(entries).toString();
  return text === '' ? '' : `?${text}`;
}

const validateSearch = (shown: Record<string, unknown>): Shown => shown as Shown;

const root = createRootRoute({ component: Shell, notFoundComponent: NotThere, errorComponent: Fault });

const home = createRoute({
  ...{ getParentRoute: () => root, path: '/', validateSearch },
  component: lazyRouteComponent(() => import('./home/home.js'), 'Home'),
});
const pair = createRoute({
  ...{ getParentRoute: () => root, path: '/pair/$a/$b', validateSearch },
  component: lazyRouteComponent(() => import('./pair/pair.js'), 'Pair'),
});
const story = createRoute({
  ...{ getParentRoute: () => root, path: '/story/$id', validateSearch },
  component: lazyRouteComponent(() => import('./story/story.js'), 'Story'),
});

const search = createRoute({
  ...{ getParentRoute: () => root, path: '/search', validateSearch },
  component: lazyRouteComponent(() => import('./search/search.js'), 'Search'),
});
const check = createRoute({
  ...{ getParentRoute: () => root, path: '/check', validateSearch },
  component: lazyRouteComponent(() => import('./check/check.js'), 'Check'),
});
const brief = createRoute({
  ...{ getParentRoute: () => root, path: '/brief/$a/$b', validateSearch },
  component: lazyRouteComponent(() => import('./brief/brief.js'), 'Brief'),
});
const add = createRoute({
  ...{ getParentRoute: () => root, path: '/add', validateSearch },
  component: lazyRouteComponent(() => import('./add/add.js'), 'Add'),
});
const review = createRoute({
  ...{ getParentRoute: () => root, path: '/review', validateSearch },
  component: lazyRouteComponent(() => import('./review/review.js'), 'Review'),
});

const routes = root.addChildren([home, pair, story, search, check, brief, add, review]);

/** The addresses of the application, each page loaded when it is asked for. */
export function createAppRouter() {
  return createRouter({
    ...{ routeTree: routes, parseSearch: parse, stringifySearch: stringify, scrollRestoration: true, defaultPreload: 'intent' },
    defaultErrorComponent: Fault,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
