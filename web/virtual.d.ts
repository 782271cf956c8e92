declare module 'virtual:world' {
  export const world: import('./world.js').World;
}
