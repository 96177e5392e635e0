import type { CommandGroup } from './command.js';
import { drillsScoreCommand } from './drills-score-command.js';

/** `drillcast drills`: recoveries that were really carried out. */
export const drillsCommands: CommandGroup = {
  name: 'drills',
  summary: 'Record drills, list them, and hold forecasts against them',
  each: (add) => {
    add(drillsScoreCommand);
  },
};
