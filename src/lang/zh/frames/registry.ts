import type { Frame } from '../../../grammar/frame.js';
import type { Scene } from '../scene.js';
import { alone } from './alone.js';
import { bracketed } from './bracketed.js';
import { built } from './built.js';
import { agreedPoints, commitments } from './commitments.js';
import { consensus } from './consensus.js';
import { diplomaticTies } from './diplomatic-ties.js';
import { documents } from './documents.js';
import { act } from './events/acts.js';
import { aidBill, arms } from './events/arms.js';
import { calledHome } from './events/called-home.js';
import { call } from './events/calls.js';
import { censure } from './events/censure.js';
import { ceremonies } from './events/ceremonies.js';
import { conference, consult, credentials } from './events/contacts.js';
import { denial } from './events/denial.js';
import { discuss } from './events/discuss.js';
import { drills } from './events/drills.js';
import { encounters } from './events/encounters.js';
import { force } from './events/force.js';
import { give } from './events/give.js';
import { granted } from './events/granted.js';
import { invest } from './events/invest.js';
import { invitation, invited } from './events/invited.js';
import { meet } from './events/meet.js';
import { missions } from './events/missions.js';
import { nominal } from './events/nominal.js';
import { outbreaks } from './events/outbreaks.js';
import { permit } from './events/permit.js';
import { pointed } from './events/pointed.js';
import { press } from './events/press.js';
import { session } from './events/sessions.js';
import { signing } from './events/signing.js';
import { supply } from './events/supply.js';
import { takeover } from './events/takeover.js';
import { talks } from './events/talks.js';
import { truce } from './events/truce.js';
import { upgrade } from './events/upgrade.js';
import { visit } from './events/visit.js';
import { warned } from './events/warned.js';
import { within } from './events/within.js';
import { works } from './events/works.js';
import { figures } from './figures.js';
import { goodsMoved } from './goods-moved.js';
import { knownWorks } from './known-works.js';
import { lines } from './lines.js';
import { pacts } from './pacts.js';
import { papers } from './papers.js';
import { positions } from './positions.js';
import { projects } from './projects.js';
import { relations } from './relations.js';
import { stages } from './stages.js';
import { bodies } from './things.js';
import { treatyLife } from './treaty-life.js';
import { warnedOff } from './warned-off.js';

/** Every clause frame of the Chinese pack. */
export const frames: readonly Frame<Scene>[] = [
  meet,
  visit,
  ceremonies,
  call,
  consult,
  talks,
  within,
  encounters,
  discuss,
  conference,
  press,
  credentials,
  invitation,
  invited,
  session,
  act,
  nominal,
  pointed,
  give,
  arms,
  aidBill,
  force,
  drills,
  outbreaks,
  missions,
  takeover,
  calledHome,
  truce,
  denial,
  supply,
  invest,
  works,
  permit,
  granted,
  signing,
  treatyLife,
  upgrade,
  documents,
  alone,
  pacts,
  papers,
  figures,
  bracketed,
  goodsMoved,
  bodies,
  projects,
  built,
  stages,
  knownWorks,
  lines,
  relations,
  diplomaticTies,
  commitments,
  agreedPoints,
  consensus,
  positions,
  censure,
  warned,
  warnedOff,
];

/** Frames by the class of their trigger. */
export const framesByClass: ReadonlyMap<string, readonly Frame<Scene>[]> = index();

function index(): Map<string, Frame<Scene>[]> {
  const out = new Map<string, Frame<Scene>[]>();
  for (const f of frames) {
    for (const t of f.triggers) {
      const list = out.get(t.cls);
      if (list && !list.includes(f)) list.push(f);
      else if (!list) out.set(t.cls, [f]);
    }
  }
  return out;
}
