import { scenarioSchema } from '../../scenario/scenario-schema.js';
import { FormSchema } from './form-schema.js';

let made: FormSchema | undefined;

/** The schema of scenarios; made when somebody first opens the form or writes in the editor, as it takes a moment. */
export function formSchema(): FormSchema {
  made ??= new FormSchema(scenarioSchema());
  return made;
}
