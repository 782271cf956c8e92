import { spawnSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/** What tells a program that it has a network and mounts of its own already. */
const inside = 'RAPPORTEUR_FAILURES_APART';

/**
 * Runs this program again in a network and with mounts of its own, where it may make namespaces, links and small disks that nobody else sees; gives its exit
 * status. `null` where it runs so already. Throws where the machine does not allow it (Linux, root, `unshare` and `ip`).
 */
export function apart(): number | null {
  if (process.env[inside] !== undefined) {
    run('ip', 'link', 'set', 'lo', 'up');
    return null;
  }
  const able = spawnSync('unshare', ['--net', '--mount', 'ip', 'link', 'set', 'lo', 'up']);
  if (able.status !== 0) throw new Error('namespaces need Linux, root, and the programs unshare and ip (packages util-linux and iproute2)');
  const args = ['--net', '--mount', process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  return spawnSync('unshare', args, { stdio: 'inherit', env: { ...process.env, [inside]: '1' } }).status ?? 1;
}

/** A network namespace, as another machine would be, and the cable to it. */
export class Namespace {
  private constructor(
    private readonly name: string,
    private readonly cable: string,
    /** Address of this end of the cable. */
    readonly here: string,
  ) {}

  /** `number`: below 200, one for each that there is at a time. */
  static make(number: number): Namespace {
    const one = new Namespace(`failures-${process.pid}-${number}`, `cable${number}`, `10.213.${number}.1`);
    run('ip', 'netns', 'add', one.name);
    run('ip', 'link', 'add', one.cable, 'type', 'veth', 'peer', 'name', 'far', 'netns', one.name);
    run('ip', 'addr', 'add', `${one.here}/30`, 'dev', one.cable);
    run('ip', 'link', 'set', one.cable, 'up');
    one.there('addr', 'add', `10.213.${number}.2/30`, 'dev', 'far');
    one.there('link', 'set', 'far', 'up');
    one.there('link', 'set', 'lo', 'up');
    return one;
  }

  /** The command that starts a program in it. */
  command(program: string, args: readonly string[]): [string, string[]] {
    return ['ip', ['netns', 'exec', this.name, program, ...args]];
  }

  /** For so many milliseconds nothing goes through the cable either way, and neither end is told. */
  async pull(ms: number): Promise<void> {
    run('ip', 'link', 'set', this.cable, 'down');
    await pause(ms);
    run('ip', 'link', 'set', this.cable, 'up');
  }

  remove(): void {
    spawnSync('ip', ['netns', 'del', this.name]);
    spawnSync('ip', ['link', 'del', this.cable]);
  }

  private there(...args: string[]): void {
    run('ip', '-n', this.name, ...args);
  }
}

/** Puts a disk of so many megabytes at a folder that exists, in memory. */
export function mountSmallDisk(folder: string, megabytes: number): void {
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'small', folder);
}

function run(program: string, ...args: string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr.trim()}`);
}
