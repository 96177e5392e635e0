import type { Argv } from 'yargs';
import { DRILL_KINDS } from '../evidence/drills/drill-shape.js';
import type { DrillKind } from '../evidence/drills/drill.js';
import { remainingTime } from '../evidence/drills/remaining-time.js';
import { runbookDeviations } from '../evidence/drills/runbook-deviations.js';
import { drillOfLog, type RunningDrill } from '../evidence/drills/running-drill.js';
import { writeDrill } from '../evidence/drills/write-drill.js';
import { textDeviations, textDrillSteps, textRecording, textRemaining } from '../report/text-running-drill.js';
import type { Scenario } from '../scenario/scenario.js';
import type { StepStudy } from '../study/outcomes.js';
import { replicate } from '../study/replicate.js';
import { instantIso } from '../units/parse-instant.js';
import type { Command } from './command.js';
import { CONVERSATION_HELP, understand } from './drill-conversation.js';
import { appendEntry, instantOption, openDrillLog, presentInstant, requireKnown } from './drill-log-file.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { compileFile } from './played-study.js';
import { Refusal } from './refusal.js';
import { shellLine } from './shell-line.js';
import { styleFor } from './terminal-style.js';
import type { World } from './world.js';

interface RecordOptions {
  readonly scenario: string;
  readonly file: string;
  readonly out: string | undefined;
  readonly name: string | undefined;
  readonly kind: DrillKind;
  readonly environment: string;
  readonly incident: string | undefined;
  readonly began: string | undefined;
}

/** Incidents whose steps are looked at: what a step under way may still take is drawn from these. */
const STUDIED = 8192;
const SEED = 1;

/** `drillcast drills record`: accompanies a real drill. */
export const drillsRecordCommand: Command<RecordOptions> = {
  usage: 'record <scenario>',
  summary: 'Accompany a real drill: steps, what is left, and a drill file at its end',
  options: recordOptions,
  run: record,
};

function recordOptions(parser: Argv): Argv<RecordOptions> {
  return parser
    .parserConfiguration({ 'duplicate-arguments-array': false })
    .positional('scenario', { type: 'string', demandOption: true, describe: 'The scenario whose runbook is followed' })
    .option('file', {
      type: 'string',
      demandOption: true,
      requiresArg: true,
      describe: 'The log, which is only ever added to; one that is there is taken up again',
    })
    .option('out', { type: 'string', requiresArg: true, describe: 'The drill file; beside the log, when absent' })
    .option('name', { type: 'string', requiresArg: true, describe: 'What reports call the drill' })
    .option('kind', {
      choices: DRILL_KINDS,
      default: 'full-restore' as const,
      describe: 'How much of a recovery it is',
    })
    .option('environment', { type: 'string', default: '', requiresArg: true, describe: 'Where it is carried out' })
    .option('incident', {
      type: 'string',
      requiresArg: true,
      describe: 'Which kind of incident is drilled, by its name in the scenario',
    })
    .option('began', {
      type: 'string',
      requiresArg: true,
      describe: 'When the disruption began, if not now: 2026-11-23T08:40:17Z',
    });
}

async function record(options: RecordOptions, world: World): Promise<ExitCode> {
  const { scenario, plan } = compileFile(options.scenario, world);
  const out = options.out ?? `${options.file.replace(/\.(log|ndjson|jsonl)$/, '')}.yaml`;
  world.files.requireWritable(out);
  if (openDrillLog(options.file, world) === undefined) begin(options, scenario, world);
  const study = replicate(plan, { seed: SEED, incidents: STUDIED }).steps;
  const recording = new Recording({ scenario, study, file: options.file, out }, world);
  recording.greet();
  if (recording.drill.ended === undefined) {
    for await (const line of world.input()) {
      if (!recording.hear(line)) break;
    }
  }
  return recording.end();
}

function begin(options: RecordOptions, scenario: Scenario, world: World): void {
  const { incident } = options;
  if (incident !== undefined) {
    requireKnown(
      'incident',
      incident,
      scenario.incidents.map(({ name }) => name),
      '',
    );
  }
  const at = presentInstant(world);
  const began = options.began === undefined ? at : instantOption(options.began, '--began');
  if (began > at + 1) {
    throw new Refusal(`--began: expected a time that has come, found ${instantIso(began)}`, 'leave it out for now');
  }
  appendEntry(
    options.file,
    {
      entry: 'drill',
      format: 'drillcast-drill-log/1',
      at,
      began,
      name: options.name ?? `${instantIso(began).slice(0, 10)} ${options.kind}`,
      kind: options.kind,
      environment: options.environment,
      ...(incident === undefined ? {} : { incident }),
      scenario: scenario.name,
      steps: scenario.steps.map(({ name }) => name),
      surfaces: scenario.surfaces.filter(({ isDataBearing }) => isDataBearing).map(({ name }) => name),
    },
    world,
  );
}

/** A drill under way. The log is read anew for every line, because scripts add to it at the same time. */
class Recording {
  readonly #world: World;
  readonly #on: { readonly scenario: Scenario; readonly study: StepStudy; readonly file: string; readonly out: string };

  constructor(
    on: { readonly scenario: Scenario; readonly study: StepStudy; readonly file: string; readonly out: string },
    world: World,
  ) {
    this.#on = on;
    this.#world = world;
  }

  get drill(): RunningDrill {
    const drill = openDrillLog(this.#on.file, this.#world);
    if (drill === undefined) throw new Refusal(`${this.#on.file}: the log has been taken away during the drill`);
    return drill;
  }

  greet(): void {
    const { header } = this.drill;
    const mark = shellLine(['drillcast', 'drills', 'mark', header.steps[0], 'start', '--file', this.#on.file]);
    this.#say([...textRecording(this.drill, mark), CONVERSATION_HELP, '']);
    this.#tellSteps();
    this.#tellRemaining();
  }

  /** Does what a line says; false when nothing more is to be heard. */
  hear(line: string): boolean {
    try {
      const said = understand(line, this.drill, presentInstant(this.#world));
      if (said.kind === 'entry') {
        appendEntry(this.#on.file, said.entry, this.#world);
        if (said.entry.entry === 'end') return false;
        if ('step' in said.entry && said.entry.step !== '') this.#tellSteps(said.entry.step);
        this.#tellRemaining();
      } else if (said.wish === 'quit') return false;
      else if (said.wish === 'help') this.#say([CONVERSATION_HELP]);
      else if (said.wish === 'steps') this.#tellSteps();
      else if (said.wish === 'left') this.#tellRemaining();
    } catch (error) {
      // A slip of the pen must not end the record of a drill.
      if (!(error instanceof Refusal)) throw error;
      this.#world.stderr.write(`${error.message}\n${error.hint === undefined ? '' : `  mend: ${error.hint}\n`}`);
    }
    return true;
  }

  /** The drill file and what was learnt, if the drill has ended; else how to go on. */
  end(): ExitCode {
    const running = this.drill;
    for (const warning of running.warnings) this.#world.stderr.write(`! ${warning}.\n`);
    if (running.ended === undefined) {
      this.#say([`The drill goes on. The same command takes ${this.#on.file} up again; "end" ends it.`]);
      return EXIT.done;
    }
    const drill = drillOfLog(running, presentInstant(this.#world), this.#on.scenario);
    this.#world.files.write(this.#on.out, writeDrill(drill));
    this.#say([
      `Ended: ${running.ended.how}. The drill file is ${this.#on.out}; the log stays.`,
      ...textDeviations(runbookDeviations(drill, this.#on.scenario, this.#on.study)),
    ]);
    return EXIT.done;
  }

  #tellSteps(only?: string): void {
    const style = styleFor(this.#world.stdout, this.#world);
    this.#say(textDrillSteps(this.drill, presentInstant(this.#world), { style, only }));
  }

  #tellRemaining(): void {
    const on = { scenario: this.#on.scenario, study: this.#on.study, seed: SEED };
    this.#say(textRemaining(remainingTime(on, this.drill, presentInstant(this.#world))));
  }

  #say(lines: readonly string[]): void {
    this.#world.stdout.write(`${lines.join('\n')}\n`);
  }
}
