import type { CommandGroup } from './command.js';
import { drillsFitCommand } from './drills-fit-command.js';
import { drillsListCommand } from './drills-list-command.js';
import { drillsMarkCommand } from './drills-mark-command.js';
import { drillsNextCommand } from './drills-next-command.js';
import { drillsRecordCommand } from './drills-record-command.js';
import { drillsScoreCommand } from './drills-score-command.js';

/** `drillcast drills`: recoveries that were really carried out. */
export const drillsCommands: CommandGroup = {
  name: 'drills',
  summary: 'Record drills, list them, hold forecasts against them, and learn from them',
  each: (add) => {
    add(drillsRecordCommand);
    add(drillsMarkCommand);
    add(drillsListCommand);
    add(drillsScoreCommand);
    add(drillsFitCommand);
    add(drillsNextCommand);
  },
};
